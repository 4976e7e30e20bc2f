#pragma once
/// Sections made of small runs, for tests of what they say.

#include <cctype>
#include <set>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"
#include "tests/results/comparison/runs.hpp"
#include "tests/support/languages.hpp"

namespace doorstroom {

inline ReportSources sources_of(std::vector<std::string> paths, Language language = Language::en) {
  return ReportSources({.paths = std::move(paths), .language = language, .command = {}});
}

/// The blocks of one kind, in order.
template <class Block>
std::vector<Block> blocks_of(const ReportSection& section) {
  std::vector<Block> found;
  for (const ReportBlock& block : section.blocks)
    if (const auto* one = std::get_if<Block>(&block)) found.push_back(*one);
  return found;
}

/// All tables of a section, those of charts too.
inline std::vector<ReportTable> tables_of(const ReportSection& section) {
  std::vector<ReportTable> tables = blocks_of<ReportTable>(section);
  for (const ReportChart& chart : blocks_of<ReportChart>(section)) {
    tables.push_back(chart.table);
    tables.insert(tables.end(), chart.more_tables.begin(), chart.more_tables.end());
  }
  return tables;
}

/// What tables say: cells, headers, labels of columns.
inline std::string words_of(const std::vector<ReportTable>& tables) {
  std::string words;
  for (const ReportTable& table : tables) {
    for (const ReportColumn& column : table.columns) words += column.label + "\n";
    for (const ReportRow& row : table.rows) {
      words += row.header + "\n";
      for (const ReportCell& cell : row.cells) words += cell.text + "\n";
    }
  }
  return words;
}

/// Sentences, items of lists, and words beside bars.
inline std::string sentences_of(const ReportSection& section) {
  std::string words;
  for (const ReportText& text : blocks_of<ReportText>(section)) words += text.text + "\n";
  for (const ReportList& list : blocks_of<ReportList>(section))
    for (const std::string& item : list.items) words += item + "\n";
  for (const ReportChart& chart : blocks_of<ReportChart>(section))
    if (const auto* bars = std::get_if<IntervalChart>(&chart.chart))
      for (const IntervalRow& row : bars->rows) words += row.text + "\n";
  return words;
}

/// The numbers in a text, as written: "2.8", "1,250".
inline std::set<std::string> numbers_in(const std::string& text) {
  std::set<std::string> numbers;
  std::string number;
  const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char letter = i < text.size() ? text[i] : ' ';
    const bool goes_on = !number.empty() && (letter == '.' || letter == ',') &&
                         i + 1 < text.size() && is_digit(text[i + 1]);
    if (is_digit(letter) || goes_on) {
      number += letter;
    } else if (!number.empty()) {
      numbers.insert(number);
      number.clear();
    }
  }
  return numbers;
}

}  // namespace doorstroom
