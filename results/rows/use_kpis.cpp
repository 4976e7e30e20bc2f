#include <array>

#include "results/rows/kpi_lists.hpp"
#include "results/rows/kpi_table.hpp"
#include "results/rows/schema.hpp"
#include "results/rows/table_definition.hpp"

/// Key figures of the use of desks and arrangements: the table /use.

namespace doorstroom {
namespace {

/// What was used of one desk or arrangement, or of one of its units, in one span of time.
struct UseSpan {
  NodeRecord::Usage usage;
  double days;     ///< length of the span
  bool is_desk;    ///< else an arrangement
  bool unlimited;  ///< without limit of staff or places
};

/// A key figure, and how it is computed from one span of time.
struct UseKpi {
  KpiDefinition definition;
  double (*value)(const UseSpan&) = nullptr;
};

constexpr std::array use_list{
    UseKpi{{"occupied_mean", real_number, "place", translatable("In use"),
            translatable("Mean number of places taken; at a desk of workers at work")},
           [](const UseSpan& span) { return span.usage.occupied_days / span.days; }},
    UseKpi{{"places_mean", real_number, "place", translatable("Places"),
            translatable("Mean number of places, at a desk of workers; -1 if unlimited")},
           [](const UseSpan& span) {
             return span.unlimited ? -1.0 : span.usage.places_days / span.days;
           }},
    UseKpi{
        {"utilisation", real_number, "1", translatable("Use"),
         translatable("Places taken over places, above 1 where places fell and stays went on; at a "
                      "desk worked over available hours"),
         PreferredDirection::neither, is_headline},
        [](const UseSpan& span) {
          return span.unlimited ? no_number
                 : span.is_desk ? share(span.usage.worked_hours, span.usage.available_hours)
                                : share(span.usage.occupied_days, span.usage.places_days);
        }},
    UseKpi{{"waiting_mean", real_number, "youth", translatable("Waiting"),
            translatable("Mean number of youths on the list"), PreferredDirection::lower},
           [](const UseSpan& span) { return span.usage.waiting_days / span.days; }},
    UseKpi{
        {"blocked_mean", real_number, "youth", translatable("Held up inside"),
         translatable("Mean number inside who wait for a next place"), PreferredDirection::lower},
        [](const UseSpan& span) { return span.usage.blocked_days / span.days; }},
    UseKpi{{"worked_hours", real_number, "hour", translatable("Hours worked"),
            translatable("Hours worked at a desk in the span")},
           [](const UseSpan& span) { return span.is_desk ? span.usage.worked_hours : no_number; }},
};
static_assert(is_complete(use_list));
constexpr auto use_definitions = definitions_of(use_list);

/// Sums over the segments of a year; of all segments if the year is -1.
NodeRecord::Usage usage_of(const Replication& replication,
                           const std::vector<NodeRecord::Usage>& usage_by_segment, int year) {
  const std::vector<Period::Segment>& segments = replication.scenario.period.segments();
  NodeRecord::Usage sum;
  for (std::size_t i = 0; i < segments.size(); ++i)
    if (year < 0 || segments[i].year == year) sum += usage_by_segment[i];
  return sum;
}

std::vector<ColumnSpec> use_columns(const Scenario&, const KeyColumns& keys) {
  return with_kpis({keys.replication(), keys.year_or_all(), keys.node(),
                    column::id("unit", translatable("Unit of the node, from 0; -1: all together"))},
                   use_definitions);
}

void add_use_rows(const Replication& replication, TableData& rows) {
  constexpr std::int32_t all_units = -1;
  const Scenario& scenario = replication.scenario;
  for_each_list(replication, [&](NodeId id, const NodeRecord& record) {
    DOORSTROOM_EXPECT(record.segments.size() == scenario.period.segments().size());
    const Node& node = scenario.nodes[id];
    const auto add_row = [&](int year, std::int32_t unit,
                             const std::vector<NodeRecord::Usage>& usage_by_segment) {
      const UseSpan span{usage_of(replication, usage_by_segment, year), replication.days_of(year),
                         node.kind == NodeKind::desk, is_unlimited(scenario, node)};
      add_kpi_row(rows, use_list, span, replication.number, year, id, unit);
    };
    for (int year = -1; year < replication.years(); ++year) {
      add_row(year, all_units, record.segments);
      std::int32_t unit = 0;
      for (const std::vector<NodeRecord::Usage>& usage_by_segment : record.units)
        add_row(year, unit++, usage_by_segment);
    }
  });
}

}  // namespace

std::span<const KpiDefinition> use_kpis() {
  return use_definitions;
}

constinit const TableDefinition use_table{"/use", use_columns, add_use_rows};

}  // namespace doorstroom
