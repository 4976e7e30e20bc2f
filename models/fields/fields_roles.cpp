#include "models/fields/scenario_fields.hpp"

/// The keys of what an intervention may set to work: casework, a single desk, steering.

namespace doorstroom {
namespace {

constexpr Field makes[] = {{.key = "*",
                            .kind = QuantityKind::youths_per_year,
                            .en = "how many extra places may be made in a year",
                            .nl = "hoeveel extra plekken er per jaar gemaakt mogen worden"}};
constinit const Section makes_section{"makes", makes};

constexpr Field casework[] = {
    {.key = "fte",
     .kind = QuantityKind::number,
     .range = {0, 1e6},
     .required = true,
     .en = "the staff, in fte",
     .nl = "de medewerkers, in fte"},
    {.key = "hours",
     .kind = QuantityKind::hours_per_year,
     .required = true,
     .en = "the hours that an fte gives in a year",
     .nl = "de uren die een fte in een jaar geeft"},
    {.key = "per_case",
     .kind = QuantityKind::hours,
     .range = {0, Range{}.most, true},
     .required = true,
     .en = "the hours that a youth takes",
     .nl = "de uren die een jongere kost"},
    {.key = "every",
     .kind = QuantityKind::span,
     .required = true,
     .en = "the rhythm",
     .nl = "het ritme"},
    {.key = "picks",
     .kind = QuantityKind::word,
     .words = "longest_waiting | absent_first | most_severe",
     .standard = "longest_waiting",
     .en = "who is picked first",
     .nl = "wie het eerst wordt gekozen"},
    {.key = "may_place_in",
     .kind = QuantityKind::id,
     .list = true,
     .en = "the arrangements that it may place in",
     .nl = "de arrangementen waarin het mag plaatsen"},
    {.key = "makes",
     .map = &makes_section,
     .en = "the places that it may make",
     .nl = "de plekken die het mag maken"},
    {.key = "else_back_at_school",
     .kind = QuantityKind::share,
     .en = "the share of the absent that goes back to school when no place is found",
     .nl = "het aandeel thuiszitters dat zonder plek weer naar school gaat"},
};

constexpr Field single_desk[] = {
    {.key = "joins",
     .kind = QuantityKind::id,
     .list = true,
     .required = true,
     .en = "the desks that become one",
     .nl = "de loketten die er een worden"},
    {.key = "work",
     .kind = QuantityKind::factor,
     .standard = "1",
     .en = "the factor on the work on a case",
     .nl = "de factor op het werk aan een zaak"},
    {.key = "inflow",
     .kind = QuantityKind::factor,
     .standard = "1",
     .en = "the factor on the inflow",
     .nl = "de factor op de instroom"},
};

constexpr Field counts[] = {
    {.key = "*", .kind = QuantityKind::places, .en = "how many places", .nl = "hoeveel plekken"}};
constinit const Section counts_section{"places", counts};

constexpr Field moves[] = {
    {.key = "from",
     .kind = QuantityKind::id,
     .required = true,
     .en = "the arrangement that loses places",
     .nl = "het arrangement dat plekken verliest"},
    {.key = "to",
     .kind = QuantityKind::id,
     .required = true,
     .en = "the arrangement that gains them",
     .nl = "het arrangement dat ze krijgt"},
    {.key = "count",
     .kind = QuantityKind::places,
     .required = true,
     .en = "how many places",
     .nl = "hoeveel plekken"},
};
constinit const Section moves_section{"moves", moves};

constexpr Field steering[] = {
    {.key = "decides_on",
     .kind = QuantityKind::day_of_year,
     .list = true,
     .required = true,
     .en = "the days of the year on which it decides",
     .nl = "de dagen van het jaar waarop het besluit"},
    {.key = "watches",
     .kind = QuantityKind::path,
     .required = true,
     .en = "the figure that it watches",
     .nl = "het cijfer dat het volgt"},
    {.key = "over",
     .kind = QuantityKind::span,
     .required = true,
     .en = "the time that the figure covers",
     .nl = "de tijd die het cijfer beslaat"},
    {.key = "when",
     .kind = QuantityKind::text,
     .required = true,
     .en = "what the figure must be for it to act",
     .nl = "wat het cijfer moet zijn om te handelen"},
    {.key = "opens",
     .map = &counts_section,
     .en = "the places that it opens",
     .nl = "de plekken die het opent"},
    {.key = "closes",
     .map = &counts_section,
     .en = "the places that it closes",
     .nl = "de plekken die het sluit"},
    {.key = "moves",
     .map = &moves_section,
     .en = "the places that it moves",
     .nl = "de plekken die het verplaatst"},
    {.key = "after",
     .kind = QuantityKind::span,
     .en = "how long after the decision",
     .nl = "hoe lang na het besluit"},
    {.key = "at_most",
     .kind = QuantityKind::places,
     .en = "how many places it opens at most",
     .nl = "hoeveel plekken het hoogstens opent"},
};

}  // namespace

constinit const Section sections::casework{"casework", doorstroom::casework};
constinit const Section sections::single_desk{"single desk", doorstroom::single_desk};
constinit const Section sections::steering{"steering", doorstroom::steering};

}  // namespace doorstroom
