#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "models/messages/message.hpp"
#include "results/attribution/sensitivity_of_sets.hpp"
#include "results/experiment/answer_text.hpp"
#include "results/experiment/json_number.hpp"
#include "results/experiment/over_report.hpp"
#include "results/table/column.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"
#include "results/text/text_table.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::size_t most_inputs_shown = 10;

/// "34%"; cut off at 0 and 1.
std::string share_of_variance(double share) {
  return std::isnan(share) ? "-" : fmt::format("{:.0f}%", 100 * std::clamp(share, 0.0, 1.0));
}

class SensitivityOfSetsText : AnswerText {
 public:
  SensitivityOfSetsText(const SetsQuestion& question, const SensitivityOfSets& answer,
                        const Assumptions& assumptions, const Simulations& simulations,
                        Language language, std::size_t width)
      : AnswerText(simulations.scenario(0), language, width),
        question_(question),
        answer_(answer),
        assumptions_(assumptions),
        simulations_(simulations) {}

  std::string text() {
    const std::string title =
        KpiLabels(simulations_.scenario(answer_.is_of_difference ? 1 : 0)).title(language_);
    add(answer_.is_of_difference ? message("What the effect of this goes along with: {0}.\n", title)
                                 : message("What this goes along with: {0}.\n", title));
    for (const FigureOverSets& found : answer_.figures) add_answer(found);
    for (const FigureOverSets& found : answer_.figures) add_table(found);
    add_limits();
    return std::move(text_);
  }

 private:
  std::string label_of(const ExplainedFigure& figure) const {
    const std::string kpi = label(figure.kpi);
    if (figure.first_year < 0) return kpi;
    const LocalizedText first = labels_.of_year(figure.first_year);
    if (figure.first_year == figure.last_year) return localized(message("{0}, {1}", kpi, first));
    return localized(message("{0}, {1} to {2}", kpi, first, labels_.of_year(figure.last_year)));
  }

  static bool is_told(const FigureOverSets& found, const InputOverSets& input) {
    return input.share.share > found.floor;
  }

  void add_answer(const FigureOverSets& found) {
    const std::string name = label_of(found.figure);
    if (found.inputs.empty() || !is_told(found, found.inputs.front()))
      add(message(
          "{0}: it goes along with no assumption more than chance makes it seem. More sets tell "
          "more (`calibrate --sets 200`).\n",
          name));
    else
      add(message("{0}: most of all it goes along with {1}, by {2} of its variance ({3} to {4}).\n",
                  name, found.inputs.front().path,
                  share_of_variance(found.inputs.front().share.share),
                  share_of_variance(found.inputs.front().share.bounds.low),
                  share_of_variance(found.inputs.front().share.bounds.high)));
    const Interval& mean = found.outcomes.mean;
    const std::string_view units = found.figure.kpi.definition().units;
    const NumberText numbers =
        answer_.is_of_difference ? NumberText::of_difference(units, mean) : NumberText(units, mean);
    add(
        message("  Over the sets: {0} in the mean, and {1} in 8 of 10; noise makes {2} of that "
                "variance.\n",
                numbers.value(mean.mean), numbers.between(found.outcomes.p10, found.outcomes.p90),
                share_of_variance(found.noise_share)));
  }

  void add_table(const FigureOverSets& found) {
    TextTable table(localized(message("Goes along with")),
                    {localized(message("share")), localized(message("95% interval"))});
    std::vector<std::string> paths;
    for (const InputOverSets& input : found.inputs) {
      if (!is_told(found, input) || paths.size() == most_inputs_shown) break;
      paths.push_back(input.path);
      table.add_row(breakable(input.path),
                    {share_of_variance(input.share.share),
                     localized(message("{0} to {1}", share_of_variance(input.share.bounds.low),
                                       share_of_variance(input.share.bounds.high)))});
    }
    table.add_row(localized(message("what chance makes of one")),
                  {share_of_variance(found.floor), "-"});
    text_ += "\n" + fitted(label_of(found.figure) + "\n", width_) +
             without_unused_breaks(table.text(width_), paths);
  }

  void add_limits() {
    text_ += '\n';
    for (const LocalizedText& note :
         notes_on(question_.sets, assumptions_, AskedScenario::of(simulations_)))
      add(note);
    add(
        message("Inputs depend on each other in these sets, so they are not varied one at a time: "
                "shares overlap, do not add up, and tell what goes along with the answer and not "
                "what an input does by itself. There are no total shares. Each set is the mean of "
                "{0} replications.\n",
                answer_.replications));
  }

  const SetsQuestion& question_;
  const SensitivityOfSets& answer_;
  const Assumptions& assumptions_;
  const Simulations& simulations_;
};

}  // namespace

std::string sensitivity_of_sets_text(const SetsQuestion& question, const SensitivityOfSets& answer,
                                     const Assumptions& assumptions, const Simulations& simulations,
                                     Language language, std::size_t width) {
  return SensitivityOfSetsText(question, answer, assumptions, simulations, language, width).text();
}

std::string sensitivity_of_sets_json(const SetsQuestion& question, const SensitivityOfSets& answer,
                                     const Assumptions& assumptions, const Simulations& simulations,
                                     double seconds) {
  OrderedJson json{{"format", "doorstroom.sensitivity"},
                   {"format_version", 1},
                   {"scenario", simulations.scenario(0).name}};
  json["variant"] =
      answer.is_of_difference ? OrderedJson(simulations.scenario(1).name) : OrderedJson();
  json["seed"] = simulations.seed();
  json["over"] = over_json(question.sets, assumptions, AskedScenario::of(simulations));
  json["figures"] = OrderedJson::array();
  for (const FigureOverSets& found : answer.figures) {
    OrderedJson figure{{"kpi", found.figure.text()},
                       {"units", found.figure.kpi.definition().units},
                       {"mean", json_number(found.outcomes.mean.mean)},
                       {"p10", json_number(found.outcomes.p10)},
                       {"p90", json_number(found.outcomes.p90)},
                       {"noise_share", json_number(found.noise_share)},
                       {"noise_floor", json_number(found.floor)}};
    figure["given_data"] = OrderedJson::array();
    for (const InputOverSets& input : found.inputs)
      figure["given_data"].push_back({{"path", input.path},
                                      {"share", json_number(input.share.share)},
                                      {"low", json_number(input.share.bounds.low)},
                                      {"high", json_number(input.share.bounds.high)}});
    json["figures"].push_back(std::move(figure));
  }
  json["replications_each"] = answer.replications;
  json["replications"] = simulations.replications();
  json["seconds"] = seconds;
  return json_answer(json);
}

std::vector<Table> sensitivity_of_sets_tables(const SensitivityOfSets& answer) {
  using column::number;
  const TableSpec spec{
      "/shares",
      {column::text("kpi", translatable("Key figure, with the years that it is of")),
       column::text("path", translatable("Assumption; `noise`: other random numbers alone")),
       number("share", "1",
              translatable("Share of the variance over the sets that goes along with it; of "
                           "`noise` what chance makes it seem")),
       column::low_of_mean("low"), column::high_of_mean("high")}};
  TableData rows(spec);
  for (const FigureOverSets& found : answer.figures) {
    for (const InputOverSets& input : found.inputs)
      rows.add(found.figure.text(), input.path, input.share.share, input.share.bounds.low,
               input.share.bounds.high);
    rows.add(found.figure.text(), std::string("noise"), found.floor, no_number, no_number);
  }
  return {{spec, std::move(rows)}};
}

}  // namespace doorstroom
