// Everybody of a cohort is followed equally long, so a year's figures do not depend on how long the
// run goes on after it.

#include <bit>
#include <string_view>

#include "results/rows/replication_rows.hpp"
#include "results/rows/schema.hpp"
#include "tests/properties/worlds.hpp"

namespace doorstroom {
namespace {

constexpr CalendarSpan follow_up{3, 0};

/// The same world, counted over so many years.
Scenario lasting(const Scenario& scenario, int years) {
  Scenario other = scenario;
  const Period& period = scenario.period;
  const CalendarSpan warm_up{0, static_cast<int>(-period.first_day())};
  other.period = Period(period.start(), years, warm_up, follow_up);
  return other;
}

/// The rows of some years of a table; numbers as their bits, so that NaN equals itself.
std::vector<std::vector<std::uint64_t>> rows_of_years(const Scenario& scenario,
                                                      std::string_view path, int years) {
  const Records records = simulate(scenario, 0, false);
  const ReplicationRows rows = rows_of(scenario, 0, records, false);
  const std::vector<TableSpec> specs = replication_tables(scenario);
  const auto spec = std::ranges::find(specs, path, &TableSpec::path);
  const Table table{*spec, rows.tables[static_cast<std::size_t>(spec - specs.begin())]};
  std::vector<std::vector<std::uint64_t>> found;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::int32_t year = table.codes("year")[row];
    if (year < 0 || year >= years) continue;
    std::vector<std::uint64_t>& values = found.emplace_back();
    for (const ColumnSpec& column : table.spec.columns)
      values.push_back(std::bit_cast<std::uint64_t>(table.as_numbers(column.name)[row]));
  }
  return found;
}

RC_GTEST_PROP(FollowUp, a_year_has_the_same_figures_in_a_longer_run,
              (const RandomScenario& random)) {
  const Scenario scenario = loaded(random.text);
  const int years = scenario.period.years();
  const Scenario shorter = lasting(scenario, years);
  const Scenario longer = lasting(scenario, years + 2);
  for (const char* path : {"/by_year", "/waiting", "/use", "/clocks", "/flows"})
    RC_ASSERT(rows_of_years(shorter, path, years) == rows_of_years(longer, path, years));
}

}  // namespace
}  // namespace doorstroom
