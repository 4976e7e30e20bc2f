#include <algorithm>
#include <array>

#include "models/continuum/roles/roles.hpp"
#include "models/fields/shared_rows.hpp"

/// The keys of interventions and of what they do.

namespace doorstroom {
namespace {

constexpr Field from{.key = "from",
                     .kind = QuantityKind::date,
                     .required = true,
                     .about = translatable("the date on which it begins")};
constexpr Field effects[] = {
    {.key = "*", .map = &sections::effect, .about = translatable("one change of a parameter")}};
constinit const Section effects_section{translatable("effects"), effects};

constexpr Field intervention_cost[] = {
    {.key = "amount",
     .kind = QuantityKind::money_per_year,
     .required = true,
     .about = translatable("the cost while it holds")},
    rows::paid_by,
};

constexpr Field common_keys[] = {
    rows::label,
    from,
    rows::until,
    rows::ramp,
    rows::afterwards,
    {.key = "cost", .map = &sections::intervention_cost, .about = translatable("what it costs")},
    {.key = "effects",
     .map = &effects_section,
     .about = translatable("the parameters that it changes")},
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

constinit const Section sections::intervention_cost{translatable("intervention cost"),
                                                    doorstroom::intervention_cost};
constinit const Section sections::intervention{translatable("intervention"),
                                               doorstroom::intervention};

}  // namespace doorstroom
