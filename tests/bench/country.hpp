#pragma once
/// A whole country in one scenario: a region some dozens of times, side by side. Nobody goes from
/// one copy to another, but for those who leave from absence (see below).
///
/// In every copy the ids of sources, desks, arrangements, choices, exits, interventions and clocks
/// get the copy's number in front (r01_oza), wherever they stand: as a key, as a value, or in a
/// path. What names none of them is one for the whole country, and is told once:
///   - everything outside those sections, such as `defaults` and `severities`;
///   - clocks that run for all youths, wherever they are;
///   - effects whose path holds for all nodes (`**.routes.*.delay`): once, or they would add up.
/// Who becomes too old leaves by the exit of the first copy, and no case is opened on absence: a
/// scenario names one node each for all youths.
/// Labels, evidence, targets and headline figures are left out: nothing that happens depends on
/// them. `absence.leaves` tells rates for all youths alike, so each copy's node gets its part of
/// the rate.

#include <string>

namespace doorstroom::bench {

/// A file holds 20 regions at most (models/yaml has limits); others extend it.
/// @param folder  where country.yaml is written, and what it extends
/// @param region  scenario file, which may extend another
/// @param copies  1 .. 99
/// @param years   counted, instead of the region's
/// @return the path of country.yaml
std::string write_country(const std::string& folder, const std::string& region, int copies,
                          int years);

}  // namespace doorstroom::bench
