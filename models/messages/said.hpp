#pragma once
/// What the program says to people, in every language it speaks. A text is made where something is
/// known, and read in the language of whoever reads it:
///
///     issues.error(mark, say("{} is an empty list", path), "give at least one date");
///
/// The catalogue holds the Dutch of each pattern, "{} is een lege lijst". What has none is told in
/// English. What is thrown at users is made of such a text, too:
///
///     throw input_error(say("{}: there is no such file", path));

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/error.hpp"
#include "models/messages/language.hpp"

namespace doorstroom {

class Text {
 public:
  Text() = default;
  /// Words of the program: told in Dutch as the catalogue has them.
  Text(const char* english);  // NOLINT(google-explicit-constructor): "..." is a text
  /// Words of the user, alike in every language: a path, an id, a number.
  Text(std::string verbatim);  // NOLINT(google-explicit-constructor)
  Text(std::string english, std::string dutch)
      : english_(std::move(english)), dutch_(std::move(dutch)) {}
  /// What was thrown elsewhere, to be told or to be part of another text.
  Text(const Failure& failure)  // NOLINT(google-explicit-constructor)
      : Text(failure.what(), failure.dutch()) {}
  Text(Message message)  // NOLINT(google-explicit-constructor)
      : Text(std::move(message.english), std::move(message.dutch)) {}

  const std::string& in(Language language) const {
    return language == Language::nl ? dutch_ : english_;
  }
  bool empty() const { return english_.empty(); }
  /// For the engine, which knows no texts.
  operator Message() const { return {english_, dutch_}; }  // NOLINT(google-explicit-constructor)

  friend bool operator==(const Text&, const Text&) = default;

 private:
  std::string english_;
  std::string dutch_;
};

/// Words of the program that stand in a table.
Text phrase(std::string_view english);

/// The user is wrong, or the world failed; told in the language of whoever reads it.
InputError input_error(const Text& text);
RunError run_error(const Text& text);

/// Words between which one chooses: "a, b or c" is joined as the languages do, by " or ".
Text either(const std::vector<std::string>& words);
Text either(const std::vector<Text>& texts);

/// An argument in one language.
template <class Argument>
decltype(auto) spoken(const Argument& argument, Language language) {
  if constexpr (std::is_same_v<Argument, Text>)
    return argument.in(language);
  else
    return argument;
}

template <class Argument>
using Spoken = std::conditional_t<std::is_same_v<std::remove_cvref_t<Argument>, Text>,
                                  const std::string&, const Argument&>;

/// A pattern of the program with arguments filled in; texts among them in the language of the
/// whole.
template <class... Arguments>
Text say(fmt::format_string<Spoken<Arguments>...> pattern, const Arguments&... arguments) {
  const fmt::string_view english = pattern;
  const std::string_view dutch = in(Language::nl, {english.data(), english.size()});
  return {fmt::format(pattern, spoken(arguments, Language::en)...),
          fmt::vformat(dutch, fmt::make_format_args(spoken(arguments, Language::nl)...))};
}

}  // namespace doorstroom
