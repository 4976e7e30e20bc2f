#pragma once
/// The groups of youths for which key figures are also reported: a subregion, a severity, an age
/// band, and a value of each attribute that the scenario names for it. A youth gets its groups on
/// arrival or when the run begins, and keeps them.
///
/// The age bands follow compulsory school age: below it, primary school, secondary school up to its
/// end, above it.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// Indices of the groups that one youth belongs to.
class GroupsOfYouth {
 public:
  void add(std::size_t group) { groups_[count_++] = static_cast<std::int16_t>(group); }

  const std::int16_t* begin() const { return groups_.data(); }
  const std::int16_t* end() const { return groups_.data() + count_; }

 private:
  std::array<std::int16_t, most_attributes + 2> groups_{};
  std::uint8_t count_ = 0;
};

/// @param age_years  exact
GroupsOfYouth groups_of(const Scenario& scenario, const AttributeValues& values,
                        SeverityId severity, double age_years);

/// All of them, by index: "subregion.noord", "severity.light", "age.5_to_12", "gemeente.leiden".
std::vector<std::string> group_names(const Scenario& scenario);

}  // namespace doorstroom
