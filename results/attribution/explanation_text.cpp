#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/messages/message.hpp"
#include "results/attribution/explanation_report.hpp"
#include "results/experiment/answer_text.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"
#include "results/text/text_table.hpp"

namespace doorstroom {
namespace {

bool excludes_zero(const Interval& interval) {
  return interval.low > 0 || interval.high < 0;
}

/// Whether all replications agree, as on the cost of an intervention.
bool is_certain(const Interval& effect) {
  constexpr double rounding = 1e-9;
  return effect.high - effect.low <= rounding * std::abs(effect.mean);
}

class ExplanationText : AnswerText {
 public:
  ExplanationText(const ExplanationAnswer& answer, const VariantParts& parts,
                  const Simulations& simulations, Language language, std::size_t width)
      : AnswerText(simulations.scenario(0), language, width),
        answer_(answer),
        parts_(parts),
        title_(KpiLabels(simulations.scenario(1)).title(language)) {}

  std::string text() {
    add(message("What this consists of: {0}.\n", title_));
    for (const Explanation& each : answer_.figures) add_answer(each);
    for (const BreakEven& each : answer_.break_even) add_break_even(each);
    for (const Explanation& each : answer_.figures) add_table(each);
    add_limits();
    return std::move(text_);
  }

 private:
  LocalizedText years_of(const ExplainedFigure& figure) const {
    const LocalizedText first = labels_.of_year(figure.first_year);
    if (figure.first_year == figure.last_year) return first;
    return message_in("school years, both included", "{0} to {1}", first,
                      labels_.of_year(figure.last_year));
  }

  /// "Dropouts a year, during it (2026-27 to 2027-28)"
  std::string label(const ExplainedFigure& figure) const {
    const std::string kpi = labels_.of(figure.kpi, language_);
    if (figure.first_year < 0) return kpi;
    const LocalizedText years = years_of(figure);
    if (!figure.phase) return localized(message("{0}, {1}", kpi, years));
    return localized(*figure.phase == InterventionPhase::during
                         ? message("{0}, during it ({1})", kpi, years)
                         : message("{0}, after it ({1})", kpi, years));
  }

  std::string part_label(std::size_t part) const {
    const std::string& name = parts_.parts()[part].name;
    if (name == "cost") return localized(message("the cost"));
    if (name == "rest") return localized(message("all else"));
    return name;
  }

  LocalizedText amount(const ExplainedFigure& figure, const Interval& effect) const {
    if (std::isnan(effect.mean)) return message("no data");
    const NumberText numbers = NumberText::of_difference(figure.kpi.definition().units, effect);
    const LocalizedText value = numbers.value(effect.mean);
    if (is_certain(effect)) return effect.mean > 0 ? message("+{0}", value) : value;
    const LocalizedText with_bounds =
        numbers.value_and_bounds(effect.mean, effect.low, effect.high);
    return effect.mean > 0 ? message("+{0}", with_bounds) : with_bounds;
  }

  /// The parts whose share is told from nil, the largest first.
  std::vector<std::size_t> largest_shares(const Explanation& explanation) const {
    std::vector<std::size_t> largest;
    for (std::size_t i = 0; i < explanation.parts.size(); ++i)
      if (excludes_zero(explanation.parts[i].share)) largest.push_back(i);
    std::ranges::stable_sort(largest, std::ranges::greater{}, [&](std::size_t i) {
      return std::abs(explanation.parts[i].share.mean);
    });
    return largest;
  }

  void add_answer(const Explanation& explanation) {
    const ExplainedFigure& figure = explanation.figure;
    const Interval& whole = explanation.whole.difference;
    if (is_effect(explanation.whole))
      add(message("{0}: {1}.\n", label(figure), amount(figure, whole)));
    else
      add(message("{0}: no difference that can be told from none, {1}.\n", label(figure),
                  amount(figure, whole)));
    add_shares(explanation);
    if (excludes_zero(explanation.together))
      add(
          message("  One by one the parts come to something else: together they make {0} that none "
                  "makes alone.\n",
                  amount(figure, explanation.together)));
  }

  void add_shares(const Explanation& explanation) {
    const ExplainedFigure& figure = explanation.figure;
    const std::vector<std::size_t> largest = largest_shares(explanation);
    if (largest.empty()) return add(message("  No part's share can be told from none.\n"));
    const auto share = [&](std::size_t part) -> const Interval& {
      return explanation.parts[part].share;
    };
    const double sign = share(largest.front()).mean;
    add(message("  Most comes from {0}: {1}.\n", part_label(largest.front()),
                amount(figure, share(largest.front()))));
    const auto against = std::ranges::find_if(
        largest, [&](std::size_t part) { return share(part).mean * sign < 0; });
    if (against != largest.end())
      add(message("  Against it works {0}: {1}.\n", part_label(*against),
                  amount(figure, share(*against))));
  }

  std::string value_text(const BreakEven& found, double value) const {
    const double range = found.effects.back().value - found.effects.front().value;
    const int decimals =
        range > 0 ? std::clamp(2 - static_cast<int>(std::floor(std::log10(range))), 0, 4) : 0;
    const std::string number = localized(grouped(value, decimals));
    return found.unit.empty() ? number : number + " " + found.unit;
  }

  void add_break_even(const BreakEven& found) {
    if (found.effects.empty()) return;
    add(message("\nBreak-even of {0}, by {1}{2}:\n", label(found.figure), found.path,
                found.decides ? message(", which decides most of it") : LocalizedText()));
    const auto at = [&](double value) { return value_text(found, value); };
    const std::string lowest = at(found.effects.front().value);
    const std::string highest = at(found.effects.back().value);
    if (found.ranges.empty())
      add(message("  no value from {0} to {1} makes the effect nil.\n", lowest, highest));
    for (const NilRange& range : found.ranges) {
      if (range.open_low && range.open_high)
        add(message("  whatever its value from {0} to {1}, the effect cannot be told from nil.\n",
                    lowest, highest));
      else if (range.open_low)
        add(message("  up to {0} the effect cannot be told from nil (looked at from {1} on).\n",
                    at(range.high), lowest));
      else if (range.open_high)
        add(message("  from {0} on the effect cannot be told from nil (looked at up to {1}).\n",
                    at(range.low), highest));
      else
        add(message("  from {0} to {1} the effect cannot be told from nil.\n", at(range.low),
                    at(range.high)));
    }
  }

  std::string cell(const ExplainedFigure& figure, const Interval& effect) const {
    if (std::isnan(effect.mean)) return "-";
    if (effect.mean == 0 && effect.low == 0 && effect.high == 0) return "0";
    const NumberText numbers = cell_text(figure, effect);
    if (is_certain(effect)) return localized(numbers.value(effect.mean));
    return localized(numbers.value_and_bounds(effect.mean, effect.low, effect.high));
  }

  std::string value_only(const ExplainedFigure& figure, const Interval& effect) const {
    if (std::isnan(effect.mean)) return "-";
    return localized(cell_text(figure, effect).value(effect.mean));
  }

  static NumberText cell_text(const ExplainedFigure& figure, const Interval& effect) {
    return NumberText::of_difference(figure.kpi.definition().units, effect).abbreviated();
  }

  void add_table(const Explanation& explanation) {
    const ExplainedFigure& figure = explanation.figure;
    TextTable table(localized(message("Part")),
                    {localized(message("alone")), localized(message("all but this")),
                     localized(message("share"))});
    for (std::size_t i = 0; i < explanation.parts.size(); ++i) {
      const PartEffect& part = explanation.parts[i];
      if (parts_.parts()[i].is_cost() && part.alone.mean == 0 && part.share.mean == 0) continue;
      table.add_row(part_label(i), {cell(figure, part.alone), value_only(figure, part.without),
                                    cell(figure, part.share)});
    }
    const Interval& whole = explanation.whole.difference;
    table.add_row(localized(message("all together")), {"", "", cell(figure, whole)});
    text_ += "\n" + fitted(label(figure) + "\n", width_) + table.text(width_);
  }

  void add_limits() {
    text_ += '\n';
    for (const VariantPart& part : parts_.parts())
      if (part.is_merged)
        add(message("{0} is one part, as one of these makes no scenario without another.\n",
                    part.name));
    add(answer_.is_exact
            ? message("A share is what a part adds in the mean over all orders in which the parts "
                      "can come. Shares add up to the whole.\n")
            : message(
                  "A share is what a part adds as the parts come in an order at random, a fresh "
                  "one in each replication. Shares add up to the whole.\n"));
    add(
        message("In brackets 95% intervals over {0} replications, each by itself. They hold the "
                "chance of simulation; they say nothing of how sure the assumptions are. This is "
                "an assumption worked out, not evidence of effect.\n",
                answer_.replications));
  }

  const ExplanationAnswer& answer_;
  const VariantParts& parts_;
  std::string title_;
};

}  // namespace

std::string explanation_text(const ExplanationAnswer& answer, const VariantParts& parts,
                             const Simulations& simulations, Language language, std::size_t width) {
  return ExplanationText(answer, parts, simulations, language, width).text();
}

}  // namespace doorstroom
