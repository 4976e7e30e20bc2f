#pragma once
/// What a scenario has otherwise than its base: its numbers, dates and names of nodes, but not what
/// only tells about it.

#include <boost/algorithm/string/join.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace doorstroom {

/// A value that the base has otherwise, or not at all.
struct ScenarioDifference {
  std::vector<std::string> keys;          ///< the path
  const nlohmann::ordered_json* base;     ///< null: it has none
  const nlohmann::ordered_json* variant;  ///< a scalar, or a list of scalars

  std::string path() const { return boost::join(keys, "."); }
  /// Whether it is a key of an effect: interventions.ID.effects.ID.KEY.
  bool is_of_effect() const {
    constexpr std::size_t keys_of_effect = 5;
    return keys.size() == keys_of_effect && keys.front() == "interventions" && keys[2] == "effects";
  }
};

/// In the order of the variant. @param base, variant  resolved; they must outlive the answer
std::vector<ScenarioDifference> scenario_differences(const nlohmann::ordered_json& base,
                                                     const nlohmann::ordered_json& variant);

/// Two numbers that differ most, by the factor that lies between them: the one that falls most and
/// the one that rises most, or the two that do most where all go one way. A factor that the base
/// does not have is compared with what holds without it; a number of the same kind and size as one
/// that is told already is left out.
/// @return none to two of the differences
std::vector<const ScenarioDifference*> largest_differences(
    const std::vector<ScenarioDifference>& differences, const nlohmann::ordered_json& base,
    const nlohmann::ordered_json& variant);

}  // namespace doorstroom
