#pragma once
/// The words that the script of the what-if page says by itself. They are translated where all
/// texts are, and handed to the script with the scenario.

#include <map>
#include <string>

#include "models/messages/language.hpp"

namespace doorstroom {

/// By the key under which the script looks a word up. "%0" in a text is filled in by the script.
std::map<std::string, std::string> what_if_words(Language language);

}  // namespace doorstroom
