#pragma once
/// Quantities as planners write them, "6 weeks", "14%", "1300 hours per year", read into base
/// units: days, hours, euros, fte, shares of 1. One table says which units belong to which kind.
///
/// A week is 7 days, a year 365.25 days and a month a twelfth of that; only spans between dates are
/// counted on the calendar. Numbers have a point for decimals and nothing for thousands.

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/messages/message.hpp"
#include "models/scenario/period.hpp"

namespace doorstroom {

/// What a value of the scenario says.
enum class QuantityKind {
  map,  ///< keys only
  any,  ///< whatever the parameter that it is for takes
  text,
  id,
  path,  ///< keys joined by dots
  word,  ///< one of the words of its field
  date,
  day_of_year,
  number,
  whole,
  factor,  ///< a plain number or a percentage
  share,
  share_or_rest,
  education,  ///< a word, or a share of the school hours
  growth,     ///< a year
  hazard,     ///< read per day
  youths_per_year,
  duration,
  span,   ///< counted on the calendar
  years,  ///< a whole number of calendar years
  age,    ///< read in years
  hours,
  hours_per_year,
  money,
  money_per_year,
  staff,  ///< or unlimited
  staff_count,
  places,          ///< or unlimited
  drawn_duration,  ///< a distribution
  drawn_hours,     ///< a distribution
  parameter,       ///< of a distribution, in the unit of what is drawn
};

/// How a scalar of a kind is written: what its reader, its schema and its example depend on.
enum class ScalarForm {
  none,  ///< no scalar
  free,  ///< any text
  path,
  id,
  word,
  date,
  day_of_year,
  span,
  parameter,  ///< in the unit of what is drawn
  number,     ///< a number, mostly with a unit: read_quantity()
};
ScalarForm form_of_scalar(QuantityKind kind);

/// Which numbers are allowed, in base units.
struct Range {
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
  bool above = false;  ///< the least itself is not allowed
};
inline constexpr Range above_zero{0, Range{}.most, true};

/// What was read, or why it could not be and what to write instead.
template <class T>
struct ParseResult {
  std::optional<T> value;
  LocalizedText why;
};

/// A number with the unit of its kind, in base units.
ParseResult<double> read_quantity(QuantityKind kind, std::string_view text);
/// The same within a narrower range than the kind's own.
ParseResult<double> read_quantity(QuantityKind kind, std::string_view text, Range range);
/// The same, negative too: for what is added to a quantity.
ParseResult<double> read_difference(QuantityKind kind, std::string_view text);

ParseResult<CalendarSpan> read_span(std::string_view text);
ParseResult<Date> read_date(std::string_view text);
ParseResult<DayOfYear> read_day_of_year(std::string_view text);

/// How numbers of a kind are written, and which may be; nothing for kinds that are no numbers.
struct Form {
  std::string_view what;                  ///< "a duration"
  std::vector<std::string_view> units{};  ///< "week", "weeks"; empty for a bare number
  Range range{};
  bool whole = false;
};
std::optional<Form> form_of(QuantityKind kind);
/// Within a narrower range than the kind's own.
Range range_within(Range own, Range narrower);

/// An example of a kind: "6 weeks".
std::string_view example_of(QuantityKind kind);

/// The kind of the parameters of a distribution: durations of a drawn duration, hours of drawn
/// hours.
QuantityKind parameter_kind(QuantityKind drawn);

/// A quantity in its one form, "<number> <unit>", or a plain number for numbers and shares; nothing
/// for a text that is no quantity of any kind.
struct Normalised {
  std::optional<double> number;
  std::string text;
};
std::optional<Normalised> normalise_quantity(std::string_view text);

}  // namespace doorstroom
