#pragma once
/// One replication of the region: its youths, desks and arrangements, and every event that happens
/// to a youth.
///
/// A youth arrives, asks for help at a desk or an arrangement, waits, is in work or inside, and is
/// sent on by the routes of the node, until an exit (its rules: models/continuum/rules.md). The
/// functions of Region are the steps of that life. Each kind of state has an owner of its own among
/// the members, which are listed at the end.
///
/// Phases. Everything that is due at one instant happens in the order of Phase: stays and work end,
/// capacity changes, youths ask, free places and workers are offered, youths give up. Always the
/// lowest phase with something to do goes on, so a place that is freed late in an instant is
/// offered at that instant. Within a phase, events come in the order in which youths asked, then in
/// the standing order of youths.
///
/// Processes (roles, reviews of capacity, the census) act between events: run_before() brings the
/// region to the moment at which a process wakes.

#include <cstdint>
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
  /// The region at the beginning of the run, without anybody.
  /// @param scenario   must outlive the region
  /// @param keep_rows  whether visits, youths and actions are recorded one by one
  Region(const Scenario& scenario, std::uint32_t replication, bool keep_rows);

  /// Handles every event that is due before `limit`. The time is `limit` then.
  void run_before(Moment limit);
  /// Ends the run. Whoever is still present is censored. @pre the time is the horizon; once only
  Records finish();
  Instant now() const { return time_.now(); }

  // Capacity, by the calendar.

  /// By whole day, in order of nodes, the desks and arrangements whose capacity may change.
  std::map<std::int64_t, std::vector<NodeId>> capacity_review_days() const {
    return capacity_.review_days();
  }
  /// Sets the capacity of a node for the whole day that begins now.
  void review_capacity(NodeId node) { capacity_.review(node); }
  /// Whether there are budgets. If so, they are reviewed on every day of the run but the first.
  bool has_budgets() const { return capacity_.has_budgets(); }
  void review_budgets() { capacity_.review_budgets(); }

  // Who is found at nodes. @pre the phase of changes, after all other changes

  /// The run begins: the youths of `initial` are there.
  void begin_initial() { add_found_youths(scenario_.initial, YouthRow::of_initial); }
  /// The start date: whoever is at a node that `today` names makes way for whom the records name.
  void begin_today();

  // What roles do.

  /// Casework takes up the next case, and does the first of these that it can: places the youth in
  /// an arrangement, makes a place, puts the youth at the head of a list.
  /// @param address   first word of addresses of the role
  /// @param may_make  whether one more place may be made in an arrangement; called once for a place
  /// @return nothing when no case is left that can be taken up
  std::optional<RoleAction> mediate(const Casework& rules, std::uint32_t address,
                                    const std::function<bool(NodeId)>& may_make);
  /// Desks get one staff and one list, or get their own again.
  /// @return one action per desk: how many youths changed lists
  std::vector<RoleAction> join_desks(const SingleDesk& desk);
  std::vector<RoleAction> part_desks(const SingleDesk& desk);
  /// Opens places in an arrangement from now on, or closes them (a negative number).
  void add_places(NodeId arrangement, std::int64_t count) {
    capacity_.add_places(arrangement, count);
  }
  /// Units of an arrangement, or places, stop: from now on nobody enters there, and their youths
  /// wait for others.
  void give_notice(const Stops& stops);
  /// The units close for good. Youths who do not finish their stay there move, or wait.
  /// @return what was done: units or places that stopped, youths who moved, youths who wait
  std::vector<RoleAction> stop(const Stops& stops, InterventionId by);
  /// Records an action of a role, if rows are kept.
  void report(const RoleAction& action) { recorder_.add_action(action); }

  // What roles and the census read.

  /// Places of an arrangement, which are all that can be closed.
  std::int64_t places_of(NodeId arrangement) const { return capacity_.places_of(arrangement); }
  /// From now on the node keeps the wait of every entry, for waits_since().
  void watch(NodeId node);
  /// Waits of the youths who entered the node since then, and waits until now of those on its list
  /// [day]. @pre the node is watched since then
  std::vector<double> waits_since(NodeId node, Instant since) const;
  /// Youths on the list of the node.
  std::size_t listed_at(NodeId node) const;
  /// What was used of the node since the run began.
  NodeRecord::Usage used_so_far(NodeId node) const { return capacity_.used_so_far(node); }
  /// Records the weekly count.
  void take_census() { recorder_.take_census(); }

 private:
  // Events (region.cpp).
  void handle(const DueEvent& event);
  bool skip_to(Phase phase);
  void advance(Moment moment) {
    if (time_.advance(moment)) begin_year();
  }
  void begin_year();

  // Arrivals (arrivals.cpp).
  void arrive(Inflow& inflow);
  Youth& admit_arrival(const Inflow& inflow);
  void enrol(Youth& youth, std::int32_t month, std::uint32_t ordinal);

  // Youths who are found at nodes (found_youths.cpp), and whom they replace (today.cpp).
  /// Something that is found under way [day; at a desk with limits hour of work].
  struct UnderWay {
    double whole = 0;
    double to_come = 0;

    double passed() const { return whole - to_come; }
  };
  void add_found_youths(const std::vector<FoundYouths>& groups, std::int32_t month);
  void add_found_youth(const FoundYouths& group, const RecordedYouth& known, std::int32_t month,
                       std::uint32_t ordinal, const IdVector<SourceId, double>& mix);
  void draw_found_person(Youth& youth, const FoundYouths& group, const RecordedYouth& known,
                         const IdVector<SourceId, double>& mix);
  UnderWay draw_under_way(const Youth& youth, const FoundYouths& group, const Quantity& whole,
                          Decision decision, std::optional<double> passed, double scale) const;
  void find_inside(Youth& youth, const FoundYouths& group, const RecordedYouth& known);
  void find_in_work(Youth& youth, const FoundYouths& group, const RecordedYouth& known);
  void find_on_list(Youth& youth, const FoundYouths& group, const RecordedYouth& known);
  void begin_found_visit(Youth& youth, const RecordedYouth& known);
  void note_found_inside(NodeId node);
  bool is_at_any(const Youth& youth, const IdVector<NodeId, bool>& nodes) const;
  void replace(Youth& youth);
  std::vector<Youth*> present_in_order() const;

  // From one node to the next (transitions.cpp), and out (exits.cpp).
  void draw_route(Youth& youth, NodeId from, std::uint32_t ordinal);
  void start_handover(Youth& youth);
  void redirect(Youth& youth, NodeId to);
  void set_sender(Youth& youth);
  void ask(Youth& youth);
  bool bounces(const Youth& youth) const;
  void bounce(Youth& youth);
  void exit(Youth& youth, bool for_good = false);
  Instant draw_return(Youth& youth);
  void await_return(Youth& youth, Instant until);
  void return_from_exit(Youth& youth);

  // Requests and lists (requests.cpp), and offers (offers.cpp).
  void request(Youth& youth);
  void begin_request(Youth& youth, const SiteState& unit);
  void join_list(Youth& youth, SiteState& unit);
  void leave_lists(Youth& youth, WaitEnd end);
  void turn_away(Youth& youth, SiteState& unit);
  void drop_requests(Youth& youth, NodeId to, WaitEnd end = WaitEnd::left_list,
                     Outcome outcome = Outcome::left_list);
  void begin_waiting(Youth& youth);
  void give_up(Youth& youth);
  void worsen(Youth& youth);
  void make_offer();
  void offer(Youth& youth, SiteState& unit);
  void refuse(Youth& youth, SiteState& unit);

  // Requests for one of several nodes (choice.cpp).
  void choose_node(Youth& youth);
  void register_at_others(Youth& youth);
  SiteState& first_declared_offer(Youth& youth, SiteState& offering);
  static void swap_with_first(Youth& youth, const SiteState& unit);
  void leave_other_lists(Youth& youth, WaitEnd end);
  void end_registration(Youth& youth, std::size_t which, WaitEnd end, Outcome outcome);
  void refuse_registration(Youth& youth, SiteState& unit);

  // Places at other units than the own (elsewhere.cpp).
  void plan_looking_elsewhere(Youth& youth);
  void look_elsewhere(Youth& youth);
  void leave_shared_list(const Youth& youth, NodeId node, WaitList::Handle& in_line);
  bool goes_elsewhere(const Youth& youth, NodeId node) const;
  bool enters_elsewhere_at_once(const Youth& youth, NodeId node) const;
  std::int64_t served_at_own(const SiteState& unit) const;
  bool turns_away(const Youth& youth, NodeId node, const SiteState& unit) const;
  static SiteState& roomiest_of(const SiteState& shared_list);

  // Desks (desk.cpp).
  void begin_work(Youth& youth, SiteState& unit);
  void schedule_decision(Youth& youth);
  void end_work(Youth& youth);
  void decide(Youth& youth);
  void leave_desk(Youth& youth, Outcome outcome = Outcome::completed);

  // Arrangements (arrangement.cpp), and places held until the next is free (holding.cpp).
  void enter(Youth& youth, SiteState& unit);
  void occupy(Youth& youth, SiteState& unit, Days stay);
  Instant end_of_stay(const Youth& youth, const Arrangement& rules, Instant drawn) const;
  void end_stay(Youth& youth);
  void vacate(SiteState& unit, const OpenVisit& visit, Outcome outcome = Outcome::completed);
  void record_first_placement(Youth& youth);
  void record_end_of_care(const Youth& youth);
  bool must_hold(const Youth& youth, NodeId to) const;
  bool leads_back(const Youth& youth, NodeId to) const;
  void hold_place(Youth& youth);
  void end_held_stay(Youth& youth, Outcome outcome = Outcome::completed);
  void release_held_place(Youth& youth);
  void move_cycle();
  void age_out(Youth& youth);

  // School attendance (absence.cpp), and the case that it opens (absence_case.cpp).
  void set_attendance(Youth& youth, Attendance attendance, double education);
  void apply_education(Youth& youth, const Node& here);
  void become_absent(Youth& youth);
  void attend_again(Youth& youth);
  void begin_hazards(Youth& youth);
  void end_absence(Youth& youth);
  void end_absence_spell(Youth& youth);
  void open_case(Youth& youth);
  void lapse_case(Youth& youth);
  void decide_case(Youth& track);

  // What goes on beside the way of a youth (tracks.cpp, track_steps.cpp).
  Youth& open_track(Youth& youth, NodeId node, const TrackLink& link, Instant asks);
  void ask_also_from_source(Youth& youth);
  void ask_also_on_entry(Youth& youth, const Route* by);
  void ask_for(Youth& youth, const std::vector<Also>& help, std::uint32_t visits,
               const TrackLink& link);
  bool take_over_track(Youth& youth);
  void take_over_work(Youth& youth, Youth& track);
  void end_tracks(Youth& youth);
  void end_tracks_asked_in(Youth& youth, const OpenVisit& visit);
  void detach_tracks(Youth& youth, bool returns);
  void enter_track(Youth& track, SiteState& unit);
  void begin_help(const Youth& track);
  void end_track(Youth& track, WaitEnd end, Outcome outcome);
  void remove_track(Youth& track);
  void copy_state_of_youth(Youth& track);
  void copy_state_to_tracks(Youth& youth, ListOrder order);
  Youth* track_at(const Youth& youth, NodeId node);
  Youth* youth_of_track(const Youth& track);

  // Legal clocks (legal_clock_events.cpp).
  void time_from_before(Youth& youth);
  void notify_clocks(Youth& youth, ClockEvent event, NodeId node = no_node) {
    if (!clocks_) return;
    if (youth.is_track()) return notify_clocks_of_track(youth, event, node);
    if (youth.timers.term_ends.event != Calendar::none || clocks_->listens(event, node))
      update_clocks(youth, event, node, now());
  }
  void notify_clocks_of_track(const Youth& track, ClockEvent event, NodeId node_id);
  void update_clocks(Youth& youth, ClockEvent event, NodeId node, Instant at);
  void end_term(Youth& youth);

  // Units that stop (stopping.cpp).
  std::vector<Youth*> youths_who_lose_their_place(const Stops& stops);
  std::vector<Youth*> youths_inside(const SiteState& unit);
  bool displace(Youth& youth, InterventionId by);
  void lose_held_place(Youth& youth);
  void change_units(Youth& youth, SiteState& to);
  void wait_anew(Youth& youth);
  void resume_stay(Youth& youth, SiteState& unit);
  void end_displacement(Youth& youth, std::uint64_t StopRecord::*as);

  // Casework (mediation.cpp) and joined desks (joining.cpp).
  Youth* pick_case(const Casework& rules);
  static bool is_listed_at(const Youth& youth, NodeId node);
  void place(Youth& youth, SiteState& unit);
  void move_request(Youth& youth, SiteState& unit);
  void put_at_head(Youth& youth, NodeId node);
  std::vector<RoleAction> move_lists(const SingleDesk& desk, bool joined);

  const Node& node(NodeId id) const { return scenario_.nodes[id]; }

  // In order of construction: each knows only those above it, and `youths_` and `calendar_`.
  const Scenario& scenario_;
  SimulationTime time_;            ///< the present moment
  Moment limit_;                   ///< before which run_before() runs what is due
  Draws draws_;                    ///< random numbers, by address
  Sampler sampler_;                ///< parameters and quantities as they are now
  NodeStates nodes_;               ///< desks and arrangements, their units and lists
  Recorder recorder_;              ///< what is recorded of the run
  Calendar calendar_;              ///< events of youths and sources
  Youths youths_;                  ///< who is present
  std::uint32_t youth_count_ = 0;  ///< youths who ever arrived
  int years_noted_ = 0;            ///< years of the result at whose end the lists were noted
  Inflows inflows_;                ///< who arrives next
  OfferQueue offers_;              ///< which unit makes the next offer
  WaitLists lists_;                ///< the order of lists
  Timers timers_;                  ///< what happens to a youth unless something else comes first
  Router router_;                  ///< where a youth goes next
  BlockedCycles cycles_;           ///< youths who wait for each other's places
  Capacity capacity_;              ///< places, staff and budgets
  MoveGuard move_guard_;           ///< against endless moves at one instant
  AttendanceBook attendance_;      ///< the school register
  std::optional<LegalClocks> clocks_;  ///< legal terms, if there are any
};

}  // namespace doorstroom
