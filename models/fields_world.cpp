#include "models/scenario_fields.hpp"

/// The keys of absence, today, interventions, clocks, budgets, evidence and targets.

namespace doorstroom {
namespace {

constexpr Field leaves[] = {{.key = "*",
                             .kind = Kind::hazard,
                             .changeable = true,
                             .en = "the hazard of leaving every list for this node",
                             .nl = "de kans om elke lijst te verlaten voor deze knoop"}};
constinit const Section leaves_section{"leaves", leaves};

constexpr Field absence_case[] = {
    {.key = "desk",
     .kind = Kind::id,
     .supported = false,
     .en = "the desk that opens a case",
     .nl = "het loket dat een zaak opent"},
    {.key = "after",
     .kind = Kind::duration,
     .supported = false,
     .en = "how long after the absence began",
     .nl = "hoe lang na het begin van het verzuim"},
    {.key = "share",
     .kind = Kind::share,
     .supported = false,
     .en = "the share that becomes a case",
     .nl = "het aandeel dat een zaak wordt"},
    {.key = "back_to_school",
     .kind = Kind::share,
     .supported = false,
     .en = "the share of cases that ends in school",
     .nl = "het aandeel zaken dat op school eindigt"},
};
constinit const Section absence_case_section{"absence case", absence_case};

constexpr Field absence[] = {
    {.key = "back_to_school",
     .kind = Kind::hazard,
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
     .supported = false,
     .en = "the case that absence opens",
     .nl = "de zaak die verzuim opent"},
};

constexpr Field today[] = {
    {.key = "fill",
     .kind = Kind::share,
     .one_of = "inside",
     .en = "the share of places that is taken",
     .nl = "het aandeel van de plekken dat bezet is"},
    {.key = "occupied",
     .kind = Kind::places,
     .one_of = "inside",
     .en = "how many youths are inside",
     .nl = "hoeveel jongeren er zijn"},
    {.key = "waiting",
     .kind = Kind::places,
     .standard = "0",
     .en = "how many youths are waiting",
     .nl = "hoeveel jongeren er wachten"},
    {.key = "waited",
     .kind = Kind::drawn_duration,
     .map = &sections::distribution,
     .en = "how long they have waited",
     .nl = "hoe lang zij hebben gewacht"},
    {.key = "age",
     .kind = Kind::drawn_duration,
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
     .kind = Kind::share,
     .en = "the share of those waiting who are absent",
     .nl = "het aandeel van de wachtenden dat thuiszit"},
};

constexpr Field afterwards[] = {
    {.key = "keeps",
     .kind = Kind::share,
     .required = true,
     .en = "the share that stays at the end",
     .nl = "het deel dat na het einde blijft"},
    {.key = "fades_over",
     .kind = Kind::span,
     .required = true,
     .en = "how long that takes to be gone",
     .nl = "hoe lang het duurt tot dat weg is"},
};
constinit const Section afterwards_section{"afterwards", afterwards};

constexpr Field from{.key = "from",
                     .kind = Kind::date,
                     .required = true,
                     .en = "the date on which it begins",
                     .nl = "de datum waarop het begint"};
constexpr Field own_from{.key = "from",
                         .kind = Kind::date,
                         .en = "the date on which it begins, when not with the intervention",
                         .nl = "de datum waarop het begint, indien niet met de interventie"};
constexpr Field until{.key = "until",
                      .kind = Kind::date,
                      .en = "the date on which it ends",
                      .nl = "de datum waarop het eindigt"};
constexpr Field ramp{.key = "ramp",
                     .kind = Kind::span,
                     .en = "how long it takes to come to full effect",
                     .nl = "hoe lang het duurt tot het volle effect"};
constexpr Field after{.key = "afterwards",
                      .map = &afterwards_section,
                      .en = "what stays when it ends",
                      .nl = "wat blijft als het eindigt"};

constexpr Field effect[] = {
    {.key = "label",
     .kind = Kind::text,
     .map = &sections::label,
     .en = "the name that people read",
     .nl = "de naam die mensen lezen"},
    {.key = "change",
     .kind = Kind::path,
     .required = true,
     .en = "the parameter, as a path",
     .nl = "de parameter, als pad"},
    {.key = "factor",
     .kind = Kind::factor,
     .one_of = "change",
     .required = true,
     .en = "what the parameter is multiplied by",
     .nl = "waarmee de parameter wordt vermenigvuldigd"},
    {.key = "add",
     .kind = Kind::any,
     .one_of = "change",
     .required = true,
     .en = "what is added to the parameter",
     .nl = "wat bij de parameter wordt opgeteld"},
    {.key = "set",
     .kind = Kind::any,
     .map = &sections::distribution,
     .one_of = "change",
     .required = true,
     .en = "what the parameter becomes",
     .nl = "wat de parameter wordt"},
    {.key = "divert",
     .kind = Kind::share,
     .one_of = "change",
     .required = true,
     .supported = false,
     .en = "the share of a route that goes elsewhere",
     .nl = "het deel van een route dat elders heen gaat"},
    {.key = "to", .kind = Kind::id, .en = "where a divert goes", .nl = "waar een divert heen gaat"},
    own_from,
    until,
    ramp,
    after,
};

constexpr Field effects[] = {{.key = "*",
                              .map = &sections::effect,
                              .en = "one change of a parameter",
                              .nl = "een verandering van een parameter"}};
constinit const Section effects_section{"effects", effects};

constexpr Field intervention_cost[] = {
    {.key = "amount",
     .kind = Kind::money_per_year,
     .required = true,
     .en = "the cost while it holds",
     .nl = "de kosten zolang het geldt"},
    {.key = "paid_by",
     .kind = Kind::id,
     .map = &sections::payers,
     .en = "who pays, which share",
     .nl = "wie betaalt, welk aandeel"},
};

constexpr Field intervention[] = {
    {.key = "label",
     .kind = Kind::text,
     .map = &sections::label,
     .en = "the name that people read",
     .nl = "de naam die mensen lezen"},
    from,
    until,
    ramp,
    after,
    {.key = "cost",
     .map = &sections::intervention_cost,
     .en = "what it costs",
     .nl = "wat het kost"},
    {.key = "effects",
     .map = &effects_section,
     .en = "the parameters that it changes",
     .nl = "de parameters die het verandert"},
    {.key = "casework",
     .map = &sections::shares,
     .supported = false,
     .en = "limited hours spent on youths who wait",
     .nl = "beperkte uren voor jongeren die wachten"},
    {.key = "single_desk",
     .map = &sections::shares,
     .supported = false,
     .en = "desks joined into one",
     .nl = "loketten die er samen een vormen"},
    {.key = "steering",
     .map = &sections::shares,
     .supported = false,
     .en = "a rule that opens, closes and moves places",
     .nl = "een regel die plekken opent, sluit en verplaatst"},
};

constexpr Field clock[] = {
    {.key = "starts",
     .map = &sections::shares,
     .supported = false,
     .en = "what starts it",
     .nl = "wat hem start"},
    {.key = "stops",
     .map = &sections::shares,
     .supported = false,
     .en = "what stops it",
     .nl = "wat hem stopt"},
    {.key = "within",
     .kind = Kind::duration,
     .supported = false,
     .en = "the term",
     .nl = "de termijn"},
    {.key = "extension",
     .map = &sections::shares,
     .supported = false,
     .en = "who gets longer",
     .nl = "wie langer krijgt"},
    {.key = "paused",
     .map = &sections::shares,
     .supported = false,
     .en = "when it stands still",
     .nl = "wanneer hij stilstaat"},
    {.key = "then",
     .kind = Kind::id,
     .supported = false,
     .en = "what is asked for at breach",
     .nl = "wat bij overschrijding wordt gevraagd"},
};
constexpr Field budget[] = {{.key = "amount",
                             .kind = Kind::money_per_year,
                             .required = true,
                             .supported = false,
                             .en = "what can be spent in a calendar year",
                             .nl = "wat in een kalenderjaar kan worden uitgegeven"}};

constexpr Field basis{.key = "basis",
                      .kind = Kind::word,
                      .words = "measured | derived | assumed",
                      .required = true,
                      .supported = false,
                      .en = "how sure it is",
                      .nl = "hoe zeker het is"};
constexpr Field origin{.key = "source",
                       .kind = Kind::text,
                       .supported = false,
                       .en = "where it was found",
                       .nl = "waar het is gevonden"};
constexpr Field note{.key = "note",
                     .kind = Kind::text,
                     .supported = false,
                     .en = "what else should be known",
                     .nl = "wat er nog meer van te weten is"};
constexpr Field span_of_values{.key = "range",
                               .kind = Kind::any,
                               .list = true,
                               .supported = false,
                               .en = "the low, middle and high value",
                               .nl = "de lage, middelste en hoge waarde"};
constexpr Field evidence[] = {basis, origin, span_of_values, note};
constexpr Field target[] = {
    {.key = "value",
     .kind = Kind::any,
     .supported = false,
     .en = "the figure that was found",
     .nl = "het cijfer dat is gevonden"},
    {.key = "tolerance",
     .kind = Kind::share,
     .supported = false,
     .en = "how far the model may be from it",
     .nl = "hoe ver het model ervan mag afwijken"},
    span_of_values,
    {.key = "use",
     .kind = Kind::word,
     .words = "tune | check",
     .supported = false,
     .en = "what it is for",
     .nl = "waar het voor dient"},
    basis,
    origin,
    note,
};

}  // namespace

constinit const Section sections::absence{"absence", doorstroom::absence};
constinit const Section sections::today{"today", doorstroom::today};
constinit const Section sections::effect{"effect", doorstroom::effect};
constinit const Section sections::intervention_cost{"intervention cost",
                                                    doorstroom::intervention_cost};
constinit const Section sections::intervention{"intervention", doorstroom::intervention};
constinit const Section sections::clock{"clock", doorstroom::clock};
constinit const Section sections::budget{"budget", doorstroom::budget};
constinit const Section sections::evidence{"evidence", doorstroom::evidence};
constinit const Section sections::target{"target", doorstroom::target};

}  // namespace doorstroom
