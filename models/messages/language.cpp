#include "models/messages/language.hpp"

#include <algorithm>

#include "models/messages/translations.hpp"

namespace doorstroom {

std::string_view Language::code() const {
  return translations_ == nullptr ? "en" : translations_->code;
}

std::vector<Language> Language::all() {
  std::vector<Language> languages{en};
  for (const Translations& each : all_translations()) languages.push_back(Language(&each));
  return languages;
}

std::optional<Language> Language::of_code(std::string_view code) {
  const std::vector<Language> languages = all();
  const auto found = std::ranges::find(languages, code, &Language::code);
  return found == languages.end() ? std::nullopt : std::optional(*found);
}

Language language_of(std::string_view locale) {
  locale = locale.substr(0, locale.find_first_of(".@"));
  if (const auto language = Language::of_code(locale)) return *language;
  return Language::of_code(locale.substr(0, locale.find('_'))).value_or(Language::en);
}

}  // namespace doorstroom
