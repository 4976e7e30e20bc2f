#include <algorithm>

#include "models/fields/arrivals_table.hpp"
#include "models/messages/message.hpp"
#include "models/reading/read_values.hpp"

/// Arrivals whose days are known: listed, or in a table.

namespace doorstroom {
namespace {

std::vector<Arrival> read_days(const NodeRef& at, LoadContext& context) {
  std::vector<Arrival> arrivals;
  for (const NodeRef& item : at.items())
    if (const auto day = read_date(item)) {
      report_outside_run(*day, item.location(), at.path, context);
      Arrival& arrival = arrivals.emplace_back();
      arrival.day = *day;
    }
  if (at.is_list() && at.value->items.empty())
    context.error(at.location(), message("{0} is an empty list", at.path),
                  message("give at least one date, or a number of youths with per_year"));
  return arrivals;
}

}  // namespace

std::vector<Arrival> read_arrivals(const NodeRef& at, LoadContext& context) {
  const NodeRef table = at["table"];
  std::vector<Arrival> arrivals =
      table ? read_arrivals_table(table, context) : read_days(at, context);
  std::ranges::stable_sort(arrivals, {}, &Arrival::day);
  return arrivals;
}

}  // namespace doorstroom
