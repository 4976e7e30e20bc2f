#include "models/fields/scenario_fields.hpp"

/// The keys of a sweep file: one scenario, run for many values of some of its parameters.

namespace doorstroom {
namespace {

constexpr Field value_range[] = {
    {.key = "from",
     .kind = QuantityKind::any,
     .required = true,
     .about = translatable("the lowest value")},
    {.key = "to",
     .kind = QuantityKind::any,
     .required = true,
     .about = translatable("the highest value")},
    {.key = "step",
     .kind = QuantityKind::any,
     .about = translatable(
         "the step from one value to the next; without it a value may be any between the two")},
};
constinit const Section range_section{translatable("values"), value_range};

constexpr Field vary[] = {{.key = "*",
                           .kind = QuantityKind::any,
                           .map = &range_section,
                           .list = true,
                           .about = translatable("the values of the parameter with this path")}};
constinit const Section vary_section{translatable("vary"), vary, QuantityKind::path};

constexpr Range points{1, 1e6};
constexpr Field design[] = {
    {.key = "latin_hypercube",
     .kind = QuantityKind::whole,
     .range = points,
     .one_of = "design",
     .required = true,
     .about = translatable("how many points, spread so that each parameter is covered evenly")},
    {.key = "sobol",
     .kind = QuantityKind::whole,
     .range = points,
     .one_of = "design",
     .required = true,
     .about = translatable("how many points of a Sobol sequence")},
};
constinit const Section design_section{translatable("design"), design};

constexpr Field until[] = {
    {.key = "*",
     .kind = QuantityKind::any,
     .about = translatable("the half-width of the 95% interval to reach for this figure")}};
constinit const Section until_section{translatable("until"), until, QuantityKind::path};

constexpr Field sweep[] = {
    {.key = "doorstroom",
     .kind = QuantityKind::whole,
     .range = {1, 1},
     .required = true,
     .about = translatable("the version of this file format")},
    {.key = "sweep",
     .kind = QuantityKind::text,
     .required = true,
     .about = translatable("the name of the sweep")},
    {.key = "base",
     .kind = QuantityKind::text,
     .required = true,
     .about = translatable("the scenario whose parameters are varied")},
    {.key = "vary",
     .map = &vary_section,
     .required = true,
     .about = translatable("the parameters that are varied, by path")},
    {.key = "design",
     .kind = QuantityKind::word,
     .map = &design_section,
     .words = "grid",
     .standard = "grid",
     .about = translatable("which combinations of values are run")},
    {.key = "replications",
     .kind = QuantityKind::whole,
     .range = {1, 1e6},
     .one_of = "length",
     .about = translatable("how many times the world is run for each combination")},
    {.key = "until",
     .map = &until_section,
     .one_of = "length",
     .about = translatable("how precise the figures must be before a combination is done")},
    {.key = "at_most",
     .kind = QuantityKind::whole,
     .range = {3, 1e6},
     .standard = "1000",
     .about = translatable(
         "how many replications a combination gets at most, when `until` says how many it needs")},
    {.key = "keep",
     .kind = QuantityKind::path,
     .list = true,
     .about = translatable("the key figures that are kept")},
};

}  // namespace

constinit const Section sections::sweep{translatable("sweep"), doorstroom::sweep};

}  // namespace doorstroom
