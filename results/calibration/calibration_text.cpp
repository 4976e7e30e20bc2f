#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/messages/message.hpp"
#include "results/calibration/calibration_report.hpp"
#include "results/experiment/answer_text.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"
#include "results/text/text_table.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t most_groups_shown = 6;
constexpr std::size_t most_inputs_shown = 10;

class CalibrationText : AnswerText {
 public:
  CalibrationText(const CalibrationQuestion& question, const Calibration& found,
                  const Simulations& simulations, Language language, std::size_t width)
      : AnswerText(simulations.scenario(0), language, width), question_(question), found_(found) {
    const std::string title = labels_.title(language);
    title_ = title.empty() ? simulations.scenario(0).name : title;
  }

  std::string text() {
    add_answer();
    add_what_was_not_met();
    if (!found_.sets.empty()) {
      add_what_fails();
      add_targets(true);
      add_targets(false);
      add_inputs();
    }
    add_waves();
    add_limits();
    return std::move(text_);
  }

 private:
  /// "12%", "0.034%", "1 in 2,500,000"
  static LocalizedText share_text(double share) {
    if (share >= 0.995) return std::string("100%");
    if (share >= 0.001) return fmt::format("{:.2g}%", 100 * share);
    return message("1 in {0}", grouped(std::pow(10, std::round(-std::log10(share) * 10) / 10), 0));
  }

  double share_left() const { return found_.waves.empty() ? 1 : found_.waves.back().share; }

  void add_answer() {
    const auto sets = static_cast<std::int64_t>(found_.sets.size());
    if (sets == 0) {
      add(message("No set of inputs was found that agrees with what is known of {0}.\n", title_));
      return;
    }
    add(message_plural("{0} set of inputs agrees with what is known of {1}.\n",
                       "{0} sets of inputs agree with what is known of {1}.\n", sets, title_));
    add(message("They lie in what is left of the ranges of {0} inputs: about {1}.\n",
                found_.inputs.size(), share_text(share_left())));
    add(message_plural("A set meets at most {1} of the {2} targets marked `tune`; {0} set does.\n",
                       "A set meets at most {1} of the {2} targets marked `tune`; {0} sets do.\n",
                       static_cast<std::int64_t>(found_.sets_with_most), found_.most_met,
                       found_.tuned()));
    if (found_.sets.size() < question_.sets)
      add(message("{0} were asked for; of {1} that were tried the others were ruled out.\n",
                  question_.sets, found_.tried_sets));
  }

  void add_what_was_not_met() {
    if (found_.tuned() > 1 && found_.most_met_by_point < found_.tuned())
      add(
          message("None found among {0} points that meets all {1}; the most that one meets is "
                  "{2}.\n",
                  found_.points, found_.tuned(), found_.most_met_by_point));
    for (const TargetMatch& match : found_.targets)
      if (match.target.tune && match.points_met == 0)
        add(message("None found among {0} points that meets this: {1}.\n", found_.points,
                    label(match.kpi)));
    for (std::size_t i = 0; i < std::min(most_groups_shown, found_.not_together.size()); ++i) {
      std::vector<LocalizedText> names;
      for (const std::size_t target : found_.not_together[i])
        names.emplace_back(label(found_.targets[target].kpi));
      if (names.size() == 2)
        add(message("None found among {0} points that meets both: {1}; {2}.\n", found_.points,
                    names[0], names[1]));
      else
        add(message("None found among {0} points that meets these three: {1}; {2}; {3}.\n",
                    found_.points, names[0], names[1], names[2]));
    }
    if (found_.not_together.size() > most_groups_shown)
      add(message_plural(
          "{0} more group of targets was not met together; --json lists it.\n",
          "{0} more groups of targets were not met together; --json lists them.\n",
          static_cast<std::int64_t>(found_.not_together.size() - most_groups_shown)));
  }

  /// Targets for checking that no set meets.
  void add_what_fails() {
    for (const TargetMatch& match : found_.targets)
      if (!match.target.tune && match.sets_met == 0)
        add(message("No set meets this target, which had no part in it: {0}.\n", label(match.kpi)));
  }

  void add_targets(bool tune) {
    TextTable table(localized(tune ? message("Targets marked `tune`")
                                   : message("Targets marked `check`, which had no part in it")),
                    {localized(message("observed")), localized(message("8 in 10 sets")),
                     localized(message("met by"))});
    bool is_empty = true;
    for (std::size_t i = 0; i < found_.targets.size(); ++i) {
      const TargetMatch& match = found_.targets[i];
      if (match.target.tune != tune) continue;
      is_empty = false;
      std::vector<double> means;
      for (const CalibratedSet& set : found_.sets) means.push_back(set.figures[i].mean);
      const std::vector<double> sorted = sorted_numbers(std::move(means));
      const Interval about{(match.target.low + match.target.high) / 2, match.target.low,
                           match.target.high, 2};
      const NumberText numbers(match.kpi.definition().units, about);
      table.add_row(label(match.kpi),
                    {localized(numbers.range(match.target.low, match.target.high)),
                     localized(numbers.range(quantile(sorted, 0.1), quantile(sorted, 0.9))),
                     localized(message("{0} of {1}", match.sets_met, found_.sets.size()))});
    }
    if (!is_empty) text_ += "\n" + table.text(width_);
  }

  void add_inputs() {
    constexpr double narrower = 0.75;  // than it would be if nothing were ruled out
    const std::vector<UncertainInput> inputs = found_.assumptions.inputs();
    std::vector<std::size_t> order;
    const auto width_of = [&](std::size_t i) {
      return (found_.inputs[i].high - found_.inputs[i].low) / 0.8;
    };
    for (std::size_t i = 0; i < inputs.size(); ++i)
      if (width_of(i) < narrower) order.push_back(i);
    std::ranges::stable_sort(order, {}, width_of);
    TextTable table(localized(message("Inputs of which much is ruled out")),
                    {localized(message("range")), localized(message("8 in 10 of what is left"))});
    std::vector<std::string> paths;
    for (std::size_t n = 0; n < std::min(most_inputs_shown, order.size()); ++n) {
      const InputMatch& match = found_.inputs[order[n]];
      const Factor& factor = found_.assumptions.varied[inputs[order[n]].assumptions.front()].factor;
      const auto value = [&](double place) {
        std::string text = factor.value_at(std::clamp(place, 0.0, std::nextafter(1.0, 0.0)));
        std::erase(text, '"');
        return text;
      };
      paths.push_back(match.name);
      table.add_row(breakable(match.name),
                    {localized(message("{0} to {1}", value(0), value(1))),
                     localized(message("{0} to {1}", value(match.low), value(match.high)))});
    }
    if (!order.empty()) text_ += "\n" + without_unused_breaks(table.text(width_), paths);
    if (order.size() < inputs.size())
      add(message_plural("  Of {0} input little or nothing is ruled out by itself.\n",
                         "  Of {0} inputs little or nothing is ruled out by itself.\n",
                         static_cast<std::int64_t>(inputs.size() - order.size())));
  }

  void add_waves() {
    std::vector<LocalizedText> waves;
    for (const CalibrationWave& wave : found_.waves)
      waves.push_back(wave.share > 0 ? share_text(wave.share) : message("nothing"));
    text_ += '\n';
    add(message("Left of the ranges after each wave of {0} points: {1}.\n",
                found_.waves.empty() ? 0 : found_.waves.front().points, all_of(waves)));
    if (!found_.has_settled && share_left() > 0)
      add(message("The last wave still ruled much out: more --at-most would rule out more.\n"));
    std::vector<LocalizedText> doubtful;
    for (const TargetMatch& match : found_.targets)
      if (match.target.tune && !match.covered) doubtful.emplace_back(label(match.kpi));
    if (!doubtful.empty())
      add(message("Too few points have data on this to rule any out by it: {0}.\n",
                  all_of(doubtful)));
  }

  void add_limits() {
    text_ += '\n';
    add(
        message("Sets are possibilities, and not probabilities: what many sets say is not more "
                "likely than what few say. A set is ruled out where the second largest distance "
                "from a target is 3 standard deviations or more, of the observation, of what one "
                "future may bring, and of the emulator that stands for simulations; so sets may "
                "miss a target. Each set is the mean of {0} fresh replications.\n",
                found_.replications_each));
    add(message("What was not found may still exist: this is no proof.\n"));
    if (!found_.folder.empty() && !found_.sets.empty())
      add(message("Other commands take these sets: --over {0}\n", found_.folder));
  }

  const CalibrationQuestion& question_;
  const Calibration& found_;
  std::string title_;
};

}  // namespace

std::string calibration_text(const CalibrationQuestion& question, const Calibration& found,
                             const Simulations& simulations, Language language, std::size_t width) {
  return CalibrationText(question, found, simulations, language, width).text();
}

}  // namespace doorstroom
