#pragma once
/// The languages in which the program speaks with people: English, in which it is written, and one
/// for each translation, po/CODE.po. Keys, ids and units of files are the same in each.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace doorstroom {

struct Translations;

class Language {
 public:
  static const Language en;

  /// English.
  constexpr Language() = default;

  /// As in the name of its translation: "nl".
  std::string_view code() const;
  /// None of English, whose texts stand in the sources.
  constexpr const Translations* translations() const { return translations_; }

  /// English, and then those that there is a translation to, by their codes.
  static std::vector<Language> all();
  static std::optional<Language> of_code(std::string_view code);

  friend constexpr bool operator==(Language, Language) = default;

 private:
  explicit constexpr Language(const Translations* translations) : translations_(translations) {}

  const Translations* translations_ = nullptr;
};

inline constexpr Language Language::en{};

/// The language of a locale such as nl_NL.UTF-8; English where there is no translation to it.
Language language_of(std::string_view locale);

}  // namespace doorstroom
