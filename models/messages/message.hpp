#pragma once
/// What the program says to people. A text is made where something is known, and read in the
/// language of whoever reads it:
///
///     issues.error(location, message("{0} is an empty list", path),
///                  message("give at least one date"));
///
/// The English pattern stands in the source; its translations stand in po/, one file for each
/// language, and the build fails while one is missing. What is thrown at users is made of such a
/// text, too:
///
///     throw input_error(message("{0}: there is no such file", path));
///
/// engine/message.hpp says how a pattern is written. README.md says how one is added.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/error.hpp"
#include "engine/message.hpp"
#include "models/messages/language.hpp"

namespace doorstroom {

/// Words of the program that stand in a table of constants, without anything to fill in.
struct TranslatableText {
  const char* english = "";
  const char* context = "";  ///< tells apart two meanings of one English text

  constexpr bool empty() const { return *english == '\0'; }
  std::string in(Language language) const;
  operator Message() const;  // NOLINT(google-explicit-constructor): it may be filled in
};

/// Marks words in a table for translation.
consteval TranslatableText translatable(Pattern<0> english) noexcept {
  return {english.english()};
}
consteval TranslatableText translatable_in(const char* context, Pattern<0> english) noexcept {
  return {english.english(), context};
}

class LocalizedText {
 public:
  LocalizedText() = default;
  /// Words of the user, alike in every language: a path, an id, a number.
  LocalizedText(std::string verbatim)  // NOLINT(google-explicit-constructor)
      : message_(std::move(verbatim)) {}
  /// Words of the program are a message("..."), so that they are translated.
  LocalizedText(const char*) = delete;
  LocalizedText(TranslatableText text);  // NOLINT(google-explicit-constructor)
  /// A failure that was thrown elsewhere, to be shown or to be part of another text.
  LocalizedText(const Failure& failure)  // NOLINT(google-explicit-constructor)
      : message_(failure.message()) {}
  LocalizedText(Message message)  // NOLINT(google-explicit-constructor)
      : message_(std::move(message)) {}

  std::string in(Language language) const;
  bool empty() const { return message_.empty(); }
  /// For the engine, which knows no language.
  operator const Message&() const { return message_; }  // NOLINT(google-explicit-constructor)

  friend bool operator==(const LocalizedText&, const LocalizedText&) = default;

 private:
  Message message_;
};

/// A pattern of the program with arguments to fill in: texts, words of the user, whole numbers.
template <class... Arguments>
LocalizedText message(Pattern<sizeof...(Arguments)> english, const Arguments&... arguments) {
  return Message(english, arguments...);
}

/// The same, of an English text that has several meanings.
/// @param context  which of them: for translators, and never shown
template <class... Arguments>
LocalizedText message_in(const char* context, Pattern<sizeof...(Arguments)> english,
                         const Arguments&... arguments) {
  Message message(english, arguments...);
  message.context = context;
  return message;
}

/// One of something, or several: message_plural("{0} desk", "{0} desks", count). A language has as
/// many forms as it needs.
/// @param one    may leave {0} out: "one desk"
/// @param count  {0}; more arguments are {1} and on
template <std::integral Count, class... Arguments>
LocalizedText message_plural(Pattern<1 + sizeof...(Arguments), 1> one,
                             Pattern<1 + sizeof...(Arguments)> several, Count count,
                             const Arguments&... arguments) {
  Message message(several, count, arguments...);
  message.text = one.english();
  message.plural = several.english();
  message.count = static_cast<std::uint64_t>(count);
  return message;
}

/// One text behind another.
LocalizedText operator+(const LocalizedText& first, const LocalizedText& second);
LocalizedText& operator+=(LocalizedText& text, const LocalizedText& more);
/// Texts one behind another.
LocalizedText joined(const std::vector<LocalizedText>& texts);
/// The same, with each line set in by two and ended.
LocalizedText indented(const LocalizedText& text);

/// What is wrong, and on the next line what to do about it.
LocalizedText with_advice(const LocalizedText& problem, const LocalizedText& advice);
/// The two parts of such a text; of any other the whole, and no advice.
std::pair<LocalizedText, LocalizedText> problem_and_advice(const LocalizedText& text);

/// Failures to throw: the user is wrong, or the world failed. Whoever catches one chooses the
/// language.
InputError input_error(const LocalizedText& text);
RunError run_error(const LocalizedText& text);

/// Words between which one chooses: "a or b or c"; texts: "a, or b, or c".
LocalizedText either(const std::vector<std::string>& words);
LocalizedText either(const std::vector<LocalizedText>& texts);

}  // namespace doorstroom
