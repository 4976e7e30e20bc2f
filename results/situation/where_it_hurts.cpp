#include <algorithm>
#include <cmath>

#include "models/messages/message.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/report/figure_cells.hpp"
#include "results/situation/group_tables.hpp"
#include "results/situation/situation.hpp"
#include "results/situation/waiting_lists.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

/// Lists beyond these stand in the table only.
constexpr std::size_t most_lists_drawn = 12;

class ListsReport {
 public:
  explicit ListsReport(ReportSources& sources) : sources_(sources), lists_(waiting_lists(sources)) {
    for (const WaitingList& list : lists_) {
      if (list.is_used()) ++used_;
      if (list.may_be_longest()) longest_.push_back(list_text(list));
    }
  }

  /// Which lists, in the order of their length, are not what was observed; empty: none.
  LocalizedText not_as_observed() const {
    std::vector<LocalizedText> names;
    for (const WaitingList& list : lists_)
      if (list.agreement == WaitingList::Agreement::otherwise) names.emplace_back(list.label);
    if (names.empty()) return {};
    return message(
        "Do not read too much into these: what was observed of them does not agree with the "
        "model: {0}.",
        between_semicolons(names));
  }

  bool any_used() const { return used_ > 0; }

  /// Which list is the longest, and how sure that is.
  LocalizedText longest() const {
    if (used_ == 0) return message("Nobody waits: no desk or arrangement has a waiting list.");
    if (!lists_.front().rank)
      return message(
          "The longest waiting list: {0}. This is one possible future, which tells "
          "nothing of chance.",
          list_text(lists_.front()));
    if (longest_.size() == 1) return message("The longest waiting list: {0}.", longest_.front());
    if (longest_.size() <= most_ties_named)
      return message(
          "We cannot tell which waiting list is the longest. It may be any of these: "
          "{0}.",
          between_semicolons(longest_));
    return message("We cannot tell which waiting list is the longest. {0} of {1} may be it.",
                   longest_.size(), used_);
  }

  ReportChart chart() const {
    const std::size_t count = std::min(used_, most_lists_drawn);
    IntervalChart chart;
    chart.head = {
        .id = "waiting-lists",
        .title = sources_.localized(message("The longest waiting lists")),
        .summary = sources_.localized(
            longest() + std::string(" ") +
            (count < used_ ? message("Drawn are the {0} longest of {1} lists.", count, used_)
                           : message("All lists on which anybody waits are drawn."))),
        .unit = sources_.localized(message("youths")),
        .source = sources_.chart_source()};
    chart.axis = sources_.localized(message("youths on the list, mean"));
    ReportTable table{.id = "waiting-lists-table",
                      .caption = sources_.localized(message("Youths on the list, mean")),
                      .corner = sources_.localized(message("Desk or arrangement")),
                      .columns = {{sources_.localized(message("mean")), "youth"},
                                  {sources_.localized(message("95%, from")), "youth"},
                                  {sources_.localized(message("95%, to")), "youth"}},
                      .rows = {},
                      .folded = true};
    for (std::size_t i = 0; i < count; ++i) {
      const WaitingList& list = lists_[i];
      const Interval shown = cut_off("youth", list.waiting);
      chart.rows.push_back({.label = list.label,
                            .group = {},
                            .low = shown.low,
                            .middle = shown.mean,
                            .high = shown.high,
                            .text = sources_.localized(value_with_bounds("youth", list.waiting))});
      ReportRow row{.header = list.label, .cells = {}};
      for (const double value : {shown.mean, shown.low, shown.high})
        row.cells.push_back(value_cell("youth", value, list.waiting, sources_.language()));
      table.rows.push_back(std::move(row));
    }
    return {.chart = std::move(chart), .table = std::move(table)};
  }

  /// Every desk and arrangement, worst first.
  ReportTable table() const {
    const std::vector<std::string> columns{"waiting_mean", "entered_within_10w", "wait_p50",
                                           "wait_p90",     "entered_per_year",   "places_mean",
                                           "utilisation",  "blocked_mean"};
    ReportTable table{
        .id = "desks-and-arrangements",
        .caption =
            sources_.localized(message("Desks and arrangements, the longest waiting list first")),
        .corner = sources_.localized(message("Desk or arrangement")),
        .columns = {{sources_.localized(message("Rank")), ""},
                    {.label = sources_.localized(message("As observed")),
                     .units = {},
                     .numeric = false}},
        .rows = {},
        .note = sources_.localized(message(
            "The order is that of the number of youths on the list, as a mean over all years. "
            "A rank such as 2 to 4: the list may be the second, third or fourth longest, the noise "
            "of simulating does not tell which. Ranks hold together with 95% confidence, each "
            "interval behind ± by itself. As observed: whether what is known of the region agrees "
            "with the model; a dash tells that nothing is known. At "
            "a desk, places are workers. The waits are those of youths who entered: they get "
            "shorter when more give up."))};
    for (const std::string& column : columns) {
      const KpiDefinition& kpi = KpiName{lists_.front().id, column}.definition();
      table.columns.push_back({kpi.label.in(sources_.language()), std::string(kpi.units)});
    }
    for (const WaitingList& list : lists_) {
      ReportRow row{.header = list.label,
                    .cells = {word_cell(rank_text(list.rank), sources_.language()),
                              word_cell(agreement_text(list), sources_.language())}};
      for (const std::string& column : columns) row.cells.push_back(cell_of({list.id, column}));
      table.rows.push_back(std::move(row));
    }
    return table;
  }

 private:
  /// "OZA, on average 12 youths (95%: 11 to 13)"
  static LocalizedText list_text(const WaitingList& list) {
    const NumberText text("youth", list.waiting);
    const Interval shown = cut_off("youth", list.waiting);
    const LocalizedText value = text.value(shown.mean);
    if (!std::isfinite(shown.low) || text.shows_alike(shown.low, shown.high))
      return message("{0}, on average {1} youths", list.label, value);
    return message("{0}, on average {1} youths (95%: {2})", list.label, value,
                   text.bounds(shown.low, shown.high));
  }

  /// Whether the targets of a desk or an arrangement are met.
  LocalizedText agreement_text(const WaitingList& list) const {
    switch (list.agreement) {
      case WaitingList::Agreement::as_observed:
        return message("yes");
      case WaitingList::Agreement::otherwise:
        return message("no");
      case WaitingList::Agreement::not_known:
        break;
    }
    return std::string("-");
  }

  ReportCell cell_of(const KpiName& kpi) const {
    const Interval interval = t_interval(kpi_values(sources_.base(), kpi));
    if (kpi.column == "places_mean" && interval.mean < 0)
      return word_cell(message("unlimited"), sources_.language());
    if (kpi.column == "entered_per_year" && sources_.privacy().hides_anything())
      return value_cell(kpi.definition().units,
                        sources_.privacy().flow(interval.mean, years_of(sources_.base())),
                        sources_.language());
    return noise_cell(kpi.definition().units, interval, sources_.language());
  }

  ReportSources& sources_;
  std::vector<WaitingList> lists_;
  std::size_t used_ = 0;  ///< lists on which somebody ever waits; they come first
  std::vector<LocalizedText> longest_;
};

}  // namespace

ReportSection where_it_hurts(ReportSources& sources) {
  ReportSection section{
      .id = "where-it-hurts", .title = sources.localized(message("Where it hurts")), .blocks = {}};
  const auto add = [&](auto block) { section.blocks.emplace_back(std::move(block)); };
  const ListsReport lists(sources);
  add(ReportText{sources.localized(lists.longest()), ReportText::Role::lead});
  if (const LocalizedText warning = lists.not_as_observed(); !warning.empty())
    add(ReportText{sources.localized(warning), ReportText::Role::warning});
  add(map_chart(sources));
  if (lists.any_used()) add(lists.chart());
  add(lists.table());
  const std::vector<ReportBlock> groups = group_tables(sources);
  if (!groups.empty()) {
    add(ReportHeading{sources.localized(message("Groups of youths"))});
    section.blocks.insert(section.blocks.end(), groups.begin(), groups.end());
  }
  return section;
}

}  // namespace doorstroom
