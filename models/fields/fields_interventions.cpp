#include <algorithm>
#include <array>

#include "models/continuum/roles/roles.hpp"
#include "models/fields/scenario_fields.hpp"

/// The keys of interventions and of what they do.

namespace doorstroom {
namespace {

constexpr Field afterwards[] = {
    {.key = "keeps",
     .kind = QuantityKind::share,
     .required = true,
     .en = "the share that stays at the end",
     .nl = "het deel dat na het einde blijft"},
    {.key = "fades_over",
     .kind = QuantityKind::span,
     .required = true,
     .en = "how long that takes to be gone",
     .nl = "hoe lang het duurt tot dat weg is"},
};
constinit const Section afterwards_section{"afterwards", afterwards};

constexpr Field label{.key = "label",
                      .kind = QuantityKind::text,
                      .map = &sections::label,
                      .en = "the name that people read",
                      .nl = "de naam die mensen lezen"};
constexpr Field from{.key = "from",
                     .kind = QuantityKind::date,
                     .required = true,
                     .en = "the date on which it begins",
                     .nl = "de datum waarop het begint"};
constexpr Field own_from{.key = "from",
                         .kind = QuantityKind::date,
                         .en = "the date on which it begins, when not with the intervention",
                         .nl = "de datum waarop het begint, indien niet met de interventie"};
constexpr Field until{.key = "until",
                      .kind = QuantityKind::date,
                      .en = "the date on which it ends",
                      .nl = "de datum waarop het eindigt"};
constexpr Field ramp{.key = "ramp",
                     .kind = QuantityKind::span,
                     .en = "how long it takes to come to full effect",
                     .nl = "hoe lang het duurt tot het volle effect"};
constexpr Field after{.key = "afterwards",
                      .map = &afterwards_section,
                      .en = "what stays when it ends",
                      .nl = "wat blijft als het eindigt"};

constexpr Field effect[] = {
    label,
    {.key = "change",
     .kind = QuantityKind::path,
     .required = true,
     .en = "the parameter, as a path",
     .nl = "de parameter, als pad"},
    {.key = "factor",
     .kind = QuantityKind::factor,
     .one_of = "change",
     .required = true,
     .en = "what the parameter is multiplied by",
     .nl = "waarmee de parameter wordt vermenigvuldigd"},
    {.key = "add",
     .kind = QuantityKind::any,
     .one_of = "change",
     .required = true,
     .en = "what is added to the parameter",
     .nl = "wat bij de parameter wordt opgeteld"},
    {.key = "set",
     .kind = QuantityKind::any,
     .map = &sections::distribution,
     .one_of = "change",
     .required = true,
     .en = "what the parameter becomes",
     .nl = "wat de parameter wordt"},
    own_from,
    until,
    ramp,
    after,
};

constexpr Field divert[] = {
    label,
    {.key = "divert",
     .kind = QuantityKind::share,
     .required = true,
     .en = "the share of the youths on a route who go elsewhere",
     .nl = "het deel van de jongeren op een route dat elders heen gaat"},
    {.key = "from",
     .kind = QuantityKind::path,
     .required = true,
     .en = "the route, as a path",
     .nl = "de route, als pad"},
    {.key = "to",
     .kind = QuantityKind::id,
     .required = true,
     .en = "where those go instead",
     .nl = "waar die in plaats daarvan heen gaan"},
    until,
    ramp,
    after,
};
constinit const Section divert_section{"divert", divert};

constexpr Field effects[] = {{.key = "*",
                              .map = &sections::effect,
                              .en = "one change of a parameter",
                              .nl = "een verandering van een parameter"}};
constinit const Section effects_section{"effects", effects};

constexpr Field intervention_cost[] = {
    {.key = "amount",
     .kind = QuantityKind::money_per_year,
     .required = true,
     .en = "the cost while it holds",
     .nl = "de kosten zolang het geldt"},
    {.key = "paid_by",
     .kind = QuantityKind::id,
     .map = &sections::payers,
     .en = "who pays, which share",
     .nl = "wie betaalt, welk aandeel"},
};

constexpr Field common_keys[] = {
    label,
    from,
    until,
    ramp,
    after,
    {.key = "cost",
     .map = &sections::intervention_cost,
     .en = "what it costs",
     .nl = "wat het kost"},
    {.key = "effects",
     .map = &effects_section,
     .en = "the parameters that it changes",
     .nl = "de parameters die het verandert"},
};

/// An intervention may set each role to work.
constexpr auto intervention = [] {
  std::array<Field, std::size(common_keys) + all_roles.size()> keys{};
  auto* const next = std::copy(std::begin(common_keys), std::end(common_keys), keys.begin());
  std::transform(all_roles.begin(), all_roles.end(), next,
                 [](const Role& role) { return role.field; });
  return keys;
}();

}  // namespace

constinit const Section sections::effect{"effect", doorstroom::effect, QuantityKind::id,
                                         &divert_section};
constinit const Section sections::intervention_cost{"intervention cost",
                                                    doorstroom::intervention_cost};
constinit const Section sections::intervention{"intervention", doorstroom::intervention};

}  // namespace doorstroom
