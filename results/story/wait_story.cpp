#include "results/story/wait_story.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "results/story/desk_days.hpp"

namespace doorstroom {

std::string absence_in_words(const StoryPhrases& tongue, double absent_days, Days whole) {
  if (absent_days < worth_telling)
    return tongue.words(" The youth was not absent from school in that time.",
                        " In die tijd zat de jeugdige niet thuis.");
  if (absent_days > whole.count - worth_telling)
    return tongue.words(" All that time the youth was absent from school.",
                        " Al die tijd zat de jeugdige thuis.");
  return tongue.words(" In that time the youth was absent from school for {}.",
                      " In die tijd zat de jeugdige {} thuis.", tongue.length(Days{absent_days}));
}

WaitStory::WaitStory(const RetainedVisits& rows, const Scenario& scenario,
                     const StoryPhrases& tongue, const Step& step)
    : rows_(rows),
      scenario_(scenario),
      tongue_(tongue),
      step_(step),
      node_(scenario.nodes[step.visit.node]),
      desk_(node_.kind == NodeKind::desk),
      account_(account_of_wait(rows, scenario, step)) {}

std::string WaitStory::obstacle() const {
  if (account_.length == Days{0}) return "";
  if (desk_) {
    const Desk& desk = scenario_.desks[static_cast<std::size_t>(node_.index)];
    const bool closed = !desk.closed.empty() &&
                        Closures(desk.closed, scenario_.period).closed_at(step_.visit.asked);
    if (closed) return tongue_.words(" The desk was closed.", " Het loket was gesloten.");
    if (desk.unlimited) return "";
    return tongue_.words(" Nobody there had time for the case yet.",
                         " Niemand had daar nog tijd voor de zaak.");
  }
  if (account_.full_when_asked) {
    if (account_.places == 0)
      return tongue_.words(" There were no places there.", " Er waren daar geen plaatsen.");
    if (account_.places == 1)
      return tongue_.words(" The only place there was taken.", " De enige plaats daar was bezet.");
    return tongue_.words(" All {} places there were taken.", " Alle {} plaatsen daar waren bezet.",
                         account_.places);
  }
  if (account_.without_start.count > 0)
    return tongue_.words(" There was a place, but youths can come in on {} only.",
                         " Er was wel een plaats, maar instromen kan alleen op {}.", start_days());
  const std::string spent = spent_funders();
  if (!spent.empty())
    return tongue_.words(
        " There was a place, but nobody could come in: the money of {} for that year was spent.",
        " Er was wel een plaats, maar niemand kon erin: het geld van {} voor dat jaar was op.",
        spent);
  return tongue_.words(
      " There was a place; why the youth could not come in, the file does not tell.",
      " Er was wel een plaats; waarom de jeugdige er niet in kon, staat niet in het "
      "bestand.");
}

std::string WaitStory::looking_back() const {
  std::string text;
  if (account_.closed.count >= worth_telling)
    text += tongue_.words(" For {} of that the desk was closed.",
                          " Daarvan was het loket {} gesloten.", tongue_.length(account_.closed));
  const bool was_full = account_.without_place.count >= worth_telling;
  if (was_full && !account_.full_when_asked)
    text +=
        tongue_.words(" For {} of that every place was taken.",
                      " Daarvan was {} elke plaats bezet.", tongue_.length(account_.without_place));
  if (was_full && account_.without_start.count >= worth_telling)
    text += tongue_.words(" For {} of that there was a place, but youths can come in on {} only.",
                          " Daarvan was er {} wel een plaats, maar instromen kan alleen op {}.",
                          tongue_.length(account_.without_start), start_days());
  if (was_full && account_.otherwise.count >= worth_telling && !spent_funders().empty())
    text += tongue_.words(
        " For {} of that there was a place, but the money of {} for that year was spent.",
        " Daarvan was er {} wel een plaats, maar was het geld van {} voor dat jaar op.",
        tongue_.length(account_.otherwise), spent_funders());
  return text + others_served();
}

std::string WaitStory::absence() const {
  if (desk_ || account_.length == Days{0}) return "";
  double absent = step_.visit.absent_days;
  if (step_.entered()) {
    if (node_.education == Education::unchanged) return "";
    if (node_.education == Education::none)
      absent -= (step_.end(scenario_.period) - step_.visit.entered).count;
  }
  return absence_in_words(tongue_, absent,
                          step_.waited_until(scenario_.period) - step_.visit.asked);
}

std::vector<WaitStory::Act> WaitStory::acts() const {
  using What = RoleAction::What;
  std::vector<Act> acts;
  for (const RoleAction& action : rows_.actions) {
    if (!is_about_this(action)) continue;
    const Intervention& role = scenario_.interventions[action.role];
    const std::string where = action.node == no_node ? "" : tongue_.name(action.node);
    const std::string what =
        action.what == What::placed
            ? tongue_.words("found a place at {}", "vond een plaats bij {}", where)
        : action.what == What::made_place
            ? tongue_.words("made an extra place at {}", "maakte een extra plaats bij {}", where)
        : action.what == What::put_first
            ? tongue_.words("found no place, and put the youth first on the list of {}",
                            "vond geen plaats, en zette de jeugdige vooraan op de lijst van {}",
                            where)
        : action.what == What::back_at_school
            ? tongue_.words("found no place, but got the youth back to school meanwhile",
                            "vond geen plaats, maar kreeg de jeugdige zolang weer naar school")
            : tongue_.words("found nothing that was fit", "vond niets dat paste");
    acts.push_back(
        {action.at, tongue_.words("{0} took up the case and {1}.", "{0} pakte de zaak op en {1}.",
                                  tongue_.name(role.label, role.id), what)});
  }
  return acts;
}

/// The dates on which youths can start.
std::string WaitStory::start_days() const {
  std::vector<std::string> days;
  for (const StartDay& start : scenario_.arrangements[static_cast<std::size_t>(node_.index)].starts)
    days.push_back(day_in_words(start.on, tongue_.language()));
  return tongue_.all(days);
}

/// Funders of this node that have a yearly budget.
std::string WaitStory::spent_funders() const {
  std::vector<std::string> funders;
  for (const Payer& payer : node_.cost.paid_by)
    if (std::ranges::count(scenario_.budgets, payer.funder, &Budget::funder) > 0)
      funders.push_back(tongue_.funder(payer.funder));
  return tongue_.all(funders);
}

std::string WaitStory::others_served() const {
  const int all = account_.served;
  const int before = account_.served_before;
  if (account_.length.count < worth_telling) return "";
  if (all == 0)
    return desk_ ? tongue_.words(" No other case was taken up there meanwhile.",
                                 " Intussen werd daar geen andere zaak opgepakt.")
                 : tongue_.words(" Nobody else got a place there meanwhile.",
                                 " Intussen kreeg daar niemand anders een plaats.");
  const std::string others =
      desk_ ? all == 1 ? tongue_.words(" Meanwhile the case of 1 other youth was taken up there",
                                       " Intussen werd daar de zaak van 1 andere jeugdige opgepakt")
                       : tongue_.words(
                             " Meanwhile the cases of {} other youths were taken up there",
                             " Intussen werden daar de zaken van {} andere jeugdigen opgepakt", all)
      : all == 1 ? tongue_.words(" Meanwhile 1 other youth got a place there",
                                 " Intussen kreeg 1 andere jeugdige daar een plaats")
                 : tongue_.words(" Meanwhile {} other youths got a place there",
                                 " Intussen kregen {} andere jeugdigen daar een plaats", all);
  const std::string when =
      all == 1 ? before == 1
                     ? tongue_.words("; that one had asked before", "; die was eerder aangemeld")
                     : tongue_.words("; that one had asked later", "; die was later aangemeld")
      : before == all
          ? tongue_.words("; all of them had asked before", "; zij waren allemaal eerder aangemeld")
      : before == 0
          ? tongue_.words("; all of them had asked later", "; zij waren allemaal later aangemeld")
          : tongue_.words("; {} of them had asked before, {} later",
                          "; van hen waren er {} eerder aangemeld en {} later", before,
                          all - before);
  const bool by_severity = before < all && node_.order == ListOrder::severity;
  const bool by_absence = before < all && node_.order == ListOrder::longest_absent;
  const std::string rule = by_severity  ? tongue_.words(" (there the most severe go first)",
                                                        " (daar gaat de zwaarste vraag voor)")
                           : by_absence ? tongue_.words(" (there who is absent longest goes first)",
                                                        " (daar gaat voor wie het langst thuiszit)")
                                        : "";
  return others + when + rule + ".";
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
