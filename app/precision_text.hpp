#pragma once
/// The precision that a run with --until has reached, in words.

#include <string>

#include "models/messages/language.hpp"
#include "results/figures/stopping_rule.hpp"
#include "results/run/scenario_run.hpp"

namespace doorstroom {

/// While it runs: "oza.wait_p90 ± 1.4 wk", for the key figure that needs most replications more.
/// Empty while nothing is known yet.
std::string reached_text(const StoppingRule& until, Language language);

/// When it has ended: whether all figures are precise enough, the half-width of each, and roughly
/// how many replications it would take if they are not.
std::string precision_text(StoppingRule& until, const RunOutcome& outcome, Language language);

}  // namespace doorstroom
