#include "results/experiment/over_report.hpp"

#include <nlohmann/json.hpp>

#include "results/file/digest.hpp"

namespace doorstroom {

AskedScenario AskedScenario::of(const Simulations& simulations) {
  return {simulations.scenario(0).name, sha256(simulations.scenario(0).resolved)};
}

nlohmann::ordered_json over_json(const std::optional<CalibratedSets>& sets,
                                 const Assumptions& assumptions, const AskedScenario& base) {
  if (!sets) return "evidence";
  const std::size_t known = calibrated_among(assumptions, *sets);
  return {{"folder", sets->folder},
          {"scenario", sets->scenario},
          {"same_scenario", sets->digest == base.digest},
          {"sets", sets->values.size()},
          {"inputs", known},
          {"drawn", assumptions.varied.size() - known}};
}

std::vector<LocalizedText> notes_on(const CalibratedSets& sets, const Assumptions& assumptions,
                                    const AskedScenario& base) {
  std::vector<LocalizedText> notes;
  notes.push_back(
      message("The states are the sets of inputs in {0} that agree with what is known: "
              "possibilities, and not probabilities.\n",
              sets.folder));
  if (sets.digest != base.digest)
    notes.push_back(message(
        "Mind: they were found for {0}, which is not the same as {1} now; calibrate it anew.\n",
        sets.scenario, base.name));
  const std::size_t drawn = assumptions.varied.size() - calibrated_among(assumptions, sets);
  if (drawn > 0)
    notes.push_back(
        message_plural("{0} assumption was not calibrated, and is drawn from its range.\n",
                       "{0} assumptions were not calibrated, and are drawn from their ranges.\n",
                       static_cast<std::int64_t>(drawn)));
  return notes;
}

}  // namespace doorstroom
