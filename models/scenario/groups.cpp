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

GroupsOfYouth groups_of(const Scenario& scenario, const AttributeValues& values,
                        SeverityId severity, double age_years) {
  GroupsOfYouth groups;
  if (const ValueId subregion = values[subregion_attribute]) groups.add(subregion.index());
  std::size_t before = scenario.attributes[subregion_attribute].values.size();
  groups.add(before + severity.index());
  before += scenario.severities.size();
  const std::array edges = band_edges(scenario);
  const auto band = std::ranges::upper_bound(edges, age_years) - edges.begin();
  groups.add(before + static_cast<std::size_t>(band));
  before += edges.size() + 1;
  for (const AttributeId attribute : scenario.groups) {
    if (const ValueId value = values[attribute]) groups.add(before + value.index());
    before += scenario.attributes[attribute].values.size();
  }
  return groups;
}

std::vector<std::string> group_names(const Scenario& scenario) {
  std::vector<std::string> names;
  for (const std::string& subregion : scenario.attributes[subregion_attribute].values)
    names.push_back("subregion." + subregion);
  for (const std::string& severity : scenario.severities) names.push_back("severity." + severity);
  const auto [begins, changes, ends] = band_edges(scenario);
  names.push_back(fmt::format("age.below_{:g}", begins));
  names.push_back(fmt::format("age.{:g}_to_{:g}", begins, changes));
  names.push_back(fmt::format("age.{:g}_to_{:g}", changes, ends));
  names.push_back(fmt::format("age.{:g}_and_above", ends));
  for (const AttributeId id : scenario.groups) {
    const Attribute& attribute = scenario.attributes[id];
    for (const std::string& value : attribute.values)
      names.push_back(fmt::format("{}.{}", attribute.id, value));
  }
  return names;
}

}  // namespace doorstroom
