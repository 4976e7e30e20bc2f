#include "models/reading/quantity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>
#include <vector>

#include "engine/units.hpp"
#include "models/messages/did_you_mean.hpp"
#include "models/reading/number_parts.hpp"
#include "models/reading/spoken_words.hpp"

namespace doorstroom {
namespace {

struct Unit {
  std::string_view singular;
  std::string_view plural;
  double factor = 1;  ///< to base units; of a percentage: beside the 1/100
};

constexpr Unit plain[] = {{"", ""}};
constexpr Unit of_duration[] = {{"day", "days"},
                                {"week", "weeks", days_per_week},
                                {"month", "months", days_per_month},
                                {"year", "years", days_per_year}};
constexpr Unit of_age[] = {{"", ""},
                           {"year", "years"},
                           {"month", "months", 1.0 / 12},
                           {"week", "weeks", days_per_week / days_per_year},
                           {"day", "days", 1 / days_per_year}};
constexpr Unit of_years[] = {{"", ""}, {"year", "years"}};
constexpr Unit of_share[] = {{"", ""}, {"%", "%"}};
constexpr Unit of_growth[] = {{"% per year", "% per year"}};
constexpr Unit of_hazard[] = {{"% per day", "% per day"},
                              {"% per week", "% per week", 1 / days_per_week},
                              {"% per month", "% per month", 1 / days_per_month},
                              {"% per year", "% per year", 1 / days_per_year}};
constexpr Unit of_youths[] = {{"", ""}, {"per year", "per year"}};
constexpr Unit of_hours[] = {{"hour", "hours"}};
constexpr Unit of_hours_per_year[] = {{"hour per year", "hours per year"}};
constexpr Unit of_money[] = {{"EUR", "EUR"}};
constexpr Unit of_money_per_year[] = {{"EUR per year", "EUR per year"}};
constexpr Unit of_staff[] = {{"fte", "fte"}};
constexpr Unit of_staff_count[] = {{"fte", "fte"}, {"", ""}};

/// How a kind of number is written, and what it may be.
struct Measure {
  QuantityKind kind;
  TranslatableText what;
  std::string_view example;
  std::span<const Unit> units;
  Range range;
  bool whole = false;
};

constexpr double longest = 10'000 * days_per_year;
constexpr double most_money = 1e12;
constexpr double most_numbers = 1e9;

constexpr Measure measures[] = {
    {QuantityKind::number, translatable("a number"), "1.5", plain, {-most_numbers, most_numbers}},
    {QuantityKind::whole, translatable("a whole number"), "12", plain, {0, 4294967295.0}, true},
    {QuantityKind::factor, translatable("a factor"), "0.75", of_share, {0, 1e6}},
    {QuantityKind::share, translatable("a share"), "14%", of_share, {0, 1}},
    {QuantityKind::share_or_rest, translatable("a share"), "14%", of_share, {0, 1}},
    {QuantityKind::education, translatable("a share of the school hours"), "40%", of_share, {0, 1}},
    {QuantityKind::growth, translatable("growth"), "2% per year", of_growth, {-1, 10, true}},
    {QuantityKind::hazard, translatable("a hazard"), "3% per month", of_hazard, {0, 100}},
    {QuantityKind::youths_per_year,
     translatable("a number of youths a year"),
     "900 per year",
     of_youths,
     {0, 1e8}},
    {QuantityKind::duration, translatable("a duration"), "6 weeks", of_duration, {0, longest}},
    {QuantityKind::drawn_duration,
     translatable("a duration"),
     "6 weeks",
     of_duration,
     {0, longest}},
    {QuantityKind::span,
     translatable("a span between dates"),
     "4 months",
     of_duration,
     {0, longest}},
    {QuantityKind::years, translatable("a number of years"), "5", of_years, {1, 10'000}, true},
    {QuantityKind::age, translatable("an age"), "12 years", of_age, {0, 10'000}},
    {QuantityKind::hours, translatable("work"), "30 hours", of_hours, {0, 1e6}},
    {QuantityKind::drawn_hours, translatable("work"), "30 hours", of_hours, {0, 1e6}},
    {QuantityKind::hours_per_year,
     translatable("hours a year"),
     "1300 hours per year",
     of_hours_per_year,
     {0, 1e6}},
    {QuantityKind::money, translatable("money"), "85 EUR", of_money, {0, most_money}},
    {QuantityKind::money_per_year,
     translatable("money a year"),
     "22000 EUR per year",
     of_money_per_year,
     {0, most_money}},
    {QuantityKind::staff, translatable("staff"), "11.7 fte", of_staff, {0, 1e6}},
    {QuantityKind::staff_count, translatable("staff"), "11.7 fte", of_staff_count, {0, 1e6}},
    {QuantityKind::places, translatable("a number of places"), "24", plain, {0, 10'000'000}, true},
};

const Measure* measure_of(QuantityKind kind) {
  const auto* found = std::ranges::find(measures, kind, &Measure::kind);
  return found == std::end(measures) ? nullptr : found;
}

/// A bound as it is written; of a factor, as a plain number.
std::string bound_text(const Measure& measure, double bound) {
  const std::string_view unit = measure.units.back().plural;
  if (unit.starts_with('%') && measure.kind != QuantityKind::factor)
    return fmt::format("{}%", bound * 100);
  if (measure.units.data() == of_duration)
    return bound == longest ? std::string("10000 years") : fmt::format("{} days", bound);
  return fmt::format("{:.12g}", bound);
}

LocalizedText range_text(QuantityKind kind, Range range, double value) {
  const Measure& measure = *measure_of(kind);
  if (range.above) return message("use more than {0}", bound_text(measure, range.least));
  if (std::isfinite(range.least) && range.least == range.most)
    return message("use {0}", bound_text(measure, range.least));
  if (range.least == measure.range.least && range.least == 0 && measure.range.most > 1)
    return value < 0 ? message("use 0 or more")
                     : message("use {0} at most", bound_text(measure, range.most));
  return message("use {0} to {1}", bound_text(measure, range.least),
                 bound_text(measure, range.most));
}

LocalizedText unit_trouble(const Measure& measure, const NumberParts& parts) {
  const LocalizedText what = measure.what;
  const std::string number = fmt::format("{}", parts.number);
  std::vector<std::string> choices;
  for (const Unit& unit : measure.units)
    choices.push_back(fmt::format("{}{}{}", number,
                                  is_percentage(unit.plural) || unit.plural.empty() ? "" : " ",
                                  unit.plural));
  if (parts.unit.empty()) return message("{0} needs a unit; write {1}", what, either(choices));
  std::vector<std::string> units;
  for (const Unit& unit : measure.units)
    if (!unit.plural.empty()) units.emplace_back(unit.plural);
  const std::string in_file_words = unit_in_file_words(parts.unit);
  const auto said = std::ranges::find(measure.units, in_file_words, &Unit::plural);
  if (said != measure.units.end())
    return message("'{0}' is no unit of {1}; did you mean {2}{3}{4}?", parts.unit, what, number,
                   std::string(is_percentage(said->plural) ? "" : " "),
                   std::string(parts.number == 1 ? said->singular : said->plural));
  const auto begins = [&](const std::string& unit) { return unit.starts_with(parts.unit); };
  const auto longer = std::ranges::count_if(units, begins);
  if (longer > 1) return message("{0} needs its whole unit; write {1}", what, either(choices));
  const std::optional<std::string> near =
      longer == 1 ? *std::ranges::find_if(units, begins) : did_you_mean(parts.unit, units);
  if (near)
    return message("'{0}' is no unit of {1}; did you mean {2}{3}{4}?", parts.unit, what, number,
                   std::string(is_percentage(*near) ? "" : " "), *near);
  if (units.empty()) return message("{0} is written such as {1}", what, measure.example);
  return message("{0} is written such as {1}, in {2}", what, measure.example, either(units));
}

ParseResult<double> read_measure(const Measure& measure, std::string_view text, Range range) {
  const ParseResult<NumberParts> parts = take_apart(text);
  if (!parts.value)
    return {std::nullopt,
            message("{0}; {1} is written such as {2}", parts.why, measure.what, measure.example)};
  const auto unit = std::ranges::find_if(measure.units, [&](const Unit& known) {
    return known.singular == parts.value->unit || known.plural == parts.value->unit;
  });
  if (unit == measure.units.end()) return {std::nullopt, unit_trouble(measure, *parts.value)};
  const double value =
      (is_percentage(unit->plural) ? parts.value->hundredth : parts.value->number) * unit->factor;
  if (measure.whole && value != std::floor(value))
    return {std::nullopt,
            message("use a whole number, such as {0}", fmt::format("{}", std::round(value)))};
  if (value < range.least || value > range.most || (range.above && value == range.least))
    return {std::nullopt, range_text(measure.kind, range, value)};
  return {value == 0 ? 0.0 : value, {}};
}

}  // namespace

ScalarForm form_of_scalar(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::map:
      return ScalarForm::none;
    case QuantityKind::any:
    case QuantityKind::text:
      return ScalarForm::free;
    case QuantityKind::path:
      return ScalarForm::path;
    case QuantityKind::id:
      return ScalarForm::id;
    case QuantityKind::word:
      return ScalarForm::word;
    case QuantityKind::date:
      return ScalarForm::date;
    case QuantityKind::day_of_year:
      return ScalarForm::day_of_year;
    case QuantityKind::span:
      return ScalarForm::span;
    case QuantityKind::parameter:
      return ScalarForm::parameter;
    case QuantityKind::number:
    case QuantityKind::whole:
    case QuantityKind::factor:
    case QuantityKind::share:
    case QuantityKind::share_or_rest:
    case QuantityKind::education:
    case QuantityKind::growth:
    case QuantityKind::hazard:
    case QuantityKind::youths_per_year:
    case QuantityKind::duration:
    case QuantityKind::years:
    case QuantityKind::age:
    case QuantityKind::hours:
    case QuantityKind::hours_per_year:
    case QuantityKind::money:
    case QuantityKind::money_per_year:
    case QuantityKind::staff:
    case QuantityKind::staff_count:
    case QuantityKind::places:
    case QuantityKind::drawn_duration:
    case QuantityKind::drawn_hours:
      break;
  }
  return ScalarForm::number;
}

ParseResult<double> read_quantity(QuantityKind kind, std::string_view text) {
  const Measure* measure = measure_of(kind);
  if (!measure) return {std::nullopt, message("a number is not what belongs here")};
  return read_measure(*measure, text, measure->range);
}

ParseResult<double> read_quantity(QuantityKind kind, std::string_view text, Range range) {
  const Measure* measure = measure_of(kind);
  if (!measure) return {std::nullopt, message("a number is not what belongs here")};
  return read_measure(*measure, text, range_within(measure->range, range));
}

ParseResult<double> read_difference(QuantityKind kind, std::string_view text) {
  const Measure* measure = measure_of(kind);
  if (!measure) return {std::nullopt, message("a number is not what belongs here")};
  return read_measure(*measure, text, {-measure->range.most, measure->range.most});
}

ParseResult<CalendarSpan> read_span(std::string_view text) {
  const ParseResult<double> days = read_quantity(QuantityKind::span, text);
  if (!days.value) return {std::nullopt, days.why};
  const NumberParts parts = *take_apart(text).value;
  const bool by_month = parts.unit.starts_with("month") || parts.unit.starts_with("year");
  const double each = parts.unit.starts_with("year") ? 12 : parts.unit.starts_with("week") ? 7 : 1;
  const double count = parts.number * each;
  const double whole = std::round(count);
  if (std::abs(count - whole) > 1e-9)
    return {std::nullopt,
            message("it is counted on the calendar; use whole days or whole months in total")};
  const int steps = static_cast<int>(whole);
  return {by_month ? CalendarSpan{steps, 0} : CalendarSpan{0, steps}, {}};
}

ParseResult<Date> read_date(std::string_view text) {
  const LocalizedText form = message("a date is written as 2026-08-01: year, month, day");
  const auto number = [&](std::size_t from, std::size_t count) {
    int value = -1;
    const char* begin = text.data() + from;
    const auto [stop, failure] = std::from_chars(begin, begin + count, value);
    return failure == std::errc{} && stop == begin + count ? value : -1;
  };
  if (const auto meant = spoken_date(text))
    return {std::nullopt, message("{0}; did you mean {1}?", form, to_text(*meant))};
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {std::nullopt, form};
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (year < 0 || month < 0 || day < 0) return {std::nullopt, form};
  if (year < 1900) return {std::nullopt, message("dates lie between 1900-01-01 and 9999-12-31")};
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return {std::nullopt, message("there is no such day on the calendar")};
  return {Date(date), {}};
}

ParseResult<DayOfYear> read_day_of_year(std::string_view text) {
  if (text == "02-29")
    return {std::nullopt, message("most years have no 29 February; use 02-28 or 03-01")};
  const auto date = read_date(fmt::format("2026-{}", text));
  if (!date.value) {
    const LocalizedText form = message("a day of the year is written as 08-01: month, day");
    const auto meant = spoken_date(fmt::format("{} 2026", text));
    if (!meant) return {std::nullopt, form};
    return {std::nullopt,
            message("{0}; did you mean {1}?", form, to_text(*meant).substr(std::size("2026")))};
  }
  return {day_of_year(*date.value), {}};
}

std::optional<Form> form_of(QuantityKind kind) {
  const Measure* measure = measure_of(kind);
  if (!measure) return std::nullopt;
  Form form{.what = measure->what.english, .range = measure->range, .whole = measure->whole};
  for (const Unit& unit : measure->units)
    for (const std::string_view name : {unit.singular, unit.plural})
      if (form.units.empty() || form.units.back() != name) form.units.push_back(name);
  return form;
}

Range range_within(Range own, Range narrower) {
  const bool lifts = narrower.least >= own.least;
  return {lifts ? narrower.least : own.least, std::min(narrower.most, own.most),
          lifts ? narrower.above : own.above};
}

std::string_view example_of(QuantityKind kind) {
  if (const Measure* measure = measure_of(kind)) return measure->example;
  if (kind == QuantityKind::day_of_year) return "08-01";
  return kind == QuantityKind::date ? "2026-08-01" : "";
}

QuantityKind parameter_kind(QuantityKind drawn) {
  return drawn == QuantityKind::drawn_hours ? QuantityKind::hours : QuantityKind::duration;
}

std::optional<Normalised> normalise_quantity(std::string_view text) {
  const ParseResult<NumberParts> parts = take_apart(text);
  if (!parts.value) return std::nullopt;
  const auto& [number, hundredth, unit] = *parts.value;
  if (unit.empty()) return Normalised{number, {}};
  if (unit == "%") return Normalised{hundredth, {}};
  for (const Measure& measure : measures)
    for (const Unit& known : measure.units)
      if (unit == known.singular || unit == known.plural)
        return Normalised{{},
                          fmt::format("{}{}{}", number, is_percentage(unit) ? "" : " ",
                                      number == 1 ? known.singular : known.plural)};
  return std::nullopt;
}

}  // namespace doorstroom
