#include "models/fields/scenario_fields.hpp"

/// The keys of absence, and of who is found at nodes: `initial` and `today`.

namespace doorstroom {
namespace {

constexpr Field leaves[] = {
    {.key = "*",
     .kind = QuantityKind::hazard,
     .changeable = true,
     .about = translatable("the hazard of leaving every list for this node")}};
constinit const Section leaves_section{translatable("leaves"), leaves};

constexpr Field absence_case[] = {
    {.key = "desk",
     .kind = QuantityKind::id,
     .required = true,
     .about = translatable("the desk that opens a case")},
    {.key = "after",
     .kind = QuantityKind::duration,
     .required = true,
     .changeable = true,
     .about = translatable("how long after the absence began")},
    {.key = "share",
     .kind = QuantityKind::share,
     .standard = "100%",
     .changeable = true,
     .about = translatable("the share that becomes a case")},
    {.key = "back_to_school",
     .kind = QuantityKind::share,
     .standard = "0%",
     .changeable = true,
     .about = translatable("the share of cases that ends in school")},
};
constinit const Section absence_case_section{translatable("absence case"), absence_case};

constexpr Field absence[] = {
    {.key = "back_to_school",
     .kind = QuantityKind::hazard,
     .standard = "0% per month",
     .changeable = true,
     .about = translatable("the hazard of attending school again")},
    {.key = "leaves",
     .map = &leaves_section,
     .about = translatable("the hazards of leaving for a node")},
    {.key = "case",
     .map = &absence_case_section,
     .about = translatable("the case that absence opens")},
};

constexpr Field found[] = {
    {.key = "fill",
     .kind = QuantityKind::share,
     .one_of = "inside",
     .about = translatable("the share of places that is taken")},
    {.key = "occupied",
     .kind = QuantityKind::places,
     .one_of = "inside",
     .about = translatable("how many youths are inside")},
    {.key = "in_work",
     .kind = QuantityKind::places,
     .standard = "0",
     .about = translatable("how many cases the desk is working on")},
    {.key = "waiting",
     .kind = QuantityKind::places,
     .standard = "0",
     .about = translatable("how many youths are waiting")},
    {.key = "waited",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .about = translatable("how long they have waited")},
    {.key = "age",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .about = translatable("their age")},
    {.key = "severity",
     .map = &sections::shares,
     .about = translatable("the shares of the levels of severity")},
    {.key = "subregion",
     .map = &sections::mix,
     .about = translatable("the shares of the subregions")},
    {.key = "absent",
     .kind = QuantityKind::share,
     .about = translatable(
         "the share who are absent of those waiting, in work, or where `education` is unchanged")},
    {.key = "*",
     .map = &sections::mix,
     .of_attributes = true,
     .about = translatable("the shares of the values of an attribute")},
};

constexpr Field rows_file[] = {
    {.key = "file",
     .kind = QuantityKind::text,
     .one_of = "table",
     .required = true,
     .about =
         translatable("the path of a table of node, state, since, age, severity, the attributes "
                      "and absent_since")},
    {.key = "table",
     .kind = QuantityKind::text,
     .one_of = "table",
     .required = true,
     .about = translatable("the text of that table, instead of its file")},
};
constinit const Section rows_file_section{translatable("rows of today"), rows_file};

constexpr Field today[] = {
    {.key = "as_of",
     .kind = QuantityKind::date,
     .about = translatable("the date of the records, which is that of period.start")},
    {.key = "rows",
     .kind = QuantityKind::text,
     .map = &rows_file_section,
     .about = translatable("the path of a table that names the youths one by one: node, state, "
                           "since, age, severity, attributes, absent_since")},
    {.key = "*",
     .map = &sections::found,
     .about = translatable("who is at this node on the start date")},
};

}  // namespace

constinit const Section sections::absence{translatable("absence"), doorstroom::absence};
constinit const Section sections::found{translatable("who is at a node"), doorstroom::found};
constinit const Section sections::today{translatable("today"), doorstroom::today};

}  // namespace doorstroom
