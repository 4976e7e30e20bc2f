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

LocalizedText difference_at(const std::string& pointer, const Json& there, const Json& here) {
  if (!here.contains(pointer))
    return message("{0} is {1} there and missing here", path_of(pointer), there.at(pointer).dump());
  if (!there.contains(pointer))
    return message("{0} is missing there and {1} here", path_of(pointer), here.at(pointer).dump());
  return message("{0} is {1} there and {2} here", path_of(pointer), there.at(pointer).dump(),
                 here.at(pointer).dump());
}

}  // namespace

LocalizedText scenario_difference(const std::string& there, const std::string& here) {
  if (there == here) return {};
  constexpr std::size_t most = 3;
  const Json a = Json::parse(there).flatten();
  const Json b = Json::parse(here).flatten();
  Json all = a;
  all.update(b);
  std::vector<LocalizedText> found;
  for (const auto& [pointer, value] : all.items())
    if (!a.contains(pointer) || !b.contains(pointer) || a.at(pointer) != b.at(pointer))
      found.push_back(difference_at(pointer, a, b));
  if (found.empty()) return message("their keys stand in another order");
  LocalizedText list = found.front();
  for (std::size_t i = 1; i < std::min(found.size(), most); ++i)
    list = message("{0}; {1}", list, found[i]);
  return found.size() > most ? message("{0}; and {1} more", list, found.size() - most) : list;
}

}  // namespace doorstroom
