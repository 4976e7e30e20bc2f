#include <algorithm>
#include <cmath>

#include "results/answers/answer_blocks.hpp"
#include "results/report/verdict_words.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"

namespace doorstroom {
namespace {

class ChoiceBlocks : AnswerBlocks {
 public:
  ChoiceBlocks(ReportSources& sources, const AssumptionNames& assumptions, ResultReader& file,
               const std::string& id)
      : AnswerBlocks(sources, assumptions, file, id), rows_(file.table("/plans")) {}

  std::vector<ReportBlock> made() {
    add_heading(message("Which plan holds up, whatever the guesses turn out to be"));
    std::vector<std::string> kpis;
    for (const std::string& kpi : rows_.texts("kpi"))
      if (std::ranges::find(kpis, kpi) == kpis.end()) kpis.push_back(kpi);
    for (std::size_t i = 0; i < kpis.size(); ++i) add_figure(kpis[i], std::to_string(i + 1));
    add(message("Every plan was tried in many states of the world within the assumed ranges. "
                "Shares of states are no probabilities. Regret: how much better the best plan of "
                "a state is."),
        ReportText::Role::note);
    return std::move(blocks_);
  }

 private:
  double at(const char* column, std::size_t row) const { return rows_.numbers(column)[row]; }

  /// A plan's name in the language of the report, where it is the base or a variant of it.
  std::string plan(std::size_t row) const {
    const std::string& name = rows_.texts("plan")[row];
    for (std::size_t i = 0; i < sources_.results().size(); ++i)
      if (sources_.results()[i].text("scenario_name") == name)
        return i == 0 ? localized(message("Unchanged")) : variant_name(sources_, i - 1);
    return name;
  }

  void add_figure(const std::string& kpi, const std::string& number) {
    std::vector<std::size_t> plans;
    for (std::size_t row = 0; row < rows_.rows(); ++row)
      if (rows_.texts("kpi")[row] == kpi) plans.push_back(row);
    add_least_regret(kpi, plans);
    for (const std::size_t row : plans) add_failures(row);
    add_chart(kpi, number, plans);
  }

  void add_least_regret(const std::string& kpi, const std::vector<std::size_t>& plans) {
    const std::size_t best = *std::ranges::min_element(
        plans, {}, [&](std::size_t row) { return at("regret_mean", row); });
    add(
        message("{0}: {1} has the least regret, on average {2} worse than the best plan of each "
                "state.",
                label_of(kpi), plan(best), regret(best, "regret_mean")));
  }

  LocalizedText regret(std::size_t row, const char* column) const {
    const double size = std::max(0.0, at(column, row));
    const double noise = (at("high", row) - at("low", row)) / 2;
    const Interval about{size, size - noise, size + noise, 2};
    return NumberText::of_difference(rows_.texts("units")[row], about).value(size);
  }

  /// One side of a box: "arrangements.oza.stay >= 9 months <= 11 months".
  LocalizedText side_words(const std::string& side) const {
    const std::size_t low_at = side.find(" >= ");
    const std::size_t high_at = side.find(" <= ");
    const std::string name = assumptions_.of(side.substr(0, std::min(low_at, high_at)));
    constexpr std::size_t sign = 4;
    const std::string high = high_at == std::string::npos ? "" : side.substr(high_at + sign);
    if (low_at == std::string::npos) return message("{0} is at most {1}", name, high);
    const std::size_t low_from = low_at + sign;
    const std::string low =
        side.substr(low_from, high_at == std::string::npos ? high_at : high_at - low_from);
    return high.empty() ? message("{0} is at least {1}", name, low)
                        : message("{0} lies from {1} to {2}", name, low, high);
  }

  std::string in_words(const std::string& box) const {
    std::vector<LocalizedText> sides;
    for (std::size_t at = 0; at < box.size();) {
      const std::size_t end = std::min(box.find("; ", at), box.size());
      sides.push_back(side_words(box.substr(at, end - at)));
      at = end + 2;
    }
    return localized(all_of(sides));
  }

  void add_failures(std::size_t row) {
    const std::string& box = rows_.texts("fails_where")[row];
    if (!box.empty())
      add(message("{0} fails its target mostly where {1}.", plan(row), in_words(box)));
  }

  void add_chart(const std::string& kpi, const std::string& number,
                 const std::vector<std::size_t>& plans) {
    const std::string units = units_of(kpi);
    const double unit = chart_unit(units);
    const LocalizedText axis = units == "1" ? message("%") : chart_unit_words(units);
    IntervalChart bars = chart("plans-" + number, message("Plans compared: {0}", label_of(kpi)),
                               message("The mean of each plan over the states of the world, "
                                       "between what it is in the worst and in the best tenth "
                                       "of them."),
                               axis);
    ReportTable made = table(
        "plans-" + number, message("Plans compared: {0}", label_of(kpi)), message("Plan"),
        {message("Mean"), message("Noise, 95%"), message("Worst tenth"), message("Best tenth"),
         message("Regret"), message("Most regret"), message("Target met"), message("Open")});
    made.folded = true;
    for (const std::size_t row : plans) {
      const Interval mean{at("mean", row), at("low", row), at("high", row), 2};
      const NumberText numbers(units, mean);
      const auto [low, high] = std::minmax({at("worst_tenth", row), at("best_tenth", row)});
      bars.rows.push_back({.label = plan(row),
                           .group = {},
                           .low = low / unit,
                           .middle = mean.mean / unit,
                           .high = high / unit,
                           .text = localized(message("worst tenth {0}, regret {1}",
                                                     numbers.value(at("worst_tenth", row)),
                                                     regret(row, "regret_mean"))),
                           .tone = IntervalRow::Tone::neutral});
      made.rows.push_back(
          {.header = plan(row),
           .cells = {this->number(numbers.value(mean.mean), mean.mean),
                     words(numbers.bounds(mean.low, mean.high)),
                     this->number(numbers.value(at("worst_tenth", row)), at("worst_tenth", row)),
                     this->number(numbers.value(at("best_tenth", row)), at("best_tenth", row)),
                     this->number(regret(row, "regret_mean"), at("regret_mean", row)),
                     this->number(regret(row, "regret_max"), at("regret_max", row)),
                     share(at("met_share", row)), share(at("open_share", row))}});
    }
    blocks_.emplace_back(ReportChart{.chart = std::move(bars), .table = std::move(made)});
  }

  const Table& rows_;
};

}  // namespace

std::vector<ReportBlock> choice_blocks(ReportSources& sources, const AssumptionNames& assumptions,
                                       ResultReader& file, const std::string& id) {
  return ChoiceBlocks(sources, assumptions, file, id).made();
}

}  // namespace doorstroom
