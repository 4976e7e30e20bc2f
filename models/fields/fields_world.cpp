#include "models/fields/scenario_fields.hpp"

/// The keys of absence and of today.

namespace doorstroom {
namespace {

constexpr Field leaves[] = {{.key = "*",
                             .kind = QuantityKind::hazard,
                             .changeable = true,
                             .en = "the hazard of leaving every list for this node",
                             .nl = "de kans om elke lijst te verlaten voor deze knoop"}};
constinit const Section leaves_section{"leaves", leaves};

constexpr Field absence_case[] = {
    {.key = "desk",
     .kind = QuantityKind::id,
     .required = true,
     .en = "the desk that opens a case",
     .nl = "het loket dat een zaak opent"},
    {.key = "after",
     .kind = QuantityKind::duration,
     .required = true,
     .en = "how long after the absence began",
     .nl = "hoe lang na het begin van het verzuim"},
    {.key = "share",
     .kind = QuantityKind::share,
     .standard = "100%",
     .changeable = true,
     .en = "the share that becomes a case",
     .nl = "het aandeel dat een zaak wordt"},
    {.key = "back_to_school",
     .kind = QuantityKind::share,
     .standard = "0%",
     .changeable = true,
     .en = "the share of cases that ends in school",
     .nl = "het aandeel zaken dat op school eindigt"},
};
constinit const Section absence_case_section{"absence case", absence_case};

constexpr Field absence[] = {
    {.key = "back_to_school",
     .kind = QuantityKind::hazard,
     .standard = "0% per month",
     .changeable = true,
     .en = "the hazard of attending school again",
     .nl = "de kans om weer naar school te gaan"},
    {.key = "leaves",
     .map = &leaves_section,
     .en = "the hazards of leaving for a node",
     .nl = "de kansen om naar een knoop te vertrekken"},
    {.key = "case",
     .map = &absence_case_section,
     .en = "the case that absence opens",
     .nl = "de zaak die verzuim opent"},
};

constexpr Field today[] = {
    {.key = "fill",
     .kind = QuantityKind::share,
     .one_of = "inside",
     .en = "the share of places that is taken",
     .nl = "het aandeel van de plekken dat bezet is"},
    {.key = "occupied",
     .kind = QuantityKind::places,
     .one_of = "inside",
     .en = "how many youths are inside",
     .nl = "hoeveel jongeren er zijn"},
    {.key = "waiting",
     .kind = QuantityKind::places,
     .standard = "0",
     .en = "how many youths are waiting",
     .nl = "hoeveel jongeren er wachten"},
    {.key = "waited",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .en = "how long they have waited",
     .nl = "hoe lang zij hebben gewacht"},
    {.key = "age",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .en = "their age",
     .nl = "hun leeftijd"},
    {.key = "severity",
     .map = &sections::shares,
     .en = "the shares of the levels of severity",
     .nl = "de aandelen van de niveaus van zwaarte"},
    {.key = "subregion",
     .map = &sections::shares,
     .en = "the shares of the subregions",
     .nl = "de aandelen van de deelregio's"},
    {.key = "absent",
     .kind = QuantityKind::share,
     .en = "the share of those waiting who are absent",
     .nl = "het aandeel van de wachtenden dat thuiszit"},
};

}  // namespace

constinit const Section sections::absence{"absence", doorstroom::absence};
constinit const Section sections::today{"today at a node", doorstroom::today};

}  // namespace doorstroom
