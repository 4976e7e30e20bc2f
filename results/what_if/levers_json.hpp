#pragma once
/// Levers as the page shows them and searches in them.

#include <nlohmann/json_fwd.hpp>

#include "models/messages/language.hpp"
#include "results/variants/levers.hpp"

namespace doorstroom {

/// `levers`, a list: `path`, `label`, `node`, `help`, `unit` in the language, `value` as the
/// scenario writes it (empty: the scenario does not say), `number` (null: a date, or not said),
/// `kind` (date, count, share, duration, money or
/// number), `low` and `high` as the value is written (empty: no range), `mark` (measured, derived,
/// assumed; empty: none), `mark_text`, `source`, and `words`, what a search looks through, in every
/// language.
nlohmann::ordered_json levers_json(const ScenarioTree& tree, const Scenario& scenario,
                                   Language language);

}  // namespace doorstroom
