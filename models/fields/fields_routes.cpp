#include "models/fields/scenario_fields.hpp"

/// The keys of routes: where youths go, for whom, and how; and of waiting on the way.

namespace doorstroom {
namespace {

constexpr Field age_range[] = {
    {.key = "from",
     .kind = QuantityKind::age,
     .en = "the lowest age that applies",
     .nl = "de laagste leeftijd die telt"},
    {.key = "to",
     .kind = QuantityKind::age,
     .en = "the age from which it applies no more",
     .nl = "de leeftijd vanaf wanneer het niet meer telt"},
};
constinit const Section age_range_section{"age range", age_range};

constexpr Field condition[] = {
    {.key = "age",
     .map = &age_range_section,
     .en = "the age on the last 1 August",
     .nl = "de leeftijd op de laatste 1 augustus"},
    {.key = "severity",
     .kind = QuantityKind::id,
     .list = true,
     .en = "the levels of severity that apply",
     .nl = "de niveaus van zwaarte die tellen"},
    {.key = "subregion",
     .kind = QuantityKind::id,
     .list = true,
     .en = "the subregions that apply",
     .nl = "de deelregio's die tellen"},
};

constexpr Field route[] = {
    {.key = "share",
     .kind = QuantityKind::share_or_rest,
     .words = "rest",
     .required = true,
     .changeable = true,
     .en = "the share of youths who go this way",
     .nl = "het aandeel jongeren dat deze kant op gaat"},
    {.key = "delay",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .standard = "0 days",
     .where_it_applies = true,
     .changeable = true,
     .en = "the handover before the youth asks at the target",
     .nl = "de overdracht voordat de jongere zich bij het doel meldt"},
    {.key = "bounce",
     .kind = QuantityKind::share,
     .standard = "0%",
     .where_it_applies = true,
     .changeable = true,
     .en = "the share that the target's intake sends back to the desk",
     .nl = "het aandeel dat de intake van het doel terugstuurt naar het loket"},
    {.key = "rework",
     .kind = QuantityKind::share,
     .standard = "50%",
     .where_it_applies = true,
     .changeable = true,
     .en = "the share of the work that is done again after a bounce",
     .nl = "het deel van het werk dat na een bounce opnieuw wordt gedaan"},
    {.key = "if",
     .map = &sections::condition,
     .en = "whom this route is for",
     .nl = "voor wie deze route is"},
};

constexpr Field routes[] = {{.key = "*",
                             .kind = QuantityKind::share_or_rest,
                             .map = &sections::route,
                             .words = "rest",
                             .en = "the way to a node",
                             .nl = "de weg naar een knoop"}};

constexpr Field branch[] = {
    {.key = "if",
     .map = &sections::condition,
     .en = "whom these routes are for",
     .nl = "voor wie deze routes zijn"},
    {.key = "to",
     .map = &sections::routes,
     .required = true,
     .en = "the routes of this branch",
     .nl = "de routes van deze tak"},
};

constexpr Field waiting[] = {
    {.key = "at_home",
     .kind = QuantityKind::share,
     .standard = "0%",
     .changeable = true,
     .en = "the share of those attending who stay home from the first day of waiting",
     .nl = "het aandeel schoolgangers dat vanaf de eerste wachtdag thuis blijft"},
    {.key = "stays_home_after",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .changeable = true,
     .en = "how long somebody waits at school before staying home",
     .nl = "hoe lang iemand op school wacht voor hij of zij thuis blijft"},
    {.key = "leaves_after",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .changeable = true,
     .en = "how long somebody waits before giving up the list",
     .nl = "hoe lang iemand wacht voor hij of zij de lijst verlaat"},
    {.key = "leaves_to",
     .kind = QuantityKind::id,
     .en = "where those go who give up the list",
     .nl = "waar wie de lijst verlaat heen gaat"},
    {.key = "worsens",
     .kind = QuantityKind::hazard,
     .standard = "0% per month",
     .changeable = true,
     .en = "the hazard of moving one step up in severity",
     .nl = "de kans om een stap zwaarder te worden"},
};

}  // namespace

constinit const Section sections::condition{"condition", doorstroom::condition};
constinit const Section sections::route{"route", doorstroom::route};
constinit const Section sections::routes{"routes", doorstroom::routes};
constinit const Section sections::branch{"branch", doorstroom::branch};
constinit const Section sections::waiting{"waiting", doorstroom::waiting};

}  // namespace doorstroom
