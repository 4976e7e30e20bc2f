#pragma once
/// Runs an analytic scenario, and holds what it came to against a formula.
///
/// What is compared is one number per replication, and the formula must lie within three standard
/// errors of their mean. Each comparison prints its line, so that the program's output is the table
/// of all of them.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/continuum/continuum.hpp"
#include "models/loading/scenario_loader.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/rows/replication_rows.hpp"
#include "results/rows/schema.hpp"
#include "results/run/result_writer.hpp"
#include "results/stats/intervals.hpp"
#include "tests/support/example.hpp"

namespace doorstroom::analytic {

/// One number per replication.
struct Sample {
  std::string name;
  std::vector<double> values;

  double mean() const { return mean_of(values); }
  double standard_error() const {
    Welford sample;
    for (const double value : values) sample.add(value);
    return std::sqrt(sample.variance() / static_cast<double>(values.size()));
  }
};

/// Whether a formula lies within three standard errors; of numbers that are all alike, whether it
/// is that number.
inline testing::AssertionResult agrees(const Sample& sample, double formula) {
  const double mean = sample.mean();
  const double error = sample.standard_error();
  const double rounding = 1e-9 * std::max(1.0, std::abs(formula));
  const double off = (mean - formula) / std::max(error, rounding);
  const std::string line =
      fmt::format("{:<34} formula {:>10.6g}  simulated {:>10.6g}  standard error {:>9.3g}  {:+.2f}",
                  sample.name, formula, mean, error, off);
  fmt::print("{}\n", line);
  return std::abs(off) <= 3 ? testing::AssertionSuccess()
                            : testing::AssertionFailure() << line << " standard errors";
}

/// What one replication had to say beside its key figures, by name.
using Measures = std::map<std::string, double>;
/// Looks at a replication, all its visits and youths kept.
using Observe = std::function<Measures(const Scenario&, const Records&)>;

inline NodeId node_called(const Scenario& scenario, const std::string& id) {
  if (const NodeId node = scenario.nodes.find(id, &Node::id)) return node;
  throw InputError("no node is called " + id);
}

/// For a closer look than the scenario's own: DOORSTROOM_REPLICATIONS=400 in the environment.
inline std::uint32_t replications_of(const Scenario& scenario) {
  const char* wish = std::getenv("DOORSTROOM_REPLICATIONS");
  return wish == nullptr ? scenario.replications
                         : static_cast<std::uint32_t>(std::strtoul(wish, nullptr, 10));
}

/// All replications of a scenario in this folder.
class Experiment {
 public:
  explicit Experiment(const std::string& file, Observe observe = {})
      : scenario_(load_scenario(DOORSTROOM_SOURCE_DIR "/tests/analytic/" + file).scenario) {
    scenario_.replications = replications_of(scenario_);
    {
      ResultWriter writer(folder_ / "run.h5", scenario_, {"0", "0"}, false);
      for (std::uint32_t replication = 0; replication < scenario_.replications; ++replication) {
        const Records records = simulate(scenario_, replication, true);
        writer.append(tables_of(scenario_, replication, records, false));
        every_youth_is_accounted_for(records);
        for (const NodeId id : scenario_.nodes.ids())
          if (has_list(scenario_.nodes[id])) look_at(id, records);
        if (observe)
          for (const auto& [name, value] : observe(scenario_, records)) note(name, value);
      }
      writer.finish(example::facts());
    }
    results_.emplace(folder_ / "run.h5");
    for (const Node& node : scenario_.nodes)
      if (has_list(node)) obeys_little(node.id);
  }

  const Scenario& scenario() const { return scenario_; }
  /// Counted days.
  double days() const { return (scenario_.period.horizon() - Instant{}).count; }

  /// A key figure, read from the result file.
  Sample kpi(const std::string& name) { return {name, kpi_values(*results_, name)}; }
  /// What the observer measured; of each desk and arrangement also NODE.wait_of_all, .wait_squared,
  /// .waited_at_all and .gave_up, of all whose wait has ended.
  Sample measured(const std::string& name) const { return {name, measured_.at(name)}; }

 private:
  void note(const std::string& name, double value) { measured_[name].push_back(value); }

  /// Who comes, goes or stays is counted in the balance, and stands among the rows.
  void every_youth_is_accounted_for(const Records& records) const {
    EXPECT_EQ(records.arrived + records.present_at_start, records.exited + records.present_at_end);
    EXPECT_EQ(records.youths.size(), records.arrived + records.present_at_start);
    EXPECT_EQ(std::count_if(records.youths.begin(), records.youths.end(),
                            [](const YouthRow& youth) { return youth.exited != never; }),
              static_cast<std::ptrdiff_t>(records.exited));
    EXPECT_GE(records.arrived, 5000u);
  }

  void look_at(NodeId id, const Records& records) {
    const NodeRecord& record = records.nodes[id];
    EXPECT_EQ(record.entered + record.inside_at_start, record.left + record.inside_at_end);
    every_day_on_the_list_is_somebodys_wait(record);
    if (scenario_.nodes[id].kind == NodeKind::arrangement)
      every_day_of_use_is_somebodys_stay(id, records);

    double ended = 0, total = 0, squares = 0, waited = 0, gave_up = 0;
    for (const KeptWaits& year : record.waits)
      for (const Wait& wait : year) {
        if (wait.end() == WaitEnd::still_waiting) continue;
        const double length = wait.length().count;
        ended += 1;
        total += length;
        squares += length * length;
        waited += length > 0 ? 1 : 0;
        gave_up += wait.end() == WaitEnd::left_list ? 1 : 0;
      }
    const std::string& name = scenario_.nodes[id].id;
    note(name + ".wait_of_all", total / ended);
    note(name + ".wait_squared", squares / ended);
    note(name + ".waited_at_all", waited / ended);
    note(name + ".gave_up", gave_up / ended);
  }

  /// Little's law to the last day: the time integral of the list is the sum of the waits.
  static void every_day_on_the_list_is_somebodys_wait(const NodeRecord& record) {
    double waits = 0;
    for (const KeptWaits& year : record.waits)
      for (const Wait& wait : year) waits += wait.length().count;
    for (const EarlierWait& earlier : record.earlier)
      waits += (earlier.wait.length() - earlier.before).count;
    double listed = 0;
    for (const NodeRecord::Usage& part : record.segments) listed += part.waiting_days;
    EXPECT_NEAR(listed, waits, 1e-9 * std::max(1.0, waits));
  }

  /// Likewise of the places and the stays, as far as they lie in the counted period.
  void every_day_of_use_is_somebodys_stay(NodeId id, const Records& records) const {
    const Instant horizon = scenario_.period.horizon();
    double stays = 0;
    for (const Visit& visit : records.visits) {
      if (visit.node != id || visit.entered == never) continue;
      const Instant from = std::max(visit.entered, Instant{});
      const Instant to = std::min(visit.left, horizon);
      if (from < to) stays += (to - from).count;
    }
    double used = 0;
    for (const NodeRecord::Usage& part : records.nodes[id].segments) used += part.occupied_days;
    EXPECT_NEAR(used, stays, 1e-9 * std::max(1.0, stays));
  }

  /// Little's law as it is known: mean list = rate of asking x mean wait.
  void obeys_little(const std::string& node) {
    const double list = kpi(node + ".waiting_mean").mean();
    const double rate = kpi(node + ".asked").mean() / days();
    EXPECT_NEAR(list, rate * measured(node + ".wait_of_all").mean(), 0.01 * list + 1e-9) << node;
  }

  Scenario scenario_;
  example::TemporaryFolder folder_;
  std::map<std::string, std::vector<double>> measured_;
  std::optional<ResultReader> results_;
};

}  // namespace doorstroom::analytic
