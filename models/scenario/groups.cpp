#include "models/scenario/groups.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace doorstroom {
namespace {

/// When youths go from primary to secondary school [year].
constexpr double leaves_primary_school = 12;

/// Where one age band ends and the next begins [year].
std::array<double, 3> band_edges(const Scenario& scenario) {
  const double from = scenario.compulsory_from;
  const double to = scenario.compulsory_to;
  return {from, std::clamp(leaves_primary_school, from, to), to};
}

}  // namespace

GroupsOfYouth groups_of(const Scenario& scenario, SubregionId subregion, SeverityId severity,
                        double age_years) {
  const auto subregions = static_cast<int>(scenario.subregions.size());
  const auto severities = static_cast<int>(scenario.severities.size());
  const std::array edges = band_edges(scenario);
  const auto band = std::ranges::upper_bound(edges, age_years) - edges.begin();
  return {static_cast<std::int16_t>(subregion.number()),
          static_cast<std::int16_t>(subregions + severity.number()),
          static_cast<std::int16_t>(subregions + severities + band)};
}

std::vector<std::string> group_names(const Scenario& scenario) {
  std::vector<std::string> names;
  for (const std::string& subregion : scenario.subregions)
    names.push_back("subregion." + subregion);
  for (const std::string& severity : scenario.severities) names.push_back("severity." + severity);
  const auto [begins, changes, ends] = band_edges(scenario);
  names.push_back(fmt::format("age.below_{:g}", begins));
  names.push_back(fmt::format("age.{:g}_to_{:g}", begins, changes));
  names.push_back(fmt::format("age.{:g}_to_{:g}", changes, ends));
  names.push_back(fmt::format("age.{:g}_and_above", ends));
  return names;
}

}  // namespace doorstroom
