#include "results/attribution/explained_figure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "results/experiment/constraint.hpp"

namespace doorstroom {
namespace {

KpiName in_year(KpiName kpi, int year) {
  kpi.year = year;
  return kpi;
}

/// Whether the figure has values by year.
bool has_years(const KpiName& kpi, const Scenario& scenario) {
  try {
    kpi_of("--kpi", in_year(kpi, 0).text(), scenario);
    return true;
  } catch (const InputError&) {
    return false;
  }
}

/// The figure in each phase that is not before the interventions.
void add_phases(const ExplainedFigure& figure, const std::vector<InterventionPhase>& phases,
                std::vector<ExplainedFigure>& figures) {
  for (const InterventionPhase phase : {InterventionPhase::during, InterventionPhase::after}) {
    ExplainedFigure of_phase{figure.kpi, -1, -1, phase};
    for (std::size_t year = 0; year < phases.size(); ++year)
      if (phases[year] == phase) {
        if (of_phase.first_year < 0) of_phase.first_year = static_cast<int>(year);
        of_phase.last_year = static_cast<int>(year);
      }
    figures.push_back(of_phase);
  }
}

}  // namespace

ExplainedFigure ExplainedFigure::parse(const std::string& text, const Scenario& scenario) {
  static const std::regex years(R"((.+)@(\d{1,4})\.\.(\d{1,4}))");
  std::smatch parts;
  ExplainedFigure figure;
  if (std::regex_match(text, parts, years)) {
    const std::string name = parts[1];
    figure.first_year = std::stoi(parts[2]);
    figure.last_year = std::stoi(parts[3]);
    if (figure.first_year > figure.last_year)
      throw input_error(
          message("--kpi {0}: the last year comes before the first\n  write the first year first, "
                  "such as {1}@{2}..{3}",
                  text, name, figure.last_year, figure.first_year));
    for (const int year : {figure.first_year, figure.last_year})
      figure.kpi = kpi_of("--kpi", fmt::format("{}@{}", name, year), scenario);
  } else {
    figure.kpi = kpi_of("--kpi", text, scenario);
    figure.first_year = figure.last_year = figure.kpi.year;
  }
  figure.kpi.year = -1;
  return figure;
}

std::string ExplainedFigure::text() const {
  if (first_year < 0) return kpi.text();
  if (first_year == last_year) return in_year(kpi, first_year).text();
  return fmt::format("{}@{}..{}", kpi.text(), first_year, last_year);
}

std::vector<KpiName> ExplainedFigure::kpis() const {
  std::vector<KpiName> kpis;
  for (int year = first_year; year <= last_year; ++year) kpis.push_back(in_year(kpi, year));
  return kpis;
}

std::vector<double> ExplainedFigure::values(const Simulations& simulations,
                                            const Alternative& alternative,
                                            ReplicationRange replications) const {
  std::vector<std::vector<double>> by_year;
  for (const KpiName& kept : kpis()) {
    const auto found = std::ranges::find(simulations.kpis(), kept);
    DOORSTROOM_EXPECT(found != simulations.kpis().end());
    by_year.push_back(simulations.values(
        alternative, static_cast<std::size_t>(found - simulations.kpis().begin()), replications));
  }
  return by_year.size() == 1 ? by_year.front() : mean_of_years(by_year);
}

std::vector<ExplainedFigure> explained_figures(const std::vector<std::string>& texts,
                                               const Scenario& base, const Scenario& variant) {
  const auto span = span_of_own_interventions(variant, base.resolved);
  const std::vector<InterventionPhase> phases =
      span ? phases_of_years(*span, variant.period.year_edges()) : std::vector<InterventionPhase>();
  std::vector<ExplainedFigure> figures;
  for (const std::string& text : texts) {
    const ExplainedFigure figure = ExplainedFigure::parse(text, base);
    if (figure.first_year < 0 && have_an_end(phases) && has_years(figure.kpi, base))
      add_phases(figure, phases, figures);
    figures.push_back(figure);
  }
  return figures;
}

std::vector<KpiName> kpis_of(const std::vector<ExplainedFigure>& figures) {
  std::vector<KpiName> kpis;
  for (const ExplainedFigure& figure : figures)
    for (const KpiName& kpi : figure.kpis())
      if (std::ranges::find(kpis, kpi) == kpis.end()) kpis.push_back(kpi);
  return kpis;
}

}  // namespace doorstroom
