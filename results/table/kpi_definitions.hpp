#pragma once
/// The key figures, each said once: name, units, and what it means in English and Dutch. The result
/// file, the summary and the comparison of scenarios all read this list.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "results/table/table.hpp"

namespace doorstroom {

/// Which way a key figure should go; `neither` where more is as good as less.
enum class PreferredDirection : std::uint8_t { neither, lower, higher };

struct KpiDefinition {
  std::string_view name;  ///< of the column
  ColumnType type = ColumnType::float64;
  std::string_view units;
  std::string_view label_en;  ///< short, for a table
  std::string_view label_nl;
  std::string_view description_en;  ///< whole, for the file
  std::string_view description_nl;
  PreferredDirection preferred = PreferredDirection::neither;
  bool headline = false;  ///< what a verdict is about unless the scenario says otherwise
};

/// Of the whole system: columns of /replications and /by_year.
std::span<const KpiDefinition> system_kpis();
/// Of a group of youths: columns of /groups. Those of the whole system but for the cost, which is
/// nobody's own.
std::span<const KpiDefinition> group_kpis();
/// Of a desk or arrangement: columns of /waiting.
std::span<const KpiDefinition> waiting_kpis();
/// Of a desk or arrangement: columns of /use.
std::span<const KpiDefinition> use_kpis();

ColumnSpec column_of(const KpiDefinition& kpi);
/// The definition of that name among some; null if there is none.
const KpiDefinition* find_kpi(std::span<const KpiDefinition> kpis, std::string_view name);

}  // namespace doorstroom
