#pragma once
/// What is wrong with a variant, without running it: what the page's editor shows beside the lines.

#include <nlohmann/json_fwd.hpp>

#include "results/variants/place.hpp"
#include "results/what_if/request.hpp"

namespace doorstroom {

/// `overlay` (YAML; empty where settings make none), `file`, `mistakes` and `notes`
/// (variant_mistakes.hpp), and `settings`: the same as settings, where it holds nothing else (null:
/// it holds more, or cannot be read).
nlohmann::ordered_json check_json(const WhatIfPlace& place, const WhatIfRequest& request);

}  // namespace doorstroom
