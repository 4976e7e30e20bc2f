// Describes how steps end.

#include <algorithm>

#include "results/story/step_story.hpp"

namespace doorstroom {

/// The stay or the work came to an end.
LocalizedText StepStory::ending(const Step& step) const {
  const Visit& visit = step.visit;
  const std::string where = phrases_.name(visit.node);
  const LocalizedText spent = length_in_words(visit.left - visit.entered);
  const Days none{0};
  if (visit.outcome == Outcome::aged_out)
    return message("After {0} at {1} the youth was too old, and had to leave.", spent, where) +
           next(step);
  if (visit.outcome == Outcome::displaced)
    return message("After {0} the youth had to leave {1}, as that place stopped.", spent, where) +
           next(step);
  if (is_desk(step)) {
    if (visit.outcome == Outcome::left_list) {
      if (const LegalClock* clock = term_that_ran_out(visit))
        return message("The legal term \"{0}\" ran out, and the case at {1} was dropped.{2}",
                       phrases_.name(clock->label, clock->id), where, next(step));
      return message("The youth had been absent for so long that the case at {0} was dropped.{1}",
                     where, next(step));
    }
    if (visit.left - visit.entered == none)
      return message("{0} decided the same moment{1}.", where, decision(step));
    return message("After {0} of work {1} decided{2}.", spent, where, decision(step));
  }
  const auto& arrangement =
      scenario_.arrangements[static_cast<std::size_t>(phrases_.node(visit.node).index)];
  const bool by_age = arrangement.until_age &&
                      youth_.age_at(visit.left) >= *arrangement.until_age &&
                      day_of_year(scenario_.period.date_of(visit.left)) ==
                          DayOfYear{std::chrono::August, std::chrono::day(1)};
  if (const Days held = place_held(step); held > none)
    return message("The youth left {0} after {1}, of which {2} waiting for the next one.", where,
                   spent, length_in_words(held)) +
           next(step);
  return (by_age ? message("After {0} at {1} the youth was too old to stay there.", spent, where)
                 : message("After {0} the stay at {1} was over.", spent, where)) +
         next(step);
}

/// The youth left the list without a place or a worker.
LocalizedText StepStory::ending_unserved(const Step& step,
                                         const LocalizedText& looking_back) const {
  const Visit& visit = step.visit;
  const std::string where = phrases_.name(visit.node);
  const LocalizedText waited = length_in_words(visit.left - visit.asked);
  const Waiting& waiting = phrases_.node(visit.node).waiting;
  const bool leaves_by_absence =
      visit.left_to != waiting.leaves_to &&
      std::ranges::count(scenario_.absence.leaves, visit.left_to, &Absence::Leave::to) > 0;
  const LegalClock* clock = term_that_ran_out(visit);
  LocalizedText text;
  switch (visit.outcome) {
    case Outcome::left_list:
      if (clock != nullptr)
        text = message(
            "After {0} of waiting for {1} the legal term \"{2}\" ran out, and the youth left the "
            "list.",
            waited, where, phrases_.name(clock->label, clock->id));
      else if (leaves_by_absence)
        text = message(
            "After {0} of waiting for {1}, absent for too long, the youth left the "
            "list.",
            waited, where);
      else
        text = message("After {0} the youth gave up waiting for {1}.", waited, where);
      break;
    case Outcome::refused:
      text = message(
          "After {0} there was a place at {1}, but by then the youth could not be admitted there "
          "any "
          "more.",
          waited, where);
      break;
    case Outcome::mediated:
      text = message("After {0} the youth no longer had to wait for {1}.", waited, where);
      break;
    case Outcome::aged_out:
      text = message("After {0} of waiting for {1} the youth was too old, and had to leave.",
                     waited, where);
      break;
    case Outcome::completed:
    case Outcome::bounced:
    case Outcome::lapsed:
    case Outcome::censored:
    case Outcome::displaced:
    case Outcome::replaced:
      text = message("After {0} the request at {1} lapsed.", waited, where);
  }
  return text + (visit.outcome == Outcome::mediated ? LocalizedText() : looking_back) + next(step);
}

/// The request ended at the moment of asking.
LocalizedText StepStory::at_the_door(const Step& step) const {
  const Visit& visit = step.visit;
  const std::string where = phrases_.name(visit.node);
  const auto sent_to = [&] { return phrases_.name(visit.left_to); };
  if (visit.outcome == Outcome::bounced)
    return message("{0} sent the case back to {1}, where part of the work had to be done again.",
                   where, sent_to());
  if (visit.outcome == Outcome::refused) {
    const Node& node = phrases_.node(visit.node);
    return (node.limit ? message("The list of {0} was full.", where)
                       : message("The youth could not be admitted to {0}.", where)) +
           next(step);
  }
  return message("The youth was at {0} and left the same moment.", where) + next(step);
}

LocalizedText StepStory::at_the_end_of_the_run(const Step& step) const {
  const Instant end = scenario_.period.horizon();
  const std::string where = phrases_.name(step.visit.node);
  const WaitStory wait(rows_, scenario_, phrases_, step);
  if (!step.entered())
    return message("The simulation ends here. The youth has then been waiting for {0} for {1}.",
                   where, length_in_words(end - step.visit.asked)) +
           wait.looking_back() + wait.absence();
  if (is_desk(step))
    return message("The simulation ends here. {0} has not decided yet, after {1}.", where,
                   length_in_words(end - step.visit.entered));
  return message("The simulation ends here. The youth is then still at {0}, after {1}.", where,
                 length_in_words(end - step.visit.entered));
}

/// A case that absence opened, in one paragraph from beginning to end.
LocalizedText StepStory::case_beside(const Step& step) const {
  const Visit& visit = step.visit;
  const std::string where = phrases_.name(visit.node);
  const LocalizedText opened =
      message("Because the youth was absent, {0} opened a case as well.", where);
  if (visit.left == never)
    return opened + message(" It was not decided before the simulation ended.");
  const LocalizedText date = phrases_.date(visit.left);
  const LocalizedText ended =
      visit.outcome == Outcome::replaced
          ? message(" It ended on {0}, as the records of that day do not tell of it.", date)
      : visit.outcome != Outcome::lapsed
          ? (visit.back_at_school
                 ? message(" It was decided on {0}, and the youth went back to school.", date)
                 : message(" It was decided on {0}, which did not bring the youth back to school.",
                           date))
      : is_taken_over(step)
          ? message(" On {0} the youth was registered there too, and that case took its place.",
                    date)
          : message(" It lapsed on {0}, before anybody took it up.", date);
  return opened + ended +
         bill_in_words(phrases_, bill_of(scenario_, step), phrases_.node(visit.node).cost);
}

/// The legal clock because of which a youth left a list or a desk: the first that leads where the
/// youth went. Null when the youth may have gone there for another reason.
const LegalClock* StepStory::term_that_ran_out(const Visit& visit) const {
  const NodeId to = visit.left_to;
  if (to == no_node || to == phrases_.node(visit.node).waiting.leaves_to) return nullptr;
  if (std::ranges::count(scenario_.absence.leaves, to, &Absence::Leave::to) > 0) return nullptr;
  const auto clock = std::ranges::find(scenario_.clocks, to, &LegalClock::then);
  return clock == scenario_.clocks.end() ? nullptr : &*clock;
}

/// Help beside the way, in one paragraph from beginning to end.
LocalizedText StepStory::help_beside(const Step& step) const {
  const Visit& visit = step.visit;
  LocalizedText text = message("Beside that, the youth was registered with {0}.", place_of(visit));
  const LocalizedText left = visit.left == never ? LocalizedText() : phrases_.date(visit.left);
  if (!step.entered()) {
    if (visit.left == never) return text + message(" It had not begun when the simulation ended.");
    return text +
           (visit.outcome == Outcome::refused
                ? message(" On {0} the youth could not be admitted there.", left)
            : visit.outcome == Outcome::left_list
                ? message(" On {0} the youth gave up waiting for it.", left)
            : visit.outcome == Outcome::replaced
                ? message(" It ended on {0}, as the records of that day do not tell of it.", left)
                : message(" That lapsed on {0}, before it began.", left));
  }
  text += visit.entered == visit.asked ? message(" It began at once")
                                       : message(" It began on {0}", phrases_.date(visit.entered));
  text += visit.left == never ? message(", and went on until the simulation ended.")
          : visit.outcome == Outcome::lapsed
              ? message(", and stopped on {0}, when the youth went elsewhere.", left)
          : visit.outcome == Outcome::replaced
              ? message(", and ended on {0}, as the records of that day do not tell of it.", left)
              : message(", and was over on {0}.", left);
  return text + bill_in_words(phrases_, bill_of(scenario_, step), phrases_.node(visit.node).cost);
}

/// Whether absence opened what is beside the way: every case at a desk that is no help, and those
/// at the desk of absence.
bool StepStory::is_absence_case(const Step& beside) const {
  const auto& opens = scenario_.absence.opens;
  return opens && opens->desk == beside.visit.node;
}

/// Whether the youth's own request went on with the case that absence had opened at the desk.
bool StepStory::is_taken_over(const Step& beside) const {
  return std::ranges::any_of(steps_, [&](const Step& own) {
    return !own.beside && own.visit.node == beside.visit.node &&
           own.visit.asked == beside.visit.left;
  });
}

/// What a desk decided.
LocalizedText StepStory::decision(const Step& step) const {
  const NodeId to = step.visit.left_to;
  if (to == no_node) return {};
  if (phrases_.node(to).kind == NodeKind::exit)
    return message(": the youth left (\"{0}\")", phrases_.name(to));
  return message(": on to {0}", phrases_.name(to));
}

/// Where the youth went.
LocalizedText StepStory::next(const Step& step) const {
  const NodeId to = step.visit.left_to;
  if (to == no_node) return {};
  if (phrases_.node(to).kind == NodeKind::exit)
    return message(" The youth left (\"{0}\").", phrases_.name(to));
  return message(" The youth went on to {0}.", phrases_.name(to));
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
