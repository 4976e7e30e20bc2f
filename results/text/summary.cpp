#include "results/text/summary.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <utility>

#include "models/messages/message.hpp"
#include "models/scenario/period.hpp"
#include "results/figures/breakdown_values.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/figures/year_spread.hpp"
#include "results/rows/kpi_lists.hpp"
#include "results/stats/intervals.hpp"
#include "results/table/code_name.hpp"
#include "results/text/kpi_labels.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"
#include "results/text/unfunded_text.hpp"

namespace doorstroom {
namespace {

std::string end_date(const ResultReader& file) {
  const std::string start = file.text("start_date");
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (std::sscanf(start.c_str(), "%d-%u-%u", &year, &month, &day) != 3)
    throw input_error(message("{0}: the start date is `{1}`", file.path(), start));
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  return to_text(std::chrono::sys_days(date) + std::chrono::days(file.integer("period_days")));
}

/// The summary of a result in one language.
class Summary {
 public:
  Summary(ResultReader& file, Language language, std::size_t width)
      : file_(file), language_(language), width_(width), labels_(file) {}

  std::string text() {
    add_title();
    add_system();
    add_targets();
    add_nodes();
    add_clocks();
    add_funders();
    add_stops();
    add(unfunded_text(file_, language_));
    text_ += '\n';
    add(file_.integer("replications") > 1
            ? message("Intervals are the noise of simulating, smaller with more replications. They "
                      "say nothing of how sure the inputs are. P10 - P90: what one single future "
                      "may bring, as the mean of all its years, and in one single year.\n")
            : message("One replication is one possible future, and tells nothing of chance: run "
                      "with --replications 50.\n"));
    add(message("Not modelled: parents' choice, quality of help, crime, migration, transport.\n"));
    return std::move(text_);
  }

 private:
  void add(const LocalizedText& text) { text_ += fitted(text.in(language_), width_); }
  void add_table(const TextTable& table) { text_ += "\n" + table.text(width_); }
  std::string told(const LocalizedText& text) const { return text.in(language_); }

  void add_title() {
    add(labels_.title(language_) + "\n");
    const std::int64_t years = years_of(file_);
    const std::int64_t replications = file_.integer("replications");
    add(message("{0} to {1} ({2}), {3}, seed {4}\n", file_.text("start_date"), end_date(file_),
                message_plural("{0} year", "{0} years", years),
                message_plural("{0} replication", "{0} replications", replications),
                file_.integer("seed")));
  }

  std::vector<std::string> told(const std::vector<LocalizedText>& texts) const {
    std::vector<std::string> all;
    for (const LocalizedText& text : texts) all.push_back(told(text));
    return all;
  }

  void add_system() {
    TextTable table(told(message("Whole system")), told({message("mean"), message("95% interval"),
                                                         message("P10 - P90, mean of all years"),
                                                         message("P10 - P90, one single year")}));
    const Table& spread = file_.table("/year_spread");
    for (const KpiDefinition& kpi : system_kpis()) {
      const std::vector<double> values = kpi_values(file_, std::string(kpi.name));
      const Estimate estimate = estimate_of(values);
      const Interval& interval = estimate.mean;
      const NumberText text(kpi.units, interval);
      const bool several = interval.count > 1;
      const std::size_t row = spread_row(spread, std::string(kpi.name), YearSpread::all_years);
      table.add_row(kpi.label.in(language_),
                    told({text.value(interval.mean), text.range(interval.low, interval.high),
                          several ? text.range(estimate.p10, estimate.p90) : nothing(),
                          text.range(spread.numbers("p10")[row], spread.numbers("p90")[row])}));
    }
    add_table(table);
  }

  static LocalizedText nothing() { return std::string("-"); }

  /// Observed values beside those of the model.
  void add_targets() {
    const Table& targets = file_.table("/targets");
    if (targets.rows() == 0) return;
    TextTable table(told(message("Targets")),
                    told({message("model"), message("95% interval"), message("should be"),
                          message("met"), message("share of runs")}));
    for (std::size_t row = 0; row < targets.rows(); ++row) {
      const KpiName kpi =
          KpiName::parse(name_of_code(targets, "target", targets.codes("target")[row]));
      const Interval mean{targets.numbers("mean")[row], targets.numbers("mean_low")[row],
                          targets.numbers("mean_high")[row]};
      const NumberText text(kpi.definition().units, mean);
      const std::int32_t met = targets.codes("met")[row];
      const bool known = met != none_code;
      table.add_row(labels_.of(kpi, language_),
                    told({text.value(mean.mean), text.range(mean.low, mean.high),
                          text.range(targets.numbers("low")[row], targets.numbers("high")[row]),
                          known ? met == 1 ? message("yes") : message("no") : nothing(),
                          known ? fmt::format("{:.0f}%", 100 * targets.numbers("met_share")[row])
                                : nothing()}));
    }
    add_table(table);
  }

  void add_node(TextTable& table, const std::string& id) {
    const auto interval_of = [&](const char* column) {
      return t_interval(kpi_values(file_, KpiName{id, column, -1}));
    };
    const auto mean_text = [&](const char* column) {
      const Interval interval = interval_of(column);
      const std::string_view units = KpiName{id, column, -1}.definition().units;
      return NumberText(units, interval).value(interval.mean);
    };
    const Interval within = interval_of("entered_within_10w");
    table.add_row(labels_.of_node(id, language_),
                  told({mean_text("entered_per_year"), mean_text("wait_p50"), mean_text("wait_p90"),
                        NumberText("1", within).value_and_noise(within), mean_text("waiting_mean"),
                        mean_text("utilisation")}));
  }

  void add_nodes() {
    TextTable table(
        told(message("Desks and arrangements")),
        told({message("entered a year"), message("wait, median"), message("wait, 90% within"),
              message("entered within 10 weeks"), message("on the list"), message("in use")}));
    const Table& nodes = file_.table("/nodes");
    for (std::size_t node = 0; node < nodes.rows(); ++node) {
      const std::int32_t kind = nodes.codes("kind")[node];
      if (kind == nodes.code_of("kind", "desk") || kind == nodes.code_of("kind", "arrangement"))
        add_node(table, nodes.texts("id")[node]);
    }
    add_table(table);
  }

  /// Who pays how much.
  void add_funders() {
    const std::vector<std::string> funders = funders_in(file_);
    if (funders.empty()) return;
    TextTable table(told(message("Who pays, euro a year")),
                    told({message("mean"), message("95% interval"), std::string("P10 - P90")}));
    for (const std::string& funder : funders) {
      const Estimate estimate = estimate_of(paid_by(file_, funder));
      const NumberText text("EUR/year", estimate.mean);
      table.add_row(
          labels_.of_funder(funder, language_),
          told({text.value(estimate.mean.mean), text.range(estimate.mean.low, estimate.mean.high),
                estimate.mean.count > 1 ? text.range(estimate.p10, estimate.p90) : nothing()}));
    }
    add_table(table);
  }

  /// Legal terms: how many start, how many run out, and how long it took.
  void add_clocks() {
    const std::vector<std::string> clocks = clocks_in(file_);
    if (clocks.empty()) return;
    TextTable table(told(message("Legal terms")),
                    told({message("started a year"), message("too late"), message("took, mean"),
                          message("took, 90% within")}));
    for (const std::string& clock : clocks) {
      const auto interval_of = [&](const char* column) {
        return t_interval(kpi_values(file_, KpiName{{}, column, -1, clock}));
      };
      const auto days_text = [&](const char* column) {
        const Interval interval = interval_of(column);
        return NumberText("day", interval).value(interval.mean);
      };
      Interval started = interval_of("started");
      const double years = years_of(file_);
      started = {started.mean / years, started.low / years, started.high / years, started.count};
      const Interval late = interval_of("breached_share");
      table.add_row(labels_.of_clock(clock, language_),
                    told({NumberText("youth/year", started).value(started.mean),
                          NumberText("1", late).value_and_noise(late), days_text("days_mean"),
                          days_text("days_p90")}));
    }
    add_table(table);
  }

  /// Providers that stop, and what becomes of the youths who were inside.
  void add_stops() {
    if (!file_.has_table("/stops") || file_.table("/stops").rows() == 0) return;
    const Table& stops = file_.table("/stops");
    TextTable table(
        told(message("Providers that stop, youths")),
        told({message("lost the place"), message("moved at once"), message("placed after waiting"),
              message("left the list"), message("still waiting"), message("waited, mean")}));
    const std::vector<std::string>& names =
        stops.spec.columns[stops.spec.index_of("intervention")].names;
    for (std::int32_t code = 0; code < static_cast<std::int32_t>(names.size()); ++code) {
      std::vector<std::size_t> meant;
      for (std::size_t row = 0; row < stops.rows(); ++row)
        if (stops.codes("intervention")[row] == code) meant.push_back(row);
      if (meant.empty()) continue;
      const auto mean_text = [&](const char* column, const char* units) {
        std::vector<double> values = stops.as_numbers(column, meant);
        std::erase_if(values, [](double value) { return std::isnan(value); });
        if (values.empty()) return nothing();
        const Interval mean = t_interval(values);
        return NumberText(units, mean).value(mean.mean);
      };
      table.add_row(labels_.of_intervention(names[static_cast<std::size_t>(code)], language_),
                    told({mean_text("displaced", "youth"), mean_text("moved", "youth"),
                          mean_text("entered", "youth"), mean_text("left", "youth"),
                          mean_text("waiting", "youth"), mean_text("waited_mean", "day")}));
    }
    add_table(table);
  }

  ResultReader& file_;
  Language language_;
  std::size_t width_;
  KpiLabels labels_;
  std::string text_;
};

}  // namespace

std::string summary(ResultReader& file, Language language, std::size_t width) {
  return Summary(file, language, width).text();
}

}  // namespace doorstroom
