#include <array>

#include "results/rows/kpi_lists.hpp"
#include "results/rows/kpi_table.hpp"
#include "results/rows/table_definition.hpp"

/// Key figures of legal terms: the table /clocks.

namespace doorstroom {
namespace {

/// The terms of one clock that started in one span of time.
struct ClockSpan {
  const ClockRecord& terms;
  std::vector<double> stopped_days{terms.days.begin(), terms.days.end()};
  DaysSummary days{stopped_days};

  /// Terms of which it is known whether they were kept.
  double settled() const { return as_double(terms.started - terms.voided - terms.running); }
};

/// A key figure, and how it is computed from the terms that started in one span of time.
struct ClockKpi {
  KpiDefinition definition;
  double (*value)(const ClockSpan&) = nullptr;
};

constexpr std::array clock_list{
    ClockKpi{{"started", whole_number, "youth", translatable("Terms started"),
              translatable("Terms that started in the span")},
             [](const ClockSpan& span) { return as_double(span.terms.started); }},
    ClockKpi{{"met", whole_number, "youth", translatable("Within the term"),
              translatable("Of these: met, what had to happen came within the term")},
             [](const ClockSpan& span) { return as_double(span.terms.met); }},
    ClockKpi{
        {"breached", whole_number, "youth", translatable("Too late"),
         translatable("Of these: breached, the term ran out first"), PreferredDirection::lower},
        [](const ClockSpan& span) { return as_double(span.terms.breached); }},
    ClockKpi{{"running", whole_number, "youth", translatable("Not yet out"),
              translatable("Of these: within the term when the follow-up ended")},
             [](const ClockSpan& span) { return as_double(span.terms.running); }},
    ClockKpi{{"void", whole_number, "youth", translatable("Void"),
              translatable("Of these: void, the youth left the system within the term")},
             [](const ClockSpan& span) { return as_double(span.terms.voided); }},
    ClockKpi{{"over_mean", real_number, "day", translatable("Days over the term, mean"),
              translatable("Mean time beyond the term of the breached, until it happened, or until "
                           "the youth left or the follow-up ended"),
              PreferredDirection::lower},
             [](const ClockSpan& span) {
               return share(span.terms.over_days, as_double(span.terms.breached));
             }},
    ClockKpi{{"breached_share", real_number, "1", translatable("Share too late"),
              translatable("Terms that ran out, as a share of those that were neither void nor "
                           "still within the term when the follow-up ended"),
              PreferredDirection::lower, is_headline},
             [](const ClockSpan& span) {
               return share(as_double(span.terms.breached), span.settled());
             }},
    ClockKpi{{"days_mean", real_number, "day", translatable("Took, mean"),
              translatable("Mean time from the start of the term until what had to happen, late or "
                           "not, within the follow-up"),
              PreferredDirection::lower},
             [](const ClockSpan& span) { return span.days.mean; }},
    ClockKpi{{"days_p90", real_number, "day", translatable("Took, 90% within"),
              translatable("Time from the start of the term within which 90% of what had to happen "
                           "did, late or not, within the follow-up"),
              PreferredDirection::lower},
             [](const ClockSpan& span) { return span.days.p90; }},
};
static_assert(is_complete(clock_list));
constexpr auto clock_definitions = definitions_of(clock_list);

std::vector<ColumnSpec> clock_columns(const Scenario& scenario, const KeyColumns& keys) {
  return with_kpis({keys.replication(), keys.year_or_all(),
                    column::category("clock", clock_ids(scenario), translatable("Legal clock"))},
                   clock_definitions);
}

void add_clock_rows(const Replication& replication, TableData& rows) {
  const auto& clocks = replication.records.clocks;
  for (const ClockId clock : clocks.ids()) {
    const auto code = static_cast<std::int32_t>(clock.index());
    ClockRecord whole;
    for (const ClockRecord& year : clocks[clock]) whole += year;
    add_kpi_row(rows, clock_list, ClockSpan{whole}, replication.number, -1, code);
    std::int32_t number = 0;
    for (const ClockRecord& year : clocks[clock])
      add_kpi_row(rows, clock_list, ClockSpan{year}, replication.number, number++, code);
  }
}

}  // namespace

std::span<const KpiDefinition> clock_kpis() {
  return clock_definitions;
}

constinit const TableDefinition clock_table{"/clocks", clock_columns, add_clock_rows};

}  // namespace doorstroom
