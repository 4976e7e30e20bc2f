#include "models/fields/scenario_fields.hpp"

/// The keys of a sweep file: one scenario, run for many values of some of its parameters.

namespace doorstroom {
namespace {

constexpr Field range[] = {
    {.key = "from",
     .kind = QuantityKind::any,
     .required = true,
     .en = "the lowest value",
     .nl = "de laagste waarde"},
    {.key = "to",
     .kind = QuantityKind::any,
     .required = true,
     .en = "the highest value",
     .nl = "de hoogste waarde"},
    {.key = "step",
     .kind = QuantityKind::any,
     .en = "the step from one value to the next; without it a value may be any between the two",
     .nl = "de stap van de ene waarde naar de volgende; zonder stap kan het elke waarde ertussen "
           "zijn"},
};
constinit const Section range_section{"values", range};

constexpr Field vary[] = {{.key = "*",
                           .kind = QuantityKind::any,
                           .map = &range_section,
                           .list = true,
                           .en = "the values of the parameter with this path",
                           .nl = "de waarden van de parameter met dit pad"}};
constinit const Section vary_section{"vary", vary, QuantityKind::path};

constexpr Range points{1, 1e6};
constexpr Field design[] = {
    {.key = "latin_hypercube",
     .kind = QuantityKind::whole,
     .range = points,
     .one_of = "design",
     .required = true,
     .en = "how many points, spread so that each parameter is covered evenly",
     .nl = "hoeveel punten, zo gespreid dat elke parameter gelijkmatig is bestreken"},
    {.key = "sobol",
     .kind = QuantityKind::whole,
     .range = points,
     .one_of = "design",
     .required = true,
     .en = "how many points of a Sobol sequence",
     .nl = "hoeveel punten van een Sobolrij"},
};
constinit const Section design_section{"design", design};

constexpr Field until[] = {{.key = "*",
                            .kind = QuantityKind::any,
                            .en = "the half-width of the 95% interval to reach for this figure",
                            .nl = "de halve breedte van het 95%-interval die voor dit cijfer "
                                  "gehaald moet worden"}};
constinit const Section until_section{"until", until, QuantityKind::path};

constexpr Field sweep[] = {
    {.key = "doorstroom",
     .kind = QuantityKind::whole,
     .range = {1, 1},
     .required = true,
     .en = "the version of this file format",
     .nl = "de versie van dit bestandsformaat"},
    {.key = "sweep",
     .kind = QuantityKind::text,
     .required = true,
     .en = "the name of the sweep",
     .nl = "de naam van de reeks"},
    {.key = "base",
     .kind = QuantityKind::text,
     .required = true,
     .en = "the scenario whose parameters are varied",
     .nl = "het scenario waarvan parameters worden gevarieerd"},
    {.key = "vary",
     .map = &vary_section,
     .required = true,
     .en = "the parameters that are varied, by path",
     .nl = "de parameters die worden gevarieerd, op pad"},
    {.key = "design",
     .kind = QuantityKind::word,
     .map = &design_section,
     .words = "grid",
     .standard = "grid",
     .en = "which combinations of values are run",
     .nl = "welke combinaties van waarden worden doorlopen"},
    {.key = "replications",
     .kind = QuantityKind::whole,
     .range = {1, 1e6},
     .one_of = "length",
     .en = "how many times the world is run for each combination",
     .nl = "hoe vaak de wereld voor elke combinatie wordt doorlopen"},
    {.key = "until",
     .map = &until_section,
     .one_of = "length",
     .en = "how precise the figures must be before a combination is done",
     .nl = "hoe nauwkeurig de cijfers moeten zijn voor een combinatie klaar is"},
    {.key = "at_most",
     .kind = QuantityKind::whole,
     .range = {3, 1e6},
     .standard = "1000",
     .en = "how many replications a combination gets at most, when `until` says how many it needs",
     .nl = "hoeveel herhalingen een combinatie ten hoogste krijgt, als `until` zegt hoeveel nodig "
           "zijn"},
    {.key = "keep",
     .kind = QuantityKind::path,
     .list = true,
     .en = "the key figures that are kept",
     .nl = "de kerncijfers die worden bewaard"},
};

}  // namespace

constinit const Section sections::sweep{"sweep", doorstroom::sweep};

}  // namespace doorstroom
