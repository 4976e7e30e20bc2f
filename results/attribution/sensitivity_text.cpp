#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/messages/message.hpp"
#include "results/attribution/sensitivity_report.hpp"
#include "results/experiment/answer_text.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"
#include "results/text/text_table.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t most_effects_shown = 10;

class SensitivityText : AnswerText {
 public:
  SensitivityText(const SensitivityAnswer& answer, const Assumptions& assumptions,
                  const Simulations& simulations, Language language, std::size_t width)
      : AnswerText(simulations.scenario(0), language, width),
        answer_(answer),
        assumptions_(assumptions),
        title_(KpiLabels(simulations.scenario(answer.is_of_difference ? 1 : 0)).title(language)) {}

  std::string text() {
    if (answer_.is_of_difference)
      add(message("What the effect of this hangs on: {0}.\n", title_));
    else
      add(message("What this hangs on: {0}.\n", title_));
    for (const Sensitivity& found : answer_.figures) add_answer(found);
    for (const Sensitivity& found : answer_.figures) add_tables(found);
    add_limits();
    return std::move(text_);
  }

 private:
  std::string label(const ExplainedFigure& figure) const {
    const std::string kpi = labels_.of(figure.kpi, language_);
    if (figure.first_year < 0) return kpi;
    const LocalizedText first = labels_.of_year(figure.first_year);
    if (figure.first_year == figure.last_year) return localized(message("{0}, {1}", kpi, first));
    return localized(message("{0}, {1} to {2}", kpi, first, labels_.of_year(figure.last_year)));
  }

  static LocalizedText percent(double share) {
    if (std::isnan(share)) return std::string("-");
    return fmt::format("{:.0f}%", 100 * std::clamp(share, 0.0, 1.0));
  }
  static LocalizedText percents(const Bounds& bounds) {
    if (std::isnan(bounds.low)) return std::string("-");
    return message("{0} to {1}", percent(bounds.low), percent(bounds.high));
  }

  bool is_above_noise(const Sensitivity& found, const InputShare& share) const {
    return share.indices.total_bounds.low > found.noise_floor;
  }

  void add_answer(const Sensitivity& found) {
    if (found.shares.empty()) {
      add(message("{0}: no assumption does more than other random numbers do.\n",
                  label(found.figure)));
      return;
    }
    const InputShare& first = found.shares.front();
    const char* const name = first.path.c_str();
    if (!is_above_noise(found, first))
      add(
          message("{0}: most seems to come from {1}, but noise may do as much; more --replications "
                  "or --rows would tell.\n",
                  label(found.figure), name));
    else
      add(message(
          "{0}: most depends on {1}. It makes {2} of the variance ({3}), {4} of it alone.\n",
          label(found.figure), name, percent(first.indices.total),
          percents(first.indices.total_bounds), percent(first.indices.first)));
    add_spread(found);
  }

  /// What the figure may be over the points.
  void add_spread(const Sensitivity& found) {
    const std::string_view units = found.figure.kpi.definition().units;
    const Interval& mean = found.outcomes.mean;
    const NumberText numbers =
        answer_.is_of_difference ? NumberText::of_difference(units, mean) : NumberText(units, mean);
    add(message("  While these vary: {0} in the mean, and {1} in 8 of 10 cases.\n",
                numbers.value(mean.mean), numbers.between(found.outcomes.p10, found.outcomes.p90)));
  }

  void add_tables(const Sensitivity& found) {
    text_ += "\n" + fitted(label(found.figure) + "\n", width_);
    if (!found.shares.empty()) {
      TextTable shares(localized(message("Share of the variance")),
                       {localized(message("in all")), localized(message("95% interval")),
                        localized(message("alone")), localized(message("95% interval"))});
      const auto row = [&](const std::string& name, const SobolIndices& indices) {
        shares.add_row(
            name, {localized(percent(indices.total)), localized(percents(indices.total_bounds)),
                   localized(percent(indices.first)), localized(percents(indices.first_bounds))});
      };
      for (const InputShare& share : found.shares) row(breakable(share.path), share.indices);
      row(localized(message("other random numbers")),
          {no_number, {no_number, no_number}, found.noise_floor, found.noise_floor_bounds});
      text_ += joined(shares.text(width_)) + "\n";
    }
    add_effects(found);
  }

  void add_effects(const Sensitivity& found) {
    const std::string_view units = found.figure.kpi.definition().units;
    TextTable effects(localized(message("Change over the range")),
                      {localized(message("mean size")), localized(message("95% interval")),
                       localized(message("spread"))});
    const auto row = [&](const std::string& name, const MorrisMeasures& measures) {
      const auto& [low, high] = measures.mu_star_bounds;
      const NumberText numbers =
          NumberText::of_difference(units, {measures.mu_star, low, high, measures.effects})
              .abbreviated();
      effects.add_row(
          name, {localized(numbers.value(measures.mu_star)), localized(numbers.bounds(low, high)),
                 localized(numbers.value(measures.sigma))});
    };
    std::size_t told = 0;
    for (const InputEffect& effect : found.effects)
      if (effect.measures.mu_star > found.noise.mu_star && told < most_effects_shown) {
        row(breakable(effect.path), effect.measures);
        ++told;
      }
    row(localized(message("other random numbers")), found.noise);
    text_ += joined(effects.text(width_));
    if (told < found.effects.size())
      add(message(
          "  {0} other assumptions do less than these, or no more than other random numbers "
          "do.\n",
          found.effects.size() - told));
  }

  std::string joined(std::string text) const {
    std::vector<std::string> paths;
    for (const UncertainInput& input : assumptions_.inputs()) paths.push_back(input.name);
    return without_unused_breaks(std::move(text), paths);
  }

  void add_limits() {
    text_ += '\n';
    add(
        message("{0} assumptions vary within the ranges of `evidence`. A change over the range is "
                "that of the figure between two values that lie a range apart, in the mean over "
                "values of the others; its spread tells how much it depends on them. Shares of the "
                "variance are of the few that do most, the others as the scenario has them.\n",
                assumptions_.inputs().size()));
    if (!assumptions_.kept.empty())
      add(message(
          "{0} entries keep their value, as they cannot be drawn from; --json lists them.\n",
          assumptions_.kept.size()));
    add(message(
        "Each point is the mean of {0} replications. What other random numbers do alone is "
        "the floor of noise: no share below it tells anything. Ranges are assumptions, too: "
        "with others the order may differ.\n",
        answer_.replications));
  }

  const SensitivityAnswer& answer_;
  const Assumptions& assumptions_;
  std::string title_;
};

}  // namespace

std::string sensitivity_text(const SensitivityAnswer& answer, const Assumptions& assumptions,
                             const Simulations& simulations, Language language, std::size_t width) {
  return SensitivityText(answer, assumptions, simulations, language, width).text();
}

}  // namespace doorstroom
