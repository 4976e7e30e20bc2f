#include "results/comparison/over_evidence.hpp"
#include "results/experiment/states_of_world.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <span>
#include <utility>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "results/sweep/sample.hpp"

namespace doorstroom {
namespace {

/// Values of the key figures: by figure, by replication.
using Figures = std::vector<std::vector<double>>;

Bytes packed(const TableData& rows) {
  std::vector<double> numbers;
  for (std::size_t i = 1; i < rows.columns.size(); ++i) {
    const auto& column = std::get<std::vector<double>>(rows.columns[i]);
    numbers.insert(numbers.end(), column.begin(), column.end());
  }
  const auto bytes = std::as_bytes(std::span(numbers));
  return {bytes.begin(), bytes.end()};
}

Figures figures_of(const Bytes& bytes, std::size_t figures, std::size_t replications) {
  DOORSTROOM_EXPECT(bytes.size() == figures * replications * sizeof(double));
  Figures values(figures, std::vector<double>(replications));
  for (std::size_t i = 0; i < figures; ++i)
    std::memcpy(values[i].data(), bytes.data() + i * replications * sizeof(double),
                replications * sizeof(double));
  return values;
}

class Experiment {
 public:
  Experiment(ResultReader& base, std::vector<ResultReader>& variants, EvidencePlan plan)
      : plan_(std::move(plan)), seed_(static_cast<std::uint32_t>(base.integer("seed"))) {
    add(base);
    for (ResultReader& variant : variants) add(variant);
    assumptions_ = assumptions_of(trees_);
    check_anything_varies(assumptions_, base.path());
    draw();
    base_ = {names_.front(), base.text("scenario_sha256")};
  }

  OverEvidence run(const std::vector<KpiName>& kpis, const PoolOptions& options) const {
    std::vector<std::vector<Figures>> found(plan_.points);  // by point, by scenario
    PoolOptions pool = options;
    pool.first = 0;
    pool.count = static_cast<std::uint32_t>(points_.size() * trees_.size());
    pool.name = [&](std::uint32_t job) -> Message {
      return message("{0}, point {1}", names_[job % trees_.size()], job / trees_.size());
    };
    run_replications(
        pool,
        [&](std::uint32_t job, const Send& send) {
          const Scenario scenario = scenario_of(job % trees_.size(), points_[job / trees_.size()]);
          send(packed(sample(scenario, {0, plan_.replications}, kpis)));
        },
        [&](std::uint32_t job, const Pieces& pieces) {
          found[job / trees_.size()].push_back(
              figures_of(pieces.front(), kpis.size(), plan_.replications));
        });

    OverEvidence result{plan_, assumptions_, {}, base_};
    for (std::size_t variant = 1; variant < trees_.size(); ++variant) {
      std::vector<EvidenceSpread>& spreads = result.variants.emplace_back();
      for (std::size_t i = 0; i < kpis.size(); ++i)
        spreads.push_back(
            {kpis[i], variance_components(differences(found, variant, i), Seeds::shared)});
    }
    return result;
  }

 private:
  void add(ResultReader& file) {
    trees_.emplace_back(file.path(), file.resolved());
    names_.push_back(file.text("scenario_name"));
  }

  void draw() {
    const std::vector<WorldState> states =
        plan_.sets ? states_of_sets(assumptions_, *plan_.sets, seed_)
                   : states_within_ranges(assumptions_, plan_.points, seed_);
    plan_.points = static_cast<std::uint32_t>(states.size());
    for (const WorldState& state : states) points_.push_back(state.values);
  }

  Scenario scenario_of(std::size_t which, const std::vector<std::string>& values) const {
    try {
      Scenario scenario = trees_[which].with(assumptions_.sets_of(which, values)).scenario;
      scenario.seed = seed_;
      return scenario;
    } catch (const InputError& error) {
      std::string assumed;
      for (std::size_t i = 0; i < values.size(); ++i)
        if (!assumptions_.varied[i].paths[which].empty())
          assumed += fmt::format("  {} = {}\n", assumptions_.varied[i].factor.path, values[i]);
      throw input_error(
          message("{0}: these values of `evidence` do not go together:\n{1}{2}\n  narrow a range, "
                  "so that every value of it goes with every other",
                  names_[which], assumed, LocalizedText(error)));
    }
  }

  /// Variant minus base of a figure, by point and replication.
  static std::vector<std::vector<double>> differences(
      const std::vector<std::vector<Figures>>& found, std::size_t variant, std::size_t figure) {
    std::vector<std::vector<double>> differences;
    for (const std::vector<Figures>& at_point : found) {
      std::vector<double> of_point = at_point[variant][figure];
      std::ranges::transform(of_point, at_point[0][figure], of_point.begin(), std::minus{});
      differences.push_back(std::move(of_point));
    }
    return differences;
  }

  EvidencePlan plan_;
  std::uint32_t seed_;
  std::vector<ScenarioTree> trees_;  ///< of the base, then of the variants
  std::vector<std::string> names_;   ///< names of these scenarios
  Assumptions assumptions_;
  AskedScenario base_;
  std::vector<std::vector<std::string>> points_;  ///< by point, by assumption: its value
};

}  // namespace

OverEvidence over_evidence(ResultReader& base, std::vector<ResultReader>& variants,
                           const std::vector<KpiName>& kpis, EvidencePlan plan,
                           const PoolOptions& pool) {
  return Experiment(base, variants, std::move(plan)).run(kpis, pool);
}

}  // namespace doorstroom
