#include "results/choices/page_one_places.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "results/figures/breakdown_values.hpp"
#include "results/stats/intervals.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t most_changes = 2;
constexpr double hardly = 0.05;  ///< a place

double mean_places(ResultReader& file, const std::string& node, int year) {
  return t_interval(kpi_values(file, KpiName{node, "places_mean", year})).mean;
}

/// Arrangements with limited places, in the order of the file.
std::vector<std::string> limited_arrangements(ResultReader& file) {
  const Table& nodes = file.table("/nodes");
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < nodes.rows(); ++i) {
    if (nodes.codes("kind")[i] != nodes.code_of("kind", "arrangement")) continue;
    const std::string& id = nodes.texts("id")[i];
    if (mean_places(file, id, -1) >= 0) ids.push_back(id);
  }
  return ids;
}

LocalizedText list(const std::vector<LocalizedText>& parts) {
  std::vector<LocalizedText> text{parts.front()};
  for (std::size_t i = 1; i < parts.size(); ++i) {
    text.emplace_back(std::string(", "));
    text.push_back(parts[i]);
  }
  return joined(text);
}

}  // namespace

double places_in_all(ResultReader& file, int year) {
  double sum = 0;
  for (const std::string& node : limited_arrangements(file)) sum += mean_places(file, node, year);
  return sum;
}

LocalizedText places_text(double places) {
  constexpr double many = 20;
  const bool whole = std::abs(places) >= many || std::abs(places - std::round(places)) < hardly;
  return grouped(places, whole ? 0 : 1);
}

std::optional<LocalizedText> changes_in_places(ResultReader& base, ResultReader& option,
                                               const KpiLabels& labels, int years,
                                               Language language) {
  std::vector<LocalizedText> changes;
  const std::vector<std::string> before = limited_arrangements(base);
  for (const std::string& node : limited_arrangements(option)) {
    const bool had = std::ranges::find(before, node) != before.end();
    const auto change_in = [&](int year) {
      return mean_places(option, node, year) - (had ? mean_places(base, node, year) : 0);
    };
    const double at_last = change_in(years - 1);
    const double change = std::abs(at_last) < hardly ? change_in(-1) : at_last;
    if (std::abs(change) < hardly) continue;
    const std::string name = labels.of_node(node, language);
    changes.push_back(change > 0 ? message("{0} more, {1}", places_text(change), name)
                                 : message("{0} fewer, {1}", places_text(-change), name));
  }
  if (changes.empty()) return std::nullopt;
  if (changes.size() > most_changes) {
    changes.resize(most_changes);
    changes.push_back(message("more elsewhere"));
  }
  return list(changes);
}

}  // namespace doorstroom
