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
  std::string text;
};

class StepStory {
 public:
  /// @param steps  all steps of the youth
  StepStory(const RetainedVisits& rows, const Scenario& scenario, const StoryPhrases& tongue,
            const std::vector<Step>& steps);

  /// The paragraphs of one step, in order of time.
  std::vector<Paragraph> paragraphs(std::size_t number) const;

 private:
  std::string asking(const Step& step, const Step* before) const;
  std::string found_there(const Step& step) const;
  std::string holding(const Step& step, const Step* before) const;
  std::string serving(const Step& step, const std::string& looking_back) const;
  std::string schooling(const Node& node) const;
  std::string ending(const Step& step) const;
  std::string ending_unserved(const Step& step, const std::string& looking_back) const;
  std::string at_the_door(const Step& step) const;
  std::string at_the_end_of_the_run(const Step& step) const;
  std::string case_beside(const Step& step) const;
  std::string absence_afterwards(const Step& step) const;
  std::string became(const Step& step, const Step* before) const;

  std::string decision(const Step& step) const;
  std::string next(const Step& step) const;
  Days place_held(const Step& step) const;
  std::string place_of(const Visit& visit) const;
  bool is_desk(const Step& step) const;
  bool found_by_today(const Step& step) const;
  const Step* own_before(std::size_t number) const;

  const RetainedVisits& rows_;
  const Scenario& scenario_;
  const StoryPhrases& tongue_;
  const std::vector<Step>& steps_;
  const YouthRow& youth_;
};

}  // namespace doorstroom
