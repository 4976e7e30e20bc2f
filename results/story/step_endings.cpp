// Describes how steps end.

#include <algorithm>

#include "results/story/step_story.hpp"

namespace doorstroom {

/// The stay or the work came to an end.
std::string StepStory::ending(const Step& step) const {
  const Visit& visit = step.visit;
  const std::string where = tongue_.name(visit.node);
  const std::string spent = tongue_.length(visit.left - visit.entered);
  const Days none{0};
  if (visit.outcome == Outcome::aged_out)
    return tongue_.words("After {} at {} the youth was too old, and had to leave.",
                         "Na {} bij {} was de jeugdige te oud en moest weg.", spent, where) +
           next(step);
  if (is_desk(step)) {
    if (visit.outcome == Outcome::left_list)
      return tongue_.words(
          "The youth had been absent for so long that the case at {} was dropped.{}",
          "De jeugdige zat al zo lang thuis dat de zaak bij {} werd gestaakt.{}", where,
          next(step));
    if (visit.left - visit.entered == none)
      return tongue_.words("{} decided the same moment{}.", "{} besliste meteen{}.", where,
                           decision(step));
    return tongue_.words("After {} of work {} decided{}.", "Na {} werk nam {} een besluit{}.",
                         spent, where, decision(step));
  }
  const auto& arrangement =
      scenario_.arrangements[static_cast<std::size_t>(tongue_.node(visit.node).index)];
  const bool by_age = arrangement.until_age &&
                      youth_.age_at(visit.left) >= *arrangement.until_age &&
                      day_of_year(scenario_.period.date_of(visit.left)) ==
                          DayOfYear{std::chrono::August, std::chrono::day(1)};
  if (const Days held = place_held(step); held > none)
    return tongue_.words("The youth left {} after {}, of which {} waiting for the next one.",
                         "De jeugdige ging na {1} weg bij {0}, waarvan {2} in afwachting van de "
                         "volgende plaats.",
                         where, spent, tongue_.length(held)) +
           next(step);
  return (by_age
              ? tongue_.words("After {} at {} the youth was too old to stay there.",
                              "Na {} bij {} was de jeugdige te oud om er te blijven.", spent, where)
              : tongue_.words("After {} the stay at {} was over.",
                              "Na {} was het verblijf bij {} afgelopen.", spent, where)) +
         next(step);
}

/// The youth left the list without a place or a worker.
std::string StepStory::ending_unserved(const Step& step, const std::string& looking_back) const {
  const Visit& visit = step.visit;
  const std::string where = tongue_.name(visit.node);
  const std::string waited = tongue_.length(visit.left - visit.asked);
  const Waiting& waiting = tongue_.node(visit.node).waiting;
  const bool leaves_by_absence =
      visit.left_to != waiting.leaves_to &&
      std::ranges::count(scenario_.absence.leaves, visit.left_to, &Absence::Leave::to) > 0;
  std::string text;
  switch (visit.outcome) {
    case Outcome::left_list:
      text = leaves_by_absence
                 ? tongue_.words(
                       "After {} of waiting for {}, absent for too long, the youth left the "
                       "list.",
                       "Na {} wachten op {} zat de jeugdige te lang thuis en ging van de "
                       "lijst.",
                       waited, where)
                 : tongue_.words("After {} the youth gave up waiting for {}.",
                                 "Na {} gaf de jeugdige het wachten op {} op.", waited, where);
      break;
    case Outcome::refused:
      text = tongue_.words(
          "After {} there was a place at {}, but by then the youth could not be admitted there any "
          "more.",
          "Na {} was er een plaats bij {}, maar toen kon de jeugdige daar niet meer worden "
          "toegelaten.",
          waited, where);
      break;
    case Outcome::mediated:
      text = tongue_.words("After {} the youth no longer had to wait for {}.",
                           "Na {} hoefde de jeugdige niet langer te wachten op {}.", waited, where);
      break;
    case Outcome::aged_out:
      text =
          tongue_.words("After {} of waiting for {} the youth was too old, and had to leave.",
                        "Na {} wachten op {} was de jeugdige te oud en moest weg.", waited, where);
      break;
    case Outcome::completed:
    case Outcome::bounced:
    case Outcome::lapsed:
    case Outcome::censored:
      text = tongue_.words("After {} the request at {} lapsed.",
                           "Na {} verviel de aanmelding bij {}.", waited, where);
  }
  return text + (visit.outcome == Outcome::mediated ? "" : looking_back) + next(step);
}

/// The request ended at the moment of asking.
std::string StepStory::at_the_door(const Step& step) const {
  const Visit& visit = step.visit;
  const std::string where = tongue_.name(visit.node);
  const auto sent_to = [&] { return tongue_.name(visit.left_to); };
  if (visit.outcome == Outcome::bounced)
    return tongue_.words(
        "{} sent the case back to {}, where part of the work had to be done again.",
        "{} stuurde de zaak terug naar {}; een deel van het werk moest daar over.", where,
        sent_to());
  if (visit.outcome == Outcome::refused) {
    const Node& node = tongue_.node(visit.node);
    const bool full = node.kind == NodeKind::arrangement &&
                      scenario_.arrangements[static_cast<std::size_t>(node.index)].limit;
    return (full ? tongue_.words("The list of {} was full.", "De lijst van {} was vol.", where)
                 : tongue_.words("The youth could not be admitted to {}.",
                                 "De jeugdige kon niet worden toegelaten bij {}.", where)) +
           next(step);
  }
  return tongue_.words("The youth was at {} and left the same moment.",
                       "De jeugdige kwam bij {} en ging meteen weer weg.", where) +
         next(step);
}

std::string StepStory::at_the_end_of_the_run(const Step& step) const {
  const Instant end = scenario_.period.horizon();
  const std::string where = tongue_.name(step.visit.node);
  const WaitStory wait(rows_, scenario_, tongue_, step);
  if (!step.entered())
    return tongue_.words("The simulation ends here. The youth has then been waiting for {} for {}.",
                         "Hier eindigt de simulatie. De jeugdige wacht dan al {1} op {0}.", where,
                         tongue_.length(end - step.visit.asked)) +
           wait.looking_back() + wait.absence();
  if (is_desk(step))
    return tongue_.words("The simulation ends here. {} has not decided yet, after {}.",
                         "Hier eindigt de simulatie. {} heeft dan na {} nog niet beslist.", where,
                         tongue_.length(end - step.visit.entered));
  return tongue_.words("The simulation ends here. The youth is then still at {}, after {}.",
                       "Hier eindigt de simulatie. De jeugdige zit dan na {1} nog bij {0}.", where,
                       tongue_.length(end - step.visit.entered));
}

/// A case that absence opened, in one paragraph from beginning to end.
std::string StepStory::case_beside(const Step& step) const {
  const Visit& visit = step.visit;
  const std::string where = tongue_.name(visit.node);
  const std::string opened =
      tongue_.words("Because the youth was absent, {} opened a case as well.",
                    "Omdat de jeugdige thuiszat, opende ook {} een zaak.", where);
  if (visit.left == never)
    return opened + tongue_.words(" It was not decided before the simulation ended.",
                                  " Daarover was niet beslist toen de simulatie eindigde.");
  if (visit.outcome == Outcome::lapsed)
    return opened + tongue_.words(" It lapsed on {}, before anybody took it up.",
                                  " Die verviel op {}, voordat iemand haar oppakte.",
                                  tongue_.date(visit.left));
  return opened +
         tongue_.words(" It was decided on {}.", " Daarover viel op {} een besluit.",
                       tongue_.date(visit.left)) +
         bill_in_words(tongue_, bill_of(scenario_, step), tongue_.node(visit.node).cost);
}

/// What a desk decided.
std::string StepStory::decision(const Step& step) const {
  const NodeId to = step.visit.left_to;
  if (to == no_node) return "";
  if (tongue_.node(to).kind == NodeKind::exit)
    return tongue_.words(": the youth left (\"{}\")", ": de jeugdige stroomde uit (\"{}\")",
                         tongue_.name(to));
  return tongue_.words(": on to {}", ": door naar {}", tongue_.name(to));
}

/// Where the youth went.
std::string StepStory::next(const Step& step) const {
  const NodeId to = step.visit.left_to;
  if (to == no_node) return "";
  if (tongue_.node(to).kind == NodeKind::exit)
    return tongue_.words(" The youth left (\"{}\").", " De jeugdige stroomde uit (\"{}\").",
                         tongue_.name(to));
  return tongue_.words(" The youth went on to {}.", " De jeugdige ging door naar {}.",
                       tongue_.name(to));
}

/// How long the youth waited elsewhere while still here.
Days StepStory::place_held(const Step& step) const {
  Days held{0};
  for (const Step& other : steps_)
    if (!other.beside && other.visit.asked > step.visit.entered &&
        other.visit.asked < step.end(scenario_.period))
      held = std::max(held, step.end(scenario_.period) - other.visit.asked);
  return held;
}

}  // namespace doorstroom
