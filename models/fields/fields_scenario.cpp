#include "models/fields/scenario_fields.hpp"

/// The keys of the top level.

namespace doorstroom {
namespace {

constexpr Range positive{0, Range{}.most, true};

constexpr Field period[] = {
    {.key = "start",
     .kind = QuantityKind::date,
     .required = true,
     .en = "the date from which results count",
     .nl = "de datum vanaf wanneer resultaten tellen"},
    {.key = "years",
     .kind = QuantityKind::years,
     .required = true,
     .en = "how many years the results cover",
     .nl = "hoeveel jaren de resultaten beslaan"},
    {.key = "warm_up",
     .kind = QuantityKind::span,
     .standard = "0 days",
     .en = "how long before the start date the run begins",
     .nl = "hoe lang voor de startdatum de run begint"},
};
constinit const Section period_section{"period", period};

constexpr Field severity_scale[] = {
    {.key = "stay",
     .kind = QuantityKind::number,
     .range = positive,
     .standard = "1",
     .changeable = true,
     .en = "the factor on stays at this level",
     .nl = "de factor op verblijven op dit niveau"},
    {.key = "work",
     .kind = QuantityKind::number,
     .range = positive,
     .standard = "1",
     .changeable = true,
     .en = "the factor on work at desks",
     .nl = "de factor op het werk van loketten"},
    {.key = "patience",
     .kind = QuantityKind::number,
     .range = positive,
     .standard = "1",
     .changeable = true,
     .en = "the factor on stays_home_after and leaves_after",
     .nl = "de factor op stays_home_after en leaves_after"},
};
constinit const Section severity_scale_section{"severity level", severity_scale};

constexpr Field levels[] = {{.key = "*",
                             .map = &severity_scale_section,
                             .en = "a level of severity",
                             .nl = "een niveau van zwaarte"}};
constinit const Section levels_section{"severities", levels};

constexpr Field defaults[] = {
    {.key = "delay",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .en = "the handover of routes that give no delay, but for routes to exits",
     .nl = "de overdracht van routes zonder eigen delay, behalve naar uitgangen"},
    {.key = "bounce",
     .kind = QuantityKind::share,
     .en = "the bounce of desks' routes that give none, but for routes to exits",
     .nl = "de bounce van routes van loketten zonder eigen bounce, behalve naar uitgangen"},
    {.key = "rework",
     .kind = QuantityKind::share,
     .en = "the rework of desks' routes that give none",
     .nl = "de rework van routes van loketten zonder eigen rework"},
    {.key = "waiting",
     .map = &sections::waiting,
     .en = "what happens to who waits, where a node does not say it, key by key",
     .nl = "wat wie wacht overkomt, waar een knoop dat niet zegt, sleutel voor sleutel"},
};
constinit const Section defaults_section{"defaults", defaults};

constexpr Field ages[] = {
    {.key = "compulsory",
     .kind = QuantityKind::age,
     .list = true,
     .standard = "[5, 18]",
     .en = "from which to which age absence counts",
     .nl = "van welke tot welke leeftijd verzuim telt"},
    {.key = "leaves_at",
     .kind = QuantityKind::age,
     .en = "the age at which youths leave the system",
     .nl = "de leeftijd waarop jongeren het systeem verlaten"},
    {.key = "to",
     .kind = QuantityKind::id,
     .en = "the exit that they then take",
     .nl = "de uitgang die zij dan nemen"},
};
constinit const Section ages_section{"ages", ages};

constexpr Field sources[] = {{.key = "*",
                              .map = &sections::source,
                              .en = "a source: where youths come from",
                              .nl = "een bron: waar jongeren vandaan komen"}};
constexpr Field desks[] = {{.key = "*",
                            .map = &sections::desk,
                            .en = "a desk: where staff decide on cases",
                            .nl = "een loket: waar medewerkers over zaken beslissen"}};
constexpr Field arrangements[] = {{.key = "*",
                                   .map = &sections::arrangement,
                                   .en = "an arrangement: where youths stay a while",
                                   .nl = "een arrangement: waar jongeren een tijd verblijven"}};
constexpr Field exits[] = {{.key = "*",
                            .map = &sections::exit,
                            .en = "an exit of the system",
                            .nl = "een uitgang van het systeem"}};
constexpr Field choices[] = {{.key = "*",
                              .map = &sections::choice,
                              .en = "one request on several lists",
                              .nl = "een verzoek op verschillende lijsten"}};
constexpr Field today[] = {{.key = "*",
                            .map = &sections::today,
                            .en = "who is at this node when the run starts",
                            .nl = "wie bij deze knoop is wanneer de run begint"}};
constexpr Field interventions[] = {{.key = "*",
                                    .map = &sections::intervention,
                                    .en = "something done differently for a while",
                                    .nl = "iets dat een tijd anders gaat"}};
constexpr Field clocks[] = {
    {.key = "*", .map = &sections::clock, .en = "a legal term", .nl = "een wettelijke termijn"}};
constexpr Field budgets[] = {{.key = "*",
                              .map = &sections::budget,
                              .en = "what a funder can spend",
                              .nl = "wat een financier kan uitgeven"}};
constexpr Field evidence[] = {{.key = "*",
                               .map = &sections::evidence,
                               .en = "where a parameter comes from",
                               .nl = "waar een parameter vandaan komt"}};
constexpr Field targets[] = {{.key = "*",
                              .map = &sections::target,
                              .en = "what the region really looks like",
                              .nl = "hoe de regio er werkelijk uitziet"}};
constexpr Field headline[] = {{.key = "*",
                               .kind = QuantityKind::any,
                               .en = "the smallest difference that would matter",
                               .nl = "het kleinste verschil dat ertoe zou doen"}};
constexpr Field set[] = {{.key = "*",
                          .kind = QuantityKind::any,
                          .en = "the value of a parameter by path",
                          .nl = "de waarde van een parameter op pad"}};

constinit const Section sources_section{"sources", sources};
constinit const Section desks_section{"desks", desks};
constinit const Section arrangements_section{"arrangements", arrangements};
constinit const Section exits_section{"exits", exits};
constinit const Section choices_section{"choices", choices};
constinit const Section today_section{"today", today};
constinit const Section interventions_section{"interventions", interventions};
constinit const Section clocks_section{"clocks", clocks};
constinit const Section budgets_section{"budgets", budgets};
constinit const Section evidence_section{"evidence", evidence, QuantityKind::path};
constinit const Section targets_section{"targets", targets, QuantityKind::path};
constinit const Section headline_section{"headline", headline, QuantityKind::path};
constinit const Section set_section{"set", set, QuantityKind::path};

constexpr Field scenario[] = {
    {.key = "doorstroom",
     .kind = QuantityKind::whole,
     .range = {1, 1},
     .required = true,
     .en = "the version of this file format",
     .nl = "de versie van dit bestandsformaat"},
    {.key = "extends",
     .kind = QuantityKind::text,
     .en = "the file that this one is laid over",
     .nl = "het bestand waar dit overheen wordt gelegd"},
    {.key = "name",
     .kind = QuantityKind::text,
     .standard = "the file's name",
     .where_it_applies = true,
     .en = "the name of the scenario",
     .nl = "de naam van het scenario"},
    {.key = "period",
     .map = &period_section,
     .required = true,
     .en = "the time that is simulated",
     .nl = "de tijd die wordt gesimuleerd"},
    {.key = "replications",
     .kind = QuantityKind::whole,
     .range = {1, 1e6},
     .standard = "1",
     .en = "how many times the world is run",
     .nl = "hoe vaak de wereld wordt doorlopen"},
    {.key = "seed",
     .kind = QuantityKind::whole,
     .standard = "1",
     .en = "the number that fixes all chance, of 32 bits",
     .nl = "het getal dat al het toeval vastlegt, van 32 bits"},
    {.key = "subregions",
     .kind = QuantityKind::id,
     .list = true,
     .standard = "[]",
     .en = "the parts of the region",
     .nl = "de delen van de regio"},
    {.key = "severities",
     .kind = QuantityKind::id,
     .map = &levels_section,
     .list = true,
     .standard = "[light, middle, complex]",
     .en = "the levels of severity, the lightest first",
     .nl = "de niveaus van zwaarte, het lichtste eerst"},
    {.key = "ages",
     .map = &ages_section,
     .standard = "{}",
     .en = "ages that the law knows",
     .nl = "leeftijden die de wet kent"},
    {.key = "defaults",
     .map = &defaults_section,
     .en = "what holds where nodes say nothing",
     .nl = "wat geldt waar knopen niets zeggen"},
    {.key = "sources",
     .map = &sources_section,
     .en = "where youths come from",
     .nl = "waar jongeren vandaan komen"},
    {.key = "desks",
     .map = &desks_section,
     .en = "where staff decide",
     .nl = "waar medewerkers beslissen"},
    {.key = "arrangements",
     .map = &arrangements_section,
     .en = "where youths stay a while",
     .nl = "waar jongeren een tijd verblijven"},
    {.key = "exits",
     .map = &exits_section,
     .en = "where youths leave the system",
     .nl = "waar jongeren het systeem verlaten"},
    {.key = "choices",
     .map = &choices_section,
     .en = "requests on several lists at once",
     .nl = "verzoeken op verschillende lijsten tegelijk"},
    {.key = "absence",
     .map = &sections::absence,
     .standard = "{}",
     .en = "what may happen to who is absent",
     .nl = "wat wie thuiszit kan overkomen"},
    {.key = "clocks",
     .map = &clocks_section,
     .en = "the legal terms",
     .nl = "de wettelijke termijnen"},
    {.key = "today",
     .map = &today_section,
     .en = "the state when the run starts",
     .nl = "de toestand wanneer de run begint"},
    {.key = "interventions",
     .map = &interventions_section,
     .en = "what is done differently",
     .nl = "wat anders gaat"},
    {.key = "budgets",
     .map = &budgets_section,
     .en = "what funders can spend in a calendar year",
     .nl = "wat financiers in een kalenderjaar kunnen uitgeven"},
    {.key = "evidence",
     .map = &evidence_section,
     .en = "where parameters come from",
     .nl = "waar parameters vandaan komen"},
    {.key = "targets",
     .map = &targets_section,
     .en = "what the region really looks like",
     .nl = "hoe de regio er werkelijk uitziet"},
    {.key = "headline",
     .map = &headline_section,
     .en = "the figures that a verdict is about",
     .nl = "de cijfers waar een oordeel over gaat"},
    {.key = "set",
     .map = &set_section,
     .en = "parameters changed by path",
     .nl = "parameters die op pad zijn veranderd"},
};

}  // namespace

constinit const Section sections::scenario{"scenario", doorstroom::scenario};

}  // namespace doorstroom
