#include "results/step_story.hpp"

#include <algorithm>

namespace doorstroom {
namespace {

constexpr double worth_telling = 0.5;

}  // namespace

StepStory::StepStory(const KeptRows& rows, const Scenario& scenario, const Tongue& tongue,
                     const std::vector<Step>& steps)
    : rows_(rows),
      scenario_(scenario),
      tongue_(tongue),
      steps_(steps),
      youth_(rows.youths.at(steps.front().visit.youth)) {}

std::vector<Told> StepStory::tell(std::size_t number) const {
  const Step& step = steps_[number];
  const Step* before = own_before(number);
  const Visit& visit = step.visit;
  const Instant end = step.end(scenario_.period);
  if (step.beside) return {{visit.asked, case_beside(step)}};
  if (visit.asked == visit.left && !step.entered()) return {{visit.asked, at_the_door(step)}};

  std::vector<Told> told;
  const WaitStory wait(rows_, scenario_, tongue_, step);
  const Instant begin = scenario_.period.begin();
  const bool inside_at_begin = step.entered() && visit.entered < begin;
  if (found_by_today(step))
    told.push_back({begin, found_there(step) + (inside_at_begin ? "" : wait.obstacle())});
  else
    told.push_back({visit.asked, asking(step, before) + holding(step, before) + wait.obstacle()});
  for (const WaitStory::Act& act : wait.acts()) told.push_back({act.at, act.text});
  const std::string looking_back = wait.looking_back() + wait.absence();
  if (!inside_at_begin && step.entered())
    told.push_back({visit.entered, serving(step, looking_back)});
  const std::string ended = visit.left == never ? at_the_end_of_the_run(step)
                            : step.entered()    ? ending(step)
                                                : ending_unserved(step, looking_back);
  told.push_back({end, ended + absence_afterwards(step) + became(step, before) + cost(step)});
  return told;
}

/// The request itself, and how it came about.
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

/// Who was there when the run began.
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

/// The place that is left is kept until the next one is there.
std::string StepStory::holding(const Step& step, const Step* before) const {
  if (!before || !before->entered() || before->end(scenario_.period) <= step.visit.asked) return "";
  return tongue_.words(
      " The stay at {0} was over, but as long as there was no room the youth kept "
      "the place there.",
      " Het verblijf bij {0} was klaar, maar zolang er geen plaats was, hield de "
      "jeugdige de plaats daar bezet.",
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
  std::string text = waited.count == 0
                         ? tongue_.words("There was a place at once.", "Er was meteen een plaats.")
                         : tongue_.words("After {} of waiting there was a place at {}.",
                                         "Na {} wachten was er een plaats bij {}.",
                                         tongue_.length(waited), where) +
                               looking_back;
  const Node& node = tongue_.node(step.visit.node);
  switch (node.education) {
    case Education::share:
      text += node.education_share >= 1
                  ? tongue_.words(" There the youth went to school.",
                                  " Daar ging de jeugdige naar school.")
                  : tongue_.words(" There the youth had {:.0f}% of the school hours.",
                                  " Daar kreeg de jeugdige {:.0f}% van de onderwijstijd.",
                                  100 * node.education_share);
      break;
    case Education::none:
      text += tongue_.words(" There the youth had no school.",
                            " Daar kreeg de jeugdige geen onderwijs.");
      break;
    case Education::exempt:
      text += tongue_.words(" The youth was then exempt from school.",
                            " De jeugdige was toen vrijgesteld van onderwijs.");
      break;
    case Education::unchanged:
      break;
  }
  return text;
}

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
    return tongue_.words("The youth left {} after {}, of which {} to keep the place.",
                         "De jeugdige ging na {1} weg bij {0}, waarvan {2} om de plaats te houden.",
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
    default:
      text = tongue_.words("After {} the request at {} lapsed.",
                           "Na {} verviel de aanmelding bij {}.", waited, where);
  }
  return text + looking_back + next(step);
}

/// Sent on in the very moment of asking.
std::string StepStory::at_the_door(const Step& step) const {
  const Visit& visit = step.visit;
  const std::string where = tongue_.name(visit.node);
  const auto sent_to = [&] { return tongue_.name(visit.left_to); };
  if (visit.outcome == Outcome::bounced)
    return tongue_.words(
        "{} sent the case back to {}, where part of the work has to be done again.",
        "{} stuurde de zaak terug naar {}; een deel van het werk moet daar over.", where,
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

/// A case that absence opened, told at once from beginning to end.
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
         cost(step);
}

/// Of work at a desk, and of help that leaves school as it was, absence is told from asking on.
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
  const auto was = before ? before->visit.severity : static_cast<std::int8_t>(youth_.severity);
  if (step.visit.severity == was || was < 0 || step.visit.severity < 0) return "";
  const auto level = [this](std::int8_t severity) {
    return scenario_.severities[static_cast<std::size_t>(severity)];
  };
  return tongue_.words(" By then things had got worse: from {} to {}.",
                       " Het was toen erger geworden: van {} naar {}.", level(was),
                       level(step.visit.severity));
}

std::string StepStory::cost(const Step& step) const {
  const Bill bill = bill_of(scenario_, step);
  if (bill.charges.empty() && bill.unknown_hours == 0) return "";
  std::string text;
  if (!bill.charges.empty()) {
    std::vector<std::string> parts;
    for (const Charge& charge : bill.charges) {
      const std::string euro = tongue_.euro(charge.euro);
      const std::string days = tongue_.length(Days{charge.quantity});
      switch (charge.what) {
        case Charge::What::place:
          parts.push_back(
              tongue_.words("{} for a place for {}", "{} voor {} een plaats", euro, days));
          break;
        case Charge::What::days_used:
          parts.push_back(tongue_.words("{} for {} of use", "{} voor {} gebruik", euro, days));
          break;
        case Charge::What::stay:
          parts.push_back(tongue_.words("{} for the stay", "{} voor het verblijf", euro));
          break;
        case Charge::What::hours:
          parts.push_back(tongue_.words("{} for {:.1f} hours of work", "{} voor {:.1f} uur werk",
                                        euro, charge.quantity));
          break;
        case Charge::What::begun_case:
          parts.push_back(tongue_.words("{} for the case", "{} voor de zaak", euro));
      }
    }
    std::vector<std::string> payers;
    for (const Payer& payer : tongue_.node(step.visit.node).cost.paid_by)
      payers.push_back(tongue_.words("{} ({:.0f}%)", "{} ({:.0f}%)", tongue_.funder(payer.funder),
                                     100 * payer.share));
    text = tongue_.words(
        " Cost: {}{}.", " Kosten: {}{}.", tongue_.all(parts),
        payers.empty() ? ""
                       : tongue_.words(", paid by {}", ", betaald door {}", tongue_.all(payers)));
  }
  if (bill.unknown_hours > 0)
    text += tongue_.words(
        " How many hours were worked on the case, at {} an hour, the file does not "
        "tell.",
        " Hoeveel uur er aan de zaak is gewerkt, à {} per uur, staat niet in het "
        "bestand.",
        tongue_.euro(bill.unknown_hours));
  return text;
}

/// What a desk decided.
std::string StepStory::decision(const Step& step) const {
  const NodeId to = step.visit.left_to;
  if (to == no_node) return "";
  if (tongue_.node(to).kind == NodeKind::exit)
    return tongue_.words(": the youth left, by way of: {}", ": de jeugdige stroomde uit: {}",
                         tongue_.name(to));
  return tongue_.words(": on to {}", ": door naar {}", tongue_.name(to));
}

/// Where the youth went.
std::string StepStory::next(const Step& step) const {
  const NodeId to = step.visit.left_to;
  if (to == no_node) return "";
  if (tongue_.node(to).kind == NodeKind::exit)
    return tongue_.words(" The youth left, by way of: {}.", " De jeugdige stroomde uit: {}.",
                         tongue_.name(to));
  return tongue_.words(" From there the youth went on to {}.", " Daarna volgde {}.",
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
