#include "results/figures/breakdown_values.hpp"

#include <algorithm>

#include "models/scenario/names.hpp"
#include "results/figures/kpi_values.hpp"

namespace doorstroom {
namespace {

/// The names of an enum column.
std::vector<std::string> names_of(ResultReader& file, const std::string& table,
                                  const std::string& column) {
  if (!file.has_table(table)) return {};
  const TableSpec& spec = file.table(table).spec;
  return spec.columns[spec.index_of(column)].names;
}

/// The label of an age band such as "5_to_12".
LocalizedText age_label(const std::string& band) {
  constexpr std::string_view below = "below_";
  constexpr std::string_view above = "_and_above";
  constexpr std::string_view to = "_to_";
  if (band.starts_with(below)) return message("younger than {0}", band.substr(below.size()));
  if (band.ends_with(above))
    return message("{0} and older", band.substr(0, band.size() - above.size()));
  const std::size_t at = band.find(to);
  if (at == std::string::npos) return band;
  return message("{0} to {1} years", band.substr(0, at), band.substr(at + to.size()));
}

/// The sum of some rows of /costs in each replication [EUR/year]. @param wanted  which, by number
template <class Wanted>
std::vector<double> costs_where(ResultReader& file, Wanted wanted) {
  const Table& costs = file.table("/costs");
  const std::vector<double> euro = costs.as_numbers("euro");
  const int years = years_of(file);
  std::vector<double> euro_a_year(file.table("/replications").rows(), 0.0);
  for (std::size_t row = 0; row < costs.rows(); ++row)
    if (wanted(row))
      euro_a_year[static_cast<std::size_t>(costs.codes("replication")[row])] += euro[row] / years;
  return euro_a_year;
}

}  // namespace

std::vector<std::string> funders_in(ResultReader& file) {
  std::vector<std::string> funders = names_of(file, "/costs", "funder");
  const bool unnamed =
      !funders.empty() && std::ranges::count(file.table("/costs").codes("funder"), none_code) > 0;
  if (unnamed) funders.emplace_back(nobody);
  return funders;
}

std::vector<double> paid_by(ResultReader& file, const std::string& funder) {
  const Table& costs = file.table("/costs");
  const std::int32_t code = costs.code_of("funder", funder);
  const std::vector<std::int32_t>& funders = costs.codes("funder");
  return costs_where(file, [&](std::size_t row) { return funders[row] == code; });
}

std::vector<double> paid_for_interventions(ResultReader& file) {
  const std::vector<std::int32_t>& items = file.table("/costs").codes("item");
  const auto first = static_cast<std::int32_t>(file.table("/nodes").rows());
  return costs_where(file, [&](std::size_t row) { return items[row] >= first; });
}

std::vector<std::string> groups_in(ResultReader& file) {
  return names_of(file, "/groups", "group");
}

std::vector<std::string> clocks_in(ResultReader& file) {
  return names_of(file, "/clocks", "clock");
}

bool is_kept_by_group(ResultReader& file, const std::string& column) {
  const std::vector<ColumnSpec>& columns = file.table("/groups").spec.columns;
  return std::ranges::any_of(columns, [&](const ColumnSpec& each) { return each.name == column; });
}

std::vector<double> group_values(ResultReader& file, const std::string& group,
                                 const std::string& column) {
  const Table& groups = file.table("/groups");
  const std::int32_t code = groups.code_of("group", group);
  std::vector<std::size_t> meant;
  for (std::size_t row = 0; row < groups.rows(); ++row)
    if (groups.codes("group")[row] == code) meant.push_back(row);
  return groups.as_numbers(column, meant);
}

LocalizedText group_label(const std::string& group) {
  const std::size_t dot = group.find('.');
  const std::string kind = group.substr(0, dot);
  const std::string name = group.substr(dot == std::string::npos ? group.size() : dot + 1);
  if (kind == "subregion") return message("subregion {0}", name);
  if (kind == "severity") return message("severity {0}", level_without_label(name));
  return kind == "age" ? age_label(name) : LocalizedText(group);
}

}  // namespace doorstroom
