#include "models/fields/shared_rows.hpp"

/// The keys of legal clocks.

namespace doorstroom {
namespace {

constexpr Field starts[] = {
    {.key = "asks",
     .kind = QuantityKind::id,
     .one_of = "start",
     .required = true,
     .about = translatable("the node whose request starts it")},
    {.key = "enters",
     .kind = QuantityKind::id,
     .one_of = "start",
     .required = true,
     .about = translatable("the node whose entry starts it")},
    {.key = "absent",
     .kind = QuantityKind::duration,
     .one_of = "start",
     .required = true,
     .about = translatable("the absence that starts it")},
};
constinit const Section starts_section{translatable("clock start"), starts};

constexpr Field stops[] = {
    {.key = "decided",
     .kind = QuantityKind::id,
     .one_of = "stop",
     .required = true,
     .about = translatable("the desk whose decision stops it")},
    {.key = "enters",
     .kind = QuantityKind::id,
     .list = true,
     .one_of = "stop",
     .required = true,
     .about = translatable("the nodes whose entry stops it")},
    {.key = "attends",
     .kind = QuantityKind::word,
     .words = "true",
     .one_of = "stop",
     .required = true,
     .about = translatable("whether attending school stops it")},
};
constinit const Section stops_section{translatable("clock stop"), stops};

constexpr Field extension[] = {
    {.key = "share",
     .kind = QuantityKind::share,
     .required = true,
     .about = translatable("the share that gets longer")},
    {.key = "by",
     .kind = QuantityKind::duration,
     .required = true,
     .about = translatable("how much longer")},
};
constinit const Section extension_section{translatable("extension"), extension};

constexpr Field paused[] = {
    {.key = "share",
     .kind = QuantityKind::share,
     .required = true,
     .about = translatable("the share that is paused")},
    {.key = "for",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .required = true,
     .about = translatable("how long it stands still")},
};
constinit const Section paused_section{translatable("pause"), paused};

constexpr Field clock[] = {
    rows::label,
    {.key = "starts",
     .map = &starts_section,
     .required = true,
     .about = translatable("what starts it")},
    {.key = "stops",
     .map = &stops_section,
     .required = true,
     .about = translatable("what stops it")},
    {.key = "within",
     .kind = QuantityKind::duration,
     .required = true,
     .about = translatable("the term")},
    {.key = "extension", .map = &extension_section, .about = translatable("who gets longer")},
    {.key = "paused", .map = &paused_section, .about = translatable("when it stands still")},
    {.key = "then", .kind = QuantityKind::id, .about = translatable("what is asked for at breach")},
};

}  // namespace

constinit const Section sections::clock{translatable("clock"), doorstroom::clock};

}  // namespace doorstroom
