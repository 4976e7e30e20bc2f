#pragma once
/// What levers are called in lists that people read. The manual says at length what a parameter is;
/// here it is short, and an effect is called by what it changes.

#include <nlohmann/json.hpp>
#include <string>

#include "models/messages/language.hpp"
#include "results/text/kpi_labels.hpp"
#include "results/variants/levers.hpp"

namespace doorstroom {

class LeverNames {
 public:
  /// @param scenario  that the levers are of
  explicit LeverNames(const Scenario& scenario);

  /// Whose it is first: "OZA: places", "Director, faster handover: factor on time of handover".
  std::string of(const Lever& lever, Language language) const;

 private:
  using Keys = std::vector<std::string>;

  std::string of_parameter(const std::string& path, const Keys& keys, Language language) const;
  std::string of_effect(const Keys& keys, Language language) const;
  std::string of_divert(const Keys& keys, const nlohmann::json& effect, Language language) const;
  std::string what_changes(const std::string& pattern, bool with_owner, Language language) const;
  const nlohmann::json& effect_at(const Keys& keys) const;

  KpiLabels labels_;
  nlohmann::json resolved_;
};

}  // namespace doorstroom
