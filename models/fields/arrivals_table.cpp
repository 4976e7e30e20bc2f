#include "models/fields/arrivals_table.hpp"

#include "models/fields/youth_table.hpp"
#include "models/messages/message.hpp"
#include "models/reading/read_values.hpp"

namespace doorstroom {

void report_outside_run(Date date, SourceLocation location, const std::string& path,
                        LoadContext& context) {
  const Period& period = context.scenario.period;
  const std::int64_t day = period.day_of(date);
  if (!context.period_known || (day >= period.first_day() && day < period.horizon_day())) return;
  context.error(location, message("{0} holds {1}, outside the run", path, to_text(date)),
                message("the run covers {0} to {1}, the last not included",
                        to_text(period.date_at(period.first_day())),
                        to_text(period.date_at(period.horizon_day()))));
}

std::vector<Arrival> read_arrivals_table(const NodeRef& at, LoadContext& context) {
  const TableColumns columns{{"day", "age", "severity"}, 1};
  std::vector<Arrival> arrivals;
  read_youth_table(at, columns, context, [&](const TableRow& row) {
    const NodeRef day = row.cell("day");
    const auto date = read_date_in_table(day, context);
    if (date) report_outside_run(*date, day.location(), day.path, context);
    arrivals.push_back({read_known_person(row, context), date.value_or(Date{})});
  });
  return arrivals;
}

}  // namespace doorstroom
