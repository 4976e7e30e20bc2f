#include "results/comparison/intervention_phases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>

#include "results/stats/intervals.hpp"

namespace doorstroom {
namespace {

using Json = nlohmann::json;

InterventionPhase phase_at(const InterventionSpan& span, Instant moment) {
  if (moment < span.from) return InterventionPhase::before;
  return moment < span.until ? InterventionPhase::during : InterventionPhase::after;
}

Json interventions_in(const std::string& resolved) {
  const Json scenario = Json::parse(resolved);
  return scenario.contains("interventions") ? scenario["interventions"] : Json::object();
}

}  // namespace

std::optional<InterventionSpan> span_of_own_interventions(const Scenario& variant,
                                                          const std::string& base_resolved) {
  const Json known = interventions_in(base_resolved);
  const Json all = interventions_in(variant.resolved);
  std::optional<InterventionSpan> span;
  for (const Intervention& each : variant.interventions) {
    if (known.contains(each.id) && known[each.id] == all[each.id]) continue;
    if (!span) span.emplace();
    span->from = std::min(span->from, each.profile.from);
    span->until = std::max(span->until, each.profile.until);
  }
  return span;
}

std::vector<InterventionPhase> phases_of_years(const InterventionSpan& span,
                                               const std::vector<Instant>& edges) {
  std::vector<InterventionPhase> phases;
  for (std::size_t year = 0; year + 1 < edges.size(); ++year)
    phases.push_back(phase_at(span, edges[year] + Days{(edges[year + 1] - edges[year]).count / 2}));
  if (std::ranges::find(phases, InterventionPhase::during) == phases.end())
    for (std::size_t year = 0; year < phases.size(); ++year)
      if (span.from < edges[year + 1] && edges[year] < span.until)
        phases[year] = InterventionPhase::during;
  return phases;
}

bool have_an_end(const std::vector<InterventionPhase>& phases) {
  return std::ranges::find(phases, InterventionPhase::during) != phases.end() &&
         std::ranges::find(phases, InterventionPhase::after) != phases.end();
}

VariantPhases variant_phases(const Scenario& variant, const std::string& base_resolved) {
  const auto span = span_of_own_interventions(variant, base_resolved);
  const std::vector<Instant>& edges = variant.period.year_edges();
  return {.of_years = span ? phases_of_years(*span, edges)
                           : std::vector(edges.size() - 1, InterventionPhase::during),
          .has_own = span.has_value()};
}

std::string year_name(const Period& period, int year) {
  const std::chrono::year_month_day start{period.start()};
  const int begins = static_cast<int>(start.year()) + year;
  const bool of_calendar =
      start.month() == std::chrono::January && start.day() == std::chrono::day{1};
  return of_calendar ? fmt::format("{}", begins)
                     : fmt::format("{}-{:02}", begins, (begins + 1) % 100);
}

std::vector<double> mean_of_years(std::span<const std::vector<double>> by_year) {
  std::vector<double> means;
  for (std::size_t r = 0; r < by_year.front().size(); ++r) {
    Welford of_years;
    for (const std::vector<double>& year : by_year)
      if (!std::isnan(year[r])) of_years.add(year[r]);
    means.push_back(of_years.mean());
  }
  return means;
}

}  // namespace doorstroom
