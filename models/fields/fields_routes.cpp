#include "models/fields/scenario_fields.hpp"

/// The keys of routes: where youths go, for whom, and how; and of waiting on the way.

namespace doorstroom {
namespace {

constexpr Field age_range[] = {
    {.key = "from",
     .kind = QuantityKind::age,
     .about = translatable("the lowest age that applies")},
    {.key = "to",
     .kind = QuantityKind::age,
     .about = translatable("the age from which it applies no more")},
};
constinit const Section age_range_section{translatable("age range"), age_range};

constexpr Field condition[] = {
    {.key = "age",
     .map = &age_range_section,
     .about = translatable("the age on the last 1 August")},
    {.key = "severity",
     .kind = QuantityKind::id,
     .list = true,
     .about = translatable("the levels of severity that apply")},
    {.key = "subregion",
     .kind = QuantityKind::id,
     .list = true,
     .about = translatable("the subregions that apply")},
    {.key = "beside",
     .kind = QuantityKind::id,
     .list = true,
     .about = translatable("help beside the way that goes on, one of them (routes only)")},
    {.key = "had",
     .kind = QuantityKind::id,
     .list = true,
     .about =
         translatable("help beside the way that goes on or was had, one of them (routes only)")},
    {.key = "within",
     .kind = QuantityKind::duration,
     .about = translatable("how long ago that help may have ended")},
    {.key = "*",
     .kind = QuantityKind::id,
     .list = true,
     .of_attributes = true,
     .about = translatable("the values of an attribute that apply")},
};

constexpr Field also_target[] = {
    {.key = "share",
     .kind = QuantityKind::share,
     .standard = "100%",
     .changeable = true,
     .about = translatable("the share of youths who ask for it")},
    {.key = "delay",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .standard = "0 days",
     .changeable = true,
     .about = translatable("how long it takes until it is asked for")},
};
constinit const Section also_target_section{translatable("help asked for"), also_target};

constexpr Field also[] = {{.key = "*",
                           .kind = QuantityKind::share,
                           .map = &also_target_section,
                           .about = translatable("help beside the way")}};

constexpr Field helps[] = {
    {.key = "worsens",
     .kind = QuantityKind::number,
     .range = {0, 100},
     .standard = "1",
     .changeable = true,
     .about = translatable("the factor on the hazard of getting worse")},
    {.key = "patience",
     .kind = QuantityKind::number,
     .range = {0, 100},
     .standard = "1",
     .changeable = true,
     .about = translatable("the factor on stays_home_after and leaves_after")},
    {.key = "stay",
     .kind = QuantityKind::number,
     .range = {0, 100},
     .standard = "1",
     .changeable = true,
     .about = translatable("the factor on stays that begin meanwhile")},
};

constexpr Field route[] = {
    {.key = "share",
     .kind = QuantityKind::share_or_rest,
     .words = "rest",
     .required = true,
     .changeable = true,
     .about = translatable("the share of youths who go this way")},
    {.key = "delay",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .standard = "0 days",
     .where_it_applies = true,
     .changeable = true,
     .about = translatable("the handover before the youth asks at the target")},
    {.key = "bounce",
     .kind = QuantityKind::share,
     .standard = "0%",
     .where_it_applies = true,
     .changeable = true,
     .about = translatable("the share that the target's intake sends back to the desk")},
    {.key = "rework",
     .kind = QuantityKind::share,
     .standard = "50%",
     .where_it_applies = true,
     .changeable = true,
     .about = translatable("the share of the work that is done again after a bounce")},
    {.key = "if", .map = &sections::condition, .about = translatable("whom this route is for")},
    {.key = "also",
     .kind = QuantityKind::id,
     .map = &sections::also,
     .about = translatable("the help that youths ask for beside their way when they enter the "
                           "target by this route")},
};

constexpr Field routes[] = {{.key = "*",
                             .kind = QuantityKind::share_or_rest,
                             .map = &sections::route,
                             .words = "rest",
                             .about = translatable("the way to a node")}};

constexpr Field branch[] = {
    {.key = "if", .map = &sections::condition, .about = translatable("whom these routes are for")},
    {.key = "to",
     .kind = QuantityKind::id,
     .map = &sections::routes,
     .required = true,
     .about = translatable("the routes of this branch, or the one node that all go to")},
    {.key = "also",
     .kind = QuantityKind::id,
     .map = &sections::also,
     .about = translatable("with one node: the help that youths ask for when they enter it")},
};

constexpr Field waiting[] = {
    {.key = "at_home",
     .kind = QuantityKind::share,
     .standard = "0%",
     .changeable = true,
     .about =
         translatable("the share of those attending who stay home from the first day of waiting")},
    {.key = "stays_home_after",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .changeable = true,
     .about = translatable("how long somebody waits at school before staying home")},
    {.key = "leaves_after",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .changeable = true,
     .about = translatable("how long somebody waits before giving up the list")},
    {.key = "leaves_to",
     .kind = QuantityKind::id,
     .about = translatable("where those go who give up the list")},
    {.key = "worsens",
     .kind = QuantityKind::hazard,
     .standard = "0% per month",
     .changeable = true,
     .about = translatable("the hazard of moving one step up in severity")},
};

}  // namespace

constinit const Section sections::condition{translatable("condition"), doorstroom::condition};
constinit const Section sections::also{translatable("also"), doorstroom::also};
constinit const Section sections::helps{translatable("helps"), doorstroom::helps};
constinit const Section sections::route{translatable("route"), doorstroom::route};
constinit const Section sections::routes{translatable("routes"), doorstroom::routes};
constinit const Section sections::branch{translatable("branch"), doorstroom::branch};
constinit const Section sections::waiting{translatable("waiting"), doorstroom::waiting};

}  // namespace doorstroom
