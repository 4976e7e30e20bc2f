#include <fmt/format.h>

#include <cmath>

#include "results/answers/answer_blocks.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"

namespace doorstroom {
namespace {

class BottleneckBlocks : AnswerBlocks {
 public:
  BottleneckBlocks(ReportSources& sources, const AssumptionNames& assumptions, ResultReader& file,
                   const std::string& id)
      : AnswerBlocks(sources, assumptions, file, id), rows_(file.table("/bottlenecks")) {}

  std::vector<ReportBlock> made() {
    if (rows_.rows() == 0 || !rows_.has("kpi")) return {};
    kpi_ = KpiName::parse(rows_.texts("kpi").front());
    add_heading(message("Where a little more helps most: {0}", sources_.label(kpi_)));
    add_first();
    add_chart();
    add(message("All effects and ranks hold together with 95% confidence, as far as chance in "
                "simulation goes. More in one place may move the list to the next."),
        ReportText::Role::note);
    return std::move(blocks_);
  }

 private:
  double at(const char* column, std::size_t row) const { return rows_.numbers(column)[row]; }
  Interval effect(std::size_t row) const {
    return {at("difference", row), at("low", row), at("high", row), 2};
  }
  NumberText numbers(const Interval& about) const {
    return NumberText::of_difference(kpi_.definition().units, about);
  }
  std::string name(std::size_t row) const {
    return sources_.labels().of_node(rows_.texts("node")[row], sources_.language());
  }
  LocalizedText step(std::size_t row) const {
    const std::string& unit = rows_.texts("unit")[row];
    return unit.empty() ? message_plural("{0} place", "{0} places",
                                         static_cast<std::int64_t>(at("step", row)))
                        : assumptions_.value(at("step", row), unit);
  }
  bool helps(std::size_t row) const {
    return kpi_.definition().preferred == PreferredDirection::lower ? effect(row).high < 0
                                                                    : effect(row).low > 0;
  }
  IntervalRow::Tone tone(std::size_t row) const {
    if (helps(row)) return IntervalRow::Tone::better;
    const Interval all = effect(row);
    return all.low > 0 || all.high < 0 ? IntervalRow::Tone::worse : IntervalRow::Tone::undecided;
  }
  LocalizedText rank(std::size_t row) const {
    const std::int32_t low = rows_.codes("rank_low")[row];
    const std::int32_t high = rows_.codes("rank_high")[row];
    return low == high ? LocalizedText(fmt::format("{}", low)) : message("{0} to {1}", low, high);
  }

  void add_first() {
    if (!helps(0)) return add(message("Of none of these steps is an effect for the better shown."));
    const Interval first = effect(0);
    add(message("{0}: {1} more changes it by {2}.", name(0), step(0),
                numbers(first).value_and_bounds(first.mean, first.low, first.high)));
    std::vector<LocalizedText> as_good;
    for (std::size_t row = 1; row < rows_.rows(); ++row)
      if (rows_.codes("rank_low")[row] == 1) as_good.emplace_back(name(row));
    if (!as_good.empty())
      add(message("It cannot be told from {0}: any of them may be the first.", all_of(as_good)));
  }

  void add_chart() {
    const std::string units(kpi_.definition().units);
    const double unit = chart_unit(units);
    IntervalChart bars =
        chart("bottlenecks", message("Where a little more helps most"),
              message("What a little more changes in {0}. Bars that overlap may be in another "
                      "order; the words tell which ranks each may have.",
                      sources_.label(kpi_)),
              chart_unit_words(units));
    bars.from_zero = false;
    ReportTable made =
        table("bottlenecks", message("What a little more does: {0}", sources_.label(kpi_)),
              message("Desk or arrangement"),
              {message("Rank"), message("Step"), message("Effect"), message("Noise, together 95%"),
               message("Price, euro a year"), message("Bill, euro a year"),
               message("For 100,000 euro a year")});
    for (std::size_t row = 0; row < rows_.rows(); ++row) {
      const Interval all = effect(row);
      bars.rows.push_back(
          {.label = localized(message("{0}: {1} more", name(row), step(row))),
           .group = {},
           .low = all.low / unit,
           .middle = all.mean / unit,
           .high = all.high / unit,
           .text = localized(message("{0}, rank {1}", numbers(all).value(all.mean), rank(row))),
           .tone = tone(row)});
      made.rows.push_back({.header = name(row),
                           .cells = {words(rank(row)), number(step(row), at("step", row)),
                                     number(numbers(all).value(all.mean), all.mean),
                                     words(numbers(all).bounds(all.low, all.high)),
                                     money("euro_per_year", row, false),
                                     money("bill_difference", row, true), for_money(row)}});
    }
    made.folded = true;
    blocks_.emplace_back(ReportChart{.chart = std::move(bars), .table = std::move(made)});
  }

  ReportCell money(const char* column, std::size_t row, bool is_difference) const {
    const double euro = at(column, row);
    if (!is_difference && !(euro > 0)) return words(std::string("-"));
    const Interval about{euro, is_difference ? at("bill_low", row) : euro,
                         is_difference ? at("bill_high", row) : euro, 2};
    return number(NumberText::of_difference("EUR/year", about).value(euro), euro);
  }

  ReportCell for_money(std::size_t row) const {
    const Interval about{at("per_100k_euro", row), at("per_100k_euro_low", row),
                         at("per_100k_euro_high", row), 2};
    if (std::isnan(about.mean)) return words(std::string("-"));
    return number(numbers(about).value(about.mean), about.mean);
  }

  const Table& rows_;
  KpiName kpi_{};
};

}  // namespace

std::vector<ReportBlock> bottleneck_blocks(ReportSources& sources,
                                           const AssumptionNames& assumptions, ResultReader& file,
                                           const std::string& id) {
  return BottleneckBlocks(sources, assumptions, file, id).made();
}

}  // namespace doorstroom
