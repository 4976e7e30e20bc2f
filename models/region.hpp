#pragma once
/// The region during one replication: every youth, desk and arrangement, and what happens to them.
///
/// The way of a youth is a circle through these rooms: arrivals.cpp and today.cpp (who comes),
/// referral.cpp (where to), waiting.cpp (asking, the list, giving up), desk.cpp and arrangement.cpp
/// (work and stays), way.cpp (from one to the next), absence.cpp (taking part in school);
/// telling.cpp records what happened. continuum.cpp runs it on the clock.

#include <cstdint>
#include <map>
#include <vector>

#include "engine/calendar.hpp"
#include "models/attendance_book.hpp"
#include "models/draws.hpp"
#include "models/records.hpp"
#include "models/referral.hpp"
#include "models/scenario.hpp"
#include "models/station.hpp"
#include "models/youths.hpp"

namespace doorstroom {

class Region {
 public:
  /// The region as it is when the run begins, with the youths of `today`.
  Region(const Scenario& scenario, std::uint32_t replication, bool keep_rows);

  /// Makes everything happen that is due before that moment; the time is then that moment.
  void run_before(Moment limit);

  /// Capacity as of now: of the whole day that begins. Called on days when it may change.
  void review_capacity(NodeId node);
  /// By whole day, in order of nodes, the desks and arrangements whose capacity may change.
  std::map<std::int64_t, std::vector<NodeId>> reviews() const;

  Instant now() const { return now_; }

  /// The weekly count, as of now.
  void take_census();

  /// Ends the run: who is still there is censored. Once, at the horizon.
  Records close_books();

 private:
  /// What can be due for a youth or a source. Of things due for one youth at one instant and phase,
  /// the first named comes first.
  enum class Happening : std::uint8_t {
    waiting_begins,
    gives_up,
    stays_home,
    absence_ends,
    arrives,
    asks,
    work_ends,
    decided,
    stay_ends,
  };

  /// One stream of arrivals: a source as declared (layer 0), or what an effect above 1 adds to it.
  struct Inflow {
    std::uint32_t index = 0;  ///< among all inflows
    NodeId source = no_node;
    const Source* rules = nullptr;  ///< of that source
    std::uint32_t layer = 0;
    std::uint32_t word = 0;     ///< first word of addresses, of the current block of ordinals
    std::int32_t month = 0;     ///< year x 12 + month - 1
    std::uint32_t ordinal = 0;  ///< of the next arrival
    Instant month_begins;
    Instant until;           ///< the month's end, or the horizon
    double rate = 0;         ///< arrivals a day in that month
    double elapsed = 0;      ///< days from the month's begin to the last arrival
    std::size_t listed = 0;  ///< index in Source::arrivals
  };

  // Coming (arrivals.cpp, today.cpp).
  void open_inflows();
  void enter_month(Inflow& inflow, std::int32_t month);
  Instant next_in_month(Inflow& inflow) const;
  void schedule_arrival(Inflow& inflow);
  void schedule_listed_arrival(Inflow& inflow);
  void announce(const Inflow& inflow, Instant at);
  void arrive(Inflow& inflow);
  bool arrival_kept(const Inflow& inflow) const;
  Youth& admit_arrival(const Inflow& inflow);
  void fill_today();
  Youth& add_of_today(const Today& today, std::uint32_t ordinal, const std::vector<double>& mix);
  void settle_inside(Youth& youth, const Today& today);
  void settle_waiting(Youth& youth, const Today& today);
  void enrol(Youth& youth);

  // Going on (way.cpp).
  void draw_way(Youth& youth, NodeId from, std::uint32_t visit);
  void set_out(Youth& youth);
  void turn_to(Youth& youth, NodeId to);
  void ask(Youth& youth);
  bool bounces(const Youth& youth) const;
  void bounce(Youth& youth);
  void exit(Youth& youth);
  void guard_against_endless_moves(Youth& youth) {
    if (youth.moved_at != now_) youth.moves = 0;
    youth.moved_at = now_;
    if (++youth.moves >= suspicious_moves) tell_endless_moves(youth);
  }
  void tell_endless_moves(const Youth& youth);

  // Waiting (waiting.cpp).
  void enlist(Youth& youth);
  void leave_list(Youth& youth, Station& here, WaitEnd end);
  void record_wait(const Youth& youth, Station& here, WaitEnd end);
  Standing standing_of(const Youth& youth, const Station& station) const;
  void stand_anew(Youth& youth);
  void note_offer(Station& station);
  bool nothing_comes_before(Phase phase) const;
  void make_offer();
  void offer_to(Youth& youth, Station& here);
  void refuse(Youth& youth, Station& here);
  void begin_waiting(Youth& youth);
  void plan_staying_home(Youth& youth, Instant since);
  Days patience_beyond(const Quantity& patience, Days waited, double u) const;
  void give_up(Youth& youth);

  // Desks and arrangements (desk.cpp, arrangement.cpp).
  void begin_work(Youth& youth, Station& here);
  void end_work(Youth& youth);
  void decide(Youth& youth);
  void leave_desk(Youth& youth);
  void review_desk(Station& desk);
  void enter(Youth& youth, Station& here);
  void take_place(Youth& youth, Station& here, Days stay);
  void end_stay(Youth& youth);
  void take_up_education(Youth& youth, const Node& here);
  void count_entry(Station& here) { ++here.entries[static_cast<std::size_t>(part_ + 1)]; }

  // Absence (absence.cpp).
  void become_absent(Youth& youth);
  void attend_again(Youth& youth);
  void begin_hazards(Youth& youth);
  void await_hazard(Youth& youth, Instant from);
  void end_absence(Youth& youth);

  // Telling (telling.cpp).
  void close_visit(Youth& youth, Outcome outcome, NodeId to);
  void count_flow(NodeId from, NodeId to) {
    if (year_ < 0) return;
    std::vector<Flow>& flows = flows_[static_cast<std::size_t>(from)];
    for (Flow& flow : flows)
      if (flow.to == to) {
        ++flow.youths;
        return;
      }
    flows.push_back({.year = year_, .from = from, .to = to, .youths = 1});
  }
  void tell_flows();
  void tell_station(Station& station);

  void happen(const Event& event);
  Calendar::Handle schedule(const Youth& youth, Instant at, Phase phase, Happening kind);
  void pass_to(Moment moment) {
    phase_ = moment.phase;
    if (phase_ > Phase::endings) changed_at_ = moment.at;
    now_ = moment.at;
    if (now_ >= next_turn_) turn_over();
  }
  void turn_over();

  const Node& node(NodeId id) const { return scenario_.nodes[id]; }
  Station& station(NodeId id) { return *station_at_[static_cast<std::size_t>(id)]; }
  double value(const Number& number) const {
    return number.is_constant() ? number.value : number.at(scenario_.period, when());
  }
  /// A quantity for a youth at a node; what does not vary takes no draw.
  double draw(const Quantity& quantity, const Youth& youth, NodeId at, Decision decision,
              std::uint32_t visit, std::uint32_t times = 0) const {
    const bool changes = !quantity.changes.empty();
    const Distribution& drawn = quantity.distribution;
    if (!changes && drawn.is_constant()) return drawn.value();
    const double u = draws_.at(youth, at, decision, visit, times);
    return changes ? quantity.draw(u, when()) : drawn.quantile(u);
  }
  /// As parameters see the present: what ends sees what held before the changes of this instant,
  /// unless it ends in the instant in which it began, after them.
  When when() const { return {now_, phase_ == Phase::endings && changed_at_ != now_}; }
  /// Age on the last 1 August [year].
  double school_age(const Youth& youth) const {
    return (last_august_ - youth.born).count / days_per_year;
  }

  /// Events whose youths are all at hand anyway.
  static constexpr std::size_t fits_the_cache = 1'000;

  const Scenario& scenario_;
  const Instant horizon_;
  Draws draws_;
  bool keep_rows_;

  Calendar calendar_;
  Instant now_;
  Phase phase_ = Phase::endings;
  Instant changed_at_ = never;  ///< the last instant that went beyond what ends
  Instant last_august_;         ///< last 1 August
  Instant next_turn_;           ///< when a year, a part or the last 1 August may change
  int year_ = -1;               ///< of the result, now
  int part_ = -1;               ///< of the period, now
  YearRecord before_start_;
  YearRecord* this_year_ = &before_start_;

  Youths youths_;
  std::uint32_t youth_count_ = 0;
  std::vector<Inflow> inflows_;
  std::vector<Station> stations_;     ///< desks and arrangements, in order of nodes
  std::vector<Station*> station_at_;  ///< by node; null for other nodes
  std::vector<Station*> offers_;      ///< with capacity that may be free for who is next

  static constexpr std::uint32_t suspicious_moves = 9'994;
  std::string recent_moves_;  ///< of a youth who moves suspiciously often at one instant
  std::vector<Ways> ways_;    ///< by node

  Records records_;
  AttendanceBook attendance_;
  std::vector<std::vector<Flow>> flows_;  ///< of the current year, by node left
};

}  // namespace doorstroom
