#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <ranges>

#include "models/messages/message.hpp"
#include "results/report/parameter_words.hpp"
#include "results/sliders/between_the_points.hpp"
#include "results/sliders/slider_tables.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"

namespace doorstroom {
namespace {

NumberText numbers_at(const SliderFigure& figure, const SliderFigureAtPoint& point) {
  return {figure.units, {point.mean, point.low, point.high, 2}};
}

/// The blocks of one sweep.
class SweepBlocks {
 public:
  SweepBlocks(const std::string& folder, std::size_t number, ReportSources& sources)
      : sources_(sources),
        sweep_(open_slider_sweep(folder, sources)),
        block_(slider_block(sweep_, sources)),
        id_(fmt::format("sliders-{}", number)) {
    for (const SliderFigure& figure : block_.figures) {
      effects_.emplace_back();
      if (figure.accepted)
        effects_.back() = knob_effects(*sweep_.emulator(KpiName::parse(figure.kpi)), block_.knobs);
    }
  }

  const std::string& name() const { return block_.sweep; }

  void add_to(std::vector<ReportBlock>& blocks) const {
    blocks.emplace_back(introduction());
    blocks.emplace_back(settings());
    add_exceptions(blocks);
    blocks.emplace_back(block_);
    blocks.emplace_back(ReportText{
        text(message(
            "Three kinds of uncertainty are shown apart. Noise: chance in simulating, which more "
            "replications make smaller (95%). Estimating: how sure the estimate between simulated "
            "combinations is (95%). Futures: 8 of 10 single futures lie between these bounds. "
            "None of them says how sure the inputs are. The rest of the report is of {0}, so the "
            "same figure may differ here by noise.",
            message_plural("{0} replication", "{0} replications",
                           sources_.base().integer("replications")))),
        ReportText::Role::note});
    ReportList list{.caption = text(message("What the settings do")), .items = {}};
    for (std::size_t i = 0; i < block_.figures.size(); ++i) list.items.push_back(sentence(i));
    blocks.emplace_back(std::move(list));
    if (is_estimated()) blocks.emplace_back(slider_effects_table(block_, effects_, id_, sources_));
    if (!sweep_.emulators.empty())
      blocks.emplace_back(slider_tests_table(sweep_.emulators, id_, sources_));
    blocks.emplace_back(slider_points_table(block_, id_, sources_));
  }

 private:
  std::string text(const LocalizedText& of) const { return sources_.localized(of); }
  std::string value_text(const SliderKnob& knob, double value) const {
    return parameter_text(value, knob.unit, sources_.language());
  }
  bool is_estimated() const { return std::ranges::any_of(block_.figures, &SliderFigure::accepted); }

  ReportText introduction() const {
    const LocalizedText simulated =
        message("{0} combinations of settings were simulated, {1}.", block_.points.size(),
                replications_text(sweep_.manifest));
    return {
        text(is_estimated()
                 ? message("{0} What lies in between is estimated; of what lies outside nothing "
                           "is known.",
                           simulated)
                 : message("{0} Of other combinations nothing is known.", simulated))};
  }

  ReportList settings() const {
    ReportList list{.caption = text(message("The settings")), .items = {}};
    for (const SliderKnob& knob : block_.knobs) {
      const std::string low = value_text(knob, knob.low);
      const std::string high = value_text(knob, knob.high);
      list.items.push_back(text(knob.now ? message("{0}, from {1} to {2}; now {3}", knob.label, low,
                                                   high, value_text(knob, *knob.now))
                                         : message("{0}, from {1} to {2}", knob.label, low, high)));
    }
    return list;
  }

  void add_exceptions(std::vector<ReportBlock>& blocks) const {
    std::vector<LocalizedText> held;
    for (const SliderKnob& knob : block_.knobs) {
      if (knob.held) held.push_back(message("{0} ({1})", knob.label, value_text(knob, knob.start)));
      if (knob.now && *knob.now != knob.start)
        blocks.emplace_back(ReportText{
            text(message("\"{0}\" is {1} now, which lies outside: the page begins at {2}.",
                         knob.label, value_text(knob, *knob.now), value_text(knob, knob.start))),
            ReportText::Role::warning});
    }
    if (!held.empty())
      blocks.emplace_back(
          ReportText{text(message("These stay as they are, as they move the figures least: {0}.",
                                  all_of(held))),
                     ReportText::Role::note});
  }

  std::string sentence(std::size_t index) const {
    const SliderFigure& figure = block_.figures[index];
    auto known = figure.points | std::views::filter([](const SliderFigureAtPoint& point) {
                   return std::isfinite(point.mean);
                 });
    if (known.empty()) return text(message("{0}: in no combination there is data.", figure.label));
    const SliderFigureAtPoint least = std::ranges::min(known, {}, &SliderFigureAtPoint::mean);
    const SliderFigureAtPoint most = std::ranges::max(known, {}, &SliderFigureAtPoint::mean);
    const LocalizedText range = message("{0}: from {1} to {2} over the simulated combinations.",
                                        figure.label, numbers_at(figure, least).value(least.mean),
                                        numbers_at(figure, most).value(most.mean));
    return text(message("{0} {1}", range,
                        figure.accepted ? strongest(index) : LocalizedText(figure.check)));
  }

  /// Which knob moves a figure most, as far as that can be told.
  LocalizedText strongest(std::size_t index) const {
    const std::vector<KnobEffect>& effects = effects_[index];
    const KnobEffect& first = effects.front();
    if (first.change.low <= 0 && first.change.high >= 0)
      return message("No setting is shown to move it.");
    if (const std::optional<double> matters = smallest_relevant(index);
        matters && std::ranges::all_of(effects, [&](const KnobEffect& effect) {
          return std::max(-effect.change.low, effect.change.high) < *matters;
        }))
      return message(
          "No setting moves it by as much as matters, {0}.",
          NumberText::of_difference(block_.figures[index].units, {*matters, *matters, *matters, 2})
              .value(*matters));
    std::vector<LocalizedText> alike;
    for (const KnobEffect& effect : effects)
      if (std::abs(first.change.mean) - std::abs(effect.change.mean) <=
          std::hypot(first.change.half_width(), effect.change.half_width()))
        alike.push_back(message("\"{0}\"", block_.knobs[effect.knob].label));
    if (effects.size() > 1 && alike.size() > 1)
      return message("Which of these moves it most cannot be told yet: {0}.", all_of(alike));
    const SliderKnob& knob = block_.knobs[first.knob];
    const bool rises = first.change.mean > 0;
    const LocalizedText by = size_of(index, first.change);
    const LocalizedText from = value_text(knob, knob.low);
    const LocalizedText to = value_text(knob, knob.high);
    return rises ? message("\"{0}\" moves it most: from {1} to {2} it rises by {3}.", knob.label,
                           from, to, by)
                 : message("\"{0}\" moves it most: from {1} to {2} it falls by {3}.", knob.label,
                           from, to, by);
  }

  std::optional<double> smallest_relevant(std::size_t index) const {
    return sweep_.emulator(KpiName::parse(block_.figures[index].kpi))->smallest_relevant;
  }

  /// How large a change is, without its direction.
  LocalizedText size_of(std::size_t index, const Interval& change) const {
    const NumberText numbers = NumberText::of_difference(block_.figures[index].units, change);
    const double low = std::min(std::abs(change.low), std::abs(change.high));
    const double high = std::max(std::abs(change.low), std::abs(change.high));
    const bool is_exact = text(numbers.value(low)) == text(numbers.value(high));
    return is_exact ? numbers.value(high) : numbers.between(low, high);
  }

  ReportSources& sources_;
  SliderSweep sweep_;
  SliderBlock block_;
  std::string id_;
  std::vector<std::vector<KnobEffect>> effects_{};  ///< by figure; none where it is not estimated
};

}  // namespace

ReportSection between_the_points(ReportSources& sources) {
  ReportSection section{.id = "between-the-points",
                        .title = sources.localized(message("Other settings: choose for yourself")),
                        .blocks = {}};
  for (std::size_t i = 0; i < sources.sweeps().size(); ++i) {
    const SweepBlocks blocks(sources.sweeps()[i], i + 1, sources);
    section.blocks.emplace_back(ReportHeading{blocks.name()});
    blocks.add_to(section.blocks);
  }
  return section;
}

}  // namespace doorstroom
