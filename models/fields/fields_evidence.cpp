#include "models/fields/scenario_fields.hpp"

/// The keys of budgets, evidence and targets.

namespace doorstroom {
namespace {

constexpr Field budget[] = {{.key = "amount",
                             .kind = QuantityKind::money_per_year,
                             .required = true,
                             .en = "what can be spent in a calendar year",
                             .nl = "wat in een kalenderjaar kan worden uitgegeven"}};

constexpr Field basis{.key = "basis",
                      .kind = QuantityKind::word,
                      .words = "measured | derived | assumed",
                      .required = true,
                      .en = "how sure it is",
                      .nl = "hoe zeker het is"};
constexpr Field origin{.key = "source",
                       .kind = QuantityKind::text,
                       .en = "where it was found",
                       .nl = "waar het is gevonden"};
constexpr Field note{.key = "note",
                     .kind = QuantityKind::text,
                     .en = "what else should be known",
                     .nl = "wat er nog meer van te weten is"};
constexpr Field span_of_values{.key = "range",
                               .kind = QuantityKind::any,
                               .list = true,
                               .en = "the low, middle and high value",
                               .nl = "de lage, middelste en hoge waarde"};
constexpr Field evidence[] = {basis, origin, span_of_values, note};
constexpr Field target[] = {
    {.key = "value",
     .kind = QuantityKind::any,
     .en = "the figure that was found",
     .nl = "het cijfer dat is gevonden"},
    {.key = "tolerance",
     .kind = QuantityKind::share,
     .en = "how far the model may be from it",
     .nl = "hoe ver het model ervan mag afwijken"},
    span_of_values,
    {.key = "use",
     .kind = QuantityKind::word,
     .words = "tune | check",
     .en = "what it is for",
     .nl = "waar het voor dient"},
    basis,
    origin,
    note,
};

}  // namespace

constinit const Section sections::budget{"budget", doorstroom::budget};
constinit const Section sections::evidence{"evidence of a parameter", doorstroom::evidence};
constinit const Section sections::target{"target", doorstroom::target};

}  // namespace doorstroom
