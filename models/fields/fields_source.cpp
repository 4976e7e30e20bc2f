#include <array>
#include <numeric>

#include "models/fields/arrivals_table.hpp"
#include "models/fields/node_readers.hpp"
#include "models/fields/shared_rows.hpp"
#include "models/reading/read_values.hpp"

/// The keys of sources, and how they are read.

namespace doorstroom {
namespace {

constexpr Field arrivals_file[] = {
    {.key = "file",
     .kind = QuantityKind::text,
     .one_of = "table",
     .required = true,
     .about = translatable("the path of a table of day, age, severity and attributes")},
    {.key = "table",
     .kind = QuantityKind::text,
     .one_of = "table",
     .required = true,
     .about = translatable("the text of that table, instead of its file")},
};
constinit const Section arrivals_file_section{translatable("arrivals"), arrivals_file};

constexpr Field source_keys[] = {
    rows::label,
    {.key = "per_year",
     .kind = QuantityKind::youths_per_year,
     .one_of = "number",
     .required = true,
     .changeable = true,
     .about = translatable("how many youths arrive in a year")},
    {.key = "arrivals",
     .kind = QuantityKind::date,
     .map = &arrivals_file_section,
     .list = true,
     .one_of = "number",
     .required = true,
     .about = translatable("the days on which a youth arrives")},
    rows::growth(translatable("the growth of per_year, compounding")),
    {.key = "months",
     .map = &sections::months,
     .standard = "{}",
     .about = translatable("the factors of the months, rescaled to mean 1")},
    {.key = "batch",
     .kind = QuantityKind::whole,
     .range = {1, 1000},
     .standard = "1",
     .where_it_applies = true,
     .about = translatable("how many youths arrive together")},
    {.key = "age",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .standard = "10 years",
     .about = translatable("the age at arrival")},
    {.key = "severity",
     .map = &sections::shares,
     .standard_in_words = translatable("the first level"),
     .where_it_applies = true,
     .about = translatable("the shares of the levels of severity")},
    {.key = "subregion",
     .map = &sections::mix,
     .about = translatable("the shares of the subregions")},
    {.key = "absent",
     .kind = QuantityKind::share,
     .standard = "0%",
     .changeable = true,
     .about = translatable("the share absent from school on arrival")},
    {.key = "to",
     .kind = QuantityKind::id,
     .one_of = "way",
     .required = true,
     .about = translatable("the one node that all go to")},
    {.key = "routes",
     .map = &sections::routes,
     .item = &sections::branch,
     .one_of = "way",
     .required = true,
     .about = translatable("where youths go")},
    rows::also,
    {.key = "*",
     .map = &sections::mix,
     .of_attributes = true,
     .about = translatable("the shares of the values of an attribute")},
};

std::array<double, 12> read_months(const NodeRef& at) {
  constexpr std::array keys{"jan", "feb", "mar", "apr", "may", "jun",
                            "jul", "aug", "sep", "oct", "nov", "dec"};
  std::array<double, 12> months;
  for (std::size_t i = 0; i < keys.size(); ++i)
    months[i] = read_number(at[keys[i]], QuantityKind::factor).value_or(1);
  return months;
}

}  // namespace

constinit const Section sections::source{translatable("source"), source_keys};

Source read_source(const NodeRef& at, LoadContext& context) {
  const Scenario& scenario = context.scenario;
  Source source;
  source.per_year = read_number(at["per_year"], QuantityKind::youths_per_year).value_or(0);
  source.growth = read_number(at["growth"], QuantityKind::growth).value_or(0);
  check_growth(at, source.growth, source.per_year.value, context);
  source.months = read_months(at["months"]);
  const double mean = std::accumulate(source.months.begin(), source.months.end(), 0.0) / 12;
  if (mean <= 0)
    context.error(
        at["months"].key_location, message("{0}.months are all 0", at.path),
        translatable("they say how a year is spread; give at least one month more than 0"));
  for (double& factor : source.months) factor /= mean > 0 ? mean : 1;
  source.arrivals = read_arrivals(at["arrivals"], context);
  source.batch =
      static_cast<std::uint32_t>(read_number(at["batch"], QuantityKind::whole).value_or(1));
  if (at["batch"] && at["arrivals"])
    context.error(at["batch"].key_location, message("{0} has both arrivals and batch", at.path),
                  message("who arrives together is listed on the same day; take batch out"));
  if (auto age = read_distribution(at["age"], QuantityKind::drawn_duration, context.issues))
    source.age = std::move(*age);
  source.severity = read_mix(at["severity"], scenario.severities, "severity", context);
  source.mixes = read_mixes(at, context);
  source.absent = read_number(at["absent"], QuantityKind::share).value_or(0);
  return source;
}

}  // namespace doorstroom
