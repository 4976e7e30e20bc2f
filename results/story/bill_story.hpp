#pragma once
/// What a step cost, in plain words.

#include <string>

#include "results/story/bill.hpp"
#include "results/story/story_phrases.hpp"

namespace doorstroom {

/// What was paid for and by whom, and what the file does not tell; empty where nothing was.
/// @param prices  of the desk or arrangement
std::string bill_in_words(const StoryPhrases& tongue, const Bill& bill, const Cost& prices);

}  // namespace doorstroom
