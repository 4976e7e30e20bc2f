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
     .en = "the path of a table of day, age, severity and subregion",
     .nl = "het pad van een tabel van dag, leeftijd, zwaarte en deelregio"},
    {.key = "table",
     .kind = QuantityKind::text,
     .one_of = "table",
     .required = true,
     .en = "the text of that table, instead of its file",
     .nl = "de tekst van die tabel, in plaats van het bestand"},
};
constinit const Section arrivals_file_section{"arrivals", arrivals_file};

constexpr Field source_keys[] = {
    rows::label,
    {.key = "per_year",
     .kind = QuantityKind::youths_per_year,
     .one_of = "number",
     .required = true,
     .changeable = true,
     .en = "how many youths arrive in a year",
     .nl = "hoeveel jongeren er per jaar komen"},
    {.key = "arrivals",
     .kind = QuantityKind::date,
     .map = &arrivals_file_section,
     .list = true,
     .one_of = "number",
     .required = true,
     .en = "the days on which a youth arrives",
     .nl = "de dagen waarop een jongere komt"},
    rows::growth("the growth of per_year, compounding", "de groei van per_year, samengesteld"),
    {.key = "months",
     .map = &sections::months,
     .standard = "{}",
     .en = "the factors of the months, rescaled to mean 1",
     .nl = "de factoren van de maanden, geschaald naar gemiddeld 1"},
    {.key = "age",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .standard = "10 years",
     .en = "the age at arrival",
     .nl = "de leeftijd bij aankomst"},
    {.key = "severity",
     .map = &sections::shares,
     .standard = "the first level",
     .where_it_applies = true,
     .en = "the shares of the levels of severity",
     .nl = "de aandelen van de niveaus van zwaarte"},
    {.key = "subregion",
     .map = &sections::shares,
     .en = "the shares of the subregions",
     .nl = "de aandelen van de deelregio's"},
    {.key = "absent",
     .kind = QuantityKind::share,
     .standard = "0%",
     .changeable = true,
     .en = "the share absent from school on arrival",
     .nl = "het aandeel dat bij aankomst niet naar school gaat"},
    {.key = "to",
     .kind = QuantityKind::id,
     .one_of = "way",
     .required = true,
     .en = "the one node that all go to",
     .nl = "de ene knoop waar allen heen gaan"},
    {.key = "routes",
     .map = &sections::routes,
     .item = &sections::branch,
     .one_of = "way",
     .required = true,
     .en = "where youths go",
     .nl = "waar jongeren heen gaan"},
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

constinit const Section sections::source{"source", source_keys};

Source read_source(const NodeRef& at, LoadContext& context) {
  const Scenario& scenario = context.scenario;
  Source source;
  source.per_year = read_number(at["per_year"], QuantityKind::youths_per_year).value_or(0);
  source.growth = read_number(at["growth"], QuantityKind::growth).value_or(0);
  check_growth(at, source.growth, source.per_year.value, context);
  source.months = read_months(at["months"]);
  const double mean = std::accumulate(source.months.begin(), source.months.end(), 0.0) / 12;
  if (mean <= 0)
    context.error(at["months"].key_mark, say("{}.months are all 0", at.path),
                  "they say how a year is spread; give at least one month more than 0");
  for (double& factor : source.months) factor /= mean > 0 ? mean : 1;
  source.arrivals = read_arrivals(at["arrivals"], context);
  if (auto age = read_distribution(at["age"], QuantityKind::drawn_duration, context.issues))
    source.age = std::move(*age);
  source.severity = read_mix(at["severity"], scenario.severities, "severity", context);
  source.subregion = read_mix(at["subregion"], scenario.subregions, "subregion", context);
  source.absent = read_number(at["absent"], QuantityKind::share).value_or(0);
  return source;
}

}  // namespace doorstroom
