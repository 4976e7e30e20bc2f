#pragma once
/// `seek` and `bottlenecks`, asked from the page: the same code as these commands, so the same
/// answer as the command that is shown.

#include <functional>
#include <nlohmann/json_fwd.hpp>

#include "models/scenario/scenario.hpp"
#include "results/variants/place.hpp"
#include "results/what_if/request.hpp"

namespace doorstroom {

/// Takes a line of an answer that grows.
using TellLine = std::function<void(const nlohmann::ordered_json& line)>;

/// Answers in lines: `begun` (`command`, `overlay`, `file`), `progress` (`done`, `of`, `text`), and
/// `answer`: `said` and `notes` (lists of `text`, `level`), `table` (`title`, `columns`, `rows`
/// with `label`, `cells`, `sets`), `sets` (that the answer comes to; null: there is none) and
/// `numbers`, as the command with --json.
/// @throws InputError, VariantMistakes, RunError
void run_seek(const WhatIfPlace& place, const WhatIfRequest& request, const TellLine& tell);
void run_bottlenecks(const WhatIfPlace& place, const WhatIfRequest& request, const TellLine& tell);

/// What a form needs to ask them: `seek` (`levers` with proposed ranges, `figures`), `bottlenecks`
/// (`figures`, the first of which is the customary one).
nlohmann::ordered_json questions_json(const Scenario& scenario, Language language);

}  // namespace doorstroom
