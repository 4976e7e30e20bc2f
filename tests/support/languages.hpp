#pragma once
/// The languages that tests read the program's texts in.

#include <string>

#include "engine/error.hpp"
#include "models/messages/language.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {

/// Dutch, of po/nl.po.
inline const Language language_nl = Language::of_code("nl").value();

/// For Truly(...): whether the Dutch of a failure contains these words.
inline auto is_in_dutch(const char* words) {
  return [words](const Failure& failure) {
    return LocalizedText(failure).in(language_nl).find(words) != std::string::npos;
  };
}

}  // namespace doorstroom
