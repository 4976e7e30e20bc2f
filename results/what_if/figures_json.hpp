#pragma once
/// What pairs of replications say, as the page shows it: numbers for charts, and the words of
/// `compare` and of the report beside them.

#include <nlohmann/json_fwd.hpp>

#include "models/messages/language.hpp"
#include "results/comparison/comparison.hpp"
#include "results/text/kpi_labels.hpp"
#include "results/what_if/paired_run.hpp"

namespace doorstroom {

/// One verdict: `id`, `base`, `variant`, `difference`, `low`, `high` (null: not known),
/// `smallest_relevant`, `verdict`, `tone` and, in words, `text` (the verdict), `difference_text`,
/// `base_text` and `variant_text`.
nlohmann::ordered_json verdict_json(const Judged& judged, Language language);

/// A line of the kind `figures`: verdicts, phases, years, and the whole system.
nlohmann::ordered_json figures_json(const PairsSoFar& so_far, const KpiLabels& labels,
                                    Language language);

}  // namespace doorstroom
