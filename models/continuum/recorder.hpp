#pragma once
/// Writes down what happens in a replication: visits, waits, flows, the weekly census, and sums per
/// year. Rows of visits, youths and actions are kept only on demand; sums always.

#include <cstdint>

#include "models/continuum/flow_counter.hpp"
#include "models/continuum/node_states.hpp"
#include "models/continuum/records.hpp"
#include "models/continuum/simulation_time.hpp"
#include "models/continuum/youth.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

class Recorder {
 public:
  /// The scenario, the time and the nodes must outlive it.
  Recorder(const Scenario& scenario, const SimulationTime& time, NodeStates& nodes, bool keep_rows);

  /// For those that add figures of their own.
  Records& records() { return records_; }

  /// Adds to the figures of the present year, and of the youth's groups.
  /// @param add  what it does to each YearRecord
  template <class Add>
  void tally(const Person& person, Add add) {
    records_.tally(person.groups, time_.year(), add);
  }
  void count_flow(NodeId from, NodeId to) { flows_.count(time_.year(), from, to); }
  /// A year of the result has begun, or the counted period has ended.
  void begin_year() { flows_.end_year(records_.flows); }
  /// A year of the result ends while a youth is on the list of a node.
  void note_listed(NodeId node, int year, Days waited) {
    nodes_[node].record.waited_at_year_end[static_cast<std::size_t>(year)].push_back(waited.count);
  }

  /// @param month    of arrival, as YouthRow has it
  /// @param ordinal  of the arrival in that month
  void add_youth(const Person& person, std::int32_t month, std::uint32_t ordinal);
  /// The youth leaves by an exit; by none, if replaced.
  void add_exit(const Person& person, NodeId exit);
  /// The youth returns, and is present again.
  void withdraw_exit(const Person& person);
  /// Actions after the counted period are not recorded.
  void add_action(const RoleAction& action) {
    if (keep_rows_ && action.at < scenario_.period.end()) records_.actions.push_back(action);
  }

  /// A visit ends. @param to  no_node: the run ends, or the request goes on at another node
  void end_visit(const Youth& youth, const OpenVisit& visit, Outcome outcome, NodeId to);
  /// The present visit ends.
  void end_visit(const Youth& youth, Outcome outcome, NodeId to) {
    end_visit(youth, youth.visit, outcome, to);
  }
  /// The visit of one of several registrations ends.
  void end_visit(const Youth& youth, const Registration& other, Outcome outcome);
  /// The wait on the list of the present visit ends. One that is replaced is not recorded.
  void end_wait(const Youth& youth, WaitEnd end) {
    end_wait(youth, youth.visit.node, youth.visit.unit, youth.wait.free_without_start_on_asking,
             end);
  }
  /// The wait on the list of one of several registrations ends.
  void end_wait(const Youth& youth, const Registration& other, WaitEnd end) {
    end_wait(youth, other.node, other.unit, other.free_without_start_on_asking, end);
  }

  void take_census();
  /// The run ends: completes the figures of nodes and flows, and gives all away.
  Records finish();

 private:
  void end_wait(const Youth& youth, NodeId node, std::int16_t unit, Days free_on_asking,
                WaitEnd end);
  void finish_node(NodeState& here);

  const Scenario& scenario_;
  const SimulationTime& time_;
  NodeStates& nodes_;
  bool keep_rows_;
  Records records_;
  FlowCounter flows_;
};

}  // namespace doorstroom
