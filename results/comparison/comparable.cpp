#include "results/comparison/comparable.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "engine/random.hpp"
#include "models/messages/message.hpp"
#include "results/comparison/json_differences.hpp"

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

/// Adds the attributes that a part of a scenario asks for: in conditions, as what something differs
/// by, or as groups.
void add_asked(const Json& part, std::set<std::string>& asked) {
  if (!part.is_structured()) return;
  for (const auto& [key, inner] : part.items()) {
    if ((key == "if" || key == "admits") && inner.is_object())
      for (const auto& [name, values] : inner.items()) asked.insert(name);
    if (key == "by" && inner.is_string()) asked.insert(inner.get<std::string>());
    if (key == "groups" && inner.is_array())
      for (const Json& name : inner)
        if (name.is_string()) asked.insert(name.get<std::string>());
    add_asked(inner, asked);
  }
}

/// The sections whose entries say how attributes are spread.
constexpr std::array sections_of_mixes{"sources", "initial", "today"};

/// Takes what is said of these attributes out of a section of sources, or of who is found.
void drop_mixes(Json& section, const std::set<std::string>& attributes) {
  if (!section.is_object()) return;
  for (Json& one : section)
    if (one.is_object())
      for (const std::string& id : attributes) one.erase(id);
}

/// Adds the attributes on which those that are asked for depend.
void add_dependencies(const Json& scenario, std::set<std::string>& asked) {
  const std::set<std::string> before = asked;
  for (const char* section : sections_of_mixes)
    if (scenario.contains(section))
      for (const Json& one : scenario[section])
        for (const std::string& id : before)
          if (one.is_object() && one.contains(id)) add_asked(one[id], asked);
  if (asked != before) add_dependencies(scenario, asked);
}

/// The attributes of which nothing asks, in neither scenario. Each is drawn apart, so it changes no
/// future.
std::set<std::string> unused_attributes(const Json& base, const Json& variant) {
  std::set<std::string> asked;
  std::set<std::string> attributes;
  for (const Json* scenario : {&base, &variant})
    if (scenario->contains("attributes"))
      for (const auto& [id, said] : (*scenario)["attributes"].items()) attributes.insert(id);
  for (Json scenario : {base, variant}) {
    const Json whole = scenario;
    for (const char* section : sections_of_mixes)
      if (scenario.contains(section)) drop_mixes(scenario[section], attributes);
    add_asked(scenario, asked);
    add_dependencies(whole, asked);
  }
  std::erase_if(attributes, [&](const std::string& id) { return asked.contains(id); });
  return attributes;
}

/// Parts of a scenario that decide who arrives, when, and with which random numbers.
Json world_of(const RunFutures& run, const Json& scenario, const std::set<std::string>& unused) {
  Json world{{"seed", run.seed},
             {"random_scheme", run.random_scheme},
             {"start_date", run.start_date},
             {"period_days", run.period_days},
             {"horizon_days", run.horizon_days}};
  for (const char* key :
       {"period", "sources", "severities", "subregions", "attributes", "initial", "today"})
    if (scenario.contains(key)) drop_labels(world[key] = scenario[key]);
  for (const char* section : sections_of_mixes)
    if (world.contains(section)) drop_mixes(world[section], unused);
  if (world.contains("attributes"))
    for (const std::string& id : unused) world["attributes"].erase(id);
  if (world.contains("attributes") && world["attributes"].empty()) world.erase("attributes");
  return world;
}

}  // namespace

RunFutures futures_of(ResultReader& file) {
  return {.path = file.path(),
          .resolved = file.resolved(),
          .seed = file.integer("seed"),
          .random_scheme = file.text("random_scheme"),
          .start_date = file.text("start_date"),
          .period_days = file.integer("period_days"),
          .horizon_days = file.integer("horizon_days")};
}

RunFutures futures_of(const Scenario& scenario, const std::string& path) {
  return {.path = path,
          .resolved = scenario.resolved,
          .seed = scenario.seed,
          .random_scheme = std::string(random_scheme),
          .start_date = to_text(scenario.period.start()),
          .period_days = scenario.period.end_day(),
          .horizon_days = scenario.period.horizon_day()};
}

void check_comparable(const RunFutures& base, const RunFutures& variant) {
  const Json of_base = Json::parse(base.resolved);
  const Json of_variant = Json::parse(variant.resolved);
  const std::set<std::string> unused = unused_attributes(of_base, of_variant);
  const std::vector<LocalizedText> differences =
      differences_of(world_of(base, of_base, unused), world_of(variant, of_variant, unused));
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
              base.path, variant.path, list));
}

}  // namespace doorstroom
