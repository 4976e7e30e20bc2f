#include <cmath>

#include "results/answers/answer_blocks.hpp"
#include "results/answers/sensitivity_rows.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

class SensitivityBlocks : AnswerBlocks {
 public:
  using AnswerBlocks::AnswerBlocks;

  std::vector<ReportBlock> made() {
    add_heading(variant().empty()
                    ? message("Which assumption decides")
                    : message("Which assumption decides the effect of {0}", variant()));
    std::size_t number = 0;
    for (const FigureShares& figure : figure_shares(file_)) {
      add_answer(figure);
      if (!figure.shares.empty()) add_chart(figure, std::to_string(++number));
    }
    add_changes();
    add(message("Shares are of the spread that the assumptions give the figure. Below the line of "
                "noise a share tells nothing. Ranges are assumptions, too: with others the order "
                "may differ."),
        ReportText::Role::note);
    return std::move(blocks_);
  }

 private:
  void add_answer(const FigureShares& figure) {
    const std::string label = label_of(figure.kpi);
    if (figure.shares.empty())
      return add(message("{0}: no assumption does more than other random numbers do.", label));
    const AssumptionShare& first = figure.shares.front();
    const std::string name = assumptions_.of(first.path);
    if (!figure.has_leader())
      return add(
          message("{0}: most seems to come from {1}, but noise may do as much.", label, name));
    add(message("{0}: most depends on {1}. It makes {2} of the spread ({3}).", label, name,
                percent_words(first.share), percent_bounds(first.low, first.high)));
  }

  void add_chart(const FigureShares& figure, const std::string& number) {
    const LocalizedText title = message("Share of the spread: {0}", label_of(figure.kpi));
    IntervalChart bars = chart("shares-" + number, title,
                               message("The longer the bar reaches, the more the figure depends "
                                       "on it. The line is what noise may do."),
                               message("% of the spread"));
    constexpr double percent = 100;
    if (!std::isnan(figure.noise_floor))
      bars.marks = {{.at = percent * std::clamp(figure.noise_floor, 0.0, 1.0),
                     .label = localized(message("noise"))}};
    ReportTable made = table("shares-" + number, title, message("Assumption"),
                             {message("In all"), message("95% interval"), message("Alone")});
    made.folded = true;
    for (const AssumptionShare& each : figure.shares) {
      const std::string name = assumptions_.of(each.path);
      const auto cut = [](double value) { return percent * std::clamp(value, 0.0, 1.0); };
      bars.rows.push_back({.label = name,
                           .group = {},
                           .low = cut(each.low),
                           .middle = cut(each.share),
                           .high = cut(each.high),
                           .text = localized(percent_words(each.share)),
                           .tone = each.low > figure.noise_floor ? IntervalRow::Tone::neutral
                                                                 : IntervalRow::Tone::undecided});
      made.rows.push_back({.header = name,
                           .cells = {share(each.share), words(percent_bounds(each.low, each.high)),
                                     share(each.alone)}});
    }
    made.rows.push_back(
        {.header = localized(message("Noise: other random numbers")),
         .cells = {share(figure.noise_floor), words(std::string("-")), words(std::string("-"))}});
    blocks_.emplace_back(ReportChart{.chart = std::move(bars), .table = std::move(made)});
  }

  /// How much each assumption changes over its range.
  void add_changes() {
    if (!file_.has_table("/morris")) return;
    const Table& rows = file_.table("/morris");
    ReportTable made =
        table("changes", message("How much a figure changes over the range"), message("Assumption"),
              {message("Figure"), message("Mean size"), message("95% interval")});
    made.folded = true;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
      const Interval size{rows.numbers("mu_star")[i], rows.numbers("mu_star_low")[i],
                          rows.numbers("mu_star_high")[i], 2};
      const NumberText numbers = NumberText::of_difference(rows.texts("units")[i], size);
      const std::string& path = rows.texts("path")[i];
      made.rows.push_back({.header = path == "noise"
                                         ? localized(message("Noise: other random numbers"))
                                         : assumptions_.of(path),
                           .cells = {words(label_of(rows.texts("kpi")[i])),
                                     number(numbers.value(size.mean), size.mean),
                                     words(numbers.bounds(size.low, size.high))}});
    }
    blocks_.emplace_back(std::move(made));
  }
};

}  // namespace

std::vector<ReportBlock> sensitivity_blocks(ReportSources& sources,
                                            const AssumptionNames& assumptions, ResultReader& file,
                                            const std::string& id) {
  return SensitivityBlocks(sources, assumptions, file, id).made();
}

}  // namespace doorstroom
