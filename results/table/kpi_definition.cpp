#include "results/table/kpi_definition.hpp"

#include <algorithm>

#include "results/table/column.hpp"

namespace doorstroom {

ColumnSpec column_of(const KpiDefinition& kpi) {
  return {.name = std::string(kpi.name),
          .type = kpi.type,
          .units = std::string(kpi.units),
          .description_en = kpi.description.in(Language::en),
          .description_nl = column::in_dutch(kpi.description),
          .names = {}};
}

const KpiDefinition* find_kpi(std::span<const KpiDefinition> kpis, std::string_view name) {
  const auto found = std::ranges::find(kpis, name, &KpiDefinition::name);
  return found == kpis.end() ? nullptr : &*found;
}

}  // namespace doorstroom
