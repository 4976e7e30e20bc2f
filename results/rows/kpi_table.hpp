#pragma once
/// What the three lists of key figures share. A list is a constexpr std::array of rows; each row
/// has a member `definition` (KpiDefinition) and a member `value`, a function from a span of time,
/// with what was counted in it, to the figure.

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "engine/sample.hpp"
#include "results/stats/intervals.hpp"
#include "results/table/kpi_definition.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

inline constexpr ColumnType real_number = ColumnType::float64;
inline constexpr ColumnType whole_number = ColumnType::int64;
inline constexpr bool is_headline = true;

/// A count as a floating-point number; exact below 2^53.
template <class Count>
constexpr double as_double(Count count) {
  return static_cast<double>(count);
}

/// A part as a share of the whole; NaN if the whole is zero.
constexpr double share(double part, double whole) {
  return whole > 0 ? part / whole : no_number;
}

/// Mean, median and 90% quantile (type 7) of lengths of time [day]; NaN without data.
struct DaysSummary {
  double mean;
  double p50;
  double p90;

  /// @param days  changes its order
  explicit DaysSummary(std::span<double> days) : DaysSummary(mean_of(days), days) {}
  /// @param mean_days  of these days, which a sum in another order could miss by the last bit
  DaysSummary(double mean_days, std::span<double> days) : mean(mean_days) {
    const std::vector<double> found = quantiles(days, {0.5, 0.9});
    p50 = found[0];
    p90 = found[1];
  }
};

/// The definitions of a list, in its order.
template <class Kpi, std::size_t size>
consteval std::array<KpiDefinition, size> definitions_of(const std::array<Kpi, size>& kpis) {
  std::array<KpiDefinition, size> definitions;
  for (std::size_t i = 0; i < size; ++i) definitions[i] = kpis[i].definition;
  return definitions;
}

/// Whether each figure of a list has a function, units, texts, and a name that no
/// other figure of the list has.
template <class Kpi, std::size_t size>
consteval bool is_complete(const std::array<Kpi, size>& kpis) {
  for (std::size_t i = 0; i < size; ++i) {
    const KpiDefinition& kpi = kpis[i].definition;
    if (kpis[i].value == nullptr) return false;
    if (kpi.name.empty() || kpi.units.empty()) return false;
    if (kpi.label.empty() || kpi.description.empty()) return false;
    for (std::size_t other = 0; other < i; ++other)
      if (kpis[other].definition.name == kpi.name) return false;
  }
  return true;
}

/// The columns of a table of key figures: the keys, then a column for each figure.
inline std::vector<ColumnSpec> with_kpis(std::vector<ColumnSpec> columns,
                                         std::span<const KpiDefinition> kpis) {
  for (const KpiDefinition& kpi : kpis) columns.push_back(column_of(kpi));
  return columns;
}

/// Adds a row to a table of key figures: the keys, then each figure of the list.
/// @param span  the span of time that the row is about, with what was counted in it
/// @pre the table has a column for each key and each figure, in this order
template <class Kpi, std::size_t size, class Span, class... Keys>
void add_kpi_row(TableData& rows, const std::array<Kpi, size>& kpis, const Span& span,
                 const Keys&... keys) {
  DOORSTROOM_EXPECT(rows.columns.size() == sizeof...(keys) + size);
  std::size_t column = 0;
  (rows.add_value(column++, keys), ...);
  for (const Kpi& kpi : kpis) rows.add_value(column++, kpi.value(span));
}

}  // namespace doorstroom
