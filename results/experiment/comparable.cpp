#include "results/experiment/comparable.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_listed = 10;

std::string brief(const Json& value) {
  constexpr std::size_t longest = 60;
  std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  if (text.size() > longest) text = text.substr(0, longest) + "...";
  return text;
}

/// Lists all paths at which two trees differ: "sources.school.per_year is 120 and 130".
void gather(const Json& base, const Json& other, const std::string& path,
            std::vector<LocalizedText>& differences) {
  if (base == other) return;
  if (!base.is_object() || !other.is_object()) {
    differences.push_back(message("{0} is {1} and {2}", path, brief(base), brief(other)));
    return;
  }
  for (const auto& [key, value] : base.items()) {
    const std::string below = path.empty() ? key : path + "." + key;
    if (other.contains(key))
      gather(value, other[key], below, differences);
    else
      differences.push_back(message("{0} is missing in the second", below));
  }
  for (const auto& [key, value] : other.items())
    if (!base.contains(key))
      differences.push_back(
          message("{0} is missing in the first", path.empty() ? key : path + "." + key));
}

/// Names that people read change no future.
void drop_labels(Json& part) {
  if (part.is_object()) part.erase("label");
  if (part.is_structured())
    for (Json& inner : part) drop_labels(inner);
}

/// Parts of a scenario that decide who arrives, when, and with which random numbers.
Json world_of(ResultReader& file) {
  const Json scenario = Json::parse(file.resolved());
  Json world{{"seed", file.integer("seed")},
             {"random_scheme", file.text("random_scheme")},
             {"start_date", file.text("start_date")},
             {"period_days", file.integer("period_days")},
             {"horizon_days", file.integer("horizon_days")}};
  for (const char* key :
       {"period", "sources", "severities", "subregions", "attributes", "initial", "today"})
    if (scenario.contains(key)) drop_labels(world[key] = scenario[key]);
  return world;
}

}  // namespace

void check_comparable(ResultReader& base, ResultReader& variant) {
  std::vector<LocalizedText> differences;
  gather(world_of(base), world_of(variant), "", differences);
  if (differences.empty()) return;
  LocalizedText list;
  for (std::size_t i = 0; i < std::min(most_listed, differences.size()); ++i)
    list = message("{0}  {1}\n", list, differences[i]);
  if (differences.size() > most_listed)
    list = message("{0}  ... and {1} more\n", list, differences.size() - most_listed);
  throw input_error(
      message("{0} and {1} do not live through the same futures:\n{2}  make both with the same "
              "seed, period and sources; what an intervention does to the inflow is an effect of "
              "that intervention",
              base.path(), variant.path(), list));
}

}  // namespace doorstroom
