#include "results/charts/text_width.hpp"

#include <algorithm>
#include <array>

#include "models/messages/utf8.hpp"

namespace doorstroom {
namespace {

/// Of the characters 32 to 126 [1/1000 of the font size].
constexpr std::array<int, 95> letter_widths{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

double thousandths(char32_t letter) {
  constexpr char32_t first = 32;
  constexpr char32_t first_east_asian = 0x2e80;
  constexpr char32_t first_accented_small = 0xdf;
  constexpr char32_t last_latin_1 = 0xff;
  if (letter >= first && letter < first + letter_widths.size())
    return letter_widths[letter - first];
  if (letter >= first_east_asian) return 1000;
  if (letter >= first_accented_small && letter <= last_latin_1) return 556;
  return 722;
}

constexpr double bold_by = 1.08;

double width_of(std::u32string_view text, double font_size, bool bold) {
  double sum = 0;
  for (const char32_t letter : text) sum += thousandths(letter);
  return sum / 1000 * font_size * (bold ? bold_by : 1);
}

}  // namespace

double text_width(std::string_view text, double font_size, bool bold) {
  return width_of(characters(text), font_size, bold);
}

double WrappedText::width(double font_size, bool bold) const {
  double widest = 0;
  for (const std::string& line : lines)
    widest = std::max(widest, text_width(line, font_size, bold));
  return widest;
}

WrappedText wrapped(std::string_view text, double width, double font_size, std::size_t most_lines,
                    bool bold) {
  const auto fits = [&](const std::u32string& line) {
    return width_of(line, font_size, bold) <= width;
  };
  std::vector<std::u32string> lines(1);
  std::u32string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    const std::u32string joined = lines.back().empty() ? word : lines.back() + U' ' + word;
    if (fits(joined)) {
      lines.back() = joined;
    } else {
      if (!lines.back().empty()) lines.emplace_back();
      for (const char32_t letter : word) {
        if (!lines.back().empty() && !fits(lines.back() + letter)) lines.emplace_back();
        lines.back() += letter;
      }
    }
    word.clear();
  };
  for (const char32_t letter : characters(text)) {
    const bool blank = letter == U' ' || is_control(letter);
    if (blank)
      end_word();
    else
      word += letter;
  }
  end_word();

  WrappedText result;
  result.cut = lines.size() > most_lines;
  if (result.cut) {
    lines.resize(most_lines);
    while (!lines.back().empty() && !fits(lines.back() + U"...")) lines.back().pop_back();
    lines.back() += U"...";
  }
  for (const std::u32string& line : lines) result.lines.push_back(shown(line));
  return result;
}

}  // namespace doorstroom
