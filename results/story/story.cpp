#include "results/story/story.hpp"

#include <algorithm>
#include <map>

#include "models/loading/scenario_loader.hpp"
#include "models/messages/message.hpp"
#include "results/story/step_story.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t width = 90;
constexpr std::size_t indent = 2;

/// What stories of one replication are made from.
struct Library {
  Scenario scenario;
  RetainedVisits rows;
  StoryPhrases tongue;

  Library(ResultReader& file, std::int32_t replication, Language language)
      : scenario(load_resolved(file.path() + ":/scenario/resolved", file.resolved()).scenario),
        rows(read_retained_visits(file, scenario, replication)),
        tongue(scenario, language) {}
  Library(const Library&) = delete;
};

std::string arrival(const Library& from, const YouthRow& youth) {
  const StoryPhrases& tongue = from.tongue;
  const auto age = static_cast<int>(youth.age_at(youth.arrived));
  std::string who = tongue.words("{} years old", "{} jaar", age);
  if (youth.severity)
    who += tongue.words(", severity {}", ", zwaarte {}", from.scenario.severities[youth.severity]);
  if (youth.subregion)
    who += tongue.words(", from {}", ", uit {}", from.scenario.subregions[youth.subregion]);
  if (youth.month < 0)
    return tongue.words("The youth was there before the simulation began: {}.",
                        "De jeugdige was er al voordat de simulatie begon: {}.", who);
  return tongue.words("{}: a youth, {}.", "{}: een jeugdige, {}.", tongue.name(youth.source), who);
}

/// A youth who was between two steps when the run ended.
std::string on_the_way(const Library& from, const YouthRow& youth, const std::vector<Step>& steps) {
  const StoryPhrases& tongue = from.tongue;
  if (youth.exited != never) return "";
  if (steps.empty())
    return tongue.words("The simulation ends here, before the youth asked anywhere.",
                        "Hier eindigt de simulatie, voordat de jeugdige ergens werd aangemeld.");
  const auto own = std::ranges::find_if(steps.rbegin(), steps.rend(),
                                        [](const Step& step) { return !step.beside; });
  if (own == steps.rend() || own->visit.left == never || own->visit.left_to == no_node) return "";
  return tongue.words("The simulation ends here. The youth is then on the way to {}.",
                      "Hier eindigt de simulatie. De jeugdige is dan op weg naar {}.",
                      tongue.name(own->visit.left_to));
}

/// The exit of a youth who left between two steps, so that no step describes it.
std::string departure(const Library& from, const YouthRow& youth, const std::vector<Step>& steps) {
  if (youth.exited == never || youth.exit == no_node) return "";
  const bool is_described = std::ranges::any_of(steps, [&](const Step& step) {
    return step.visit.left == youth.exited && step.visit.left_to == youth.exit;
  });
  if (is_described) return "";
  return from.tongue.words("The youth left (\"{}\").", "De jeugdige stroomde uit (\"{}\").",
                           from.tongue.name(youth.exit));
}

/// Paragraphs under dates: those of one day are joined.
std::string paragraphs_of(const Library& from, std::vector<Paragraph> paragraphs) {
  std::erase_if(paragraphs, [](const Paragraph& one) { return one.text.empty(); });
  std::ranges::stable_sort(paragraphs, {}, &Paragraph::at);
  std::string text;
  for (auto first = paragraphs.begin(); first != paragraphs.end();) {
    const std::string date = from.tongue.date(first->at);
    std::string of_day;
    while (first != paragraphs.end() && from.tongue.date(first->at) == date) {
      of_day += " " + first->text;
      ++first;
    }
    text += "\n" + date + "\n" + in_paragraph(of_day, width, indent);
  }
  return text;
}

/// Totals over all steps.
std::string in_all(const Library& from, const YouthRow& youth, const std::vector<Step>& steps) {
  const StoryPhrases& tongue = from.tongue;
  const Period& period = from.scenario.period;
  const Instant end = youth.exited == never ? period.horizon() : youth.exited;
  Days waited{0};
  int waits = 0;
  double euro = 0;
  std::map<FunderId, double> by_payer;
  bool hours_unknown = false;
  for (const Step& step : steps) {
    const Days wait = step.waited_until(period) - std::max(step.visit.asked, youth.arrived);
    if (!step.beside && wait > Days{0}) {
      waited = waited + wait;
      ++waits;
    }
    const Bill bill = bill_of(from.scenario, step);
    euro += bill.total();
    hours_unknown |= bill.unknown_hours > 0;
    const Cost& cost = tongue.node(step.visit.node).cost;
    for (const Payer& payer : cost.paid_by) by_payer[payer.funder] += payer.share * bill.total();
    if (cost.paid_by.empty() && bill.total() > 0) by_payer[no_funder] += bill.total();
  }
  const bool of_today = youth.month < 0;
  std::string text = of_today ? tongue.words("From the start of the simulation on it took {}.",
                                             "Vanaf het begin van de simulatie duurde het {}.",
                                             tongue.length(end - youth.arrived))
                              : tongue.words("From the first day to the last it took {}.",
                                             "Van de eerste tot de laatste dag duurde het {}.",
                                             tongue.length(end - youth.arrived));
  if (waits > 0)
    text += waits == 1 ? tongue.words(" The youth waited {} of that.",
                                      " Daarvan wachtte de jeugdige {}.", tongue.length(waited))
                       : tongue.words(" The youth waited {} of that, spread over {} waits.",
                                      " Daarvan wachtte de jeugdige {}, verdeeld over {} keer.",
                                      tongue.length(waited), waits);
  std::vector<std::string> payers;
  for (const auto& [funder, paid] : by_payer)
    if (paid > 0)
      payers.push_back(by_payer.size() == 1
                           ? tongue.funder(funder)
                           : fmt::format("{} ({})", tongue.funder(funder), tongue.euro(paid)));
  if (euro > 0)
    text += tongue.words(" All this cost {}, paid by {}.", " Dit alles kostte {}, betaald door {}.",
                         tongue.euro(euro), tongue.all(payers));
  if (hours_unknown)
    text += tongue.words(" Hours of work that the file does not tell are not in it.",
                         " Uren werk die niet in het bestand staan, zitten daar niet in.");
  return text;
}

/// Youths by a value, largest first.
struct Ranking {
  std::map<std::uint32_t, double> of;

  std::vector<std::pair<std::uint32_t, double>> first(std::size_t count) const {
    std::vector<std::pair<std::uint32_t, double>> ranked(of.begin(), of.end());
    std::ranges::stable_sort(ranked, std::greater<>{}, [](const auto& one) { return one.second; });
    std::erase_if(ranked, [](const auto& one) { return one.second <= 0; });
    if (ranked.size() > count) ranked.resize(count);
    return ranked;
  }
};

}  // namespace

std::string story_of(ResultReader& file, std::int32_t replication, std::int64_t number,
                     Language language) {
  const Library from(file, replication, language);
  const StoryPhrases& tongue = from.tongue;
  if (number < 0 || number >= static_cast<std::int64_t>(from.rows.youths.size()))
    throw input_error(
        message("{0}: there is no youth {1} in replication {2}\n  they are numbered from 0 to {3}; "
                "`doorstroom trace {0}` names a few whose stories are worth reading",
                file.path(), number, replication, from.rows.youths.size() - 1));
  const auto index = static_cast<std::uint32_t>(number);
  const YouthRow& youth = from.rows.youths[index];
  const std::vector<Step> steps = journey_of(from.rows, from.scenario, index);

  std::vector<Paragraph> paragraphs{{youth.arrived, arrival(from, youth)}};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::vector<Paragraph> of_step =
        StepStory(from.rows, from.scenario, tongue, steps).paragraphs(i);
    paragraphs.insert(paragraphs.end(), of_step.begin(), of_step.end());
  }
  paragraphs.push_back({youth.exited, departure(from, youth, steps)});
  paragraphs.push_back({from.scenario.period.horizon(), on_the_way(from, youth, steps)});
  return in_paragraph(tongue.words("Youth {} of replication {} of: {}",
                                   "Jeugdige {} van herhaling {} van: {}", number, replication,
                                   from.scenario.name),
                      width, 0) +
         paragraphs_of(from, std::move(paragraphs)) + "\n" +
         tongue.words("In all", "Alles bij elkaar") + "\n" +
         in_paragraph(in_all(from, youth, steps), width, indent);
}

std::string suggested_youths(ResultReader& file, std::int32_t replication, Language language) {
  const Library from(file, replication, language);
  const StoryPhrases& tongue = from.tongue;
  const Period& period = from.scenario.period;
  Ranking waits;
  Ranking steps;
  Ranking absences;
  for (const Visit& visit : from.rows.visits) {
    const Step step{.visit = visit};
    double& longest = waits.of[visit.youth];
    longest = std::max(longest, (step.waited_until(period) - visit.asked).count);
    double& most = absences.of[visit.youth];
    most = std::max(most, visit.absent_days);
    if (visit.outcome != Outcome::lapsed) ++steps.of[visit.youth];
  }
  std::string text =
      tongue.words("{}: {} youths in replication {}, numbered from 0. Worth reading:\n",
                   "{}: {} jeugdigen in herhaling {}, genummerd vanaf 0. De moeite van het lezen "
                   "waard:\n",
                   from.scenario.name, from.rows.youths.size(), replication);
  constexpr std::size_t few = 3;
  const auto list = [&](const std::string& title, const Ranking& ranking, const auto& value) {
    text += "\n" + title + "\n";
    for (const auto& [youth, figure] : ranking.first(few))
      text += fmt::format("  {:>8}  {}\n", youth, value(figure));
  };
  const auto length = [&](double days) { return tongue.length(Days{days}); };
  list(tongue.words("Longest wait", "Langste wachttijd"), waits, length);
  list(tongue.words("Most steps", "Meeste stappen"), steps,
       [&](double count) { return tongue.words("{:.0f} steps", "{:.0f} stappen", count); });
  list(tongue.words("Longest absent from school within one step", "Langst thuis binnen één stap"),
       absences, length);
  return text + tongue.words("\nA story: doorstroom trace {} --youth {}\n",
                             "\nEen verhaal: doorstroom trace {} --youth {}\n", file.path(),
                             waits.of.empty()         ? 0
                             : waits.first(1).empty() ? 0
                                                      : waits.first(1)[0].first);
}

}  // namespace doorstroom
