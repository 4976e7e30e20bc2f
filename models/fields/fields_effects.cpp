#include <algorithm>
#include <array>

#include "models/fields/effect_kinds.hpp"
#include "models/fields/field_text.hpp"
#include "models/fields/shared_rows.hpp"
#include "models/reading/read_values.hpp"
#include "models/yaml/issue_text.hpp"

/// The keys of effects, and how what an effect does to a parameter is read.

namespace doorstroom {
namespace {

void report(const NodeRef& at, const LocalizedText& why, LoadContext& context) {
  context.error(at.location(), message("{0} is {1}", at.path, shown(*at.value)), why);
}

/// A number in the unit of what it changes.
std::optional<Change> read_amount(const NodeRef& at, Change::Kind kind,
                                  const ParseResult<double>& parsed, LoadContext& context) {
  if (!at.is_scalar())
    report(at, translatable("it is one value, such as 5"), context);
  else if (!parsed.value)
    report(at, message("it has the unit of what it changes; {0}", parsed.why), context);
  if (!parsed.value) return std::nullopt;
  return Change{
      .kind = kind, .amount = at.is_scalar() ? *parsed.value : 1, .replacement = {}, .profile = {}};
}

/// The shape check could not know the unit of the parameters of this distribution.
bool unit_fits(const NodeRef& at, QuantityKind kind, LoadContext& context) {
  bool fits = true;
  if (!at.is_map() || at.value->entries.empty()) return fits;
  const std::string& shape = at.value->entries.front().key;
  const Field* form = sections::distribution.find(shape);
  for (const auto& [key, value] : at[shape].entries()) {
    const Field* field = form ? form->map->find(key) : nullptr;
    if (!field || field->kind != QuantityKind::parameter) continue;
    std::vector<NodeRef> scalars = value.is_list() ? value.items() : std::vector<NodeRef>{value};
    for (const NodeRef& one : scalars) {
      const ParseResult<double> parsed =
          read_quantity(parameter_kind(kind), one.text(), field->range);
      if (parsed.value) continue;
      report(one, parsed.why, context);
      fits = false;
    }
  }
  return fits;
}

std::optional<Change> read_replacement(const NodeRef& at, QuantityKind kind, LoadContext& context) {
  if (at.is_scalar()) {
    const ParseResult<double> parsed = read_quantity(kind, at.text());
    if (!parsed.value) report(at, parsed.why, context);
  }
  const auto distribution =
      unit_fits(at, kind, context) ? read_distribution(at, kind, context.issues) : std::nullopt;
  if (!distribution) return std::nullopt;
  return Change{.kind = Change::Kind::set, .replacement = *distribution, .profile = {}};
}

std::optional<Change> read_factor(const NodeRef& at, QuantityKind, LoadContext&) {
  const auto factor = read_number(at, QuantityKind::factor);
  if (!factor) return std::nullopt;
  return Change{.kind = Change::Kind::factor, .amount = *factor, .replacement = {}, .profile = {}};
}

std::optional<Change> read_add(const NodeRef& at, QuantityKind kind, LoadContext& context) {
  return read_amount(at, Change::Kind::add, read_difference(kind, at.text()), context);
}

std::optional<Change> read_set(const NodeRef& at, QuantityKind kind, LoadContext& context) {
  if (is_drawn(kind)) return read_replacement(at, kind, context);
  return read_amount(at, Change::Kind::set, read_quantity(kind, at.text()), context);
}

constexpr EffectKind effect_kinds[] = {
    {.field = {.key = "factor",
               .kind = QuantityKind::factor,
               .one_of = "change",
               .required = true,
               .about = translatable("what the parameter is multiplied by")},
     .fits_any_quantity = true,
     .read = read_factor},
    {.field = {.key = "add",
               .kind = QuantityKind::any,
               .one_of = "change",
               .required = true,
               .about = translatable("what is added to the parameter")},
     .read = read_add},
    {.field = {.key = "set",
               .kind = QuantityKind::any,
               .map = &sections::distribution,
               .one_of = "change",
               .required = true,
               .about = translatable("what the parameter becomes")},
     .read = read_set},
};

constexpr Field before_kinds[] = {
    rows::label,
    {.key = "change",
     .kind = QuantityKind::path,
     .required = true,
     .about = translatable("the parameter, as a path")},
};
constexpr Field own_from{
    .key = "from",
    .kind = QuantityKind::date,
    .about = translatable("the date on which it begins, when not with the intervention")};
constexpr Field after_kinds[] = {own_from, rows::until, rows::ramp, rows::afterwards};

constexpr auto effect_keys = [] {
  std::array<Field, std::size(before_kinds) + std::size(effect_kinds) + std::size(after_kinds)>
      keys{};
  auto* next = std::copy(std::begin(before_kinds), std::end(before_kinds), keys.begin());
  for (const EffectKind& kind : effect_kinds) *next++ = kind.field;
  std::copy(std::begin(after_kinds), std::end(after_kinds), next);
  return keys;
}();

constexpr Field divert[] = {
    rows::label,
    {.key = "divert",
     .kind = QuantityKind::share,
     .required = true,
     .about = translatable("the share of the youths on a route who go elsewhere")},
    {.key = "from",
     .kind = QuantityKind::path,
     .required = true,
     .about = translatable("the route, as a path")},
    {.key = "to",
     .kind = QuantityKind::id,
     .required = true,
     .about = translatable("where those go instead")},
    rows::until,
    rows::ramp,
    rows::afterwards,
};
constinit const Section divert_section{translatable("divert"), divert};

constexpr Field afterwards[] = {
    {.key = "keeps",
     .kind = QuantityKind::share,
     .required = true,
     .about = translatable("the share that stays at the end")},
    {.key = "fades_over",
     .kind = QuantityKind::span,
     .required = true,
     .about = translatable("how long that takes to be gone")},
};

}  // namespace

constinit const Section sections::effect{translatable("effect"), effect_keys, QuantityKind::id,
                                         &divert_section};
constinit const Section sections::afterwards{translatable("afterwards"), doorstroom::afterwards};

const EffectKind* kind_of_effect(const NodeRef& effect) {
  const auto* const found = std::ranges::find_if(
      effect_kinds, [&](const EffectKind& kind) { return bool(effect[kind.field.key]); });
  return found == std::end(effect_kinds) ? nullptr : found;
}

}  // namespace doorstroom
