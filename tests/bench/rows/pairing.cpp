// How far pairing cuts the variance of a difference: the process director beside the region,
// through the same futures and through others.

#include <string>
#include <vector>

#include "results/sweep/sample.hpp"
#include "tests/bench/groups.hpp"

namespace doorstroom::bench {
namespace {

constexpr std::uint32_t replications = 50;
constexpr auto other_seed = "seed=90125";
/// Those for which the region has said what would matter.
const std::vector<std::string> figures{"dropouts_per_year",      "absent_13w_mean",
                                       "placed_within_10w",      "oza.entered_within_10w",
                                       "zoa.entered_within_10w", "cost_euro_per_year"};

/// By figure, by replication.
using Futures = std::vector<std::vector<double>>;

Futures futures_of(const std::string& path, const std::vector<std::string>& sets) {
  std::vector<KpiName> names;
  for (const std::string& figure : figures) names.push_back(KpiName::parse(figure));
  const TableData rows = sample(scenario_of(path, sets), {0, replications}, names);
  Futures futures;
  for (std::size_t i = 1; i < rows.columns.size(); ++i)
    futures.push_back(std::get<std::vector<double>>(rows.columns[i]));
  return futures;
}

double variance_of_difference(const std::vector<double>& one, const std::vector<double>& other) {
  double sum = 0, squares = 0;
  const auto n = static_cast<double>(one.size());
  for (std::size_t i = 0; i < one.size(); ++i) sum += one[i] - other[i];
  for (std::size_t i = 0; i < one.size(); ++i) {
    const double away = one[i] - other[i] - sum / n;
    squares += away * away;
  }
  return squares / (n - 1);
}

/// By figure: the variance of the difference between runs with seeds of their own, by that between
/// runs with one seed.
std::vector<double> cuts() {
  const Futures base = futures_of("scenarios/holland-rijnland.yaml", {});
  const Futures paired = futures_of("scenarios/procesregisseur-middle.yaml", {});
  const Futures apart = futures_of("scenarios/procesregisseur-middle.yaml", {other_seed});
  std::vector<double> ratios;
  for (std::size_t i = 0; i < figures.size(); ++i)
    ratios.push_back(variance_of_difference(apart[i], base[i]) /
                     variance_of_difference(paired[i], base[i]));
  return ratios;
}

}  // namespace

Group pairing() {
  Group group;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const auto work = [i] {
      static const std::vector<double> known = cuts();
      return Taken{1, known.at(i)};
    };
    group.sides.push_back({"paired_" + figures[i], "x", Figure::amount, work, 1});
    group.rows.push_back({.id = "pairing_" + figures[i],
                          .what = "variance of the director's effect, " + figures[i],
                          .yardstick = "with one seed",
                          .side = group.sides.back().id,
                          .target = 5,
                          .unit = "x"});
  }
  return group;
}

}  // namespace doorstroom::bench
