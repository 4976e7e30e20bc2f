#pragma once
/// What a change makes of a region: one base and some variants that live through the same futures
/// (one seed, so common random numbers), compared replication by replication.
///
/// The verdicts are about the headline key figures that the base declares, each with the smallest
/// difference that would matter; they hold together, over all variants (Bonferroni). Everything
/// else is exploratory: its intervals hold one by one, and many of them together will now and then
/// show what is not there.

#include <cstdint>
#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/file/result_reader.hpp"
#include "results/stats/paired.hpp"

namespace doorstroom {

/// A key figure that a verdict is about.
struct Declared {
  KpiName kpi;
  double smallest_relevant = 0;  ///< in the unit of the figure, > 0
};

/// Those of a scenario; else the customary ones, at 5 percentage points for shares and 5% of the
/// base's mean for other figures.
std::vector<Declared> declared_figures(const Scenario& scenario, ResultReader& base);

/// A year of the result, seen from the intervention that the base does not have: what holds in the
/// middle of it. Of an intervention that no middle lies in, the years that it touches are `during`.
enum class InterventionPhase : std::uint8_t { before, during, after };

struct ComparedFigure {
  KpiName kpi;
  PairedDifference paired;
  std::string part{};  ///< the funder or the group of youths it is of; empty: all
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

/// The years of a phase, averaged within each replication.
struct ComparedPhase {
  InterventionPhase phase = InterventionPhase::before;
  int first_year = 0;
  int last_year = 0;
  Text years;                                 ///< by their names: "2026-27 to 2027-28"
  std::vector<PairedDifference> differences;  ///< of the declared figures
};

struct ComparedVariant {
  std::string name;
  std::string path;
  std::vector<Judged> verdicts;
  std::vector<ComparedFigure> system;     ///< exploratory: every figure of the whole system
  std::vector<ComparedFigure> nodes;      ///< exploratory: of desks and arrangements that both have
  std::vector<ComparedYear> years;        ///< exploratory
  std::vector<ComparedPhase> phases;      ///< exploratory; empty without an intervention of its own
  std::vector<ComparedFigure> funders{};  ///< exploratory: what each pays
  std::vector<ComparedFigure> groups{};   ///< exploratory: declared figures of groups of youths
};

struct Comparison {
  std::string base_name;
  std::string base_path;
  std::int64_t seed = 0;
  Simultaneous statements;  ///< of the verdicts
  std::vector<ComparedVariant> variants;
};

/// @throws InputError when a variant has another seed, start date, horizon, warm-up, random scheme
///         or other sources than the base; names what differs, and how
Comparison compare(ResultReader& base, std::vector<ResultReader>& variants);

}  // namespace doorstroom
