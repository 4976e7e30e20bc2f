#pragma once
/// Compares a base with some variants, replication by replication, with common random numbers (the
/// same seed).
///
/// Verdicts are given on the headline key figures that the base declares, each with the smallest
/// difference that matters; they hold simultaneously over all variants (Bonferroni). Everything
/// else is exploratory: its intervals hold one by one, so among many of them some will exclude zero
/// by chance.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "results/comparison/intervention_phases.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/file/result_reader.hpp"
#include "results/stats/paired.hpp"
#include "results/text/kpi_labels.hpp"

namespace doorstroom {

/// A key figure that a verdict is about.
struct Declared {
  KpiName kpi;
  double smallest_relevant = 0;  ///< in the unit of the figure, > 0
};

/// Values of a key figure in a run, one per replication.
using KpiSource = std::function<std::vector<double>(const KpiName&)>;

/// The headline figures of a scenario. If it declares none: the figures marked `headline` in the
/// KPI lists, at 5 percentage points for shares and 5% of the base's mean for other figures.
std::vector<Declared> declared_figures(const Scenario& scenario, const KpiSource& base);
std::vector<Declared> declared_figures(const Scenario& scenario, ResultReader& base);
/// Their names alone, for which nothing need be run.
std::vector<KpiName> declared_names(const Scenario& scenario);

struct ComparedFigure {
  KpiName kpi;
  PairedDifference paired;
  std::string part{};  ///< funder or group of youths that the figure is of; empty: all
};

struct Judged {
  Declared figure;
  PairedDifference paired;  ///< its bounds hold together with those of all verdicts
  Relevance relevance;
};

struct ComparedYear {
  int year = 0;
  std::string name;  ///< "2026-27"
  InterventionPhase phase = InterventionPhase::before;
  std::vector<PairedDifference> differences;  ///< of the declared figures
};

/// The years of a phase, averaged within each replication. Of an intervention that ends within the
/// period, what happens during and after it is judged, each by itself.
struct ComparedPhase {
  InterventionPhase phase = InterventionPhase::before;
  int first_year = 0;
  int last_year = 0;
  LocalizedText years;                        ///< names of the years: "2026-27 to 2027-28"
  std::vector<PairedDifference> differences;  ///< of the declared figures
  /// Of the declared figures, whose bounds then hold together with those of all verdicts; empty:
  /// not judged.
  std::vector<Relevance> relevance{};
};

struct ComparedVariant {
  std::string name;  ///< in English, where it has one
  std::string path;
  std::vector<Judged> verdicts;
  std::vector<ComparedFigure> system;     ///< exploratory: every figure of the whole system
  std::vector<ComparedFigure> nodes;      ///< exploratory: of desks and arrangements that both have
  std::vector<ComparedYear> years;        ///< exploratory
  std::vector<ComparedPhase> phases;      ///< empty without an intervention of its own
  std::vector<ComparedFigure> funders{};  ///< exploratory: what each pays
  std::vector<ComparedFigure> groups{};   ///< exploratory: declared figures of groups of youths
  std::vector<ComparedFigure> clocks{};   ///< exploratory: of legal clocks that both have
  KpiLabels labels{};
};

/// A base and a variant of it, figure by figure.
struct PairedSources {
  KpiSource base;
  KpiSource variant;
};

/// What of a variant can be told by key figures that have a name: verdicts, the whole system, years
/// and phases; the rest is left empty.
/// @param statements  that hold together with these verdicts
ComparedVariant compare_declared(const std::vector<Declared>& declared,
                                 const PairedSources& sources, const VariantPhases& phases,
                                 const Period& period, Simultaneous statements);

/// The statements that are made of variants: on each declared figure in all years and, of an
/// intervention that ends, in the years during and after it.
Simultaneous statements_on(std::size_t declared, std::span<const VariantPhases> variants);

struct Comparison {
  std::string base_name;
  std::string base_path;
  std::int64_t seed = 0;
  Simultaneous statements;  ///< of the verdicts
  std::vector<ComparedVariant> variants;
  KpiLabels labels{};  ///< of the base
};

/// @param replications  the first so many of each are compared; none: all that there are
/// @throws InputError when a variant has another seed, start date, horizon, warm-up, random scheme
///         or other sources than the base; lists the differences
Comparison compare(ResultReader& base, std::span<ResultReader> variants,
                   std::optional<std::uint32_t> replications = std::nullopt);

}  // namespace doorstroom
