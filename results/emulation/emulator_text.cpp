#include <algorithm>

#include "models/messages/message.hpp"
#include "results/emulation/emulator_report.hpp"
#include "results/experiment/answer_text.hpp"
#include "results/text/number_text.hpp"
#include "results/text/text_table.hpp"

namespace doorstroom {
namespace {

/// Numbers that are told to the precision of a difference.
LocalizedText difference_text(const KpiName& kpi, double difference) {
  return NumberText::of_difference(kpi.definition().units, {difference, difference, difference, 2})
      .value(difference);
}

class EmulatorText : AnswerText {
 public:
  EmulatorText(const SweepEmulator& emulator, const Scenario& scenario, Language language,
               std::size_t width)
      : AnswerText(scenario, language, width), emulator_(emulator) {}

  std::string text() {
    add(message("{0}: {1}\n", emulator_.sweep, label(emulator_.kpi)));
    add_verdict();
    add_error();
    add_monotone();
    add_table();
    add(message(
        "\nThe length of a parameter is how far it moves, as a share of its range, before the "
        "figure bends away from a straight line.\n"));
    return std::move(text_);
  }

 private:
  void add_verdict() {
    const EmulatorCheck& check = emulator_.check;
    add(check.accepted()
            ? message("Accepted: {0} of {1} fresh points lie in their 95% intervals ({2} are "
                      "needed).\n",
                      check.all.agree, check.all.points, check.needed())
            : message("Refused: {0} of {1} fresh points lie in their 95% intervals, and {2} are "
                      "needed. `sweep predict` shows simulated points only. More points "
                      "(`sweep extend --points`) or a narrower range may mend it.\n",
                      check.all.agree, check.all.points, check.needed()));
    if (check.near_full_load.points > 0)
      add(message("Near full load (0.9 to 1.1) {0} of {1} do.\n", check.near_full_load.agree,
                  check.near_full_load.points));
  }

  void add_error() {
    const EmulatorCheck& check = emulator_.check;
    add(
        message("It is off by {0} on average, and tells {1} of how the figure varies over the "
                "sweep.\n",
                difference_text(emulator_.kpi, check.all.error),
                NumberText("1", {check.q2, check.q2, check.q2, 2}).value(std::max(0.0, check.q2))));
    if (!emulator_.smallest_relevant) return;
    const LocalizedText relevant = difference_text(emulator_.kpi, *emulator_.smallest_relevant);
    add(check.all.error <= *emulator_.smallest_relevant
            ? message("That is less than the smallest difference that matters, {0}.\n", relevant)
            : message("That is more than the smallest difference that matters, {0}: differences of "
                      "that size are not to be read from it.\n",
                      relevant));
  }

  void add_monotone() {
    const EmulatorCheck& check = emulator_.check;
    if (check.steps == 0) return;
    add(check.worse_steps == 0
            ? message("More capacity never makes the figure worse, as it should be ({0} steps).\n",
                      check.steps)
            : message("In {0} of {1} steps more capacity makes the figure worse, which no "
                      "simulation does: there the emulator bends with noise.\n",
                      check.worse_steps, check.steps));
  }

  void add_table() {
    TextTable table(
        localized(message("parameter")),
        {localized(message("from")), localized(message("to")), localized(message("length"))});
    for (std::size_t i = 0; i < emulator_.space.factors.size(); ++i) {
      const SweptFactor& factor = emulator_.space.factors[i];
      table.add_row(factor.path, {factor.text(factor.low), factor.text(factor.high), length(i)});
    }
    for (std::size_t i = 0; i < emulator_.space.loads.size(); ++i) {
      const OfferedLoad& load = emulator_.space.loads[i];
      const auto share = [&](double of) {
        return load.known ? NumberText("1", {of, of, of, 2}).value(of).in(language_)
                          : std::string("-");
      };
      table.add_row(
          message("load: {0}", labels_.of_node(load.node, language_)).in(language_),
          {share(load.low), share(load.high), length(emulator_.space.factors.size() + i)});
    }
    text_ += "\n" + table.text(width_);
  }

  /// A length of many times the range: a straight line.
  std::string length(std::size_t input) const {
    constexpr double straight = 10;
    const double length = emulator_.model.kernel.lengths[input];
    return (length < straight ? grouped(length, 2) : message("straight")).in(language_);
  }

  const SweepEmulator& emulator_;
};

class PredictionText : AnswerText {
 public:
  PredictionText(const SweptSpace& space, const Scenario& scenario, Language language,
                 std::size_t width)
      : AnswerText(scenario, language, width), space_(space) {}

  std::string text(const std::vector<double>& values, const std::vector<PredictedFigure>& figures) {
    add(message("At {0}:\n", space_.text(values)));
    TextTable table(
        "", {localized(message("basis")), localized(message("mean")), localized(message("noise")),
             localized(message("emulator")), localized(message("single futures"))});
    for (const PredictedFigure& figure : figures) add_row(figure, table);
    text_ += "\n" + table.text(width_) + "\n";
    for (const PredictedFigure& figure : figures) add_nearest(figure);
    add(message(
        "\nNoise: 95% interval of chance in simulating; emulator: 95% interval of estimating "
        "between simulated points. Single futures: P10 - P90, what one future may bring. None of "
        "them says how sure the inputs are.\n"));
    return std::move(text_);
  }

 private:
  using Basis = PredictedFigure::Basis;

  static NumberText numbers_of(const PredictedFigure& figure) {
    const Emulated& there = figure.emulated;
    const double half_width =
        std::max(there.noise.high - there.noise.low, there.emulator.high - there.emulator.low) / 2;
    return {figure.kpi.definition().units,
            {there.mean, there.mean - half_width, there.mean + half_width, 2}};
  }

  void add_row(const PredictedFigure& figure, TextTable& table) const {
    const std::string name = label(figure.kpi);
    if (figure.basis == Basis::refused)
      return table.add_row(name, {localized(message("refused")), "-", "-", "-", "-"});
    const NumberText numbers = numbers_of(figure);
    const auto range = [&](double low, double high) {
      return numbers.range(low, high).in(language_);
    };
    const Emulated& there = figure.emulated;
    const bool simulated = figure.basis == Basis::simulated;
    table.add_row(
        name, {(simulated ? message("simulated") : message("estimated")).in(language_),
               numbers.value(there.mean).in(language_), range(there.noise.low, there.noise.high),
               simulated ? "-" : range(there.emulator.low, there.emulator.high),
               range(there.p10, there.p90)});
  }

  void add_nearest(const PredictedFigure& figure) {
    if (figure.basis == Basis::simulated) return;
    const Interval& mean = figure.nearest.figure.mean;
    const NumberText numbers(figure.kpi.definition().units, mean);
    const std::string name = label(figure.kpi);
    const std::string where = space_.text(figure.nearest.values);
    add(figure.basis == Basis::refused
            ? message("{0}: the emulator failed its test. Nearest simulated: {1} ({2}) at {3}\n",
                      name, numbers.value(mean.mean), numbers.range(mean.low, mean.high), where)
            : message("{0}: nearest simulated {1} ({2}) at {3}\n", name, numbers.value(mean.mean),
                      numbers.range(mean.low, mean.high), where));
  }

  const SweptSpace& space_;
};

}  // namespace

std::string emulator_text(const SweepEmulator& emulator, const Scenario& scenario,
                          Language language, std::size_t width) {
  return EmulatorText(emulator, scenario, language, width).text();
}

std::string prediction_text(const SweptSpace& space, const std::vector<double>& values,
                            const std::vector<PredictedFigure>& figures, const Scenario& scenario,
                            Language language, std::size_t width) {
  return PredictionText(space, scenario, language, width).text(values, figures);
}

}  // namespace doorstroom
