#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/messages/message.hpp"
#include "results/decisions/seek_report.hpp"
#include "results/experiment/answer_text.hpp"
#include "results/experiment/over_report.hpp"
#include "results/figures/breakdown_values.hpp"
#include "results/text/number_text.hpp"
#include "results/text/parameter_text.hpp"
#include "results/text/plain_words.hpp"
#include "results/text/text_table.hpp"

namespace doorstroom {
namespace {

LocalizedText standing_text(TargetStanding standing) {
  switch (standing) {
    case TargetStanding::meets:
      return message("meets it");
    case TargetStanding::near:
      return message("just about");
    case TargetStanding::misses:
      return message("misses it");
    case TargetStanding::open:
      return message("not known");
  }
  return {};
}

class SeekText : AnswerText {
 public:
  SeekText(const SeekQuestion& question, const SeekAnswer& answer, const Simulations& simulations,
           const AnswerReader& reader)
      : AnswerText(simulations.scenario(0), reader),
        question_(question),
        answer_(answer),
        simulations_(simulations) {}

  AnswerWords words() {
    add_answer();
    add_states();
    add_pool();
    add_confirmation();
    add_bill();
    std::string before = std::exchange(text_, {});
    add_limits();
    return {std::move(before), tried_table(), std::move(text_)};
  }

 private:
  std::string knob_label(const Knob& knob) const {
    return capacity_label(knob.path, simulations_.scenario(0), language_);
  }

  /// "3.2 fte"
  std::string value_text(const Knob& knob, std::size_t value) const {
    return parameter_text(knob.value(value), knob.unit, language_);
  }

  std::string values_text(const Combination& values) const {
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i)
      text += (i > 0 ? "; " : "") +
              (values.size() > 1 ? knob_label(question_.knobs[i]) + " " : "") +
              value_text(question_.knobs[i], values[i]);
    return text;
  }

  std::string target_text(const Constraint& constraint) const {
    const Interval exact{constraint.target, constraint.target, constraint.target, 2};
    const NumberText numbers(constraint.kpi.definition().units, exact);
    const std::string amount = localized(numbers.value(constraint.target));
    return (constraint.at_least ? message("{0}: at least {1}", label(constraint.kpi), amount)
                                : message("{0}: at most {1}", label(constraint.kpi), amount))
        .in(language_);
  }

  void add_targets() {
    for (const Constraint& constraint : question_.constraints) {
      add(fmt::format("  {}\n", target_text(constraint)));
      add(message("  {0} short of it counts as meeting it\n",
                  tolerance_text(constraint.kpi, constraint.indifference)));
    }
    if (question_.chance)
      add(message("  in {0}% of single futures\n", fmt::format("{:g}", 100 * *question_.chance)));
  }

  void add_answer() {
    if (!answer_.answer) return add_no_answer();
    if (question_.knobs.size() == 1) return add_answer_of_one();
    add(message("The cheapest combination that meets the targets:\n"));
    for (std::size_t i = 0; i < question_.knobs.size(); ++i)
      add(now_and_then(question_.knobs[i], (*answer_.answer)[i]));
    add(message("The targets:\n"));
    add_targets();
    for (const Combination& other : answer_.as_good)
      add(message("As good, as far as can be told: {0}\n", values_text(other)));
  }

  LocalizedText now_and_then(const Knob& knob, std::size_t value) const {
    if (!knob.now) return message("  {0}: {1}\n", knob_label(knob), value_text(knob, value));
    return message("  {0}: {1} (now {2})\n", knob_label(knob), value_text(knob, value),
                   parameter_text(*knob.now, knob.unit, language_));
  }

  void add_answer_of_one() {
    const Knob& knob = question_.knobs.front();
    const std::size_t answer = answer_.answer->front();
    add(message("The smallest value that meets the target:\n"));
    add(now_and_then(knob, answer));
    add(message("The target:\n"));
    add_targets();
    const std::size_t low = answer_.answer_low.value_or(0);
    if (answer == 0)
      add(message("It is the lowest value of the range; lower ones were not looked at.\n"));
    else if (low == answer)
      add(message("With {0} the target is missed.\n", value_text(knob, answer - 1)));
    else if (low + 1 == answer && low == 0)
      add(message("Of {0} noise hides whether it meets it.\n", value_text(knob, 0)));
    else if (low + 1 == answer)
      add(
          message("With {0} and less the target is missed; of {1} noise hides whether it meets "
                  "it.\n",
                  value_text(knob, low - 1), value_text(knob, low)));
    else if (low == 0)
      add(message("Of {0} to {1} noise hides whether they meet it.\n", value_text(knob, 0),
                  value_text(knob, answer - 1)));
    else
      add(
          message("With {0} and less the target is missed; of {1} to {2} noise hides whether they "
                  "meet it.\n",
                  value_text(knob, low - 1), value_text(knob, low), value_text(knob, answer - 1)));
    if (answer_.not_monotone)
      add(
          message("Mind: more is not always better here: {0} does worse than {1}. Every value of "
                  "the range was looked at.\n",
                  value_text(knob, answer_.not_monotone->second),
                  value_text(knob, answer_.not_monotone->first)));
  }

  void add_no_answer() {
    add(message("No value in the range was shown to meet the target:\n"));
    add_targets();
    add(message("The best that was seen: {0}.\n", values_text(answer_.best_seen)));
    for (std::size_t i = 0; i < std::min<std::size_t>(3, answer_.held_back.size()); ++i) {
      const GrowingList& list = answer_.held_back[i];
      const Interval last{list.first.mean + list.growth.mean, list.growth.low, list.growth.high,
                          list.growth.count};
      add(
          message("What holds it back: the list of {0} grows from {1} to {2} youths over the "
                  "years.\n",
                  labels_.of_node(list.node, language_), grouped(list.first.mean, 0),
                  grouped(last.mean, 0)));
    }
    if (answer_.held_back.empty())
      add(
          message("No list grows over the years: the wait is of another kind, such as for a start "
                  "date.\n"));
  }

  void add_states() {
    if (!question_.states) return;
    const SeekStates& states = *question_.states;
    text_ += '\n';
    if (question_.chance)
      add(
          message("Spread over {0} states of the world: the chance is that of a future in any of "
                  "them.\n",
                  states.sets.size()));
    else
      add(
          message("Spread over {0} states of the world: the mean over them is what meets or misses "
                  "a target; in some it may be otherwise.\n",
                  states.sets.size()));
    if (states.calibrated)
      for (const LocalizedText& note :
           notes_on(*states.calibrated, states.assumptions, AskedScenario::of(simulations_)))
        add(note);
    else
      add(message("The states are points of the ranges of {0} assumptions.\n",
                  states.assumptions.varied.size()));
    add(message("In {0} of the states {1} meets every target in the mean; noise leaves {2} open.\n",
                percent(answer_.in_states->met_share), values_text(answer_.best_seen),
                percent(answer_.in_states->open_share)));
  }

  static std::string percent(double share) { return fmt::format("{:.0f}%", 100 * share); }

  void add_pool() {
    if (!answer_.has_sites || !question_.one_pool) return;
    const Knob& knob = question_.knobs.front();
    if (answer_.one_pool)
      add(message("Were its sites one, with one list, {0} would do.\n",
                  value_text(knob, *answer_.one_pool)));
    else
      add(message("Were its sites one, with one list, no value of the range would do either.\n"));
  }

  void add_confirmation() {
    text_ += '\n';
    add(message("{0} fresh replications of {1}:\n", answer_.fresh, values_text(answer_.best_seen)));
    for (std::size_t i = 0; i < question_.constraints.size(); ++i) {
      const KpiName& kpi = question_.constraints[i].kpi;
      const Estimate& figure = answer_.confirmed[i].figure;
      const NumberText numbers(kpi.definition().units, figure.mean);
      add(message("  {0}: {1} ({2}); in 8 of 10 single futures {3}\n", label(kpi),
                  numbers.value(figure.mean.mean), numbers.range(figure.mean.low, figure.mean.high),
                  numbers.range(figure.p10, figure.p90)));
      if (question_.states) {
        const Estimate& states = answer_.confirmed[i].states;
        add(message("    P10 - P90 of the means of the states {0}\n",
                    numbers.range(states.p10, states.p90)));
      }
      if (answer_.answer && !answer_.confirmed[i].met)
        add(message("  Mind: these replications do not bear the answer out.\n"));
    }
    const NumberText share("1", answer_.met_chance);
    add(message("In {0} of single futures ({1}) every target is met.\n",
                share.value(answer_.met_chance.mean),
                share.range(answer_.met_chance.low, answer_.met_chance.high)));
  }

  LocalizedText change_text(const PairedDifference& paid) const {
    const NumberText numbers = NumberText::of_difference("EUR/year", paid.difference);
    if (paid.difference.low > 0)
      return message("€{0} a year more", numbers.value(paid.difference.mean));
    if (paid.difference.high < 0)
      return message("€{0} a year less", numbers.value(-paid.difference.mean));
    return message("no difference that can be told from none");
  }

  void add_bill() {
    text_ += '\n';
    add(message("Who pays, against now: {0}\n", change_text(answer_.bill)));
    for (const FunderAnswer& each : answer_.funders)
      if (is_effect(each.paid))
        add(fmt::format("  {}: {}\n",
                        each.funder == nobody ? localized(message("nobody is named for"))
                                              : labels_.of_funder(each.funder, language_),
                        localized(change_text(each.paid))));
  }

  TextTable tried_table() const {
    std::vector<std::string> columns{localized(message("replications"))};
    for (const Constraint& constraint : question_.constraints) {
      columns.push_back(on_page_ ? label(constraint.kpi) : constraint.kpi.text());
      columns.push_back(localized(message("95% interval")));
    }
    columns.push_back(localized(message("verdict")));
    TextTable table(localized(message("Looked at")), std::move(columns));
    for (const TriedCombination& tried : answer_.tried) {
      std::vector<std::string> row{fmt::format("{}", tried.judgement.replications)};
      for (std::size_t i = 0; i < question_.constraints.size(); ++i) {
        const Interval& figure = tried.figures[i];
        const NumberText numbers(question_.constraints[i].kpi.definition().units, figure);
        row.push_back(localized(numbers.value(figure.mean)));
        row.push_back(localized(numbers.range(figure.low, figure.high)));
      }
      row.push_back(localized(standing_text(tried.judgement.standing)));
      table.add_row(values_text(tried.values), std::move(row));
    }
    return table;
  }

  LocalizedText limits() const {
    if (question_.states)
      return message(
          "The verdicts hold together with 95% confidence, as far as chance in "
          "simulation goes, of the mean over these states. States are possibilities, "
          "and a share of them is no probability; a single future may turn out "
          "otherwise.\n");
    if (on_page_)
      return message(
          "The verdicts hold together with 95% confidence, as far as chance in "
          "simulation goes. They say nothing of how sure the inputs are, and a single future may "
          "turn out otherwise.\n");
    return message(
        "The verdicts hold together with 95% confidence, as far as chance in "
        "simulation goes. They say nothing of how sure the inputs are (--over "
        "evidence does), and a single future may turn out otherwise.\n");
  }

  void add_limits() {
    text_ += '\n';
    add(limits());
  }

  const SeekQuestion& question_;
  const SeekAnswer& answer_;
  const Simulations& simulations_;
};

}  // namespace

std::string capacity_label(const std::string& path, const Scenario& scenario, Language language) {
  const KpiLabels labels(scenario);
  for (const Node& node : scenario.nodes) {
    if (path == "arrangements." + node.id + ".places")
      return message("{0}: places", labels.of_node(node.id, language)).in(language);
    if (path == "desks." + node.id + ".staff")
      return message("{0}: staff", labels.of_node(node.id, language)).in(language);
  }
  return path;
}

LocalizedText tolerance_text(const KpiName& kpi, double indifference) {
  const Interval exact{indifference, indifference, indifference, 2};
  return NumberText::of_difference(kpi.definition().units, exact).value(indifference);
}

AnswerWords seek_words(const SeekQuestion& question, const SeekAnswer& answer,
                       const Simulations& simulations, const AnswerReader& reader) {
  return SeekText(question, answer, simulations, reader).words();
}

std::string seek_text(const SeekQuestion& question, const SeekAnswer& answer,
                      const Simulations& simulations, Language language, std::size_t width) {
  return seek_words(question, answer, simulations, {.language = language, .width = width})
      .text(width);
}

}  // namespace doorstroom
