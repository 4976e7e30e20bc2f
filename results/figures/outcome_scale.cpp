#include "results/figures/outcome_scale.hpp"

namespace doorstroom {

OutcomeScale outcome_scale(const KpiDefinition& kpi) {
  if (kpi.units == "day") return OutcomeScale::logarithm;
  return kpi.units == "1" ? OutcomeScale::logit : OutcomeScale::plain;
}

}  // namespace doorstroom
