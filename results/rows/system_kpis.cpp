#include <algorithm>
#include <array>

#include "models/scenario/groups.hpp"
#include "results/rows/kpi_lists.hpp"
#include "results/rows/kpi_table.hpp"
#include "results/rows/table_definition.hpp"

/// Key figures of the whole system and of groups of youths: the tables /replications, /by_year,
/// /groups and /groups_waiting.

namespace doorstroom {
namespace {

/// The lengths that years have recorded, one after another.
std::vector<double> days_of(std::span<const YearRecord> years,
                            SmallBlocks<double> YearRecord::*recorded) {
  std::size_t count = 0;
  for (const YearRecord& year : years) count += (year.*recorded).size();
  std::vector<double> days;
  days.reserve(count);
  for (const YearRecord& year : years)
    days.insert(days.end(), (year.*recorded).begin(), (year.*recorded).end());
  return days;
}

YearCounts sum_of(std::span<const YearRecord> years) {
  YearCounts sum;
  for (const YearRecord& year : years) sum += year;
  return sum;
}

/// What was counted in one year, or in the whole period; of the whole system or of one group.
struct SystemSpan {
  std::span<const YearRecord> records;
  double years;      ///< length, by which counts are divided to be per year
  double days;       ///< length
  double cost_euro;  ///< paid by all funders together; NaN of a group, to which no cost belongs
  YearCounts counts{sum_of(records)};
  std::vector<double> placements{days_of(records, &YearRecord::placement_days)};
  std::vector<double> care_to_education{days_of(records, &YearRecord::care_to_education_days)};
  DaysSummary placement_days{placements};
  DaysSummary care_to_education_days{care_to_education};

  double per_year(double amount) const { return amount / years; }

  /// How many youths were placed within so many days of their first signal.
  double placed_within(double limit_days) const {
    return as_double(std::ranges::count_if(
        placements, [limit_days](double waited) { return waited <= limit_days; }));
  }
};

/// A key figure, and how it is computed from what one span of time counted.
struct SystemKpi {
  KpiDefinition definition;
  double (*value)(const SystemSpan&) = nullptr;
  bool per_group = true;  ///< whether it is also a figure of a group of youths
};

constexpr bool not_per_group = false;

constexpr std::array system_list{
    SystemKpi{{"arrived", whole_number, "youth", translatable("Arrived, whole period"),
               translatable("Youths who arrived")},
              [](const SystemSpan& span) { return as_double(span.counts.arrived); }},
    SystemKpi{
        {"dropouts_per_year", real_number, "youth/year", translatable("Dropouts a year"),
         translatable("Youths of compulsory school age who became absent for more than 4 "
                      "weeks, for the first time, per year; absent on arrival not counted"),
         PreferredDirection::lower, is_headline},
        [](const SystemSpan& span) { return span.per_year(as_double(span.counts.dropouts)); }},
    SystemKpi{{"absent_4w_mean", real_number, "youth", translatable("Absent over 4 weeks"),
               translatable("Mean number of youths of compulsory school age absent for more than 4 "
                            "weeks; exempt not counted"),
               PreferredDirection::lower, is_headline},
              [](const SystemSpan& span) { return span.counts.absent_4w_days / span.days; }},
    SystemKpi{{"absent_13w_mean", real_number, "youth", translatable("Absent over 13 weeks"),
               translatable("Mean number of youths of compulsory school age absent for more than "
                            "13 weeks; exempt not counted"),
               PreferredDirection::lower, is_headline},
              [](const SystemSpan& span) { return span.counts.absent_13w_days / span.days; }},
    SystemKpi{
        {"education_days_lost_per_year", real_number, "youth day/year",
         translatable("Education lost, days a year"),
         translatable(
             "Days out of education, weighed by the share of education that is missed, per year"),
         PreferredDirection::lower},
        [](const SystemSpan& span) { return span.per_year(span.counts.education_days_lost); }},
    SystemKpi{
        {"full_youth_care_per_year", real_number, "youth/year",
         translatable("Wholly into youth care, a year"),
         translatable("Entries into an arrangement led by care and without education, per year"),
         PreferredDirection::lower},
        [](const SystemSpan& span) {
          return span.per_year(as_double(span.counts.full_youth_care));
        }},
    SystemKpi{{"placement_days_mean", real_number, "day", translatable("Signal to placement, mean"),
               translatable("Mean time from first signal to first entry into an arrangement with "
                            "limited places, of youths who arrived in the period and were placed "
                            "within the follow-up"),
               PreferredDirection::lower},
              [](const SystemSpan& span) { return span.placement_days.mean; }},
    SystemKpi{
        {"placement_days_p50", real_number, "day", translatable("Signal to placement, median"),
         translatable("Median time from first signal to first entry into an arrangement with "
                      "limited places, of youths who arrived in the period and were placed within "
                      "the follow-up"),
         PreferredDirection::lower},
        [](const SystemSpan& span) { return span.placement_days.p50; }},
    SystemKpi{
        {"placement_days_p90", real_number, "day", translatable("Signal to placement, 90% within"),
         translatable(
             "Time from first signal to first entry into an arrangement with limited places within "
             "which 90% were placed, of youths who arrived in the period and were placed within "
             "the follow-up"),
         PreferredDirection::lower},
        [](const SystemSpan& span) { return span.placement_days.p90; }},
    SystemKpi{{"placed_within_10w", real_number, "1", translatable("Placed within 10 weeks"),
               translatable("Share of all who arrived that entered an arrangement with limited "
                            "places within 10 weeks of the first signal"),
               PreferredDirection::higher, is_headline},
              [](const SystemSpan& span) {
                return share(span.placed_within(70), as_double(span.counts.arrived));
              }},
    SystemKpi{{"placed_share", real_number, "1", translatable("Placed within the follow-up"),
               translatable("Share of all who arrived that entered an arrangement with limited "
                            "places within the follow-up of the first signal"),
               PreferredDirection::higher},
              [](const SystemSpan& span) {
                return share(as_double(span.placements.size()), as_double(span.counts.arrived));
              }},
    SystemKpi{
        {"care_to_education_per_year", real_number, "youth/year",
         translatable("Care back to education, a year"),
         translatable(
             "Youths who entered education in full after an arrangement led by care, per year"),
         PreferredDirection::higher},
        [](const SystemSpan& span) {
          return span.per_year(as_double(span.care_to_education.size()));
        }},
    SystemKpi{{"care_to_education_days_p50", real_number, "day",
               translatable("Care to education, median"),
               translatable("Median time from being ready to leave an arrangement led by care to "
                            "entering education in full"),
               PreferredDirection::lower},
              [](const SystemSpan& span) { return span.care_to_education_days.p50; }},
    SystemKpi{{"back_in_education_share", real_number, "1", translatable("Left with education"),
               translatable("Exits with education, as a share of all exits"),
               PreferredDirection::higher, is_headline},
              [](const SystemSpan& span) {
                return share(as_double(span.counts.exits_with_education),
                             as_double(span.counts.exits));
              }},
    SystemKpi{{"bounces_per_youth", real_number, "bounce/youth", translatable("Bounces per youth"),
               translatable("Cases that the intake of the next desk or arrangement sent back, per "
                            "youth who arrived"),
               PreferredDirection::lower},
              [](const SystemSpan& span) {
                return share(as_double(span.counts.bounces), as_double(span.counts.arrived));
              }},
    SystemKpi{{"returns_share", real_number, "1", translatable("Came back after leaving"),
               translatable("Youths who came back after leaving, as a share of all exits"),
               PreferredDirection::lower},
              [](const SystemSpan& span) {
                return share(as_double(span.counts.returns), as_double(span.counts.exits));
              }},
    SystemKpi{
        {"mediated_per_year", real_number, "youth/year", translatable("Moved by casework, a year"),
         translatable("Youths moved on by a process director, per year")},
        [](const SystemSpan& span) { return span.per_year(as_double(span.counts.mediated)); }},
    SystemKpi{{"cost_euro_per_year", real_number, "EUR/year", translatable("Cost, euro a year"),
               translatable("Cost to all funders together, per year"), PreferredDirection::lower,
               is_headline},
              [](const SystemSpan& span) { return span.per_year(span.cost_euro); },
              not_per_group},
};
static_assert(is_complete(system_list));
constexpr auto system_definitions = definitions_of(system_list);

constexpr std::size_t group_count =
    static_cast<std::size_t>(std::ranges::count_if(system_list, &SystemKpi::per_group));
constexpr auto group_list = [] {
  std::array<SystemKpi, group_count> kept{};
  std::ranges::copy_if(system_list, kept.begin(), &SystemKpi::per_group);
  return kept;
}();
constexpr auto group_definitions = definitions_of(group_list);

/// Cost to all funders in a year; in the whole period if the year is -1 [EUR].
double euro_of(const Replication& replication, int year) {
  double euro = 0;
  for (const Expense& expense : replication.expenses)
    if (year < 0 || replication.scenario.period.segments()[expense.segment].year == year)
      euro += expense.euro;
  return euro;
}

SystemSpan span_of(const Replication& replication, int year, std::span<const YearRecord> records,
                   double cost_euro) {
  return {records, replication.years_in(year), replication.days_of(year), cost_euro};
}

std::vector<ColumnSpec> replication_columns(const Scenario&, const KeyColumns& keys) {
  return with_kpis({keys.replication()}, system_definitions);
}

void add_replication_row(const Replication& replication, TableData& rows) {
  add_kpi_row(rows, system_list,
              span_of(replication, -1, replication.records.years, euro_of(replication, -1)),
              replication.number);
}

std::vector<ColumnSpec> year_columns(const Scenario&, const KeyColumns& keys) {
  return with_kpis({keys.replication(), keys.year()}, system_definitions);
}

void add_year_rows(const Replication& replication, TableData& rows) {
  int year = 0;
  for (const YearRecord& record : replication.records.years) {
    add_kpi_row(rows, system_list,
                span_of(replication, year, std::span(&record, 1), euro_of(replication, year)),
                replication.number, year);
    ++year;
  }
}

ColumnSpec group_column(const Scenario& scenario) {
  return column::category(
      "group", group_names(scenario),
      translatable("Youths of a subregion, a severity on arrival, an age on arrival, or a value "
                   "of another attribute"));
}

std::vector<ColumnSpec> group_columns(const Scenario& scenario, const KeyColumns& keys) {
  return with_kpis({keys.replication(), group_column(scenario)}, group_definitions);
}

void add_group_rows(const Replication& replication, TableData& rows) {
  std::int32_t group = 0;
  for (const YearRecord& record : replication.records.groups)
    add_kpi_row(rows, group_list, span_of(replication, -1, std::span(&record, 1), no_number),
                replication.number, group++);
}

std::vector<ColumnSpec> group_wait_columns(const Scenario& scenario, const KeyColumns& keys) {
  return {
      keys.replication(),
      keys.node("node", translatable("Desk or arrangement; none: all of them together")),
      group_column(scenario),
      column::count("asked", "youth",
                    translatable("Requests made in the counted period; bounced ones not counted")),
      column::count(
          "entered", "youth",
          translatable("Of these requests: entered, or work begun, within the follow-up")),
      column::number("wait_mean", "day",
                     translatable("Mean wait of those who entered within the follow-up"))};
}

void add_group_wait_rows(const Replication& replication, TableData& rows) {
  std::vector<GroupWaits> all(replication.records.groups.size());
  const auto add = [&](NodeId node, const std::vector<GroupWaits>& groups) {
    for (std::size_t group = 0; group < groups.size(); ++group)
      rows.add(replication.number, node, static_cast<std::int32_t>(group), groups[group].asked,
               groups[group].entered,
               share(groups[group].waited_days, as_double(groups[group].entered)));
  };
  for_each_list(replication, [&](NodeId id, const NodeRecord& record) {
    add(id, record.groups);
    for (std::size_t group = 0; group < record.groups.size(); ++group)
      all[group] += record.groups[group];
  });
  add(no_node, all);
}

}  // namespace

std::span<const KpiDefinition> system_kpis() {
  return system_definitions;
}

std::span<const KpiDefinition> group_kpis() {
  return group_definitions;
}

constinit const TableDefinition replication_table{"/replications", replication_columns,
                                                  add_replication_row};
constinit const TableDefinition year_table{"/by_year", year_columns, add_year_rows};
constinit const TableDefinition group_table{"/groups", group_columns, add_group_rows};
constinit const TableDefinition group_wait_table{"/groups_waiting", group_wait_columns,
                                                 add_group_wait_rows};

}  // namespace doorstroom
