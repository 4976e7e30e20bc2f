#pragma once
/// The mistakes in a scenario, gathered so that the user sees all of them at once. Each has three
/// parts: the problem at its place with the line and a caret, the reason, and what to write.
///
///     scenarios/county_a.yaml:41:15: arrangements.oza.places is -4
///        41 |       places: -4
///           |               ^
///       places counts youths who can be there at once; use 0 or more

#include <string>
#include <vector>

#include "models/messages/message.hpp"
#include "models/yaml/value.hpp"

namespace doorstroom {

struct Issue {
  enum class Severity { error, warning };

  Severity severity = Severity::error;
  SourceLocation location;
  LocalizedText problem;     ///< what is there: "arrangements.oza.places is -4"
  LocalizedText suggestion;  ///< why that cannot be, and what to write instead
};

class Issues {
 public:
  void error(SourceLocation location, LocalizedText problem, LocalizedText suggestion);
  void warning(SourceLocation location, LocalizedText problem, LocalizedText suggestion);

  bool has_errors() const;
  const std::vector<Issue>& all() const { return issues_; }

  /// All issues as text, in order of file, line and column, exact duplicates
  /// once, at most `limit` of them ("... and 12 more").
  LocalizedText report(const std::vector<Document>& documents, std::size_t limit = 50) const;
  std::string text(const std::vector<Document>& documents, Language language = Language::en,
                   std::size_t limit = 50) const;

  /// @throws InputError with text() if there are errors
  void throw_if_errors(const std::vector<Document>& documents) const;

 private:
  std::vector<Issue> issues_;
};

}  // namespace doorstroom
