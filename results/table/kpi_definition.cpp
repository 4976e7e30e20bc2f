#include "results/table/kpi_definition.hpp"

#include <algorithm>

namespace doorstroom {

ColumnSpec column_of(const KpiDefinition& kpi) {
  return {.name = std::string(kpi.name),
          .type = kpi.type,
          .units = std::string(kpi.units),
          .description = kpi.description,
          .names = {}};
}

const KpiDefinition* find_kpi(std::span<const KpiDefinition> kpis, std::string_view name) {
  const auto found = std::ranges::find(kpis, name, &KpiDefinition::name);
  return found == kpis.end() ? nullptr : &*found;
}

}  // namespace doorstroom
