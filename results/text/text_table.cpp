#include "results/text/text_table.hpp"

#include <algorithm>
#include <sstream>

#include "models/messages/utf8.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t gap = 2;  ///< between two columns [character]
/// Before columns are divided into blocks; a longer word of a label keeps its length.
constexpr std::size_t narrowest_label = 20;

std::size_t length_of(const std::string& text) {
  return characters(text).size();
}

/// Lines of at most so many characters; a longer word is not cut.
std::vector<std::string> wrapped(const std::string& text, std::size_t longest,
                                 const std::string& indent) {
  std::vector<std::string> lines{""};
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    std::string& line = lines.back();
    if (line.empty())
      line = word;
    else if (length_of(line + " " + word) <= longest)
      line += " " + word;
    else
      lines.push_back(indent + word);
  }
  return lines;
}

std::size_t longest_word(const std::string& text) {
  std::size_t longest = 0;
  std::istringstream words(text);
  for (std::string word; words >> word;) longest = std::max(longest, length_of(word));
  return longest;
}

std::string filled(const std::string& text, std::size_t width) {
  return text + std::string(width - std::min(width, length_of(text)), ' ');
}

std::string at_the_right(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, length_of(text)), ' ') + text;
}

std::string without_blanks_behind(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

}  // namespace

TextTable::TextTable(std::string title, std::vector<std::string> columns)
    : head_{std::move(title), std::move(columns)} {}

void TextTable::add_row(std::string label, std::vector<std::string> values) {
  values.resize(head_.values.size());
  rows_.push_back({std::move(label), std::move(values)});
}

std::vector<std::size_t> TextTable::widths() const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < head_.values.size(); ++i) {
    widths.push_back(longest_word(head_.values[i]));
    for (const Row& row : rows_) widths.back() = std::max(widths.back(), length_of(row.values[i]));
  }
  return widths;
}

std::string TextTable::text(std::size_t width) const {
  const std::vector<std::size_t> needed = widths();
  std::size_t whole = length_of(head_.label);
  std::size_t word = longest_word(head_.label);
  for (const Row& row : rows_) {
    whole = std::max(whole, length_of(row.label));
    word = std::max(word, longest_word(row.label));
  }
  const std::size_t label = std::max(std::min(whole, narrowest_label), word);
  std::string text;
  for (std::size_t first = 0; first < needed.size();) {
    std::size_t taken = label;
    std::size_t end = first;
    while (end < needed.size() && (end == first || taken + gap + needed[end] <= width))
      taken += gap + needed[end++];
    text += (first > 0 ? "\n" : "") + block(first, end, needed, width);
    first = end;
  }
  return text;
}

/// The columns from `first` to before `end`.
std::string TextTable::block(std::size_t first, std::size_t end, std::vector<std::size_t> widths,
                             std::size_t room) const {
  std::size_t taken = 0;
  for (std::size_t i = first; i < end; ++i) taken += gap + widths[i];
  std::size_t label = length_of(head_.label);
  for (const Row& row : rows_) label = std::max(label, length_of(row.label));
  label = std::min(label, room > taken ? room - taken : narrowest_label);
  std::size_t spare = room - std::min(room, label + taken);
  std::size_t height = 1;
  std::vector<std::vector<std::string>> heads;
  for (std::size_t i = first; i < end; ++i) {
    const std::size_t wish = length_of(head_.values[i]);
    if (wish > widths[i] && wish - widths[i] <= spare) {
      spare -= wish - widths[i];
      widths[i] = wish;
    }
    heads.push_back(wrapped(head_.values[i], widths[i], ""));
    height = std::max(height, heads.back().size());
  }

  const std::vector<std::string> title = wrapped(head_.label, label, "  ");
  height = std::max(height, title.size());
  std::string text;
  for (std::size_t at = 0; at < height; ++at) {
    std::string line = filled(at < title.size() ? title[at] : "", label);
    for (std::size_t i = first; i < end; ++i) {
      const std::vector<std::string>& head = heads[i - first];
      const std::size_t above = height - head.size();
      line += std::string(gap, ' ') + at_the_right(at < above ? "" : head[at - above], widths[i]);
    }
    text += without_blanks_behind(std::move(line));
  }
  for (const Row& row : rows_) {
    const std::vector<std::string> lines = wrapped(row.label, label, "  ");
    std::string line = filled(lines.front(), label);
    for (std::size_t i = first; i < end; ++i)
      line += std::string(gap, ' ') + at_the_right(row.values[i], widths[i]);
    text += without_blanks_behind(std::move(line));
    for (std::size_t i = 1; i < lines.size(); ++i) text += lines[i] + "\n";
  }
  return text;
}

}  // namespace doorstroom
