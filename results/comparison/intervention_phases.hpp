#pragma once
/// Which years lie before, during and after the interventions of a variant that the base does not
/// have. What holds for two years and is then gone has one effect during, and another after; a mean
/// over all years is neither.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// When a year lies relative to the intervention that the base does not have, decided by the middle
/// of the year. If the intervention contains no middle of a year, the years that it overlaps are
/// `during`.
enum class InterventionPhase : std::uint8_t { before, during, after };

/// When the interventions that the base does not have are in force: from first start to last end.
struct InterventionSpan {
  Instant from = never;
  Instant until{};
};

/// @param base_resolved  the scenario that the variant is compared with, as canonical JSON
/// @return none when the base has every intervention of the variant, alike
std::optional<InterventionSpan> span_of_own_interventions(const Scenario& variant,
                                                          const std::string& base_resolved);

/// The phase of each year. @param edges  start of each year, and end of the last
std::vector<InterventionPhase> phases_of_years(const InterventionSpan& span,
                                               const std::vector<Instant>& edges);

/// Whether the interventions end in time: there are years during them, and years after them.
bool have_an_end(const std::vector<InterventionPhase>& phases);

/// The phases of a variant's years. Without an intervention of its own all are `during`.
struct VariantPhases {
  std::vector<InterventionPhase> of_years;
  bool has_own = false;  ///< interventions that the base does not have

  /// How many phases are judged, each by itself: two when the intervention ends, and there are
  /// years during and after it.
  std::size_t judged() const { return has_own && have_an_end(of_years) ? 2 : 0; }
};
/// @param base_resolved  the scenario that the variant is compared with, as canonical JSON
VariantPhases variant_phases(const Scenario& variant, const std::string& base_resolved);

/// A year of the result: "2026-27", or "2026" where it is a calendar year.
std::string year_name(const Period& period, int year);

/// Mean over some years within each replication; NaN where none of them has data.
/// @param by_year  values by replication, of the years that count
std::vector<double> mean_of_years(std::span<const std::vector<double>> by_year);

}  // namespace doorstroom
