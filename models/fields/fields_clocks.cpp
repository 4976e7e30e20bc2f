#include "models/fields/shared_rows.hpp"

/// The keys of legal clocks.

namespace doorstroom {
namespace {

constexpr Field starts[] = {
    {.key = "asks",
     .kind = QuantityKind::id,
     .one_of = "start",
     .required = true,
     .en = "the node whose request starts it",
     .nl = "de knoop waarvan het verzoek hem start"},
    {.key = "enters",
     .kind = QuantityKind::id,
     .one_of = "start",
     .required = true,
     .en = "the node whose entry starts it",
     .nl = "de knoop waarvan de instroom hem start"},
    {.key = "absent",
     .kind = QuantityKind::duration,
     .one_of = "start",
     .required = true,
     .en = "the absence that starts it",
     .nl = "het verzuim dat hem start"},
};
constinit const Section starts_section{"clock start", starts};

constexpr Field stops[] = {
    {.key = "decided",
     .kind = QuantityKind::id,
     .one_of = "stop",
     .required = true,
     .en = "the desk whose decision stops it",
     .nl = "het loket waarvan het besluit hem stopt"},
    {.key = "enters",
     .kind = QuantityKind::id,
     .list = true,
     .one_of = "stop",
     .required = true,
     .en = "the nodes whose entry stops it",
     .nl = "de knopen waarvan de instroom hem stopt"},
    {.key = "attends",
     .kind = QuantityKind::word,
     .words = "true",
     .one_of = "stop",
     .required = true,
     .en = "whether attending school stops it",
     .nl = "of schoolgang hem stopt"},
};
constinit const Section stops_section{"clock stop", stops};

constexpr Field extension[] = {
    {.key = "share",
     .kind = QuantityKind::share,
     .required = true,
     .en = "the share that gets longer",
     .nl = "het aandeel dat langer krijgt"},
    {.key = "by",
     .kind = QuantityKind::duration,
     .required = true,
     .en = "how much longer",
     .nl = "hoeveel langer"},
};
constinit const Section extension_section{"extension", extension};

constexpr Field paused[] = {
    {.key = "share",
     .kind = QuantityKind::share,
     .required = true,
     .en = "the share that is paused",
     .nl = "het aandeel dat stilstaat"},
    {.key = "for",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .required = true,
     .en = "how long it stands still",
     .nl = "hoe lang hij stilstaat"},
};
constinit const Section paused_section{"pause", paused};

constexpr Field clock[] = {
    rows::label,
    {.key = "starts",
     .map = &starts_section,
     .required = true,
     .en = "what starts it",
     .nl = "wat hem start"},
    {.key = "stops",
     .map = &stops_section,
     .required = true,
     .en = "what stops it",
     .nl = "wat hem stopt"},
    {.key = "within",
     .kind = QuantityKind::duration,
     .required = true,
     .en = "the term",
     .nl = "de termijn"},
    {.key = "extension",
     .map = &extension_section,
     .en = "who gets longer",
     .nl = "wie langer krijgt"},
    {.key = "paused",
     .map = &paused_section,
     .en = "when it stands still",
     .nl = "wanneer hij stilstaat"},
    {.key = "then",
     .kind = QuantityKind::id,
     .en = "what is asked for at breach",
     .nl = "wat bij overschrijding wordt gevraagd"},
};

}  // namespace

constinit const Section sections::clock{"clock", doorstroom::clock};

}  // namespace doorstroom
