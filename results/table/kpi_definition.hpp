#pragma once
/// What a key figure is called, is measured in and means. The lists of key figures, with the
/// function that computes each, stand in results/rows: system_kpis.cpp, waiting_kpis.cpp and
/// use_kpis.cpp.

#include <cstdint>
#include <span>
#include <string_view>

#include "models/messages/message.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// The direction in which a key figure improves; `neither` where more is as good as less.
enum class PreferredDirection : std::uint8_t { neither, lower, higher };

struct KpiDefinition {
  std::string_view name;  ///< of the column
  ColumnType type = ColumnType::float64;
  std::string_view units;        ///< "day", "youth/year"; "1" without a unit
  TranslatableText label;        ///< short, for a printed table
  TranslatableText description;  ///< whole sentence, for the result file
  PreferredDirection preferred = PreferredDirection::neither;
  bool headline = false;  ///< a verdict is given on it unless the scenario lists its own headline
};

/// The column of the result file that holds a key figure.
ColumnSpec column_of(const KpiDefinition& kpi);

/// @return the definition of that name in a list; null if the list has none
const KpiDefinition* find_kpi(std::span<const KpiDefinition> kpis, std::string_view name);

}  // namespace doorstroom
