#include "results/text/summary.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <iterator>
#include <sstream>
#include <utility>

#include "models/messages/article.hpp"
#include "models/messages/message.hpp"
#include "models/messages/utf8.hpp"
#include "models/scenario/label.hpp"
#include "models/scenario/period.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/rows/kpi_lists.hpp"
#include "results/stats/intervals.hpp"
#include "results/text/number_text.hpp"

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

/// Wraps a label into lines of at most so many characters; a longer word is not cut.
std::vector<std::string> in_lines(const std::string& label, std::size_t longest) {
  std::vector<std::string> lines{""};
  std::istringstream words(label);
  for (std::string word; words >> word;) {
    std::string& line = lines.back();
    if (line.empty()) {
      line = word;
    } else if (characters(line + " " + word).size() <= longest) {
      line += " " + word;
    } else {
      lines.push_back("  " + word);
    }
  }
  return lines;
}

/// The summary of a result in one language.
class Summary {
 public:
  Summary(ResultReader& file, Language language) : file_(file), language_(language) {}

  std::string text() {
    add_title();
    add_system();
    add_targets();
    add_nodes();
    add_clocks();
    text_ += '\n';
    add(file_.integer("replications") > 1
            ? message("Intervals are the noise of simulating, smaller with more replications. They "
                      "say nothing of how\nsure the inputs are. P10 - P90: what one single future "
                      "may bring.\n")
            : message("One replication is one possible future, and tells nothing of chance: run "
                      "with --replications 50.\n"));
    add(
        message("Not modelled: parents' choice, quality of help, crime, migration, transport, care "
                "beside school.\n"));
    return std::move(text_);
  }

 private:
  void add(const LocalizedText& text) { text_ += text.in(language_); }
  template <class... Arguments>
  void add_row(fmt::format_string<const Arguments&...> row, const Arguments&... arguments) {
    fmt::format_to(std::back_inserter(text_), row, arguments...);
  }
  std::string told(const LocalizedText& text) const { return text.in(language_); }

  void add_title() {
    add_row("{:.100}\n", file_.text("scenario_name"));
    const std::int64_t years = years_of(file_);
    const std::int64_t replications = file_.integer("replications");
    add(message("{0} to {1} ({2}), {3}, seed {4}\n", file_.text("start_date"), end_date(file_),
                message_plural("{0} year", "{0} years", years),
                message_plural("{0} replication", "{0} replications", replications),
                file_.integer("seed")));
  }

  void add_system() {
    text_ += '\n';
    add_system_row(told(message("Whole system")), told(message("mean")),
                   told(message("95% interval")), "P10 - P90");
    for (const KpiDefinition& kpi : system_kpis()) {
      const std::vector<double> values = kpi_values(file_, std::string(kpi.name));
      const Estimate estimate = estimate_of(values);
      const Interval& interval = estimate.mean;
      const NumberText text(kpi.units, interval);
      const bool several = interval.count > 1;
      add_system_row(kpi.label.in(language_), told(text.value(interval.mean)),
                     told(text.range(interval.low, interval.high)),
                     several ? told(text.range(estimate.p10, estimate.p90)) : "-");
    }
  }

  /// Other languages have longer labels than English; the table is 100 columns wide in each.
  void add_system_row(std::string_view label, std::string_view mean, std::string_view interval,
                      std::string_view spread) {
    if (language_ != Language::en)
      add_row("{:<40}{:>12}{:>24}{:>24}\n", label, mean, interval, spread);
    else
      add_row("{:<32}{:>16}{:>26}{:>26}\n", label, mean, interval, spread);
  }

  /// Observed values beside those of the model.
  void add_targets() {
    const Table& targets = file_.table("/targets");
    if (targets.rows() == 0) return;
    constexpr auto row_text = "{:<32}{:>14}{:>24}{:>16}{:>6}{:>8}\n";
    text_ += '\n';
    add_row(row_text, told(message("Targets")), told(message("model")),
            told(message("95% interval")), told(message("should be")), told(message("met")),
            told(message("chance")));
    const std::vector<std::string>& names = targets.spec.columns[0].names;
    for (std::size_t row = 0; row < targets.rows(); ++row) {
      const std::string& name = names[static_cast<std::size_t>(targets.codes("target")[row])];
      const Interval mean{targets.numbers("mean")[row], targets.numbers("mean_low")[row],
                          targets.numbers("mean_high")[row]};
      const NumberText text(KpiName::parse(name).definition().units, mean);
      const std::int32_t met = targets.codes("met")[row];
      add_row(
          row_text, name, told(text.value(mean.mean)), told(text.range(mean.low, mean.high)),
          told(text.range(targets.numbers("low")[row], targets.numbers("high")[row])),
          met == none_code ? "-" : told(met == 1 ? message("yes") : message("no")),
          met == none_code ? "-" : fmt::format("{:.0f}%", 100 * targets.numbers("met_share")[row]));
    }
  }

  std::string label_of(const Table& nodes, std::size_t node) const {
    const Label label{nodes.texts("label_nl")[node], nodes.texts("label_en")[node]};
    return without_article(name_in(language_, label, nodes.texts("id")[node]), language_);
  }

  void add_node(const std::string& id, const std::string& label) {
    const auto interval_of = [&](const char* column) {
      return t_interval(kpi_values(file_, KpiName{id, column, -1}));
    };
    const auto mean_text = [&](const char* column) {
      const Interval interval = interval_of(column);
      const std::string_view units = KpiName{id, column, -1}.definition().units;
      return told(NumberText(units, interval).value(interval.mean));
    };
    const Interval within = interval_of("entered_within_10w");
    constexpr std::size_t longest = 32;
    const std::vector<std::string> lines = in_lines(label, longest);
    add_row("{:<32.32}{:>9}{:>11}{:>11}{:>16}{:>11}{:>8}\n", lines.front(),
            mean_text("entered_per_year"), mean_text("wait_p50"), mean_text("wait_p90"),
            told(NumberText("1", within).value_and_noise(within)), mean_text("waiting_mean"),
            mean_text("utilisation"));
    for (std::size_t i = 1; i < lines.size(); ++i) add_row("{:.32}\n", lines[i]);
  }

  void add_nodes() {
    add_row("\n{:<32}{:>9}{:>11}{:>11}{:>16}{:>11}{:>8}\n", told(message("Desks and arrangements")),
            told(message("entered")), told(message("waited,")), told(message("waited,")),
            told(message("entered")), told(message("youths")), told(message("use")));
    add_row("{:<32}{:>9}{:>11}{:>11}{:>16}{:>11}\n", "", told(message("a year")),
            told(message("median")), told(message("90% within")), told(message("within 10 wk")),
            told(message("waiting")));
    const Table& nodes = file_.table("/nodes");
    for (std::size_t node = 0; node < nodes.rows(); ++node) {
      const std::int32_t kind = nodes.codes("kind")[node];
      if (kind == nodes.code_of("kind", "desk") || kind == nodes.code_of("kind", "arrangement"))
        add_node(nodes.texts("id")[node], label_of(nodes, node));
    }
  }

  /// Legal terms: how many start, how many run out, and how long it took.
  void add_clocks() {
    const TableSpec& spec = file_.table("/clocks").spec;
    const std::vector<std::string>& clocks = spec.columns[spec.index_of("clock")].names;
    if (clocks.empty()) return;
    constexpr auto row_text = "{:<32.32}{:>12}{:>14}{:>10}{:>12}\n";
    text_ += '\n';
    add_row(row_text, told(message("Legal terms")), told(message("started")),
            told(message("too late")), told(message("took,")), told(message("took,")));
    add_row(row_text, "", told(message("a year")), "", told(message("mean")),
            told(message("90% within")));
    for (const std::string& clock : clocks) {
      const auto interval_of = [&](const char* column) {
        return t_interval(kpi_values(file_, KpiName{{}, column, -1, clock}));
      };
      const auto mean_text = [&](const char* column) {
        const Interval interval = interval_of(column);
        return told(NumberText("day", interval).value(interval.mean));
      };
      Interval started = interval_of("started");
      const double years = years_of(file_);
      started = {started.mean / years, started.low / years, started.high / years, started.count};
      const Interval late = interval_of("breached_share");
      add_row(row_text, clock, told(NumberText("youth/year", started).value(started.mean)),
              told(NumberText("1", late).value_and_noise(late)), mean_text("days_mean"),
              mean_text("days_p90"));
    }
  }

  ResultReader& file_;
  Language language_;
  std::string text_;
};

}  // namespace

std::string summary(ResultReader& file, Language language) {
  return Summary(file, language).text();
}

}  // namespace doorstroom
