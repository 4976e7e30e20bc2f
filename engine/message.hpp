#pragma once
/// A text for users, in no language yet: an English pattern and the arguments that fill it.
///
///     Message("replication {0}: its worker process {1}", number, how)
///
/// The engine knows no language. It passes messages on, from a worker process to its parent above
/// all, and writes them down in English for logs. models/messages reads them in the language of
/// the user, with a translation of the pattern.
///
/// A placeholder is `{0}`, `{1}`, ... or a name such as `{path}`; the first name stands for the
/// first argument. `{{` and `}}` are braces. Numbers are formatted before they are handed in; a
/// whole number may be handed in as it is.

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace doorstroom {

/// A placeholder, or a doubled brace, in a pattern.
struct Placeholder {
  std::size_t begin = 0;
  std::size_t end = 0;    ///< behind its closing brace
  std::string_view name;  ///< "0", "path"; "{" or "}" where it stands for that brace
  bool valid = true;      ///< false at a brace that neither is doubled nor holds a name
};

/// The first placeholder at or behind a position; one that begins at the end where there is none.
constexpr Placeholder next_placeholder(std::string_view pattern, std::size_t from) {
  const std::size_t begin = pattern.find_first_of("{}", from);
  if (begin == std::string_view::npos) return {pattern.size(), pattern.size(), {}};
  if (begin + 1 < pattern.size() && pattern[begin + 1] == pattern[begin])
    return {begin, begin + 2, pattern.substr(begin, 1)};
  std::size_t end = begin + 1;
  const auto is_of_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  };
  while (end < pattern.size() && is_of_name(pattern[end])) ++end;
  const bool closed =
      pattern[begin] == '{' && end > begin + 1 && end < pattern.size() && pattern[end] == '}';
  if (!closed) return {begin, begin + 1, {}, false};
  return {begin, end + 1, pattern.substr(begin + 1, end - begin - 1)};
}

/// Which argument a placeholder stands for: its number, or where its name comes among the names of
/// the pattern as it was written.
/// @return as many as there are arguments at most where there is no such name
constexpr std::size_t argument_of(std::string_view name, std::string_view written) {
  std::size_t number = 0;
  for (const char c : name) {
    if (c < '0' || c > '9') {
      number = 0;
      for (std::size_t at = 0; at < written.size();) {
        const Placeholder other = next_placeholder(written, at);
        at = other.end;
        if (other.name == name) return number;
        bool is_new = !other.name.empty() && other.name != "{" && other.name != "}";
        for (std::size_t before = 0; is_new && before < other.begin;) {
          const Placeholder earlier = next_placeholder(written, before);
          before = earlier.end;
          if (earlier.begin < other.begin && earlier.name == other.name) is_new = false;
        }
        if (is_new) ++number;
      }
      return static_cast<std::size_t>(-1);
    }
    number = 10 * number + static_cast<std::size_t>(c - '0');
  }
  return number;
}

/// A pattern of the program, checked when it is compiled: it is filled in with so many arguments,
/// of which it may leave out the first few.
template <std::size_t Arguments, std::size_t Optional = 0>
class Pattern {
 public:
  consteval Pattern(const char* english) noexcept  // NOLINT(google-explicit-constructor)
      : english_(english) {
    bool used[Arguments + 1] = {};
    const std::string_view text(english);
    for (std::size_t at = 0; at < text.size();) {
      const Placeholder each = next_placeholder(text, at);
      at = each.end;
      if (!each.valid) a_brace_that_is_no_placeholder_is_doubled();
      if (each.name.empty() || each.name == "{" || each.name == "}") continue;
      const std::size_t argument = argument_of(each.name, text);
      if (argument >= Arguments) the_pattern_has_a_placeholder_without_an_argument();
      used[argument] = true;
    }
    for (std::size_t i = Optional; i < Arguments; ++i)
      if (!used[i]) the_pattern_has_no_placeholder_for_an_argument();
  }

  constexpr const char* english() const { return english_; }

 private:
  // What is called here is not known when compiling: the compiler's error names what is wrong.
  static void a_brace_that_is_no_placeholder_is_doubled();
  static void the_pattern_has_a_placeholder_without_an_argument();
  static void the_pattern_has_no_placeholder_for_an_argument();

  const char* english_;
};

class Message;

/// What stands for an argument: a message as it is, words of the user, a whole number.
template <class Argument>
Message argument_message(const Argument& argument);

class Message {
 public:
  enum class Kind : std::uint8_t {
    verbatim,  ///< words of the user, alike in every language: a path, an id, a number
    pattern,   ///< words of the program, with the arguments filled in
    list,      ///< the arguments, one behind another
    indented,  ///< the arguments, each of their lines set in by two and ended
  };

  Message() = default;
  /// Words of the user. Words of the program are a pattern, a literal.
  template <std::same_as<std::string> Words>
  Message(Words verbatim)  // NOLINT(google-explicit-constructor)
      : text(std::move(verbatim)) {}
  /// Words of the program.
  template <class... Arguments>
  explicit Message(Pattern<sizeof...(Arguments)> english, const Arguments&... filled_in)
      : kind(Kind::pattern), text(english.english()) {
    (arguments.push_back(argument_message(filled_in)), ...);
  }

  /// Without a word.
  bool empty() const { return text.empty() && arguments.empty(); }

  friend bool operator==(const Message&, const Message&) = default;

  Kind kind = Kind::verbatim;
  std::uint64_t count = 0;  ///< what a plural is of
  std::string context;      ///< tells apart two meanings of one English text
  std::string text;         ///< the words of the user, or the pattern
  std::string plural;       ///< the pattern of several, where a count chooses
  std::vector<Message> arguments;
};

template <class Argument>
Message argument_message(const Argument& argument) {
  static_assert(!std::is_floating_point_v<Argument>, "format a number before it is handed in");
  if constexpr (std::convertible_to<const Argument&, std::string_view>) {
    return Message(std::string(std::string_view(argument)));
  } else if constexpr (std::integral<Argument>) {
    static_assert(sizeof(Argument) > 1, "a character or a truth is no number");
    return Message(std::to_string(argument));
  } else {
    return Message(static_cast<Message>(argument));
  }
}

/// Chooses the words for a pattern: its translation, or the English of its singular or plural.
using Translate = std::function<std::string_view(const Message&)>;

/// The pattern as it was written.
std::string_view english_pattern(const Message& message);

/// The whole text, every pattern in it translated.
std::string filled_in(const Message& message, const Translate& translate = english_pattern);

/// A message as it travels between processes.
std::vector<std::byte> packed(const Message& message);
Message unpacked(std::span<const std::byte> bytes);

}  // namespace doorstroom
