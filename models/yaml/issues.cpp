#include "models/yaml/issues.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "models/messages/said.hpp"
#include "models/messages/utf8.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t excerpt_width = 100;  // of a longer line, this many characters are shown

auto place(const Issue& issue) {
  return std::tuple(issue.mark.file, issue.mark.line, issue.mark.column);
}

auto everything(const Issue& issue) {
  return std::tuple(place(issue), issue.severity, std::string_view(issue.problem.in(Language::en)),
                    std::string_view(issue.suggestion.in(Language::en)));
}

/// The line with its number, and under it the caret.
std::string excerpt(const std::string& text, Mark mark) {
  const auto found = line_of(text, mark.line);
  if (!found) return {};
  const std::u32string line = characters(*found);
  const auto column = static_cast<std::size_t>(std::max(mark.column, 1));
  std::size_t caret = std::min(column - 1, line.size());  // right behind the line: something lacks

  std::size_t begin = 0;
  std::size_t count = line.size();
  if (line.size() > excerpt_width) {
    const std::size_t before = excerpt_width / 2;
    begin = std::min(caret > before ? caret - before : 0, line.size() - excerpt_width);
    count = excerpt_width;
  }
  const std::string_view cut_left = begin > 0 ? "..." : "";
  const std::string_view cut_right = begin + count < line.size() ? "..." : "";
  caret = caret - begin + cut_left.size();
  return fmt::format("{:>5} | {}{}{}\n{:>5} | {:>{}}\n", mark.line, cut_left,
                     shown(std::u32string_view(line).substr(begin, count)), cut_right, "", "^",
                     caret + 1);
}

/// Each line of the suggestion, set in by two.
std::string indented(std::string_view suggestion) {
  std::string result;
  while (!suggestion.empty()) {
    const std::size_t end = std::min(suggestion.find('\n'), suggestion.size());
    result += fmt::format("  {}\n", shown(suggestion.substr(0, end)));
    suggestion.remove_prefix(std::min(end + 1, suggestion.size()));
  }
  return result;
}

std::string told(const Issue& issue, const std::vector<Document>& documents, Language language) {
  const Mark mark = issue.mark;
  const std::string problem =
      (issue.severity == Issue::Severity::warning ? Text("warning: ").in(language) : "") +
      shown(issue.problem.in(language));
  const bool in_file = mark.file >= 0 && static_cast<std::size_t>(mark.file) < documents.size();
  if (!in_file) return problem + '\n' + indented(issue.suggestion.in(language));

  const Document& document = documents[static_cast<std::size_t>(mark.file)];
  const std::string position = mark.line > 0 ? fmt::format(":{}:{}", mark.line, mark.column) : "";
  return fmt::format("{}{}: {}\n", shown(document.path), position, problem) +
         excerpt(document.text, mark) + indented(issue.suggestion.in(language));
}

}  // namespace

void Issues::error(Mark mark, Text problem, Text suggestion) {
  issues_.push_back({Issue::Severity::error, mark, std::move(problem), std::move(suggestion)});
}

void Issues::warning(Mark mark, Text problem, Text suggestion) {
  issues_.push_back({Issue::Severity::warning, mark, std::move(problem), std::move(suggestion)});
}

bool Issues::has_errors() const {
  return std::ranges::any_of(
      issues_, [](const Issue& issue) { return issue.severity == Issue::Severity::error; });
}

std::string Issues::text(const std::vector<Document>& documents, Language language,
                         std::size_t limit) const {
  std::vector<Issue> chosen = issues_;
  // Duplicates are told once; those of one place stay in the order in which they were found.
  std::vector<Issue> seen;
  std::ranges::stable_sort(chosen, {}, place);
  std::erase_if(chosen, [&](const Issue& issue) {
    if (!seen.empty() && place(seen.front()) != place(issue)) seen.clear();
    const bool known = std::ranges::any_of(
        seen, [&](const Issue& other) { return everything(other) == everything(issue); });
    if (!known) seen.push_back(issue);
    return known;
  });

  // Where not all can be told, errors are told before warnings.
  const std::size_t more = chosen.size() > limit ? chosen.size() - limit : 0;
  if (more > 0) {
    std::ranges::stable_sort(chosen, {}, &Issue::severity);
    chosen.resize(limit);
    std::ranges::stable_sort(chosen, {}, place);
  }

  std::string result;
  for (const Issue& issue : chosen) result += told(issue, documents, language);
  if (more > 0) result += say("... and {} more\n", more).in(language);
  return result;
}

void Issues::throw_if_errors(const std::vector<Document>& documents) const {
  if (has_errors())
    throw input_error({text(documents, Language::en), text(documents, Language::nl)});
}

}  // namespace doorstroom
