#include "results/story/journey.hpp"

#include <algorithm>

namespace doorstroom {
namespace {

/// Whether a visit ended at the moment of asking: bounced, refused, or a desk without delay.
bool passed_through(const Visit& visit) {
  return visit.left == visit.asked && visit.left_to != no_node;
}

/// Chooses which visit represents a request that stood on several lists: the one that was
/// served, else the one from which the youth went on.
std::size_t main_of(const std::vector<Visit>& request) {
  const auto served =
      std::ranges::find_if(request, [](const Visit& one) { return one.entered != never; });
  if (served != request.end()) return static_cast<std::size_t>(served - request.begin());
  const auto went_on =
      std::ranges::find_if(request, [](const Visit& one) { return one.left_to != no_node; });
  return went_on == request.end() ? 0 : static_cast<std::size_t>(went_on - request.begin());
}

}  // namespace

std::vector<Step> journey_of(const RetainedVisits& rows, std::uint32_t youth) {
  std::vector<Visit> visits;
  for (const Visit& visit : rows.visits)
    if (visit.youth == youth) visits.push_back(visit);
  std::ranges::stable_sort(visits, {}, &Visit::asked);

  std::vector<Step> steps;
  std::vector<Visit> request;
  const auto take_request = [&] {
    if (request.empty()) return;
    const std::size_t main = main_of(request);
    Step step{.visit = request[main]};
    request.erase(request.begin() + static_cast<std::ptrdiff_t>(main));
    step.also = std::exchange(request, {});
    steps.push_back(std::move(step));
  };
  for (const Visit& visit : visits) {
    const bool beside = visit.beside;
    if (beside || passed_through(visit) ||
        (!request.empty() && request.front().asked != visit.asked))
      take_request();
    if (beside || passed_through(visit))
      steps.push_back({.visit = visit, .beside = beside});
    else
      request.push_back(visit);
  }
  take_request();
  for (Step& step : steps) step.present_since = rows.youths.at(youth).arrived;
  for (std::size_t i = 1; i < steps.size(); ++i) {
    const Visit& before = steps[i - 1].visit;
    steps[i].again = before.outcome == Outcome::bounced && before.left_to == steps[i].visit.node &&
                     before.left == steps[i].visit.asked;
  }
  return steps;
}

}  // namespace doorstroom
