#include <algorithm>
#include <cmath>

#include "engine/sample.hpp"
#include "results/answers/answer_blocks.hpp"
#include "results/report/figure_cells.hpp"
#include "results/stats/intervals.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

class CalibrationBlocks : AnswerBlocks {
 public:
  CalibrationBlocks(ReportSources& sources, const AssumptionNames& assumptions, ResultReader& file,
                    const std::string& id)
      : AnswerBlocks(sources, assumptions, file, id),
        sets_(file.table("/sets")),
        targets_(file.table("/targets")) {}

  std::vector<ReportBlock> made() {
    add_heading(message("Which inputs agree with what is known"));
    add_answer();
    if (sets_.rows() > 0) add_targets();
    add_waves();
    add(message("Sets are possibilities, not probabilities. What was not found may still exist: "
                "this is no proof."),
        ReportText::Role::note);
    return std::move(blocks_);
  }

 private:
  void add_answer() {
    const auto sets = static_cast<std::int64_t>(sets_.rows());
    if (sets == 0)
      return add(message("No set of inputs was found that agrees with what is known."));
    add(message_plural("{0} set of inputs agrees with what is known.",
                       "{0} sets of inputs agree with what is known.", sets));
    std::vector<LocalizedText> unmet;
    for (std::size_t i = 0; i < targets_.rows(); ++i)
      if (targets_.counts("sets_met")[i] == 0)
        unmet.emplace_back(label_of(targets_.texts("kpi")[i]));
    if (unmet.empty()) return;
    ReportList list{.caption = localized(message("No set meets these targets")), .items = {}};
    for (const LocalizedText& name : unmet) list.items.push_back(localized(name));
    blocks_.emplace_back(std::move(list));
  }

  void add_targets() {
    ReportTable made = table(
        "targets", message("The targets, and what the sets make of them"), message("Target"),
        {message("What for"), message("Observed"), message("8 in 10 sets"), message("Met by")});
    for (std::size_t i = 0; i < targets_.rows(); ++i) {
      const std::string& kpi = targets_.texts("kpi")[i];
      const double low = targets_.numbers("low")[i];
      const double high = targets_.numbers("high")[i];
      const std::string& units = targets_.texts("units")[i];
      const NumberText numbers(units, {(low + high) / 2, low, high, 2});
      const std::vector<double> means = sorted_numbers(sets_.numbers(kpi));
      const Interval known = cut_off(units, {(low + high) / 2, low, high, 2});
      const Interval of_sets =
          cut_off(units, {no_number, quantile(means, 0.1), quantile(means, 0.9), 2});
      const std::int64_t met = targets_.counts("sets_met")[i];
      made.rows.push_back(
          {.header = label_of(kpi),
           .cells = {words(targets_.texts("use")[i] == "tune" ? message("tuned on")
                                                              : message("kept to check")),
                     words(numbers.between(known.low, known.high)),
                     words(numbers.between(of_sets.low, of_sets.high)),
                     number(message("{0} of {1}", met, static_cast<std::int64_t>(sets_.rows())),
                            static_cast<double>(met))}});
    }
    blocks_.emplace_back(std::move(made));
  }

  void add_waves() {
    const Table& waves = file_.table("/waves");
    ReportTable made = table("waves", message("What is left of the ranges, wave by wave"),
                             message("Wave"), {message("Points"), message("Left")});
    made.folded = true;
    for (std::size_t i = 0; i < waves.rows(); ++i) {
      const auto points = static_cast<double>(waves.counts("points")[i]);
      const double left = waves.numbers("share")[i];
      made.rows.push_back(
          {.header = std::to_string(i + 1),
           .cells = {number(grouped(points, 0), points), number(left_words(left), left)}});
    }
    if (!made.rows.empty()) blocks_.emplace_back(std::move(made));
  }

  /// "12%", "1 in 2,500,000"
  static LocalizedText left_words(double share) {
    constexpr double small = 0.005;
    if (share >= small) return percent_words(share);
    if (!(share > 0)) return message("nothing");
    return message("1 in {0}", grouped(std::pow(10, std::round(-std::log10(share) * 10) / 10), 0));
  }

  const Table& sets_;
  const Table& targets_;
};

}  // namespace

std::vector<ReportBlock> calibration_blocks(ReportSources& sources,
                                            const AssumptionNames& assumptions, ResultReader& file,
                                            const std::string& id) {
  return CalibrationBlocks(sources, assumptions, file, id).made();
}

}  // namespace doorstroom
