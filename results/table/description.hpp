#pragma once
/// What a column means, for people: words of this program, or those that a file holds.

#include <map>
#include <string>
#include <variant>

#include "models/messages/message.hpp"

namespace doorstroom {

class Description {
 public:
  /// By the code of their language, such as "en" and "nl".
  using Texts = std::map<std::string, std::string, std::less<>>;

  Description() = default;
  /// Words of this program, which knows them in each of its languages.
  Description(LocalizedText words)  // NOLINT(google-explicit-constructor)
      : held_(std::move(words)) {}
  Description(TranslatableText words)  // NOLINT(google-explicit-constructor)
      : held_(LocalizedText(words)) {}
  /// What a file holds. The program that wrote it may have known fewer languages, or more.
  explicit Description(Texts of_file) : held_(std::move(of_file)) {}

  /// In English where there is no such text in the language; empty where there is none at all.
  std::string in(Language language) const;
  /// In each language of this program, or in each that the file holds.
  Texts texts() const;

 private:
  std::variant<LocalizedText, Texts> held_;
};

}  // namespace doorstroom
