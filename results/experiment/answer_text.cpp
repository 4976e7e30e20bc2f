#include "results/experiment/answer_text.hpp"

#include <algorithm>

#include "results/text/plain_words.hpp"

namespace doorstroom {

void AnswerText::add(const LocalizedText& line) {
  text_ += fitted(localized(line), width_);
}

std::string breakable(const std::string& path) {
  constexpr std::size_t comfortable = 36;
  if (path.size() <= comfortable) return path;
  std::string text;
  std::size_t line = 0;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('.', at), path.size() - 1) + 1;
    if (line > 0 && line + end - at > comfortable - 2) {
      text += ' ';
      line = 0;
    }
    text += path.substr(at, end - at);
    line += end - at;
    at = end;
  }
  return text;
}

std::string without_unused_breaks(std::string table, const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    const std::string broken = breakable(path);
    const std::string whole = path + std::string(broken.size() - path.size(), ' ');
    for (std::size_t at = table.find(broken); at != std::string::npos;
         at = table.find(broken, at + whole.size()))
      table.replace(at, broken.size(), whole);
  }
  return table;
}

}  // namespace doorstroom
