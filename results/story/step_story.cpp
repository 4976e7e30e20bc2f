#include "results/story/step_story.hpp"

#include <algorithm>

namespace doorstroom {
StepStory::StepStory(const RetainedVisits& rows, const Scenario& scenario,
                     const StoryPhrases& tongue, const std::vector<Step>& steps)
    : rows_(rows),
      scenario_(scenario),
      tongue_(tongue),
      steps_(steps),
      youth_(rows.youths.at(steps.front().visit.youth)) {}

std::vector<Paragraph> StepStory::paragraphs(std::size_t number) const {
  const Step& step = steps_[number];
  const Step* before = own_before(number);
  const Visit& visit = step.visit;
  const Instant end = step.end(scenario_.period);
  if (step.beside) return {{visit.asked, case_beside(step)}};
  if (visit.asked == visit.left && !step.entered()) return {{visit.asked, at_the_door(step)}};

  std::vector<Paragraph> paragraphs;
  const WaitStory wait(rows_, scenario_, tongue_, step);
  const Instant begin = scenario_.period.begin();
  const bool inside_at_begin = step.entered() && visit.entered < begin;
  if (found_by_today(step))
    paragraphs.push_back({begin, found_there(step) + (inside_at_begin ? "" : wait.obstacle())});
  else
    paragraphs.push_back(
        {visit.asked, asking(step, before) + wait.obstacle() + holding(step, before)});
  for (const WaitStory::Act& act : wait.acts()) paragraphs.push_back({act.at, act.text});
  const std::string looking_back = wait.looking_back() + wait.absence();
  if (!inside_at_begin && step.entered())
    paragraphs.push_back({visit.entered, serving(step, looking_back)});
  const std::string ended = visit.left == never ? at_the_end_of_the_run(step)
                            : step.entered()    ? ending(step)
                                                : ending_unserved(step, looking_back);
  paragraphs.push_back(
      {end, ended + absence_afterwards(step) + became(step, before) +
                bill_in_words(tongue_, bill_of(scenario_, step), tongue_.node(visit.node).cost)});
  return paragraphs;
}

/// The request, and its cause.
std::string StepStory::asking(const Step& step, const Step* before) const {
  const std::string where = place_of(step.visit);
  if (step.again)
    return tongue_.words("The case stood at the end of the list of {} again.",
                         "De zaak stond weer achteraan op de lijst van {}.", where);
  const Instant left = before ? before->visit.left : youth_.arrived;
  const Days handover = left == never ? Days{0} : step.visit.asked - left;
  const bool back = before && before->visit.left_to != no_node &&
                    tongue_.node(before->visit.left_to).kind == NodeKind::exit;
  const bool just_told = before && left == step.visit.asked &&
                         before->visit.left_to == step.visit.node && step.also.empty() &&
                         where == tongue_.name(step.visit.node);
  std::string text =
      just_told ? ""
      : back    ? tongue_.words("The youth came back, and was registered with {}.",
                                "De jeugdige kwam terug en werd aangemeld bij {}.", where)
      : handover.count >= worth_telling
          ? tongue_.words("After a handover of {} the youth was registered with {}.",
                          "Na een overdracht van {} werd de jeugdige aangemeld bij {}.",
                          tongue_.length(handover), where)
          : tongue_.words("The youth was registered with {}.", "De jeugdige werd aangemeld bij {}.",
                          where);
  std::vector<std::string> others;
  for (const Visit& other : step.also) others.push_back(place_of(other));
  if (!others.empty())
    text += tongue_.words(
        " The same request stood on the list of {} as well: the first place to "
        "come free would do.",
        " Dezelfde aanvraag stond ook op de lijst van {}: de eerste plaats die "
        "vrijkwam, was goed.",
        tongue_.all(others));
  return text;
}

/// A youth who was there when the run began.
std::string StepStory::found_there(const Step& step) const {
  const Instant begin = scenario_.period.begin();
  const std::string where = place_of(step.visit);
  if (step.entered() && step.visit.entered < begin)
    return tongue_.words("When the simulation began, the youth had been at {} for {}.",
                         "Toen de simulatie begon, zat de jeugdige al {1} bij {0}.", where,
                         tongue_.length(begin - step.visit.entered));
  if (step.visit.asked == begin)
    return tongue_.words("When the simulation began, the youth stood on the list of {}.",
                         "Toen de simulatie begon, stond de jeugdige op de lijst van {}.", where);
  return tongue_.words("When the simulation began, the youth had been waiting for {} for {}.",
                       "Toen de simulatie begon, wachtte de jeugdige al {1} op {0}.", where,
                       tongue_.length(begin - step.visit.asked));
}

/// The youth keeps the old place until the next one is free.
std::string StepStory::holding(const Step& step, const Step* before) const {
  if (!before || !before->entered() || before->end(scenario_.period) <= step.visit.asked) return "";
  return tongue_.words(" Until there was room, the youth kept the place at {}.",
                       " Tot er plaats was, hield de jeugdige de plaats bij {} bezet.",
                       tongue_.name(before->visit.node));
}

std::string StepStory::serving(const Step& step, const std::string& looking_back) const {
  const Days waited = step.visit.entered - step.visit.asked;
  const std::string where = tongue_.name(step.visit.node);
  if (is_desk(step)) {
    if (waited.count == 0)
      return tongue_.words("The case was taken up at once.", "De zaak werd meteen opgepakt.");
    return tongue_.words("After {} of waiting {} took up the case.",
                         "Na {} wachten pakte {} de zaak op.", tongue_.length(waited), where) +
           looking_back;
  }
  const std::string school = schooling(tongue_.node(step.visit.node));
  if (waited.count == 0)
    return tongue_.words("There was a place at once{}.", "Er was meteen een plaats{}.", school);
  return tongue_.words("After {} of waiting there was a place at {}{}.",
                       "Na {} wachten was er een plaats bij {}{}.", tongue_.length(waited), where,
                       school) +
         looking_back;
}

/// How much school a youth attends in an arrangement.
std::string StepStory::schooling(const Node& node) const {
  switch (node.education) {
    case Education::share:
      if (node.education_share >= 1)
        return tongue_.words(", with school in full", ", met volledig onderwijs");
      return tongue_.words(", with {:.0f}% of the school hours",
                           ", met {:.0f}% van de onderwijstijd", 100 * node.education_share);
    case Education::none:
      return tongue_.words(", without school", ", zonder onderwijs");
    case Education::exempt:
      return tongue_.words(", exempt from school", ", met vrijstelling van onderwijs");
    case Education::unchanged:
      break;
  }
  return "";
}

/// For a desk, and an arrangement that does not change school, the absence is described from
/// the request on.
std::string StepStory::absence_afterwards(const Step& step) const {
  const Days whole = step.end(scenario_.period) - step.visit.asked;
  const bool told_before =
      !is_desk(step) &&
      (tongue_.node(step.visit.node).education != Education::unchanged || !step.entered());
  if (told_before || whole.count < worth_telling) return "";
  const double absent = step.visit.absent_days;
  if (absent < worth_telling)
    return tongue_.words(" Since the request the youth had not been absent from school.",
                         " Sinds de aanmelding zat de jeugdige niet thuis.");
  if (absent > whole.count - worth_telling)
    return tongue_.words(" All the time since the request the youth had been absent from school.",
                         " Sinds de aanmelding zat de jeugdige al die tijd thuis.");
  return tongue_.words(" Since the request the youth had been absent from school for {}.",
                       " Sinds de aanmelding zat de jeugdige {} thuis.",
                       tongue_.length(Days{absent}));
}

std::string StepStory::became(const Step& step, const Step* before) const {
  const SeverityId was = before ? SeverityId(before->visit.severity) : SeverityId(youth_.severity);
  const SeverityId now = step.visit.severity;
  if (now == was || !was || !now) return "";
  const auto level = [this](SeverityId severity) { return scenario_.severities[severity]; };
  return tongue_.words(" Since the request the severity had risen from {} to {}.",
                       " Sinds de aanmelding was de zwaarte gestegen van {} naar {}.", level(was),
                       level(now));
}

std::string StepStory::place_of(const Visit& visit) const {
  const int count = tongue_.node(visit.node).units.count;
  const std::string name = tongue_.name(visit.node);
  if (count <= 1) return name;
  const bool desk = tongue_.node(visit.node).kind == NodeKind::desk;
  return desk ? tongue_.words("{} (team {} of {})", "{} (team {} van {})", name, visit.unit + 1,
                              count)
              : tongue_.words("{} (location {} of {})", "{} (locatie {} van {})", name,
                              visit.unit + 1, count);
}

bool StepStory::is_desk(const Step& step) const {
  return tongue_.node(step.visit.node).kind == NodeKind::desk;
}

bool StepStory::found_by_today(const Step& step) const {
  return youth_.month < 0 && &step == steps_.data();
}

const Step* StepStory::own_before(std::size_t number) const {
  for (std::size_t i = number; i-- > 0;)
    if (!steps_[i].beside) return &steps_[i];
  return nullptr;
}

}  // namespace doorstroom
