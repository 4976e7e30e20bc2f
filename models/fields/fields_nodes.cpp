#include "models/fields/shared_rows.hpp"

/// The keys of sources and desks.

namespace doorstroom {
namespace {

constexpr Range positive{0, Range{}.most, true};

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

constexpr Field source[] = {
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

constexpr Field desk_cost[] = {
    {.key = "per_hour",
     .kind = QuantityKind::money,
     .en = "the cost of an hour worked",
     .nl = "de kosten van een gewerkt uur"},
    {.key = "per_case",
     .kind = QuantityKind::money,
     .en = "the cost of a case",
     .nl = "de kosten van een zaak"},
    rows::paid_by,
};
constinit const Section desk_cost_section{"desk cost", desk_cost};

constexpr Field closed[] = {
    {.key = "from",
     .kind = QuantityKind::day_of_year,
     .required = true,
     .en = "the first closed day of the year",
     .nl = "de eerste gesloten dag van het jaar"},
    {.key = "to",
     .kind = QuantityKind::day_of_year,
     .required = true,
     .en = "the day on which work goes on",
     .nl = "de dag waarop het werk verder gaat"},
};
constinit const Section closed_section{"closed", closed};

constexpr Field desk[] = {
    rows::label,
    {.key = "staff",
     .kind = QuantityKind::staff,
     .item = &sections::dated_staff,
     .words = "unlimited",
     .required = true,
     .changeable = true,
     .en = "the staff who work on cases",
     .nl = "de medewerkers die aan zaken werken"},
    rows::growth("the growth of staff, on each 1 August", "de groei van staff, op elke 1 augustus"),
    {.key = "hours",
     .kind = QuantityKind::hours_per_year,
     .range = positive,
     .changeable = true,
     .en = "the hours that an fte gives in a year",
     .nl = "de uren die een fte in een jaar geeft"},
    {.key = "work",
     .kind = QuantityKind::drawn_hours,
     .map = &sections::distribution,
     .changeable = true,
     .en = "the work on a case",
     .nl = "het werk aan een zaak"},
    {.key = "takes",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .standard = "0 days",
     .where_it_applies = true,
     .changeable = true,
     .en = "the least time from the beginning of the work to the decision",
     .nl = "de tijd die er minstens is van het begin van het werk tot het besluit"},
    {.key = "order",
     .kind = QuantityKind::word,
     .words = "first_come | severity",
     .standard = "first_come",
     .en = "who goes first",
     .nl = "wie het eerst aan de beurt is"},
    {.key = "closed",
     .item = &closed_section,
     .en = "the parts of the year without work",
     .nl = "de delen van het jaar zonder werk"},
    rows::units("how many teams have a list of their own", "hoeveel teams een eigen lijst hebben"),
    rows::waiting,
    rows::cost(desk_cost_section),
    rows::routes,
};

}  // namespace

constinit const Section sections::source{"source", doorstroom::source};
constinit const Section sections::desk{"desk", doorstroom::desk};

}  // namespace doorstroom
