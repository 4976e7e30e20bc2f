#include "results/choices/abbreviations.hpp"

#include <algorithm>
#include <boost/algorithm/string.hpp>
#include <vector>

#include "results/figures/breakdown_values.hpp"
#include "results/report/figure_cells.hpp"

namespace doorstroom {
namespace {

/// Of a word: not ASCII, so that letters with accents belong to it.
bool is_of_a_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0;
}

bool is_in_capitals(const std::string& word) {
  return word.size() > 1 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Words of capitals, each once.
std::vector<std::string> words_in_capitals(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_of_a_word(text[end])) ++end;
    const std::string word = text.substr(at, end - at);
    if (is_in_capitals(word) && std::ranges::find(words, word) == words.end())
      words.push_back(word);
    at = std::max(end, at + 1);
  }
  return words;
}

/// What the results call a desk, an arrangement or a funder; empty: nothing else than its id.
std::string label_of_id(ReportSources& sources, const std::string& id) {
  const auto is_among = [&id](const std::vector<std::string>& ids) {
    return std::ranges::find(ids, id) != ids.end();
  };
  for (ResultReader& file : sources.results()) {
    const KpiLabels labels(file);
    std::string label;
    if (is_among(file.table("/nodes").texts("id")))
      label = labels.of_node(id, sources.language());
    else if (is_among(funders_in(file)))
      label = labels.of_funder(id, sources.language());
    if (!label.empty() && !boost::iequals(label, id)) return label;
  }
  return {};
}

}  // namespace

LocalizedText abbreviations_in(ReportSources& sources, const std::string& text) {
  std::vector<LocalizedText> written_out;
  for (const std::string& word : words_in_capitals(text)) {
    std::string label = label_of_id(sources, boost::to_lower_copy(word));
    if (label.empty()) continue;
    boost::erase_all(label, " (" + word + ")");
    written_out.push_back(message("{0}: {1}", word, label));
  }
  return written_out.empty() ? LocalizedText() : between_semicolons(written_out);
}

}  // namespace doorstroom
