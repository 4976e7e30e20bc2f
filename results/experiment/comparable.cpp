#include "results/experiment/comparable.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "models/messages/message.hpp"
#include "results/experiment/json_differences.hpp"

namespace doorstroom {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_listed = 10;

constexpr std::size_t longest_value = 60;  ///< that is shown

/// Lists all paths at which two trees differ: "sources.school.per_year is 120 and 130".
std::vector<LocalizedText> differences_of(const Json& base, const Json& other) {
  std::vector<LocalizedText> differences;
  for_each_difference(
      base, other, "", [&](const std::string& path, const Json* one, const Json* two) {
        differences.push_back(one && two
                                  ? message("{0} is {1} and {2}", path, brief(*one, longest_value),
                                            brief(*two, longest_value))
                              : one ? message("{0} is missing in the second", path)
                                    : message("{0} is missing in the first", path));
      });
  return differences;
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
  const std::vector<LocalizedText> differences = differences_of(world_of(base), world_of(variant));
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
