#include "models/yaml/issues.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "models/messages/message.hpp"
#include "models/messages/utf8.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t excerpt_width = 66;  // of a longer line, this many characters are shown

auto place(const Issue& issue) {
  return std::tuple(issue.location.file, issue.location.line, issue.location.column);
}

bool are_equal(const Issue& a, const Issue& b) {
  return place(a) == place(b) && a.severity == b.severity && a.problem == b.problem &&
         a.suggestion == b.suggestion;
}

/// The line with its number, and under it the caret.
std::string excerpt(const std::string& text, SourceLocation location) {
  const auto found = line_of(text, location.line);
  if (!found) return {};
  const std::u32string line = characters(*found);
  const auto column = static_cast<std::size_t>(std::max(location.column, 1));
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
  return fmt::format("{:>5} | {}{}{}\n{:>5} | {:>{}}\n", location.line, cut_left,
                     shown(std::u32string_view(line).substr(begin, count)), cut_right, "", "^",
                     caret + 1);
}

/// What users wrote, without control characters. @param lines  whether its lines stay
Message safe(Message message, bool lines) {
  if (message.kind == Message::Kind::verbatim) {
    std::string safe_text;
    for (std::string_view rest = message.text; !rest.empty();) {
      const std::size_t end = lines ? std::min(rest.find('\n'), rest.size()) : rest.size();
      safe_text += shown(rest.substr(0, end));
      if (end < rest.size()) safe_text += '\n';
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    message.text = std::move(safe_text);
  }
  for (Message& argument : message.arguments) argument = safe(std::move(argument), lines);
  return message;
}

LocalizedText issue_text(const Issue& issue, const std::vector<Document>& documents) {
  const SourceLocation location = issue.location;
  const LocalizedText problem =
      joined({issue.severity == Issue::Severity::warning ? message("warning: ") : LocalizedText(),
              safe(issue.problem, false)});
  const LocalizedText suggestion = indented(safe(issue.suggestion, true));
  const bool in_file =
      location.file >= 0 && static_cast<std::size_t>(location.file) < documents.size();
  if (!in_file) return joined({problem, std::string("\n"), suggestion});

  const Document& document = documents[static_cast<std::size_t>(location.file)];
  const std::string position =
      location.line > 0 ? fmt::format(":{}:{}", location.line, location.column) : "";
  return joined({fmt::format("{}{}: ", shown(document.path), position), problem,
                 "\n" + excerpt(document.text, location), suggestion});
}

}  // namespace

void Issues::error(SourceLocation location, LocalizedText problem, LocalizedText suggestion) {
  issues_.push_back({Issue::Severity::error, location, std::move(problem), std::move(suggestion)});
}

void Issues::warning(SourceLocation location, LocalizedText problem, LocalizedText suggestion) {
  issues_.push_back(
      {Issue::Severity::warning, location, std::move(problem), std::move(suggestion)});
}

bool Issues::has_errors() const {
  return std::ranges::any_of(
      issues_, [](const Issue& issue) { return issue.severity == Issue::Severity::error; });
}

std::string Issues::text(const std::vector<Document>& documents, Language language,
                         std::size_t limit) const {
  return report(documents, limit).in(language);
}

LocalizedText Issues::report(const std::vector<Document>& documents, std::size_t limit) const {
  std::vector<Issue> chosen = issues_;
  // Duplicates are told once; those of one place stay in the order in which they were found.
  std::vector<Issue> seen;
  std::ranges::stable_sort(chosen, {}, place);
  std::erase_if(chosen, [&](const Issue& issue) {
    if (!seen.empty() && place(seen.front()) != place(issue)) seen.clear();
    const bool known =
        std::ranges::any_of(seen, [&](const Issue& other) { return are_equal(other, issue); });
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

  std::vector<LocalizedText> all;
  for (const Issue& issue : chosen) all.push_back(issue_text(issue, documents));
  if (more > 0) all.push_back(message("... and {0} more\n", more));
  return joined(all);
}

void Issues::throw_if_errors(const std::vector<Document>& documents) const {
  if (has_errors()) throw input_error(report(documents));
}

}  // namespace doorstroom
