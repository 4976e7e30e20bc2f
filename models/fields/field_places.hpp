#pragma once
/// The paths at which each section of the field table may stand, for the manual.

#include <string>
#include <vector>

#include "models/fields/scenario_fields.hpp"

namespace doorstroom {

/// What stands in a path for a key that the scenario chooses.
inline constexpr std::string_view any_id = "ID";

/// A section and the paths at which it stands: "desks.ID.waiting"; of the root, the empty path.
struct SectionPlace {
  const Section* section;
  std::vector<std::string> paths;
};

/// The root and every section below it that this program reads, each once, in the order of the
/// table.
std::vector<SectionPlace> section_places(const Section& root);

/// The path of a key below another.
std::string below(std::string_view path, std::string_view key);

}  // namespace doorstroom
