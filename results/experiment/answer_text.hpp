#pragma once
/// What the texts of all answers to questions about decisions share: lines in one language, broken
/// at a width, and what key figures are called.

#include <cstddef>
#include <string>

#include "models/messages/language.hpp"
#include "models/messages/message.hpp"
#include "results/text/kpi_labels.hpp"
#include "results/text/text_table.hpp"

namespace doorstroom {

/// An answer in words: sentences, a table, and what the numbers are not.
struct AnswerWords {
  std::string before;  ///< lines; those below another are indented
  TextTable table;
  std::string after;  ///< lines

  /// As it is printed. @param width  of a line of the table [character]
  std::string text(std::size_t width) const { return before + "\n" + table.text(width) + after; }
};

/// Who reads an answer.
struct AnswerReader {
  Language language;
  std::size_t width = 80;  ///< of a line [character]
  bool on_page = false;    ///< who looks at a page types no options and knows no ids
};

class AnswerText {
 protected:
  /// @param base  whose names the text uses
  AnswerText(const Scenario& base, const AnswerReader& reader)
      : labels_(base), language_(reader.language), width_(reader.width), on_page_(reader.on_page) {}
  AnswerText(const Scenario& base, Language language, std::size_t width)
      : AnswerText(base, {.language = language, .width = width}) {}

  void add(const LocalizedText& line);
  std::string localized(const LocalizedText& text) const { return text.in(language_); }
  std::string label(const KpiName& kpi) const { return labels_.of(kpi, language_); }

  KpiLabels labels_;
  Language language_;
  std::size_t width_;
  bool on_page_;
  std::string text_{};
};

/// A path with blanks at which a narrow column of a table may break it.
std::string breakable(const std::string& path);
/// The text of a table without the blanks of breakable() at which no line was broken.
std::string without_unused_breaks(std::string table, const std::vector<std::string>& paths);

}  // namespace doorstroom
