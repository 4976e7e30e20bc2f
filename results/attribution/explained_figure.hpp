#pragma once
/// A key figure over the counted period, or over some of its years:
///
///     dropouts_per_year         over the counted period
///     dropouts_per_year@3       of year 3 since the start date, from 0
///     dropouts_per_year@2..4    mean of these years, within each replication

#include <optional>
#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "results/comparison/intervention_phases.hpp"
#include "results/experiment/simulations.hpp"
#include "results/figures/kpi_values.hpp"

namespace doorstroom {

struct ExplainedFigure {
  KpiName kpi;          ///< without a year
  int first_year = -1;  ///< -1: the counted period
  int last_year = -1;
  /// The years are those of a phase of the variant's interventions.
  std::optional<InterventionPhase> phase{};

  /// @throws InputError when the scenario has no such key figure or year
  static ExplainedFigure parse(const std::string& text, const Scenario& scenario);
  /// As parse() reads it.
  std::string text() const;
  /// The key figures of which it is the mean.
  std::vector<KpiName> kpis() const;
  /// Values by replication. @pre the simulations keep kpis()
  std::vector<double> values(const Simulations& simulations, const Alternative& alternative,
                             ReplicationRange replications) const;
};

/// The figures that the user names. Of one without years, those during and after the interventions
/// of the variant come first, when these end in time.
/// @throws InputError as parse()
std::vector<ExplainedFigure> explained_figures(const std::vector<std::string>& texts,
                                               const Scenario& base, const Scenario& variant);

/// Every key figure that these are the means of, once.
std::vector<KpiName> kpis_of(const std::vector<ExplainedFigure>& figures);

}  // namespace doorstroom
