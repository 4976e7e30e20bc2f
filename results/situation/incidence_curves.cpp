#include "results/situation/incidence_curves.hpp"

#include <algorithm>
#include <cmath>

#include "models/messages/message.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/report/figure_cells.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t last_week = 52;

/// Every other week, and a quarter of a year, in which absence is counted.
bool is_drawn(std::size_t week) {
  return week % 2 == 0 || week == 13;
}

Interval by_hundred(const Interval& share) {
  return {100 * share.mean, 100 * share.low, 100 * share.high, share.count};
}

/// Whole youths; below ten with a decimal.
LocalizedText rounded(double of_hundred, const Interval& about) {
  return grouped(of_hundred, about.mean < 10 && about.mean > 0 ? 1 : 0);
}

/// Bounds are told where they differ as they are rounded.
bool tells_bounds(const Interval& hundred) {
  return std::isfinite(hundred.low) &&
         rounded(hundred.low, hundred) != rounded(hundred.high, hundred);
}

/// "34% (32 to 36)"
LocalizedText share_and_bounds(const Interval& share) {
  if (std::isnan(share.mean)) return std::string("-");
  const Interval hundred = by_hundred(share);
  const LocalizedText value = joined({rounded(hundred.mean, hundred), std::string("%")});
  if (!tells_bounds(hundred)) return value;
  return message_in("share and its bounds", "{0} ({1} to {2})", value,
                    rounded(hundred.low, hundred), rounded(hundred.high, hundred));
}

/// Arrangements whose places are limited, with their codes in /nodes.
std::vector<std::pair<std::string, std::int32_t>> limited_arrangements(ResultReader& file) {
  const Table& nodes = file.table("/nodes");
  const std::int32_t arrangement = nodes.code_of("kind", "arrangement");
  std::vector<std::pair<std::string, std::int32_t>> limited;
  for (std::size_t row = 0; row < nodes.rows(); ++row) {
    const std::string& id = nodes.texts("id")[row];
    if (nodes.codes("kind")[row] == arrangement &&
        t_interval(kpi_values(file, KpiName{id, "places_mean"})).mean >= 0)
      limited.emplace_back(id, static_cast<std::int32_t>(row));
  }
  return limited;
}

}  // namespace

Interval IncidenceCurve::within(std::size_t weeks) const {
  return weeks < shares.size() ? shares[weeks] : Interval{no_number, no_number, no_number, 0};
}

IncidenceCurve incidence_curve(const Table& table, const std::string& end, std::int32_t node) {
  const std::vector<double>& mean = table.numbers(end + "_mean");
  const std::vector<double>& low = table.numbers(end + "_low");
  const std::vector<double>& high = table.numbers(end + "_high");
  const std::vector<double> count = table.as_numbers(end + "_n");
  const std::int32_t* nodes = table.has("node") ? table.codes("node").data() : nullptr;
  IncidenceCurve curve;
  for (std::size_t row = 0; row < table.rows(); ++row)
    if (nodes == nullptr || nodes[row] == node)
      curve.shares.push_back(
          {mean[row], low[row], high[row], static_cast<std::uint64_t>(count[row])});
  return curve;
}

std::vector<Placement> placements_of(ReportSources& sources) {
  ResultReader& file = sources.base();
  const Table& incidence = file.table("/incidence");
  std::vector<Placement> placements;
  for (const auto& [id, code] : limited_arrangements(file)) {
    Placement one{.entered = incidence_curve(incidence, "entered", code),
                  .left_list = incidence_curve(incidence, "left_list", code),
                  .entered_within_6w = kpi_values(file, KpiName{id, "entered_within_6w"})};
    if (std::isnan(one.entered.within(0).mean)) continue;
    one.entered.id = one.left_list.id = id;
    one.entered.label = one.left_list.label = sources.labels().of_node(id, sources.language());
    placements.push_back(std::move(one));
  }
  std::ranges::stable_sort(placements, {},
                           [](const Placement& one) { return one.entered.within(6).mean; });
  return placements;
}

LocalizedText of_hundred(const Interval& share) {
  const Interval hundred = by_hundred(share);
  const LocalizedText value = rounded(hundred.mean, hundred);
  if (!tells_bounds(hundred)) return value;
  return message("{0} (95%: {1} to {2})", value, rounded(hundred.low, hundred),
                 rounded(hundred.high, hundred));
}

ReportChart curve_chart(const ReportSources& sources, const ChartHead& head,
                        const std::string& x_label, const std::vector<ChartMark>& marks,
                        const std::vector<IncidenceCurve>& curves) {
  CurveChart chart{.head = head,
                   .x_label = x_label,
                   .y_label = head.unit,
                   .x = {},
                   .curves = {},
                   .marks = marks};
  ReportTable table{.id = head.id + "-table",
                    .caption = head.title,
                    .corner = x_label,
                    .columns = {},
                    .rows = {},
                    .note = sources.localized(message("Between brackets: the 95% interval of the "
                                                      "noise of simulating.")),
                    .folded = true};
  for (const IncidenceCurve& curve : curves) {
    chart.curves.push_back({.id = curve.id, .label = curve.label, .y = {}, .low = {}, .high = {}});
    table.columns.push_back({curve.label, "1"});
  }
  for (std::size_t week = 0; week <= last_week; ++week) {
    if (!is_drawn(week)) continue;
    chart.x.push_back(static_cast<double>(week));
    ReportRow row{.header = std::to_string(week), .cells = {}};
    for (std::size_t i = 0; i < curves.size(); ++i) {
      const Interval share = curves[i].within(week);
      const Interval hundred = by_hundred(share);
      chart.curves[i].y.push_back(hundred.mean);
      chart.curves[i].low.push_back(hundred.low);
      chart.curves[i].high.push_back(hundred.high);
      ReportCell cell = word_cell(share_and_bounds(share), sources.language());
      if (std::isfinite(share.mean)) cell.value = share.mean;
      row.cells.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  for (Curve& curve : chart.curves)
    if (std::ranges::none_of(curve.low, [](double low) { return std::isfinite(low); })) {
      curve.low.clear();
      curve.high.clear();
    }
  return {.chart = std::move(chart), .table = std::move(table)};
}

}  // namespace doorstroom
