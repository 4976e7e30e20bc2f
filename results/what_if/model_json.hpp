#pragma once
/// What the page needs to know before anything is asked: the scenario, its key figures, the
/// overlays in its folder and the words of the page.

#include <nlohmann/json_fwd.hpp>

#include "models/messages/language.hpp"
#include "models/scenario/scenario.hpp"
#include "results/variants/place.hpp"
#include "results/what_if/kept_texts.hpp"

namespace doorstroom {

/// serve/README.md says what it holds.
/// @param kept  what other overlays turned out to be before
nlohmann::ordered_json model_json(const WhatIfPlace& place, const Scenario& scenario,
                                  Language language, KeptTexts& kept);

}  // namespace doorstroom
