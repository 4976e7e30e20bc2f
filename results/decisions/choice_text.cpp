#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/messages/message.hpp"
#include "results/decisions/choice_report.hpp"
#include "results/experiment/answer_text.hpp"
#include "results/experiment/over_report.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"
#include "results/text/text_table.hpp"

namespace doorstroom {
namespace {

std::string percent(double share) {
  return fmt::format("{:.0f}%", 100 * share);
}

class ChoiceText : AnswerText {
 public:
  ChoiceText(const ChoiceQuestion& question, const PlansCompared& compared,
             const Simulations& simulations, Language language, std::size_t width)
      : AnswerText(simulations.scenario(0), language, width),
        question_(question),
        compared_(compared),
        simulations_(simulations) {
    for (std::size_t plan = 0; plan < simulations.plans().size(); ++plan) {
      const KpiLabels own(simulations.scenario(plan));
      const std::string title = own.title(language);
      names_.push_back(title.empty() ? simulations.scenario(plan).name : title);
    }
  }

  std::string text() {
    add_states();
    for (std::size_t k = 0; k < question_.criteria.size(); ++k) add_criterion(k);
    add_not_beaten();
    add_limits();
    return std::move(text_);
  }

 private:
  void add_states() {
    if (!question_.sets)
      return add(
          message("{0} plans in {1} states of the world: {2} assumptions between the ends of their "
                  "ranges, {3} replications of each plan in each state.\n",
                  names_.size(), compared_.states, compared_.assumptions.varied.size(),
                  question_.replications));
    add(message("{0} plans in {1} states of the world, {2} replications of each plan in each.\n",
                names_.size(), compared_.states, question_.replications));
    for (const LocalizedText& note :
         notes_on(*question_.sets, compared_.assumptions, AskedScenario::of(simulations_)))
      add(note);
  }

  const PlanFigure& figure(std::size_t plan, std::size_t k) const {
    return compared_.figures[plan * question_.criteria.size() + k];
  }

  void add_criterion(std::size_t k) {
    const Criterion& criterion = question_.criteria[k];
    text_ += '\n';
    add(message("{0}\n", labels_.of(criterion.kpi, language_)));
    add_best(k);
    for (std::size_t plan = 0; plan < names_.size(); ++plan) add_failures(plan, k);
    add_table(k);
  }

  /// The plan with the least regret, and those that come near it.
  void add_best(std::size_t k) {
    std::size_t best = 0;
    for (std::size_t plan = 1; plan < names_.size(); ++plan)
      if (figure(plan, k).regret_mean < figure(best, k).regret_mean) best = plan;
    const PlanFigure& least = figure(best, k);
    const Interval about{least.regret_mean, least.regret_mean, least.regret_mean, 2};
    const NumberText numbers =
        NumberText::of_difference(question_.criteria[k].kpi.definition().units, about);
    add(message(
        "{0} has the least regret: on average {1} worse than the best plan of each state.\n",
        names_[best], numbers.value(std::max(0.0, least.regret_mean))));
    if (!least.met_share) return;
    for (std::size_t plan = 0; plan < names_.size(); ++plan) {
      const PlanFigure& one = figure(plan, k);
      if (plan == best || *one.met_share > *least.met_share)
        add(message("{0} meets its target in {1} of the states; noise leaves {2} open.\n",
                    names_[plan], percent(*one.met_share), percent(*one.open_share)));
    }
  }

  LocalizedText side(const BoxSide& box_side) const {
    const SideText text = side_text(box_side, compared_.assumptions);
    if (text.low.empty()) return message("{0} is at most {1}", text.path, text.high);
    if (text.high.empty()) return message("{0} is at least {1}", text.path, text.low);
    return message("{0} lies from {1} to {2}", text.path, text.low, text.high);
  }

  void add_failures(std::size_t plan, std::size_t k) {
    const PlanFigure& one = figure(plan, k);
    if (!one.fails_where) return;
    const FailureBox& box = one.fails_where->box;
    std::vector<LocalizedText> sides;
    for (const BoxSide& each : box.sides) sides.push_back(side(each));
    const std::string coverage = percent(box.coverage);
    const std::string density = percent(box.density);
    const std::string fresh = percent(one.fails_where->fresh.density);
    if (question_.sets)
      add(
          message("{0} fails its target mostly where {1}: {2} of its failures; {3} of such states "
                  "fail ({4} with fresh replications).\n",
                  names_[plan], all_of(sides), coverage, density, fresh));
    else
      add(
          message("{0} fails its target mostly where {1}: {2} of its failures; {3} of such states "
                  "fail ({4} of fresh ones).\n",
                  names_[plan], all_of(sides), coverage, density, fresh));
  }

  void add_table(std::size_t k) {
    const bool has_target = question_.criteria[k].target.has_value();
    std::vector<LocalizedText> heads{message("mean"), message("worst tenth"), message("regret"),
                                     message("most regret")};
    if (has_target) heads.insert(heads.end(), {message("met"), message("open")});
    std::vector<std::string> columns;
    for (const LocalizedText& head : heads) columns.push_back(localized(head));
    TextTable table(localized(message("plan")), std::move(columns));
    for (std::size_t plan = 0; plan < names_.size(); ++plan) {
      const PlanFigure& one = figure(plan, k);
      const std::string_view units = question_.criteria[k].kpi.definition().units;
      const NumberText numbers(units, one.mean);
      const NumberText regrets = NumberText::of_difference(units, {one.regret_mean, one.mean.low,
                                                                   one.mean.high, one.mean.count})
                                     .abbreviated();
      std::vector<std::string> row{
          localized(numbers.value(one.mean.mean)), localized(numbers.value(one.worst_tenth)),
          localized(regrets.value(one.regret_mean)), localized(regrets.value(one.regret_max))};
      if (has_target) row.insert(row.end(), {percent(*one.met_share), percent(*one.open_share)});
      table.add_row(names_[plan], std::move(row));
    }
    text_ += "\n" + table.text(width_);
  }

  void add_not_beaten() {
    std::vector<LocalizedText> plans;
    for (std::size_t plan = 0; plan < names_.size(); ++plan)
      if (compared_.not_beaten[plan]) plans.emplace_back(names_[plan]);
    text_ += '\n';
    add(message("No other plan beats these on all figures: {0}.\n", all_of(plans)));
  }

  void add_limits() {
    if (!compared_.assumptions.kept.empty())
      add(
          message_plural("{0} entry of `evidence` with a range was not varied (compare --over "
                         "evidence tells why).\n",
                         "{0} entries of `evidence` with a range were not varied (compare --over "
                         "evidence tells why).\n",
                         static_cast<std::int64_t>(compared_.assumptions.kept.size())));
    if (question_.sets)
      add(
          message("Shares of states are no probabilities. Worst tenth: as bad or worse in one "
                  "state of ten. Regret: how much better the best plan of a state is, picked on "
                  "one half of its replications and valued on the other. Where a plan fails is "
                  "told only if chance makes no box as good and fresh replications bear it "
                  "out.\n"));
    else
      add(message(
          "States are guesses within ranges, all as likely: shares of states are no "
          "probabilities. Worst tenth: as bad or worse in one state of ten. Regret: how much "
          "better the best plan of a state is, picked on one half of its replications and "
          "valued on the other. Where a plan fails is told only if chance makes no box as "
          "good and fresh states bear it out.\n"));
  }

  const ChoiceQuestion& question_;
  const PlansCompared& compared_;
  const Simulations& simulations_;
  std::vector<std::string> names_;
};

}  // namespace

SideText side_text(const BoxSide& side, const Assumptions& assumptions) {
  const Factor& factor = assumptions.varied[side.input].factor;
  const auto text = [&](double place) {
    std::string value = factor.value_at(std::min(place, std::nextafter(1.0, 0.0)));
    std::erase(value, '"');
    return value;
  };
  SideText found{factor.path, {}, {}};
  if (side.low > 0) found.low = text(side.low);
  if (side.high < 1) found.high = text(side.high);
  return found;
}

std::string choice_text(const ChoiceQuestion& question, const PlansCompared& compared,
                        const Simulations& simulations, Language language, std::size_t width) {
  return ChoiceText(question, compared, simulations, language, width).text();
}

}  // namespace doorstroom
