#pragma once
/// How precise a run with --until has become, in words.

#include <string>

#include "models/messages/language.hpp"
#include "results/figures/stopping_rule.hpp"
#include "results/run/scenario_run.hpp"

namespace doorstroom {

/// While it runs: "oza.wait_p90 5.2 wk ± 1.4", of the figure that is farthest from precise enough.
std::string reached_text(const StoppingRule& until, Language language);

/// When it has ended: whether it is precise enough, how precise each figure is, and how many
/// replications would roughly be needed where they were too few.
std::string precision_text(StoppingRule& until, const RunOutcome& outcome, Language language);

}  // namespace doorstroom
