#include "models/fields/scenario_fields.hpp"
#include "models/fields/shared_rows.hpp"

/// The keys of the top level.

namespace doorstroom {
namespace {

constexpr Field period[] = {
    {.key = "start",
     .kind = QuantityKind::date,
     .required = true,
     .about = translatable("the date from which results count")},
    {.key = "years",
     .kind = QuantityKind::years,
     .required = true,
     .about = translatable("how many years the results cover")},
    {.key = "warm_up",
     .kind = QuantityKind::span,
     .standard = "0 days",
     .about = translatable("how long before the start date the run begins")},
    {.key = "follow_up",
     .kind = QuantityKind::span,
     .standard = "1 year",
     .about =
         translatable("how long everybody who asked or arrived is followed; the run goes on so "
                      "long after the period")},
};
constinit const Section period_section{translatable("period"), period};

constexpr Field severity_scale[] = {
    rows::label,
    {.key = "stay",
     .kind = QuantityKind::number,
     .range = above_zero,
     .standard = "1",
     .changeable = true,
     .about = translatable("the factor on stays at this level")},
    {.key = "work",
     .kind = QuantityKind::number,
     .range = above_zero,
     .standard = "1",
     .changeable = true,
     .about = translatable("the factor on work at desks")},
    {.key = "patience",
     .kind = QuantityKind::number,
     .range = above_zero,
     .standard = "1",
     .changeable = true,
     .about = translatable("the factor on stays_home_after and leaves_after")},
};
constinit const Section severity_scale_section{translatable("severity level"), severity_scale};

constexpr Field levels[] = {
    {.key = "*", .map = &severity_scale_section, .about = translatable("a level of severity")}};
constinit const Section levels_section{translatable("severities"), levels};

constexpr Field defaults[] = {
    {.key = "delay",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .about = translatable("the handover of routes that give no delay, but for routes to exits")},
    {.key = "bounce",
     .kind = QuantityKind::share,
     .about = translatable("the bounce of desks' routes that give none, but for routes to exits")},
    {.key = "rework",
     .kind = QuantityKind::share,
     .about = translatable("the rework of desks' routes that give none")},
    {.key = "waiting",
     .map = &sections::waiting,
     .about = translatable("what happens to who waits, where a node does not say it, key by key")},
};
constinit const Section defaults_section{translatable("defaults"), defaults};

constexpr Field ages[] = {
    {.key = "compulsory",
     .kind = QuantityKind::age,
     .list = true,
     .standard = "[5, 18]",
     .about = translatable("from which to which age absence counts")},
    {.key = "leaves_at",
     .kind = QuantityKind::age,
     .about = translatable("the age at which youths leave the system")},
    {.key = "to", .kind = QuantityKind::id, .about = translatable("the exit that they then take")},
};
constinit const Section ages_section{translatable("ages"), ages};

constexpr Field value_of_attribute[] = {rows::label};
constinit const Section value_section{translatable("value of an attribute"), value_of_attribute};
constexpr Field value_ids[] = {
    {.key = "*", .map = &value_section, .about = translatable("a value that youths may have")}};
constinit const Section values_section{translatable("values"), value_ids};
constexpr Field attribute_keys[] = {
    rows::label,
    {.key = "values",
     .kind = QuantityKind::id,
     .map = &values_section,
     .list = true,
     .required = true,
     .about = translatable("the values, of which a youth has one or none")},
};
constinit const Section attribute_section{translatable("attribute"), attribute_keys};
constexpr Field attribute_ids[] = {
    {.key = "*",
     .map = &attribute_section,
     .about = translatable("an attribute of the youths, such as the municipality")}};

constexpr Field sources[] = {{.key = "*",
                              .map = &sections::source,
                              .about = translatable("a source: where youths come from")}};
constexpr Field desks[] = {{.key = "*",
                            .map = &sections::desk,
                            .about = translatable("a desk: where staff decide on cases")}};
constexpr Field arrangements[] = {
    {.key = "*",
     .map = &sections::arrangement,
     .about = translatable("an arrangement: where youths stay a while")}};
constexpr Field exits[] = {
    {.key = "*", .map = &sections::exit, .about = translatable("an exit of the system")}};
constexpr Field choices[] = {
    {.key = "*", .map = &sections::choice, .about = translatable("one request on several lists")}};
constexpr Field initial_by_node[] = {
    {.key = "*",
     .map = &sections::found,
     .about = translatable("who is at this node when the run starts")}};
constexpr Field interventions[] = {
    {.key = "*",
     .map = &sections::intervention,
     .about = translatable("something done differently for a while")}};
constexpr Field clocks[] = {
    {.key = "*", .map = &sections::clock, .about = translatable("a legal term")}};
constexpr Field budgets[] = {
    {.key = "*", .map = &sections::budget, .about = translatable("what a funder can spend")}};
constexpr Field funder_keys[] = {rows::label};
constinit const Section funder_section{translatable("funder"), funder_keys};
constexpr Field funders[] = {
    {.key = "*", .map = &funder_section, .about = translatable("what a funder is called")}};
constexpr Field about_keys[] = {
    {.key = "decision",
     .kind = QuantityKind::text,
     .map = &sections::label,
     .about = translatable("the decision that a report on this scenario is to help with")},
    {.key = "owner",
     .kind = QuantityKind::text,
     .map = &sections::label,
     .about = translatable("who answers for the numbers: an organisation, not a person")},
    {.key = "contact",
     .kind = QuantityKind::text,
     .map = &sections::label,
     .about = translatable("where questions go")},
    {.key = "data_date",
     .kind = QuantityKind::date,
     .about = translatable("the date on which the numbers of the region were known")},
};
constinit const Section about_section{translatable("what a report tells about it"), about_keys};
constexpr Field evidence_by_path[] = {{.key = "*",
                                       .map = &sections::evidence,
                                       .about = translatable("where a parameter comes from")}};
constexpr Field targets[] = {{.key = "*",
                              .map = &sections::target,
                              .about = translatable("what the region really looks like")}};
constexpr Field headline[] = {{.key = "*",
                               .kind = QuantityKind::any,
                               .about = translatable("the smallest difference that would matter")}};
constexpr Field set[] = {{.key = "*",
                          .kind = QuantityKind::any,
                          .about = translatable("the value of a parameter by path")}};

constinit const Section attributes_section{translatable("attributes"), attribute_ids};
constinit const Section sources_section{translatable("sources"), sources};
constinit const Section desks_section{translatable("desks"), desks};
constinit const Section arrangements_section{translatable("arrangements"), arrangements};
constinit const Section exits_section{translatable("exits"), exits};
constinit const Section choices_section{translatable("choices"), choices};
constinit const Section initial_section{translatable("initial"), initial_by_node};
constinit const Section interventions_section{translatable("interventions"), interventions};
constinit const Section clocks_section{translatable("clocks"), clocks};
constinit const Section budgets_section{translatable("budgets"), budgets};
constinit const Section funders_section{translatable("funders"), funders};
constinit const Section evidence_section{translatable("evidence"), evidence_by_path,
                                         QuantityKind::path};
constinit const Section targets_section{translatable("targets"), targets, QuantityKind::path};
constinit const Section headline_section{translatable("headline"), headline, QuantityKind::path};
constinit const Section set_section{translatable("set"), set, QuantityKind::path};

constexpr Field scenario[] = {
    {.key = "doorstroom",
     .kind = QuantityKind::whole,
     .range = {1, 1},
     .required = true,
     .about = translatable("the version of this file format")},
    {.key = "extends",
     .kind = QuantityKind::text,
     .about = translatable("the file that this one is laid over")},
    {.key = "name",
     .kind = QuantityKind::text,
     .map = &sections::label,
     .standard_in_words = translatable("the file's name"),
     .where_it_applies = true,
     .about = translatable("the name of the scenario")},
    {.key = "about",
     .map = &about_section,
     .about = translatable("what the first page of a report says of it; changes no result")},
    {.key = "period",
     .map = &period_section,
     .required = true,
     .about = translatable("the time that is simulated")},
    {.key = "replications",
     .kind = QuantityKind::whole,
     .range = {1, 1e6},
     .standard = "1",
     .about = translatable("how many times the world is run")},
    {.key = "seed",
     .kind = QuantityKind::whole,
     .standard = "1",
     .about = translatable("the number that fixes all chance, of 32 bits")},
    {.key = "subregions",
     .kind = QuantityKind::id,
     .map = &values_section,
     .list = true,
     .standard = "[]",
     .about = translatable("the parts of the region")},
    {.key = "attributes",
     .map = &attributes_section,
     .about = translatable("what else youths have one value of each, such as a municipality")},
    {.key = "groups",
     .kind = QuantityKind::id,
     .list = true,
     .about = translatable("the attributes by whose values key figures are also reported")},
    {.key = "severities",
     .kind = QuantityKind::id,
     .map = &levels_section,
     .list = true,
     .standard = "[light, middle, complex]",
     .about = translatable("the levels of severity, the lightest first")},
    {.key = "ages",
     .map = &ages_section,
     .standard = "{}",
     .about = translatable("ages that the law knows")},
    {.key = "defaults",
     .map = &defaults_section,
     .about = translatable("what holds where nodes say nothing")},
    {.key = "sources", .map = &sources_section, .about = translatable("where youths come from")},
    {.key = "desks", .map = &desks_section, .about = translatable("where staff decide")},
    {.key = "arrangements",
     .map = &arrangements_section,
     .about = translatable("where youths stay a while")},
    {.key = "exits", .map = &exits_section, .about = translatable("where youths leave the system")},
    {.key = "choices",
     .map = &choices_section,
     .about = translatable("requests on several lists at once")},
    {.key = "absence",
     .map = &sections::absence,
     .standard = "{}",
     .about = translatable("what may happen to who is absent")},
    {.key = "clocks", .map = &clocks_section, .about = translatable("the legal terms")},
    {.key = "initial",
     .map = &initial_section,
     .about = translatable("who is where when the run starts, before the warm-up")},
    {.key = "today",
     .map = &sections::today,
     .about = translatable("who is where on the start date, whatever the warm-up made of it")},
    {.key = "interventions",
     .map = &interventions_section,
     .about = translatable("what is done differently")},
    {.key = "budgets",
     .map = &budgets_section,
     .about = translatable("what funders can spend in a calendar year")},
    {.key = "funders",
     .map = &funders_section,
     .about = translatable("what those who pay are called, where ids do not say it")},
    {.key = "evidence",
     .map = &evidence_section,
     .about = translatable("where parameters come from")},
    {.key = "targets",
     .map = &targets_section,
     .about = translatable("what the region really looks like")},
    {.key = "headline",
     .map = &headline_section,
     .about = translatable("the figures that a verdict is about")},
    {.key = "set", .map = &set_section, .about = translatable("parameters changed by path")},
};

}  // namespace

constinit const Section sections::scenario{translatable("scenario"), doorstroom::scenario};

}  // namespace doorstroom
