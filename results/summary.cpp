#include "results/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <sstream>

#include "models/period.hpp"
#include "models/text.hpp"
#include "results/intervals.hpp"
#include "results/kpi_values.hpp"
#include "results/number_text.hpp"

namespace doorstroom {
namespace {

using Out = std::back_insert_iterator<std::string>;

std::string end_date(const ResultReader& file) {
  const std::string start = file.text("start_date");
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (std::sscanf(start.c_str(), "%d-%u-%u", &year, &month, &day) != 3)
    throw InputError(fmt::format("{}: the start date is `{}`", file.path(), start));
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  return to_text(std::chrono::sys_days(date) + std::chrono::days(file.integer("horizon_days")));
}

std::string plural(std::int64_t count, const char* word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

void add_title(Out out, ResultReader& file) {
  fmt::format_to(out, "{:.100}\n", file.text("scenario_name"));
  fmt::format_to(out, "{} to {} ({}), {}, seed {}\n", file.text("start_date"), end_date(file),
                 plural(years_of(file), "year"),
                 plural(file.integer("replications"), "replication"), file.integer("seed"));
}

void add_system(Out out, ResultReader& file) {
  fmt::format_to(out, "\n{:<32}{:>16}{:>26}{:>26}\n", "Whole system", "mean", "95% interval",
                 "P10 - P90");
  for (const KpiDefinition& kpi : system_kpis()) {
    const std::vector<double> values = kpi_values(file, std::string(kpi.name));
    const Interval interval = t_interval(values);
    const NumberText text(kpi.units, interval);
    const std::vector<double> sorted = sorted_numbers(values);
    const bool several = sorted.size() > 1;
    fmt::format_to(out, "{:<32}{:>16}{:>26}{:>26}\n", kpi.label_en, text.value(interval.mean),
                   text.range(interval.low, interval.high),
                   several ? text.range(quantile(sorted, 0.1), quantile(sorted, 0.9)) : "-");
  }
}

/// What the region really looks like, beside the model.
void add_targets(Out out, ResultReader& file) {
  const Table& targets = file.table("/targets");
  if (targets.rows() == 0) return;
  fmt::format_to(out, "\n{:<32}{:>16}{:>26}{:>26}{:>6}\n", "Targets", "model", "95% interval",
                 "should be", "met");
  const std::vector<std::string>& names = targets.spec.columns[0].names;
  for (std::size_t row = 0; row < targets.rows(); ++row) {
    const std::string& name = names[static_cast<std::size_t>(targets.codes("target")[row])];
    const Interval mean{targets.numbers("mean")[row], targets.numbers("mean_low")[row],
                        targets.numbers("mean_high")[row]};
    const NumberText text(KpiName::parse(name).definition().units, mean);
    const std::int32_t met = targets.codes("met")[row];
    fmt::format_to(out, "{:<32}{:>16}{:>26}{:>26}{:>6}\n", name, text.value(mean.mean),
                   text.range(mean.low, mean.high),
                   text.range(targets.numbers("low")[row], targets.numbers("high")[row]),
                   met == none_code ? "-"
                   : met == 1       ? "yes"
                                    : "no");
  }
}

std::string label_of(const Table& nodes, std::size_t node) {
  for (const char* column : {"label_en", "label_nl"})
    if (const std::string& label = nodes.texts(column)[node]; !label.empty()) return label;
  return nodes.texts("id")[node];
}

/// The label in lines of at most so many characters, cut between words; a longer word stays whole.
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

void add_node(Out out, ResultReader& file, const std::string& id, const std::string& label) {
  const auto interval_of = [&](const char* column) {
    return t_interval(kpi_values(file, KpiName{id, column, -1}));
  };
  const auto mean_text = [&](const char* column) {
    const Interval interval = interval_of(column);
    return NumberText(KpiName{id, column, -1}.definition().units, interval).value(interval.mean);
  };
  const Interval within = interval_of("entered_within_10w");
  constexpr std::size_t longest = 32;
  const std::vector<std::string> lines = in_lines(label, longest);
  fmt::format_to(out, "{:<32.32}{:>9}{:>11}{:>11}{:>16}{:>11}{:>8}\n", lines.front(),
                 mean_text("entered_per_year"), mean_text("wait_p50"), mean_text("wait_p90"),
                 NumberText("1", within).value_and_noise(within), mean_text("waiting_mean"),
                 mean_text("utilisation"));
  for (std::size_t i = 1; i < lines.size(); ++i) fmt::format_to(out, "{:.32}\n", lines[i]);
}

void add_nodes(Out out, ResultReader& file) {
  fmt::format_to(out, "\n{:<32}{:>9}{:>11}{:>11}{:>16}{:>11}{:>8}\n", "Desks and arrangements",
                 "entered", "waited,", "waited,", "entered", "youths", "use");
  fmt::format_to(out, "{:<32}{:>9}{:>11}{:>11}{:>16}{:>11}\n", "", "a year", "median", "90% within",
                 "within 10 wk", "waiting");
  const Table& nodes = file.table("/nodes");
  for (std::size_t node = 0; node < nodes.rows(); ++node) {
    const std::int32_t kind = nodes.codes("kind")[node];
    if (kind == nodes.code_of("kind", "desk") || kind == nodes.code_of("kind", "arrangement"))
      add_node(out, file, nodes.texts("id")[node], label_of(nodes, node));
  }
}

}  // namespace

std::string summary(ResultReader& file) {
  std::string text;
  const Out out = std::back_inserter(text);
  add_title(out, file);
  add_system(out, file);
  add_targets(out, file);
  add_nodes(out, file);
  text +=
      file.integer("replications") > 1
          ? "\nIntervals are the noise of simulating, smaller with more replications. They say "
            "nothing of how\nsure the inputs are. P10 - P90: what one single future may bring.\n"
          : "\nOne replication is one possible future, and tells nothing of chance: run with "
            "--replications 50.\n";
  text +=
      "Not modelled: parents' choice, quality of help, crime, migration, transport, care beside "
      "school.\n";
  return text;
}

}  // namespace doorstroom
