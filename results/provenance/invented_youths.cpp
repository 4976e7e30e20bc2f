#include "results/provenance/invented_youths.hpp"

#include <algorithm>
#include <cmath>

namespace doorstroom {
namespace {

/// A time on a list.
struct Listed {
  Instant from;
  Instant to;
};

/// Time that is covered by at least one of several.
Days covered(std::vector<Listed> times) {
  std::ranges::sort(times, {}, &Listed::from);
  Days sum{0};
  Instant until = times.empty() ? Instant{} : times.front().from;
  for (const Listed& time : times) {
    const Instant from = std::max(time.from, until);
    if (time.to > from) sum = sum + (time.to - from);
    until = std::max(until, time.to);
  }
  return sum;
}

bool is_invented(const YouthRow& youth, const Scenario& scenario) {
  if (youth.month < 0) return false;  // found, not drawn
  const Node& node = scenario.nodes[youth.source];
  return scenario.sources[static_cast<std::size_t>(node.index)].arrivals.empty();
}

}  // namespace

std::vector<WaitOfYouth> invented_youths(const RetainedVisits& rows, const Scenario& scenario,
                                         const Privacy& privacy) {
  std::vector<std::vector<Listed>> listed(rows.youths.size());
  std::vector<bool> asked(rows.youths.size());
  for (const Visit& visit : rows.visits) {
    if (visit.beside) continue;
    asked[visit.youth] = true;
    const Instant served = visit.entered != never ? visit.entered : visit.left;
    listed[visit.youth].push_back(
        {visit.asked, served == never ? scenario.period.horizon() : served});
  }
  const Instant first = Instant{} + Days{privacy.shown_from_day()};
  std::vector<WaitOfYouth> youths;
  for (std::uint32_t number = 0; number < rows.youths.size(); ++number) {
    const YouthRow& youth = rows.youths[number];
    if (is_invented(youth, scenario) && asked[number] && youth.arrived >= first &&
        youth.exited != never)
      youths.push_back({number, covered(listed[number])});
  }
  std::ranges::stable_sort(youths, {}, &WaitOfYouth::waited);
  return youths;
}

std::uint32_t chosen_youth(const std::vector<WaitOfYouth>& ranked, double share,
                           std::uint64_t seed) {
  constexpr std::size_t most = 10;
  const std::size_t around = std::clamp<std::size_t>(ranked.size() / 10, 1, most);
  const auto first =
      static_cast<std::size_t>(std::lround(share * static_cast<double>(ranked.size() - around)));
  return ranked[first + seed % around].youth;
}

}  // namespace doorstroom
