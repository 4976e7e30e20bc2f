#include "results/table/kpi_definition.hpp"

#include <algorithm>

namespace doorstroom {

ColumnSpec column_of(const KpiDefinition& kpi) {
  return {std::string(kpi.name),           kpi.type,
          std::string(kpi.units),          std::string(kpi.description_en),
          std::string(kpi.description_nl), {}};
}

const KpiDefinition* find_kpi(std::span<const KpiDefinition> kpis, std::string_view name) {
  const auto found = std::ranges::find(kpis, name, &KpiDefinition::name);
  return found == kpis.end() ? nullptr : &*found;
}

}  // namespace doorstroom
