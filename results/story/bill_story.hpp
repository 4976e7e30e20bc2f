#pragma once
/// Describes in words what a step cost.

#include <string>

#include "results/story/bill.hpp"
#include "results/story/story_phrases.hpp"

namespace doorstroom {

/// What was paid for, by whom, and which costs the file does not show; empty without costs.
/// @param prices  of the desk or arrangement
LocalizedText bill_in_words(const StoryPhrases& phrases, const Bill& bill, const Cost& prices);

}  // namespace doorstroom
