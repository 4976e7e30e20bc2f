#include "results/story/step_story.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace doorstroom {
StepStory::StepStory(const RetainedVisits& rows, const Scenario& scenario,
                     const StoryPhrases& phrases, const std::vector<Step>& steps)
    : rows_(rows),
      scenario_(scenario),
      phrases_(phrases),
      steps_(steps),
      youth_(rows.youths.at(steps.front().visit.youth)) {}

std::vector<Paragraph> StepStory::paragraphs(std::size_t number) const {
  const Step& step = steps_[number];
  const Step* before = own_before(number);
  const Visit& visit = step.visit;
  const Instant end = step.end(scenario_.period);
  if (step.beside)
    return {{visit.asked, is_absence_case(step) ? case_beside(step) : help_beside(step)}};
  if (visit.asked == visit.left && !step.entered()) return {{visit.asked, at_the_door(step)}};

  std::vector<Paragraph> paragraphs;
  const WaitStory wait(rows_, scenario_, phrases_, step);
  const Instant begin = youth_.arrived;
  const bool inside_at_begin = step.entered() && visit.entered < begin;
  if (was_found(step))
    paragraphs.push_back(
        {begin, found_there(step) + (inside_at_begin ? LocalizedText() : wait.obstacle())});
  else
    paragraphs.push_back(
        {visit.asked, asking(step, before) + wait.obstacle() + holding(step, before)});
  for (const WaitStory::Act& act : wait.acts()) paragraphs.push_back({act.at, act.text});
  const LocalizedText looking_back = wait.looking_back() + wait.absence();
  if (!inside_at_begin && step.entered())
    paragraphs.push_back({visit.entered, serving(step, looking_back)});
  const LocalizedText ended = visit.left == never                  ? at_the_end_of_the_run(step)
                              : visit.outcome == Outcome::replaced ? replacement(step)
                              : step.entered()                     ? ending(step)
                                               : ending_unserved(step, looking_back);
  paragraphs.push_back(
      {end, ended + absence_afterwards(step) + became(step, before) +
                bill_in_words(phrases_, bill_of(scenario_, step), phrases_.node(visit.node).cost)});
  return paragraphs;
}

/// The request, and its cause.
LocalizedText StepStory::asking(const Step& step, const Step* before) const {
  const LocalizedText where = place_of(step.visit);
  if (step.again) return message("The case stood at the end of the list of {0} again.", where);
  const Instant left = before ? before->visit.left : youth_.arrived;
  const Days handover = left == never ? Days{0} : step.visit.asked - left;
  const bool back = before && before->visit.left_to != no_node &&
                    phrases_.node(before->visit.left_to).kind == NodeKind::exit;
  const bool just_told = before && left == step.visit.asked &&
                         before->visit.left_to == step.visit.node && step.also.empty() &&
                         where == LocalizedText(phrases_.name(step.visit.node));
  LocalizedText text = just_told ? LocalizedText()
                       : back ? message("The youth came back, and was registered with {0}.", where)
                       : handover.count >= worth_telling
                           ? message("After a handover of {0} the youth was registered with {1}.",
                                     length_in_words(handover), where)
                           : message("The youth was registered with {0}.", where);
  std::vector<LocalizedText> others;
  for (const Visit& other : step.also) others.push_back(place_of(other));
  if (!others.empty())
    text += message(
        " The same request stood on the list of {0} as well: the first place to "
        "come free would do.",
        all_of(others));
  return text;
}

/// A youth who was found there.
LocalizedText StepStory::found_there(const Step& step) const {
  const Instant begin = youth_.arrived;
  const LocalizedText where = place_of(step.visit);
  const LocalizedText stayed = length_in_words(begin - step.visit.entered);
  const LocalizedText waited = length_in_words(begin - step.visit.asked);
  if (step.entered() && step.visit.entered < begin) {
    if (is_desk(step))
      return by_records()
                 ? message("By the records of that day {0} had been working on the case for {1}.",
                           where, stayed)
                 : message("When the simulation began, {0} had been working on the case for {1}.",
                           where, stayed);
    return by_records() ? message("By the records of that day the youth had been at {0} for {1}.",
                                  where, stayed)
                        : message("When the simulation began, the youth had been at {0} for {1}.",
                                  where, stayed);
  }
  if (step.visit.asked == begin)
    return by_records()
               ? message("By the records of that day the youth stood on the list of {0}.", where)
               : message("When the simulation began, the youth stood on the list of {0}.", where);
  return by_records()
             ? message("By the records of that day the youth had been waiting for {0} for {1}.",
                       where, waited)
             : message("When the simulation began, the youth had been waiting for {0} for {1}.",
                       where, waited);
}

/// The records of the start date say who is there, so whom the warm-up brought makes way.
LocalizedText StepStory::replacement(const Step& step) const {
  const std::string where = phrases_.name(step.visit.node);
  const LocalizedText at = step.entered()
                               ? message("Until then the youth was at {0}.", where)
                               : message("Until then the youth was waiting for {0}.", where);
  return at + message(
                  " From that day on the records say who is where, and this youth of the "
                  "warm-up is not among them.");
}

/// The youth keeps the old place until the next one is free.
LocalizedText StepStory::holding(const Step& step, const Step* before) const {
  if (!before || !before->entered() || before->end(scenario_.period) <= step.visit.asked) return {};
  return message(" Until there was room, the youth kept the place at {0}.",
                 phrases_.name(before->visit.node));
}

LocalizedText StepStory::serving(const Step& step, const LocalizedText& looking_back) const {
  const Days waited = step.visit.entered - step.visit.asked;
  const std::string where = phrases_.name(step.visit.node);
  if (is_desk(step)) {
    if (waited.count == 0) return message("The case was taken up at once.");
    return message("After {0} of waiting {1} took up the case.", length_in_words(waited), where) +
           looking_back;
  }
  const LocalizedText school = schooling(phrases_.node(step.visit.node));
  if (waited.count == 0) return message("There was a place at once{0}.", school);
  return message("After {0} of waiting there was a place at {1}{2}.", length_in_words(waited),
                 where, school) +
         looking_back;
}

/// How much school a youth attends in an arrangement.
LocalizedText StepStory::schooling(const Node& node) const {
  switch (node.education) {
    case Education::share:
      if (node.education_share >= 1) return message(", with school in full");
      return message(", with {0}% of the school hours",
                     fmt::format("{:.0f}", 100 * node.education_share));
    case Education::none:
      return message(", without school");
    case Education::exempt:
      return message(", exempt from school");
    case Education::unchanged:
      break;
  }
  return {};
}

/// For a desk, and an arrangement that does not change school, the absence is described from
/// the request on.
LocalizedText StepStory::absence_afterwards(const Step& step) const {
  const Days whole = step.end(scenario_.period) - step.visit.asked;
  const bool told_before =
      !is_desk(step) &&
      (phrases_.node(step.visit.node).education != Education::unchanged || !step.entered());
  if (told_before || whole.count < worth_telling) return {};
  const double absent = step.visit.absent_days;
  if (absent < worth_telling)
    return message(" Since the request the youth had not been absent from school.");
  if (absent > whole.count - worth_telling)
    return message(" All the time since the request the youth had been absent from school.");
  return message(" Since the request the youth had been absent from school for {0}.",
                 length_in_words(Days{absent}));
}

LocalizedText StepStory::became(const Step& step, const Step* before) const {
  const SeverityId was = before ? SeverityId(before->visit.severity) : SeverityId(youth_.severity);
  const SeverityId now = step.visit.severity;
  if (now == was || !was || !now) return {};
  const auto level = [this](SeverityId severity) { return phrases_.level(severity); };
  return message(" Since the request the severity had risen from {0} to {1}.", level(was),
                 level(now));
}

LocalizedText StepStory::place_of(const Visit& visit) const {
  const int count = phrases_.node(visit.node).units.count;
  const std::string name = phrases_.name(visit.node);
  if (count <= 1) return name;
  const bool desk = phrases_.node(visit.node).kind == NodeKind::desk;
  return desk ? message("{0} (team {1} of {2})", name, visit.unit + 1, count)
              : message("{0} (location {1} of {2})", name, visit.unit + 1, count);
}

bool StepStory::is_desk(const Step& step) const {
  return phrases_.node(step.visit.node).kind == NodeKind::desk;
}

bool StepStory::was_found(const Step& step) const {
  return youth_.month < 0 && &step == steps_.data();
}

/// Whether the youth is one of those whom the records of the start date name, after a warm-up.
bool StepStory::by_records() const {
  return youth_.by_records(scenario_.period.begin());
}

const Step* StepStory::own_before(std::size_t number) const {
  for (std::size_t i = number; i-- > 0;)
    if (!steps_[i].beside) return &steps_[i];
  return nullptr;
}

}  // namespace doorstroom
