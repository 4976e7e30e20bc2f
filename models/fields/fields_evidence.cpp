#include "models/fields/scenario_fields.hpp"

/// The keys of budgets, evidence and targets.

namespace doorstroom {
namespace {

constexpr Field budget[] = {{.key = "amount",
                             .kind = QuantityKind::money_per_year,
                             .required = true,
                             .about = translatable("what can be spent in a calendar year")}};

constexpr Field basis{.key = "basis",
                      .kind = QuantityKind::word,
                      .words = "measured | derived | assumed",
                      .required = true,
                      .about = translatable("how sure it is")};
constexpr Field origin{
    .key = "source", .kind = QuantityKind::text, .about = translatable("where it was found")};
constexpr Field note{
    .key = "note", .kind = QuantityKind::text, .about = translatable("what else should be known")};
constexpr Field span_of_values{.key = "range",
                               .kind = QuantityKind::any,
                               .list = true,
                               .about = translatable("the low, middle and high value")};
constexpr Field together{
    .key = "together",
    .kind = QuantityKind::text,
    .about = translatable("name that parameters share which rise and fall as one")};
constexpr Field evidence[] = {basis, origin, span_of_values, together, note};
constexpr Field target[] = {
    {.key = "value", .kind = QuantityKind::any, .about = translatable("the figure that was found")},
    {.key = "tolerance",
     .kind = QuantityKind::share,
     .about = translatable("how far the model may be from it")},
    {.key = "discrepancy",
     .kind = QuantityKind::share,
     .about = translatable("how far the figure may be from the model because of what the model "
                           "leaves out, of the value or the middle of the range; `calibrate` "
                           "allows for it")},
    span_of_values,
    {.key = "use",
     .kind = QuantityKind::word,
     .words = "tune | check",
     .about = translatable("what it is for")},
    basis,
    origin,
    note,
};

}  // namespace

constinit const Section sections::budget{translatable("budget"), doorstroom::budget};
constinit const Section sections::evidence{translatable("evidence of a parameter"),
                                           doorstroom::evidence};
constinit const Section sections::target{translatable("target"), doorstroom::target};

}  // namespace doorstroom
