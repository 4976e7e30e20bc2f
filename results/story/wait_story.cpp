#include "results/story/wait_story.hpp"

#include <algorithm>
#include <cmath>

#include "results/story/desk_days.hpp"

namespace doorstroom {

LocalizedText absence_in_words(double absent_days, Days whole) {
  if (absent_days < worth_telling)
    return message(" The youth was not absent from school in that time.");
  if (absent_days > whole.count - worth_telling)
    return message(" All that time the youth was absent from school.");
  return message(" In that time the youth was absent from school for {0}.",
                 length_in_words(Days{absent_days}));
}

WaitStory::WaitStory(const RetainedVisits& rows, const Scenario& scenario,
                     const StoryPhrases& phrases, const Step& step)
    : rows_(rows),
      scenario_(scenario),
      phrases_(phrases),
      step_(step),
      node_(scenario.nodes[step.visit.node]),
      desk_(node_.kind == NodeKind::desk),
      account_(account_of_wait(rows, scenario, step)) {}

LocalizedText WaitStory::obstacle() const {
  if (account_.length == Days{0}) return {};
  if (desk_) {
    const Desk& desk = scenario_.desks[static_cast<std::size_t>(node_.index)];
    const bool closed = !desk.closed.empty() &&
                        Closures(desk.closed, scenario_.period).closed_at(step_.visit.asked);
    if (closed) return message(" The desk was closed.");
    if (desk.unlimited) return {};
    return message(" Nobody there had time for the case yet.");
  }
  if (account_.full_when_asked) {
    if (account_.places == 0) return message(" There were no places there.");
    return message_plural(" The only place there was taken.", " All {0} places there were taken.",
                          account_.places);
  }
  if (account_.without_start.count > 0)
    return message(" There was a place, but youths can come in on {0} only.", start_days());
  const LocalizedText spent = spent_funders();
  if (!spent.empty())
    return message(
        " There was a place, but nobody could come in: the money of {0} for that year was spent.",
        spent);
  return message(" There was a place; why the youth could not come in, the file does not tell.");
}

LocalizedText WaitStory::looking_back() const {
  LocalizedText text;
  if (account_.closed.count >= worth_telling)
    text += message(" For {0} of that the desk was closed.", length_in_words(account_.closed));
  const bool was_full = account_.without_place.count >= worth_telling;
  if (was_full && !account_.full_when_asked)
    text +=
        message(" For {0} of that every place was taken.", length_in_words(account_.without_place));
  if (was_full && account_.without_start.count >= worth_telling)
    text += message(" For {0} of that there was a place, but youths can come in on {1} only.",
                    length_in_words(account_.without_start), start_days());
  if (was_full && account_.otherwise.count >= worth_telling && !spent_funders().empty())
    text +=
        message(" For {0} of that there was a place, but the money of {1} for that year was spent.",
                length_in_words(account_.otherwise), spent_funders());
  return text + others_served();
}

LocalizedText WaitStory::absence() const {
  if (desk_ || account_.length == Days{0}) return {};
  double absent = step_.visit.absent_days;
  if (step_.entered()) {
    if (node_.education == Education::unchanged) return {};
    if (node_.education == Education::none)
      absent -= (step_.end(scenario_.period) - step_.visit.entered).count;
  }
  return absence_in_words(absent, step_.waited_until(scenario_.period) - step_.visit.asked);
}

std::vector<WaitStory::Act> WaitStory::acts() const {
  using What = RoleAction::What;
  std::vector<Act> acts;
  for (const RoleAction& action : rows_.actions) {
    if (!is_about_this(action)) continue;
    const Intervention& role = scenario_.interventions[action.role];
    const std::string where = action.node == no_node ? "" : phrases_.name(action.node);
    const LocalizedText what =
        action.what == What::placed       ? message("found a place at {0}", where)
        : action.what == What::made_place ? message("made an extra place at {0}", where)
        : action.what == What::put_first
            ? message("found no place, and put the youth first on the list of {0}", where)
        : action.what == What::back_at_school
            ? message("found no place, but got the youth back to school meanwhile")
            : message("found nothing that was fit");
    acts.push_back({action.at, message("{0} took up the case and {1}.",
                                       phrases_.name(role.label, role.id), what)});
  }
  return acts;
}

/// The dates on which youths can start.
LocalizedText WaitStory::start_days() const {
  std::vector<LocalizedText> days;
  for (const StartDay& start : scenario_.arrangements[static_cast<std::size_t>(node_.index)].starts)
    days.push_back(day_in_words(start.on));
  return all_of(days);
}

/// Funders of this node that have a yearly budget.
LocalizedText WaitStory::spent_funders() const {
  std::vector<LocalizedText> funders;
  for (const Payer& payer : node_.cost.paid_by)
    if (std::ranges::count(scenario_.budgets, payer.funder, &Budget::funder) > 0)
      funders.push_back(phrases_.funder(payer.funder));
  return all_of(funders);
}

LocalizedText WaitStory::others_served() const {
  const int all = account_.served;
  const int before = account_.served_before;
  if (account_.length.count < worth_telling) return {};
  if (all == 0)
    return desk_ ? message(" No other case was taken up there meanwhile.")
                 : message(" Nobody else got a place there meanwhile.");
  const LocalizedText others =
      desk_ ? message_plural(" Meanwhile the case of {0} other youth was taken up there",
                             " Meanwhile the cases of {0} other youths were taken up there", all)
            : message_plural(" Meanwhile {0} other youth got a place there",
                             " Meanwhile {0} other youths got a place there", all);
  const LocalizedText when =
      all == 1        ? before == 1 ? message("; that one had asked before")
                                    : message("; that one had asked later")
             : before == all ? message("; all of them had asked before")
      : before == 0   ? message("; all of them had asked later")
                      : message("; {0} of them had asked before, {1} later", before, all - before);
  const bool by_severity = before < all && node_.order == ListOrder::severity;
  const bool by_absence = before < all && node_.order == ListOrder::longest_absent;
  const LocalizedText rule = by_severity  ? message(" (there the most severe go first)")
                             : by_absence ? message(" (there who is absent longest goes first)")
                                          : LocalizedText();
  return others + when + rule + std::string(".");
}

/// The row of an act holds how long the youth had waited, not who it was. The act is about this
/// youth if no other youth had waited that long at that time, or if the act moved this youth.
bool WaitStory::is_about_this(const RoleAction& action) const {
  using What = RoleAction::What;
  const auto fits = [&](const Visit& visit) {
    const Instant until = visit.entered != never ? visit.entered : visit.left;
    return visit.asked <= action.at && action.at <= until &&
           std::abs((action.at - visit.asked).count - action.because) < 1e-6;
  };
  const Visit& mine = step_.visit;
  if (std::isnan(action.because) || action.what > What::found_nothing || !fits(mine)) return false;
  const bool placed = action.what == What::placed || action.what == What::made_place;
  const bool moved =
      mine.outcome == Outcome::mediated && mine.left == action.at && mine.left_to == action.node;
  if (placed || moved) return moved || (mine.entered == action.at && mine.node == action.node);
  return std::ranges::none_of(
      rows_.visits, [&](const Visit& other) { return other.youth != mine.youth && fits(other); });
}

}  // namespace doorstroom
