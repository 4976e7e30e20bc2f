#include "results/sliders/slider_sweep.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>
#include <ranges>

#include "models/messages/message.hpp"
#include "results/decisions/knob.hpp"
#include "results/emulation/emulator_folder.hpp"
#include "results/emulation/emulator_report.hpp"
#include "results/report/parameter_words.hpp"
#include "results/run/scenario_difference.hpp"
#include "results/sweep/response.hpp"
#include "results/sweep/sweep_result.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::size_t most_knobs = 6;
/// Half the width of a 95% interval of a normal distribution [standard deviation].
constexpr double two_sided = 1.959964;

/// Keys of a scenario that change no figure.
constexpr std::array keys_without_effect{"name",     "about",   "replications", "seed",
                                         "headline", "targets", "evidence"};

/// What of a scenario all points of a sweep have in common with it, as canonical JSON.
std::string common_part(const std::string& resolved, const std::vector<Factor>& factors) {
  OrderedJson scenario = OrderedJson::parse(resolved);
  for (const char* const key : keys_without_effect) scenario.erase(key);
  for (const Factor& factor : factors) {
    std::string pointer = "/" + factor.path;
    std::ranges::replace(pointer, '.', '/');
    const OrderedJson::json_pointer at(pointer);
    if (scenario.contains(at)) scenario[at] = nullptr;
  }
  return scenario.dump();
}

void check_scenario(const std::string& folder, const Manifest& manifest, ReportSources& sources) {
  const std::string there = common_part(manifest.base, manifest.factors);
  const std::string here = common_part(sources.base().resolved(), manifest.factors);
  if (there != here)
    throw input_error(
        message("{0}: this sweep is of another scenario than {1}: {2}\n  sweep the scenario of the "
                "result, or give the result of the sweep's scenario",
                folder, sources.base().path(), scenario_difference(there, here)));
}

std::vector<KpiName> shown_figures(const SliderSweep& sweep, ReportSources& sources) {
  std::vector<KpiName> headline;
  for (const Declared& figure : declared_figures(sources.scenario(), sources.base()))
    headline.push_back(figure.kpi);
  std::vector<KpiName> shown;
  for (const KpiName& kpi : sweep.manifest.keep)
    if (sweep.emulator(kpi) != nullptr || std::ranges::find(headline, kpi) != headline.end())
      shown.push_back(kpi);
  return shown.empty() ? sweep.manifest.keep : shown;
}

std::string emulator_for_page(const SweepEmulator& emulator) {
  const OrderedJson all = OrderedJson::parse(emulator_json(emulator));
  OrderedJson needed;
  for (const char* const key :
       {"loads", "scale", "share_of", "noise", "lengths", "variance", "trend", "weights",
        "common_noise", "single", "single_p10", "single_p90"})
    needed[key] = all.at(key);
  needed["noise_t"] = t_quantile(emulator.model.replications);
  return needed.dump();
}

std::string check_text(const SweepEmulator* emulator, ReportSources& sources) {
  if (emulator == nullptr)
    return sources.localized(message(
        "No estimate was made of this figure: it is shown for simulated combinations only."));
  const EmulatorCheck& check = emulator->check;
  if (!check.accepted())
    return sources.localized(
        message("The estimate failed its test: {0} of {1} new combinations agreed, and {2} had to. "
                "So this figure is shown for simulated combinations only.",
                check.all.agree, check.all.points, check.needed()));
  return sources.localized(
      message("The estimate passed its test: {0} of {1} new combinations agreed, and {2} had to. "
              "It was off by {3} on average.",
              check.all.agree, check.all.points, check.needed(), error_text(*emulator)));
}

SliderKnob knob_of(const SweptFactor& factor, ReportSources& sources) {
  SliderKnob knob{.path = factor.path,
                  .label = parameter_label(factor.path, sources.labels(), sources.language()),
                  .unit = factor.unit,
                  .unit_label = parameter_unit(factor.unit, sources.language()),
                  .low = factor.low,
                  .high = factor.high,
                  .start = factor.value(0.5),
                  .now = {},
                  .whole = factor.whole};
  const std::optional<Amount> now = amount_at(factor.path, sources.base().resolved());
  if (now && now->unit == factor.unit) {
    knob.now = now->number;
    knob.start = std::clamp(now->number, factor.low, factor.high);
  }
  return knob;
}

SliderFigure figure_of(SliderSweep& sweep, const KpiName& kpi, ReportSources& sources) {
  const SweepEmulator* const emulator = sweep.emulator(kpi);
  SliderFigure figure{.kpi = kpi.text(),
                      .label = sources.label(kpi),
                      .units = std::string(kpi.definition().units),
                      .accepted = emulator != nullptr && emulator->check.accepted(),
                      .emulator = {},
                      .check = check_text(emulator, sources),
                      .points = {}};
  if (figure.accepted) figure.emulator = emulator_for_page(*emulator);
  for (const std::vector<double>& outcomes : outcomes_by_point(sweep.result, figure.kpi)) {
    const Estimate found = estimate_of(outcomes);
    figure.points.push_back(
        {found.mean.mean, found.mean.low, found.mean.high, found.p10, found.p90});
  }
  return figure;
}

std::vector<double> starts_of(const std::vector<SliderKnob>& knobs) {
  std::vector<double> values;
  for (const SliderKnob& knob : knobs) values.push_back(knob.start);
  return values;
}

/// How far the knobs move the figures, as a share of how far the figures go over the sweep.
std::vector<double> pulls_of(const SliderSweep& sweep, const SliderBlock& block) {
  std::vector<double> pulls(block.knobs.size(), 0.0);
  for (const SliderFigure& figure : block.figures) {
    if (!figure.accepted) continue;
    const auto [least, most] =
        std::ranges::minmax(figure.points | std::views::transform(&SliderFigureAtPoint::mean));
    if (!(least < most)) continue;
    for (const KnobEffect& effect :
         knob_effects(*sweep.emulator(KpiName::parse(figure.kpi)), block.knobs))
      pulls[effect.knob] += std::abs(effect.change.mean) / (most - least);
  }
  return pulls;
}

void hold_all_but_few(const SliderSweep& sweep, SliderBlock& block) {
  if (block.knobs.size() <= most_knobs) return;
  const std::vector<double> pulls = pulls_of(sweep, block);
  std::vector<std::size_t> order(block.knobs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater{}, [&](std::size_t knob) { return pulls[knob]; });
  for (const std::size_t knob : order | std::views::drop(most_knobs)) block.knobs[knob].held = true;
}

/// What a unit on the line is in the unit of the figure.
double outcome_per_place(const Emulator& surface, double place) {
  const OutcomeLine& line = surface.model().line;
  return 1 / line.slope(line.outcome(place));
}

}  // namespace

const SweepEmulator* SliderSweep::emulator(const KpiName& kpi) const {
  const auto found = std::ranges::find(emulators, kpi, &SweepEmulator::kpi);
  return found == emulators.end() ? nullptr : &*found;
}

LocalizedText error_text(const SweepEmulator& emulator) {
  const double error = emulator.check.all.error;
  return NumberText::of_difference(emulator.kpi.definition().units,
                                   {error, error / 2, 1.5 * error, 2})
      .value(error);
}

SliderSweep open_slider_sweep(const std::string& folder, ReportSources& sources) {
  const SweepFolder place(folder);
  const Manifest manifest = place.manifest();
  check_scenario(folder, manifest, sources);
  SliderSweep sweep{.manifest = manifest,
                    .result = merged_result(place),
                    .space = {},
                    .design = {},
                    .figures = {},
                    .emulators = read_emulators(place)};
  sweep.design = design_values(sweep.result);
  sweep.space = swept_space(sweep.result, manifest.factors, sweep.design);
  sweep.figures = shown_figures(sweep, sources);
  return sweep;
}

SliderBlock slider_block(SliderSweep& sweep, ReportSources& sources) {
  SliderBlock block{
      .sweep = sweep.manifest.name, .knobs = {}, .points = sweep.design, .figures = {}};
  for (const SweptFactor& factor : sweep.space.factors)
    block.knobs.push_back(knob_of(factor, sources));
  for (const KpiName& kpi : sweep.figures) block.figures.push_back(figure_of(sweep, kpi, sources));
  hold_all_but_few(sweep, block);
  return block;
}

std::vector<KnobEffect> knob_effects(const SweepEmulator& emulator,
                                     const std::vector<SliderKnob>& knobs) {
  const Emulator surface(emulator.model);
  const std::vector<std::vector<double>>& common = surface.model().common_noise;
  std::vector<KnobEffect> effects;
  for (std::size_t knob = 0; knob < knobs.size(); ++knob) {
    if (knobs[knob].held) continue;
    KnobEffect effect{.knob = knob, .change = {}};
    std::vector<double> slope(common.size(), 0.0);  // of the change, to the common noise
    double variance = 0;
    for (const bool is_high : {false, true}) {
      std::vector<double> values = starts_of(knobs);
      values[knob] = is_high ? knobs[knob].high : knobs[knob].low;
      const std::vector<double> inputs = emulator.space.inputs_at(values);
      const LinePrediction there = surface.on_line(inputs);
      const double each = outcome_per_place(surface, there.mean);
      const double sign = is_high ? each : -each;
      slope.front() += sign;
      for (std::size_t i = 0; i < inputs.size(); ++i) slope[i + 1] += sign * inputs[i];
      variance += two_sided * two_sided * there.emulator * each * each;
      (is_high ? effect.at_high : effect.at_low) = surface.model().line.outcome(there.mean);
    }
    const double t = t_quantile(surface.model().replications);
    for (std::size_t a = 0; a < slope.size(); ++a)
      for (std::size_t b = 0; b < slope.size(); ++b)
        variance += t * t * slope[a] * common[a][b] * slope[b];
    const double change = effect.at_high - effect.at_low;
    const double half_width = std::sqrt(std::max(0.0, variance));
    effect.change = {change, change - half_width, change + half_width, 2};
    effects.push_back(effect);
  }
  std::ranges::stable_sort(effects, std::greater{},
                           [](const KnobEffect& effect) { return std::abs(effect.change.mean); });
  return effects;
}

}  // namespace doorstroom
