#include "results/run/scenario_difference.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

namespace doorstroom {
namespace {

using Json = nlohmann::json;

/// "arrangements.oza.places" of "/arrangements/oza/places".
std::string path_of(const std::string& pointer) {
  std::string path = pointer.substr(std::min<std::size_t>(1, pointer.size()));
  std::ranges::replace(path, '/', '.');
  return path;
}

Text difference_at(const std::string& pointer, const Json& there, const Json& here) {
  if (!here.contains(pointer))
    return say("{} is {} there and missing here", path_of(pointer), there.at(pointer).dump());
  if (!there.contains(pointer))
    return say("{} is missing there and {} here", path_of(pointer), here.at(pointer).dump());
  return say("{} is {} there and {} here", path_of(pointer), there.at(pointer).dump(),
             here.at(pointer).dump());
}

}  // namespace

Text scenario_difference(const std::string& there, const std::string& here) {
  if (there == here) return {};
  constexpr std::size_t most = 3;
  const Json a = Json::parse(there).flatten();
  const Json b = Json::parse(here).flatten();
  Json all = a;
  all.update(b);
  std::vector<Text> found;
  for (const auto& [pointer, value] : all.items())
    if (!a.contains(pointer) || !b.contains(pointer) || a.at(pointer) != b.at(pointer))
      found.push_back(difference_at(pointer, a, b));
  if (found.empty()) return "their keys stand in another order";
  Text told = found.front();
  for (std::size_t i = 1; i < std::min(found.size(), most); ++i)
    told = say("{}; {}", told, found[i]);
  return found.size() > most ? say("{}; and {} more", told, found.size() - most) : told;
}

}  // namespace doorstroom
