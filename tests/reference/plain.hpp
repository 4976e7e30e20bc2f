#pragma once
/// What the plain loops share: whole numbers of ticks, who comes when, and how long each stays.
///
/// The loops know neither the engine nor its draws. They are given arrivals and stays, which are
/// read from a run in which nobody has to wait: draws have addresses, so that nobody stays longer
/// or shorter where places are scarce.

#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/worked.hpp"

namespace doorstroom::plain {

using Ticks = std::int64_t;
inline constexpr Ticks day = Instant::ticks_per_day;

/// When each youth came, in order of coming.
inline std::vector<Ticks> arrivals(const worked::Worked& run) {
  std::vector<Ticks> all;
  for (const YouthRow& youth : run.records().youths) all.push_back(youth.arrived.ticks);
  return all;
}

/// How long each youth stays at a node that all of them visit once.
inline std::vector<Ticks> stays(const worked::Worked& run, const std::string& node) {
  std::vector<Ticks> all(run.records().youths.size());
  for (const Visit& visit : run.records().visits)
    if (visit.node == run.node(node)) all[visit.youth] = visit.left.ticks - visit.entered.ticks;
  return all;
}

/// The visits to a node, by youth; of who never asked there, one that was not asked.
inline std::vector<Visit> visits(const worked::Worked& run, const std::string& node) {
  std::vector<Visit> all(run.records().youths.size(), Visit{.asked = never});
  for (const Visit& visit : run.records().visits)
    if (visit.node == run.node(node)) all[visit.youth] = visit;
  return all;
}

}  // namespace doorstroom::plain
