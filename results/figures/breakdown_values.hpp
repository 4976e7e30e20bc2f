#pragma once
/// Costs by funder, and key figures by group of youths: one value per replication, in order, over
/// the counted period.

#include <string>
#include <string_view>
#include <vector>

#include "models/messages/message.hpp"
#include "results/file/result_reader.hpp"

namespace doorstroom {

/// The name under which costs appear for which the scenario names no funder.
inline constexpr std::string_view nobody = "none";

/// Funders in declared order; then `nobody`, if there are such costs.
std::vector<std::string> funders_in(ResultReader& file);
/// What a funder pays [EUR/year]; zeros when the file has no such funder.
std::vector<double> paid_by(ResultReader& file, const std::string& funder);
/// What the interventions themselves cost, whoever pays [EUR/year].
std::vector<double> paid_for_interventions(ResultReader& file);

/// Subregions, severities, age bands and values of attributes, as /groups names them:
/// "severity.complex".
std::vector<std::string> groups_in(ResultReader& file);
/// Ids of the legal clocks of a file.
std::vector<std::string> clocks_in(ResultReader& file);
/// Whether /groups has a column of that name.
bool is_kept_by_group(ResultReader& file, const std::string& column);
std::vector<double> group_values(ResultReader& file, const std::string& group,
                                 const std::string& column);
/// "severity complex", "5 to 12 years"; as /groups has it for another attribute.
LocalizedText group_label(const std::string& group);

}  // namespace doorstroom
