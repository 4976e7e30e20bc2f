#pragma once
/// The program is written in English. Its other languages stand in po/, so no text in a C++ source
/// holds words of another language.

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace doorstroom::layers {

/// A string literal as it stands in a source, without its quotes.
struct Literal {
  int line = 1;
  std::string_view text;
};

/// The string literals of a source; those in comments and in #include lines are none.
inline std::vector<Literal> literals_of(std::string_view source) {
  std::vector<Literal> literals;
  int line = 1;
  const auto skip_to = [&](std::size_t& at, std::size_t end) {
    end = std::min(end, source.size());
    line += static_cast<int>(std::count(source.begin() + static_cast<std::ptrdiff_t>(at),
                                        source.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    at = end;
  };
  const auto behind = [&](std::string_view closing, std::size_t from) {
    const std::size_t found = source.find(closing, from);
    return found == std::string_view::npos ? source.size() : found + closing.size();
  };
  for (std::size_t at = 0; at < source.size();) {
    const std::string_view rest = source.substr(at);
    if (rest.starts_with("//") || rest.starts_with("#include")) {
      skip_to(at, behind("\n", at));
    } else if (rest.starts_with("/*")) {
      skip_to(at, behind("*/", at));
    } else if (rest.starts_with("R\"")) {
      const std::size_t open = source.find('(', at);
      const std::string closing = ")" + std::string(source.substr(at + 2, open - at - 2)) + "\"";
      const std::size_t end = behind(closing, open);
      literals.push_back({line, source.substr(open + 1, end - closing.size() - open - 1)});
      skip_to(at, end);
    } else if (rest.front() == '"' || rest.front() == '\'') {
      const bool is_digit_separator = rest.front() == '\'' && at > 0 &&
                                      std::isalnum(static_cast<unsigned char>(source[at - 1]));
      std::size_t end = at + 1;
      while (!is_digit_separator && end < source.size() && source[end] != rest.front())
        end += source[end] == '\\' ? 2 : 1;
      if (rest.front() == '"') literals.push_back({line, source.substr(at + 1, end - at - 1)});
      skip_to(at, is_digit_separator ? at + 1 : end + 1);
    } else {
      skip_to(at, at + 1);
    }
  }
  return literals;
}

/// Signs that are no letters of a language, so that English has them too.
inline constexpr std::array<std::string_view, 2> signs{"€", "±"};

/// Words that nearly every Dutch sentence has one of, and no English one. Terms of the field that
/// are ids, such as `oza` and `een_loket`, are none of them: an id is one word.
inline constexpr std::array<std::string_view, 28> dutch_words{
    "aan",  "bij",    "dat",  "deze", "dit",   "een",   "geen", "het",   "hij", "jeugdige",
    "maar", "meer",   "naar", "niet", "nog",   "onder", "ook",  "tot",   "uit", "van",
    "voor", "waarin", "wie",  "werd", "wordt", "zich",  "zijn", "zonder"};

/// The word or letter that shows that a text is not in English; empty if there is none.
inline std::string_view foreign_part(std::string_view text) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const auto sign = std::ranges::find_if(
        signs, [rest](std::string_view each) { return rest.starts_with(each); });
    if (sign != signs.end()) {
      at += sign->size();
    } else if (static_cast<unsigned char>(rest.front()) >= 0x80) {
      std::size_t end = 1;
      while (end < rest.size() && (static_cast<unsigned char>(rest[end]) & 0xC0) == 0x80) ++end;
      return rest.substr(0, end);
    } else if (is_letter(rest.front())) {
      const auto end = std::ranges::find_if_not(rest, is_letter) - rest.begin();
      const std::string_view word = rest.substr(0, static_cast<std::size_t>(end));
      if (std::ranges::find(dutch_words, word) != dutch_words.end()) return word;
      at += word.size();
    } else {
      ++at;
    }
  }
  return {};
}

/// Every text that is not in English, as `file:line: "text": word`.
inline std::vector<std::string> texts_in_another_language(const std::filesystem::path& tree,
                                                          const std::vector<std::string>& folders) {
  std::vector<std::string> found;
  for (const std::string& room : folders)
    for (const auto& entry : std::filesystem::recursive_directory_iterator(tree / room)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".cpp" && extension != ".hpp") continue;
      std::ifstream file(entry.path());
      const std::string source(std::istreambuf_iterator<char>(file), {});
      const std::string name = entry.path().lexically_relative(tree).generic_string();
      for (const Literal& literal : literals_of(source))
        if (const std::string_view part = foreign_part(literal.text); !part.empty())
          found.push_back(name + ":" + std::to_string(literal.line) + ": \"" +
                          std::string(literal.text) + "\": " + std::string(part));
    }
  std::ranges::sort(found);
  return found;
}

}  // namespace doorstroom::layers
