#include "results/decisions/seek_margins.hpp"

namespace doorstroom {

const std::vector<std::vector<std::string>>& SeekMargins::states_in(const SeekQuestion& question) {
  static const std::vector<std::vector<std::string>> none;
  return question.states ? question.states->sets : none;
}

Alternative SeekMargins::alternative(const Combination& values) const {
  Alternative alternative;
  for (std::size_t i = 0; i < values.size(); ++i)
    alternative.sets.push_back(question_.knobs[i].set(values[i]));
  alternative.sets.insert(alternative.sets.end(), extra_.begin(), extra_.end());
  return alternative;
}

std::optional<Margins> SeekMargins::of(const Combination& values, ReplicationRange replications) {
  const std::vector<SimulationRequest> request =
      spread_.requests(alternative(values), replications);
  if (simulations_.replications() + simulations_.missing(request) > question_.at_most)
    return std::nullopt;
  simulations_.run(request);
  Margins margins;
  if (question_.chance) {
    std::vector<double>& all = margins.emplace_back();
    for (const bool meets : met(values, replications))
      all.push_back((meets ? 1 : 0) - *question_.chance);
    return margins;
  }
  for (std::size_t i = 0; i < question_.constraints.size(); ++i) {
    margins.push_back(figures(values, i, replications));
    for (double& value : margins.back()) value = question_.constraints[i].margin(value);
  }
  return margins;
}

std::vector<double> SeekMargins::figures(const Combination& values, std::size_t constraint,
                                         ReplicationRange replications) const {
  return spread_.values(alternative(values), constraint, replications);
}

std::vector<bool> SeekMargins::met(const Combination& values, ReplicationRange replications) const {
  std::vector<bool> met(replications.count, true);
  for (std::size_t i = 0; i < question_.constraints.size(); ++i) {
    const std::vector<double> of_kpi = figures(values, i, replications);
    for (std::size_t r = 0; r < met.size(); ++r)
      if (!(question_.constraints[i].margin(of_kpi[r]) >= 0)) met[r] = false;
  }
  return met;
}

SearchRules SeekMargins::rules() const {
  constexpr double zone_of_chance = 0.025;
  SearchRules rules;
  if (question_.chance) {
    rules.share = question_.chance;
    rules.indifference = {zone_of_chance};
    return rules;
  }
  for (const Constraint& constraint : question_.constraints)
    rules.indifference.push_back(constraint.indifference);
  return rules;
}

}  // namespace doorstroom
