#pragma once
/// Describes a step of a youth in words: the request, the wait, the stay or the work, how it ended
/// and what it cost.

#include <string>
#include <vector>

#include "results/story/bill_story.hpp"
#include "results/story/wait_story.hpp"

namespace doorstroom {

/// A paragraph of the story, about one moment.
struct Paragraph {
  Instant at;
  LocalizedText text;
};

class StepStory {
 public:
  /// @param steps  all steps of the youth
  StepStory(const RetainedVisits& rows, const Scenario& scenario, const StoryPhrases& phrases,
            const std::vector<Step>& steps);

  /// The paragraphs of one step, in order of time.
  std::vector<Paragraph> paragraphs(std::size_t number) const;

 private:
  LocalizedText asking(const Step& step, const Step* before) const;
  LocalizedText found_there(const Step& step) const;
  LocalizedText replacement(const Step& step) const;
  LocalizedText holding(const Step& step, const Step* before) const;
  LocalizedText serving(const Step& step, const LocalizedText& looking_back) const;
  LocalizedText schooling(const Node& node) const;
  LocalizedText ending(const Step& step) const;
  LocalizedText ending_unserved(const Step& step, const LocalizedText& looking_back) const;
  LocalizedText at_the_door(const Step& step) const;
  LocalizedText at_the_end_of_the_run(const Step& step) const;
  LocalizedText case_beside(const Step& step) const;
  LocalizedText help_beside(const Step& step) const;
  bool is_absence_case(const Step& beside) const;
  bool is_taken_over(const Step& beside) const;
  LocalizedText absence_afterwards(const Step& step) const;
  LocalizedText became(const Step& step, const Step* before) const;

  const LegalClock* term_that_ran_out(const Visit& visit) const;
  LocalizedText decision(const Step& step) const;
  LocalizedText next(const Step& step) const;
  Days place_held(const Step& step) const;
  LocalizedText place_of(const Visit& visit) const;
  bool is_desk(const Step& step) const;
  bool was_found(const Step& step) const;
  bool by_records() const;
  const Step* own_before(std::size_t number) const;

  const RetainedVisits& rows_;
  const Scenario& scenario_;
  const StoryPhrases& phrases_;
  const std::vector<Step>& steps_;
  const YouthRow& youth_;
};

}  // namespace doorstroom
