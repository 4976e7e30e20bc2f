#pragma once
/// Describes a wait in words: its causes, who was served in that time, what a process director did,
/// and where the youth was.

#include <string>
#include <vector>

#include "results/story/story_phrases.hpp"
#include "results/story/wait_account.hpp"

namespace doorstroom {

/// A duration below this gets no sentence of its own [day].
inline constexpr double worth_telling = 0.5;

class WaitStory {
 public:
  WaitStory(const RetainedVisits& rows, const Scenario& scenario, const StoryPhrases& phrases,
            const Step& step);

  /// Why the youth was not served at once.
  LocalizedText obstacle() const;
  /// For a wait that has ended: its other causes, and who was served in that time.
  LocalizedText looking_back() const;
  /// Where the youth was while waiting; empty if the rows do not separate the wait from the stay.
  LocalizedText absence() const;
  /// What those who do casework did about the wait, and when.
  struct Act {
    Instant at;
    LocalizedText text;
  };
  std::vector<Act> acts() const;

 private:
  LocalizedText start_days() const;
  LocalizedText spent_funders() const;
  LocalizedText others_served() const;
  bool is_about_this(const RoleAction& action) const;

  const RetainedVisits& rows_;
  const Scenario& scenario_;
  const StoryPhrases& phrases_;
  const Step& step_;
  const Node& node_;
  bool desk_;
  WaitAccount account_;
};

/// Where a youth was during a span of time, of which so many days absent.
LocalizedText absence_in_words(double absent_days, Days whole);

}  // namespace doorstroom
