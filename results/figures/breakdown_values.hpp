#pragma once
/// Key figures of a part of the whole: what each funder pays, and how each group of youths fares.
/// One value per replication in their order, over the counted period.

#include <string>
#include <string_view>
#include <vector>

#include "models/messages/said.hpp"
#include "results/file/result_reader.hpp"

namespace doorstroom {

/// Whose costs are those that no funder was named for.
inline constexpr std::string_view nobody = "none";

/// Who pays for something, in declared order; then `nobody`, if there are such costs.
std::vector<std::string> funders_in(ResultReader& file);
/// What a funder pays [euro a year]; nothing when the file does not know it.
std::vector<double> paid_by(ResultReader& file, const std::string& funder);

/// Subregions, severities and age bands, as /groups names them: "severity.complex".
std::vector<std::string> groups_in(ResultReader& file);
/// Whether a figure is kept by group.
bool is_kept_by_group(ResultReader& file, const std::string& column);
std::vector<double> group_values(ResultReader& file, const std::string& group,
                                 const std::string& column);
/// "severity complex", "from 5 to 12 years".
Text group_label(const std::string& group);

}  // namespace doorstroom
