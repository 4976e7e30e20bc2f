#include "results/experiment/spread_simulations.hpp"

#include <algorithm>
#include <utility>

#include "engine/error.hpp"
#include "engine/random.hpp"

namespace doorstroom {

std::vector<std::size_t> SpreadSimulations::states_of(ReplicationRange replications) const {
  DOORSTROOM_EXPECT(!states_.empty());
  const auto states = static_cast<std::uint32_t>(states_.size());
  std::vector<std::size_t> found;
  std::vector<std::pair<double, std::size_t>> turns;
  for (std::uint32_t r = replications.first; r < replications.end(); ++r) {
    const bool is_fresh = r >= first_fresh;
    const std::uint32_t number = is_fresh ? r - first_fresh : r;
    if (turns.empty() || number % states == 0) {
      turns.clear();
      for (std::uint32_t state = 0; state < states; ++state)
        turns.emplace_back(uniform({simulations_.seed(), 0},
                                   {.source = hash32("state_of_world"),
                                    .person = state,
                                    .node = number / states,
                                    .decision = static_cast<std::uint8_t>(is_fresh ? 1 : 0)}),
                           state);
      std::ranges::sort(turns);
    }
    found.push_back(turns[number % states].second);
  }
  return found;
}

std::vector<SimulationRequest> SpreadSimulations::requests(const Alternative& alternative,
                                                           ReplicationRange replications) const {
  if (states_.empty()) return {{alternative, replications}};
  std::vector<SimulationRequest> requests;
  std::uint32_t r = replications.first;
  for (const std::size_t state : states_of(replications)) {
    SimulationRequest& request = requests.emplace_back(SimulationRequest{alternative, {r++, 1}});
    std::vector<std::string>& sets = request.alternative.sets;
    sets.insert(sets.begin(), states_[state].begin(), states_[state].end());
  }
  return requests;
}

template <class Read>
std::vector<double> SpreadSimulations::one_by_one(const Alternative& alternative,
                                                  ReplicationRange replications, Read read) const {
  std::vector<double> values;
  for (const SimulationRequest& request : requests(alternative, replications))
    for (const double value : read(request.alternative, request.replications))
      values.push_back(value);
  return values;
}

std::vector<double> SpreadSimulations::values(const Alternative& alternative, std::size_t kpi,
                                              ReplicationRange replications) const {
  return one_by_one(alternative, replications, [&](const Alternative& one, ReplicationRange range) {
    return simulations_.values(one, kpi, range);
  });
}

std::vector<double> SpreadSimulations::paid(const Alternative& alternative, std::size_t funder,
                                            ReplicationRange replications) const {
  return one_by_one(alternative, replications, [&](const Alternative& one, ReplicationRange range) {
    return simulations_.paid(one, funder, range);
  });
}

std::vector<double> SpreadSimulations::bill(const Alternative& alternative,
                                            ReplicationRange replications) const {
  return one_by_one(alternative, replications, [&](const Alternative& one, ReplicationRange range) {
    return simulations_.bill(one, range);
  });
}

}  // namespace doorstroom
