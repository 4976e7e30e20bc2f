#pragma once
/// The region during one replication: every youth, desk and arrangement, and what happens to them.
///
/// The way of a youth is a circle through these rooms: arrivals.cpp and today.cpp (who comes),
/// referral.cpp (where to), choice.cpp (which of several), waiting.cpp (asking, the list, giving
/// up), desk.cpp and arrangement.cpp (work and stays), holding.cpp (staying until the next place is
/// there), way.cpp (from one to the next), returns.cpp (who comes back), ages.cpp (who is too old),
/// absence.cpp and absence_case.cpp (taking part in school), terms.cpp (legal clocks); units.cpp
/// knows the sites and teams, telling.cpp records what happened. continuum.cpp runs it on the
/// clock.

#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "engine/calendar.hpp"
#include "models/continuum/attendance_book.hpp"
#include "models/continuum/blocked_cycles.hpp"
#include "models/continuum/capacity.hpp"
#include "models/continuum/draws.hpp"
#include "models/continuum/inflows.hpp"
#include "models/continuum/legal_clocks.hpp"
#include "models/continuum/move_guard.hpp"
#include "models/continuum/node_states.hpp"
#include "models/continuum/offer_queue.hpp"
#include "models/continuum/recorder.hpp"
#include "models/continuum/router.hpp"
#include "models/continuum/sampler.hpp"
#include "models/continuum/simulation_time.hpp"
#include "models/continuum/timers.hpp"
#include "models/continuum/wait_lists.hpp"
#include "models/continuum/youths.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

class Region {
 public:
  /// The region as it is when the run begins, with the youths of `today`.
  Region(const Scenario& scenario, std::uint32_t replication, bool keep_rows);

  /// Makes everything happen that is due before that moment; the time is then that moment.
  void run_before(Moment limit);

  /// Capacity as of now: of the whole day that begins. Called on days when it may change.
  void review_capacity(NodeId node) { capacity_.review(node); }
  /// By whole day, in order of nodes, the desks and arrangements whose capacity may change.
  std::map<std::int64_t, std::vector<NodeId>> reviews() const { return capacity_.review_days(); }
  /// Whether there are budgets; if so, they are reviewed every day of the run but the first.
  bool has_budgets() const { return capacity_.has_budgets(); }
  void review_budgets() { capacity_.review_budgets(); }

  Instant now() const { return time_.now(); }

  /// Casework takes up the next case and does what it may.
  /// @param address   first word of addresses of the role
  /// @param may_make  whether one more place may be made in an arrangement; called once for a place
  /// @return nothing when nobody is left whose case can be taken up
  std::optional<RoleAction> mediate(const Casework& rules, std::uint32_t address,
                                    const std::function<bool(NodeId)>& may_make);
  /// Desks become one, with one staff and one list, or go apart again.
  /// @return one action per desk: how many youths changed lists
  std::vector<RoleAction> join_desks(const SingleDesk& desk);
  std::vector<RoleAction> part_desks(const SingleDesk& desk);
  /// Opens places in an arrangement, or closes them (a negative number), from now on.
  void add_places(NodeId arrangement, std::int64_t count) {
    capacity_.add_places(arrangement, count);
  }
  /// Places that could be closed: those that there are.
  std::int64_t places_of(NodeId arrangement) const { return capacity_.places_of(arrangement); }
  /// From now on entries there are remembered with their waits.
  void watch(NodeId node);
  /// Days waited by those who entered since then, and by those listed now until now.
  std::vector<double> waits_since(NodeId node, Instant since) const;
  /// Youths listed there now.
  std::size_t listed_at(NodeId node) const;
  /// What was used there since the run began.
  NodeRecord::Usage used_so_far(NodeId id) const { return capacity_.used_so_far(id); }
  /// Keeps what a role did, when rows are kept.
  void tell(const RoleAction& action) { recorder_.add_action(action); }

  /// The weekly count, as of now.
  void take_census() { recorder_.take_census(); }

  /// Ends the run: who is still there is censored. Once, at the horizon.
  Records close_books();

 private:
  // Coming (arrivals.cpp, today.cpp).
  void arrive(Inflow& inflow);
  Youth& admit_arrival(const Inflow& inflow);
  void fill_today();
  Youth& add_of_today(const Today& today, std::uint32_t ordinal, const std::vector<double>& mix);
  void settle_inside(Youth& youth, const Today& today);
  void settle_waiting(Youth& youth, const Today& today);
  void enrol(Youth& youth, std::int32_t month, std::uint32_t ordinal);

  // Going on (way.cpp).
  void draw_route(Youth& youth, NodeId from, std::uint32_t visit);
  void set_out(Youth& youth);
  void become_sender(Youth& youth);
  void turn_to(Youth& youth, NodeId to);
  void ask(Youth& youth);
  bool bounces(const Youth& youth) const;
  void bounce(Youth& youth);
  void exit(Youth& youth, bool for_good = false);
  // Coming back (returns.cpp).
  Instant moment_of_return(Youth& youth);
  void stay_away(Youth& youth, Instant until);
  void come_back(Youth& youth);

  // Waiting (waiting.cpp).
  void enlist(Youth& youth);
  void ask_at(Youth& youth, const SiteState& here);
  void go_on_list(Youth& youth, SiteState& here);
  void leave_list(Youth& youth, WaitEnd end);
  void turn_away(Youth& youth, SiteState& here);
  void make_offer();
  void offer_to(Youth& youth, SiteState& here);
  void refuse(Youth& youth, SiteState& here);
  void begin_waiting(Youth& youth);
  void give_up(Youth& youth);
  void worsen(Youth& youth);

  // Choices (choice.cpp).
  void choose_node(Youth& youth);
  void register_elsewhere(Youth& youth);
  SiteState& first_declared(const Youth& youth, SiteState& offering);
  static void bring_to_front(Youth& youth, const SiteState& here);
  void leave_other_lists(Youth& youth, WaitEnd end);
  void end_registration(Youth& youth, std::size_t which, WaitEnd end, Outcome outcome);
  void refuse_one(Youth& youth, SiteState& here);

  // Holding a place (holding.cpp).
  void move_cycle();
  bool must_hold(const Youth& youth, NodeId to) const;
  void hold_place(Youth& youth);
  void leave_held_place(Youth& youth, Outcome outcome = Outcome::completed);
  void give_place_up(Youth& youth);
  // Casework (mediation.cpp).
  Youth* pick_case(const Casework& rules);
  static bool is_listed_at(const Youth& youth, NodeId id);
  void place(Youth& youth, SiteState& unit);
  void move_request(Youth& youth, SiteState& unit);
  void put_first(Youth& youth, NodeId id);

  // Joined desks (joining.cpp).
  std::vector<RoleAction> move_lists(const SingleDesk& desk, bool joined);

  // Desks and arrangements (desk.cpp, arrangement.cpp).
  void begin_work(Youth& youth, SiteState& here);
  void end_work(Youth& youth);
  void decide(Youth& youth);
  void leave_desk(Youth& youth);
  void enter(Youth& youth, SiteState& unit);
  void take_place(Youth& youth, SiteState& here, Days stay);
  void end_stay(Youth& youth);
  void vacate(SiteState& here, const OpenVisit& visit);
  /// What is left of a number of entries once one more has entered; none, where a place was made
  /// beyond them.
  static std::int64_t left_after_one(std::int64_t entries) {
    return entries == SiteState::any_number ? entries : std::max<std::int64_t>(entries - 1, 0);
  }
  void take_up_education(Youth& youth, const Node& here);
  void tell_return_from_care(const Youth& youth);

  // Ages (ages.cpp).
  void age_out(Youth& youth);
  Instant bounded_by_age(const Youth& youth, const Arrangement& here, Instant ends) const;

  // Absence (absence.cpp).
  void become_absent(Youth& youth);
  void attend_again(Youth& youth);
  void begin_hazards(Youth& youth);
  void end_absence(Youth& youth);
  void end_spell(Youth& youth);
  void drop_requests(Youth& youth, NodeId to, WaitEnd end = WaitEnd::left_list,
                     Outcome outcome = Outcome::left_list);

  // Legal clocks (terms.cpp).
  /// What happens to a youth now, for the clocks, if any listens. Who asks elsewhere may have
  /// another turn when the term ends.
  void notify_clocks(Youth& youth, ClockEvent event, NodeId node = no_node) {
    if (!clocks_ || youth.link.is_case) return;
    if (youth.timers.term_ends != Calendar::none || clocks_->listens(event, node))
      tell_clocks(youth, event, node, now());
  }
  void tell_clocks(Youth& youth, ClockEvent event, NodeId node, Instant at);
  void open_clocks();
  void end_term(Youth& youth);
  void take_part(Youth& youth, Attendance attendance, double education);

  // The case that absence opens (absence_case.cpp).
  void open_case(Youth& youth);
  void lapse_case(Youth& youth);
  void leave_case_behind(Youth& youth);
  void conclude_case(Youth& its);
  void end_case(Youth& its);
  void catch_up(Youth& its);

  bool skip_to(Phase phase);
  void happen(const DueEvent& event);
  void advance(Moment moment) {
    if (time_.advance(moment)) recorder_.begin_year();
  }

  const Node& node(NodeId id) const { return scenario_.nodes[id]; }
  /// Events whose youths are all at hand anyway.
  static constexpr std::size_t fits_the_cache = 1'000;

  const Scenario& scenario_;
  SimulationTime time_;
  Draws draws_;
  Sampler sampler_;
  NodeStates nodes_;
  Recorder recorder_;

  Calendar calendar_;
  Youths youths_;
  std::uint32_t youth_count_ = 0;
  Inflows inflows_;
  OfferQueue offers_;
  WaitLists lists_;
  Timers timers_;
  Router router_;
  BlockedCycles cycles_;
  Capacity capacity_;

  MoveGuard move_guard_;
  AttendanceBook attendance_;
  std::optional<LegalClocks> clocks_;  ///< once the run has begun, if there are any
};

}  // namespace doorstroom
