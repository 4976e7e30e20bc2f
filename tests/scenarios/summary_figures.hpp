#pragma once
/// What is stored of a scenario's run, and how two of such are told apart. Figures have six
/// significant digits: enough to see any change of behaviour, too few to see the last bits of a
/// machine's logarithm.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "engine/error.hpp"
#include "models/continuum/continuum.hpp"
#include "models/loading/scenario_loader.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/rows/kpi_lists.hpp"
#include "results/rows/replication_rows.hpp"
#include "results/rows/schema.hpp"
#include "results/run/result_writer.hpp"
#include "results/stats/intervals.hpp"
#include "tests/support/example.hpp"

namespace doorstroom::stored {

struct Figure {
  std::string name;
  std::string value;  ///< a number, or nan where there is no data

  friend bool operator==(const Figure&, const Figure&) = default;
};
using Figures = std::vector<Figure>;

/// Means over a few replications of every key figure of the whole system, and of some of every desk
/// and arrangement.
inline Figures figures_of(const std::string& scenario_file) {
  constexpr std::uint32_t replications = 3;
  Scenario scenario = load_scenario(scenario_file).scenario;
  scenario.replications = replications;
  scenario.seed = 2026;

  const example::TemporaryFolder folder;
  const std::string path = folder / "run.h5";
  {
    ResultWriter writer(path, scenario, {"0", "0"}, false);
    for (std::uint32_t replication = 0; replication < replications; ++replication)
      writer.append(
          tables_of(scenario, replication, simulate(scenario, replication, false), false));
    writer.finish(example::facts());
  }
  ResultReader file(path);
  Figures figures;
  const auto add = [&](const std::string& name) {
    const double mean = mean_of(sorted_numbers(kpi_values(file, name)));
    figures.push_back({name, std::isnan(mean) ? "nan" : fmt::format("{:.6g}", mean)});
  };
  for (const KpiDefinition& kpi : system_kpis()) add(std::string(kpi.name));
  for (const Node& node : scenario.nodes)
    if (has_list(node))
      for (const char* column : {"entered", "wait_mean", "utilisation"})
        add(node.id + "." + column);
  return figures;
}

inline std::string text_of(const Figures& figures) {
  std::string text;
  for (const Figure& figure : figures)
    text += fmt::format("{:<36}{:>14}\n", figure.name, figure.value);
  return text;
}

/// Empty when there is no such file.
inline Figures read_figures(const std::string& path) {
  std::ifstream file(path);
  Figures figures;
  for (Figure figure; file >> figure.name >> figure.value;) figures.push_back(figure);
  return figures;
}

inline void write_figures(const std::string& path, const Figures& figures) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream file(path);
  file << text_of(figures);
  if (!file.flush()) throw RunError("cannot write " + path);
}

/// A line for each figure that differs or stands in only one of the two; nothing when they agree.
inline std::string difference(const Figures& before, const Figures& now) {
  const auto value_in = [](const Figures& figures, const std::string& name) {
    const auto found = std::find_if(figures.begin(), figures.end(),
                                    [&](const Figure& figure) { return figure.name == name; });
    return found == figures.end() ? std::string("-") : found->value;
  };
  const auto change = [](const std::string& from, const std::string& to) {
    if (from == "-" || to == "-") return std::string();
    const double old = std::strtod(from.c_str(), nullptr);
    const double part = (std::strtod(to.c_str(), nullptr) - old) / std::abs(old);
    return std::isfinite(part) ? fmt::format("  {:+.3g}%", 100 * part) : std::string();
  };
  std::string text;
  const auto tell = [&](const std::string& name, const std::string& old, const std::string& value) {
    text += fmt::format("{:<36}{:>14}{:>14}{}\n", name, old, value, change(old, value));
  };
  for (const Figure& figure : before)
    if (const std::string value = value_in(now, figure.name); value != figure.value)
      tell(figure.name, figure.value, value);
  for (const Figure& figure : now)
    if (value_in(before, figure.name) == "-") tell(figure.name, "-", figure.value);
  if (text.empty()) return before == now ? text : "the same figures in another order\n";
  return fmt::format("{:<36}{:>14}{:>14}\n", "", "stored", "now") + text;
}

}  // namespace doorstroom::stored
