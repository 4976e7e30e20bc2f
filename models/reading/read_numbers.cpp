#include "models/reading/read_values.hpp"

/// Single quantities, and numbers that change on dates.

namespace doorstroom {

std::optional<double> read_number(const NodeRef& at, QuantityKind kind) {
  return at.is_scalar() ? read_quantity(kind, at.value->text).value : std::nullopt;
}

std::optional<Date> read_date(const NodeRef& at) {
  return at.is_scalar() ? read_date(at.value->text).value : std::nullopt;
}

std::optional<CalendarSpan> read_span(const NodeRef& at) {
  return at.is_scalar() ? read_span(at.value->text).value : std::nullopt;
}

Number read_over_time(const NodeRef& at, QuantityKind kind, const Period& period, Issues& issues) {
  Number number(read_number(at, kind).value_or(0));
  if (!at.is_list()) return number;
  const QuantityKind count = kind == QuantityKind::staff ? QuantityKind::staff_count : kind;
  for (const NodeRef& item : at.items()) {
    const auto from = read_date(item["from"]);
    const auto value = read_number(item["count"], count);
    if (!from || !value) continue;
    const Instant begin = period.at(*from);
    if (!number.dated.empty() && begin <= number.dated.back().from)
      issues.error(
          item["from"].location(),
          message("{0}.from is {1}, not after the one before it", item.path, item["from"].text()),
          message("each number holds from its date until the next; put the dates in order"));
    else
      number.dated.push_back({begin, *value});
  }
  if (at.value->items.empty())
    issues.error(at.location(), message("{0} is an empty list", at.path),
                 message("give at least one date and count, or a plain number"));
  return number;
}

}  // namespace doorstroom
