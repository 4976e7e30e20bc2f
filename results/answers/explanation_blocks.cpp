#include <algorithm>
#include <boost/algorithm/string/replace.hpp>
#include <cmath>

#include "results/answers/answer_blocks.hpp"
#include "results/answers/break_even_words.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

class ExplanationBlocks : AnswerBlocks {
 public:
  ExplanationBlocks(ReportSources& sources, const AssumptionNames& assumptions, ResultReader& file,
                    const std::string& id)
      : AnswerBlocks(sources, assumptions, file, id),
        effects_(file.table("/effects")),
        parts_(file.table("/parts")) {}

  std::vector<ReportBlock> made() {
    add_heading(variant().empty() ? message("What the effect consists of")
                                  : message("What the effect of {0} consists of", variant()));
    for (std::size_t figure = 0; figure < effects_.rows(); ++figure) add_figure(figure);
    add_break_even();
    add(message("A share is what a part adds in the mean over the orders in which parts can come; "
                "shares add up to the whole. Intervals are the noise of simulating, each by "
                "itself. This is an assumption worked out, not evidence of effect."),
        ReportText::Role::note);
    return std::move(blocks_);
  }

 private:
  static bool is_shown(const Interval& effect) { return effect.low > 0 || effect.high < 0; }

  Interval interval(const Table& table, std::size_t row, const char* middle, const char* low,
                    const char* high) const {
    return {table.numbers(middle)[row], table.numbers(low)[row], table.numbers(high)[row], 2};
  }
  Interval share_of(std::size_t part) const {
    return interval(parts_, part, "shapley", "low", "high");
  }
  std::string part_name(std::size_t part) const {
    const std::string& name = parts_.texts("part")[part];
    if (name == "cost") return localized(message("the cost"));
    if (name == "rest") return localized(message("all else"));
    return boost::replace_all_copy(name, "_", " ");
  }
  std::string figure_name(std::size_t figure) const {
    const std::string label = label_of(effects_.texts("kpi")[figure]);
    const std::string& phase = effects_.texts("phase")[figure];
    if (phase == "during") return localized(message("{0} (during it)", label));
    if (phase == "after") return localized(message("{0} (after it)", label));
    return label;
  }
  std::string units(std::size_t figure) const { return effects_.texts("units")[figure]; }

  LocalizedText amount(std::size_t figure, const Interval& effect) const {
    return NumberText::of_difference(units(figure), effect)
        .value_and_bounds(effect.mean, effect.low, effect.high);
  }
  ReportCell cell(std::size_t figure, const Interval& effect) const {
    return number(amount(figure, effect), effect.mean);
  }

  std::vector<std::size_t> parts_of(std::size_t figure) const {
    std::vector<std::size_t> parts;
    for (std::size_t i = 0; i < parts_.rows(); ++i)
      if (parts_.texts("kpi")[i] == effects_.texts("kpi")[figure]) parts.push_back(i);
    return parts;
  }

  void add_figure(std::size_t figure) {
    const Interval whole = interval(effects_, figure, "whole", "low", "high");
    const std::string name = figure_name(figure);
    add(is_shown(whole) ? message("{0}: {1}.", name, amount(figure, whole))
                        : message("{0}: no difference that can be told from none, {1}.", name,
                                  amount(figure, whole)));
    std::vector<std::size_t> parts = parts_of(figure);
    std::ranges::stable_sort(parts, std::ranges::greater{},
                             [&](std::size_t i) { return std::abs(share_of(i).mean); });
    const auto first =
        std::ranges::find_if(parts, [&](std::size_t part) { return is_shown(share_of(part)); });
    if (first == parts.end())
      add(message("No part's share can be told from none."));
    else
      add(message("Most comes from {0}: {1}.", part_name(*first),
                  amount(figure, share_of(*first))));
    add_chart(figure, name, parts, whole);
  }

  void add_chart(std::size_t figure, const std::string& name, const std::vector<std::size_t>& parts,
                 const Interval& whole) {
    const std::string what = "parts-" + std::to_string(figure + 1);
    const double unit = chart_unit(units(figure));
    IntervalChart bars = chart(what, message("What it consists of: {0}", name),
                               message("The share of each part in the difference. A bar that "
                                       "crosses zero cannot be told from none."),
                               chart_unit_words(units(figure)));
    bars.from_zero = false;
    ReportTable made = table(what, message("What it consists of: {0}", name), message("Part"),
                             {message("Share"), message("Alone"), message("All but this")});
    made.folded = true;
    const auto add_bar = [&](const std::string& label, const Interval& effect) {
      bars.rows.push_back(
          {.label = label,
           .group = {},
           .low = effect.low / unit,
           .middle = effect.mean / unit,
           .high = effect.high / unit,
           .text = localized(amount(figure, effect)),
           .tone = is_shown(effect) ? IntervalRow::Tone::neutral : IntervalRow::Tone::undecided});
    };
    for (const std::size_t part : parts) {
      add_bar(part_name(part), share_of(part));
      made.rows.push_back(
          {.header = part_name(part),
           .cells = {
               cell(figure, share_of(part)),
               cell(figure, interval(parts_, part, "alone", "alone_low", "alone_high")),
               cell(figure, interval(parts_, part, "without", "without_low", "without_high"))}});
    }
    const std::string together = localized(message("all together"));
    add_bar(together, whole);
    made.rows.push_back(
        {.header = together,
         .cells = {cell(figure, whole), words(std::string("-")), words(std::string("-"))}});
    blocks_.emplace_back(ReportChart{.chart = std::move(bars), .table = std::move(made)});
  }

  void add_break_even() {
    const std::vector<BreakEvenRow> found = break_even_rows(assumptions_, file_);
    if (found.empty()) return;
    ReportTable made = table("break-even", message("Where the effect cannot be told from nil"),
                             message("Assumption"), {message("Figure"), message("Values")});
    for (ReportColumn& column : made.columns) column.numeric = false;
    for (const BreakEvenRow& row : found)
      made.rows.push_back(
          {.header = row.assumption, .cells = {words(label_of(row.kpi)), words(row.values)}});
    blocks_.emplace_back(std::move(made));
  }

  const Table& effects_;
  const Table& parts_;
};

}  // namespace

std::vector<ReportBlock> explanation_blocks(ReportSources& sources,
                                            const AssumptionNames& assumptions, ResultReader& file,
                                            const std::string& id) {
  return ExplanationBlocks(sources, assumptions, file, id).made();
}

}  // namespace doorstroom
