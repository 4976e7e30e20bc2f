#pragma once
/// Describes in words what happened to one youth, from the rows of a result file: what happened
/// when, why it took as long as it did, what it cost and who paid.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "models/messages/language.hpp"
#include "results/file/result_reader.hpp"
#include "results/story/retained_visits.hpp"
#include "results/story/story_phrases.hpp"
#include "results/text/text_table.hpp"

namespace doorstroom {

/// What happened to a youth, in words.
struct Story {
  /// All of one day.
  struct Day {
    std::string date;
    std::string text;
  };

  std::vector<Day> days;
  std::string in_all;  ///< how long it took, what was waited, what it cost
};

/// The stories of one replication. Does not move: its parts refer to each other.
class Stories {
 public:
  /// @throws InputError when the file keeps no rows of that replication, or is damaged
  Stories(ResultReader& file, std::int32_t replication, Language language);
  Stories(const Stories&) = delete;
  Stories& operator=(const Stories&) = delete;

  /// @param youth  number in the replication. @pre the rows hold it
  Story of(std::uint32_t youth) const;

  const Scenario& scenario() const { return scenario_; }
  const RetainedVisits& rows() const { return rows_; }
  const StoryPhrases& phrases() const { return phrases_; }

 private:
  Language language_;
  Scenario scenario_;
  RetainedVisits rows_;
  StoryPhrases phrases_;
};

/// @throws InputError when the file keeps no rows of that replication or youth, or is damaged
/// @param width  of lines [character]
std::string story_of(ResultReader& file, std::int32_t replication, std::int64_t youth,
                     Language language, std::size_t width = customary_width);

/// Lists a few youths to read about: those who waited longest, took most steps and were absent
/// longest; with a command that prints a story.
std::string suggested_youths(ResultReader& file, std::int32_t replication, Language language,
                             std::size_t width = customary_width);

}  // namespace doorstroom
