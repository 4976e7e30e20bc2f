#pragma once
/// The languages in which the program speaks with people. Keys, ids and units of files are the same
/// in each.

#include <string_view>

namespace doorstroom {

enum class Language { en, nl };

/// The language of a locale such as nl_NL.UTF-8; English for all but Dutch.
constexpr Language language_of(std::string_view locale) {
  return locale.starts_with("nl") ? Language::nl : Language::en;
}

/// One of two texts that say the same.
constexpr std::string_view in(Language language, std::string_view english, std::string_view dutch) {
  return language == Language::nl ? dutch : english;
}

/// A text of the program in a language: Dutch from the catalogue, English as it is.
std::string_view in(Language language, std::string_view english);

}  // namespace doorstroom
