#include "results/story/story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "models/loading/scenario_loader.hpp"
#include "models/messages/article.hpp"
#include "models/messages/message.hpp"
#include "results/story/step_story.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t indent = 2;

LocalizedText arrival(const Stories& from, const YouthRow& youth) {
  const StoryPhrases& phrases = from.phrases();
  const auto age = static_cast<int>(youth.age_at(youth.arrived));
  LocalizedText who = message("{0} years old", age);
  if (youth.severity) who += message(", severity {0}", phrases.level(youth.severity));
  for (const AttributeId id : from.scenario().attributes.ids()) {
    const ValueId value = youth.values[id];
    if (!value) continue;
    who += id == subregion_attribute
               ? message(", from {0}", phrases.value(id, value))
               : message(", {0}: {1}", phrases.attribute(id), phrases.value(id, value));
  }
  if (youth.by_records(from.scenario().period.begin()))
    return message("The records of the start date tell of this youth: {0}.", who);
  if (youth.month < 0) return message("The youth was there before the simulation began: {0}.", who);
  return message("{0}: a youth, {1}.", phrases.name(youth.source), who);
}

/// A youth who was between two steps when the run ended.
LocalizedText on_the_way(const Stories& from, const YouthRow& youth,
                         const std::vector<Step>& steps) {
  const StoryPhrases& phrases = from.phrases();
  if (youth.exited != never) return {};
  if (steps.empty()) return message("The simulation ends here, before the youth asked anywhere.");
  const auto own = std::ranges::find_if(steps.rbegin(), steps.rend(),
                                        [](const Step& step) { return !step.beside; });
  if (own == steps.rend() || own->visit.left == never || own->visit.left_to == no_node) return {};
  return message("The simulation ends here. The youth is then on the way to {0}.",
                 phrases.name(own->visit.left_to));
}

/// The exit of a youth who left between two steps, so that no step describes it.
LocalizedText departure(const Stories& from, const YouthRow& youth,
                        const std::vector<Step>& steps) {
  if (youth.exited == never || youth.exit == no_node) return {};  // or replaced
  const bool is_described = std::ranges::any_of(steps, [&](const Step& step) {
    return step.visit.left == youth.exited && step.visit.left_to == youth.exit;
  });
  if (is_described) return {};
  return message("The youth left (\"{0}\").", from.phrases().name(youth.exit));
}

/// Days on which something happened: the paragraphs of one day are joined.
std::vector<Story::Day> days_of(const Stories& from, std::vector<Paragraph> paragraphs,
                                Language language) {
  std::erase_if(paragraphs, [](const Paragraph& one) { return one.text.empty(); });
  std::ranges::stable_sort(paragraphs, {}, &Paragraph::at);
  std::vector<Story::Day> days;
  for (auto first = paragraphs.begin(); first != paragraphs.end();) {
    const LocalizedText date = from.phrases().date(first->at);
    Story::Day& day = days.emplace_back(date.in(language), std::string());
    while (first != paragraphs.end() && from.phrases().date(first->at) == date) {
      if (!day.text.empty()) day.text += " ";
      day.text += with_capital_articles(first->text.in(language), language);
      ++first;
    }
    day.text.erase(0, day.text.find_first_not_of(' '));
  }
  return days;
}

/// Totals over all steps.
LocalizedText in_all(const Stories& from, const YouthRow& youth, const std::vector<Step>& steps) {
  const StoryPhrases& phrases = from.phrases();
  const Period& period = from.scenario().period;
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
    const Bill bill = bill_of(from.scenario(), step);
    euro += bill.total();
    hours_unknown |= bill.unknown_hours > 0;
    const Cost& cost = phrases.node(step.visit.node).cost;
    for (const Payer& payer : cost.paid_by) by_payer[payer.funder] += payer.share * bill.total();
    if (cost.paid_by.empty() && bill.total() > 0) by_payer[no_funder] += bill.total();
  }
  const LocalizedText length = length_in_words(end - youth.arrived);
  LocalizedText text = youth.by_records(from.scenario().period.begin())
                           ? message("From the start date on it took {0}.", length)
                       : youth.month < 0
                           ? message("From the start of the simulation on it took {0}.", length)
                           : message("From the first day to the last it took {0}.", length);
  if (waits > 0)
    text += message_plural(" The youth waited {1} of that.",
                           " The youth waited {1} of that, spread over {0} waits.", waits,
                           length_in_words(waited));
  std::vector<LocalizedText> payers;
  for (const auto& [funder, paid] : by_payer)
    if (paid > 0)
      payers.push_back(by_payer.size() == 1
                           ? phrases.funder(funder)
                           : message("{0} ({1})", phrases.funder(funder), euro_in_words(paid)));
  if (euro > 0)
    text += message(" All this cost {0}, paid by {1}.", euro_in_words(euro), all_of(payers));
  if (hours_unknown) text += message(" Hours of work that the file does not tell are not in it.");
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

Stories::Stories(ResultReader& file, std::int32_t replication, Language language)
    : language_(language),
      scenario_(load_resolved(file.path() + ":/scenario/resolved", file.resolved()).scenario),
      rows_(read_retained_visits(file, scenario_, replication)),
      phrases_(scenario_, language) {}

Story Stories::of(std::uint32_t number) const {
  const YouthRow& youth = rows_.youths[number];
  const std::vector<Step> steps = journey_of(rows_, number);
  std::vector<Paragraph> paragraphs{{youth.arrived, arrival(*this, youth)}};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::vector<Paragraph> of_step =
        StepStory(rows_, scenario_, phrases_, steps).paragraphs(i);
    paragraphs.insert(paragraphs.end(), of_step.begin(), of_step.end());
  }
  paragraphs.push_back({youth.exited, departure(*this, youth, steps)});
  paragraphs.push_back({scenario_.period.horizon(), on_the_way(*this, youth, steps)});
  return {days_of(*this, std::move(paragraphs), language_),
          doorstroom::in_all(*this, youth, steps).in(language_)};
}

std::string story_of(ResultReader& file, std::int32_t replication, std::int64_t number,
                     Language language, std::size_t width) {
  const Stories from(file, replication, language);
  const auto youths = static_cast<std::int64_t>(from.rows().youths.size());
  if (number < 0 || number >= youths)
    throw input_error(
        message("{0}: there is no youth {1} in replication {2}\n  they are numbered from 0 to {3}; "
                "`doorstroom trace {0}` names a few whose stories are worth reading",
                file.path(), number, replication, youths - 1));
  const Story story = from.of(static_cast<std::uint32_t>(number));
  const auto told = [&](const LocalizedText& text) { return text.in(language); };
  std::string text = in_paragraph(told(message("Youth {0} of replication {1} of: {2}", number,
                                               replication, from.phrases().title())),
                                  width, 0);
  for (const Story::Day& day : story.days)
    text += "\n" + day.date + "\n" + in_paragraph(day.text, width, indent);
  return text + "\n" + told(message("In all")) + "\n" + in_paragraph(story.in_all, width, indent);
}

std::string suggested_youths(ResultReader& file, std::int32_t replication, Language language,
                             std::size_t width) {
  const Stories from(file, replication, language);
  const Period& period = from.scenario().period;
  Ranking waits;
  Ranking steps;
  Ranking absences;
  for (const Visit& visit : from.rows().visits) {
    const Step step{.visit = visit};
    double& longest = waits.of[visit.youth];
    longest = std::max(longest, (step.waited_until(period) - visit.asked).count);
    double& most = absences.of[visit.youth];
    most = std::max(most, visit.absent_days);
    if (visit.outcome != Outcome::lapsed) ++steps.of[visit.youth];
  }
  const auto told = [&](const LocalizedText& text) { return text.in(language); };
  std::string text =
      fitted(told(message("{0}: {1} youths in replication {2}, numbered from 0. Worth reading:\n",
                          from.phrases().title(), from.rows().youths.size(), replication)),
             width);
  constexpr std::size_t few = 3;
  const auto list = [&](const LocalizedText& title, const Ranking& ranking, const auto& value) {
    text += "\n" + told(title) + "\n";
    for (const auto& [youth, figure] : ranking.first(few))
      text += fmt::format("  {:>8}  {}\n", youth, told(value(figure)));
  };
  const auto length = [](double days) { return length_in_words(Days{days}); };
  list(message("Longest wait"), waits, length);
  list(message("Most steps"), steps,
       [](double count) { return message("{0} steps", fmt::format("{:.0f}", count)); });
  list(message("Longest absent from school within one step"), absences, length);
  return text + told(message("\nA story: doorstroom trace {0} --youth {1}\n", file.path(),
                             waits.of.empty()         ? 0
                             : waits.first(1).empty() ? 0
                                                      : waits.first(1)[0].first));
}

}  // namespace doorstroom
