// Manifests of sweeps: read, or refused. Of one that is read the digests hold, it is written as it
// was read, and its tasks have names of their own.
//
// Half of the changed manifests get the digests that belong to them, as whoever means harm would
// do.

#include "results/sweep/manifest.hpp"

#include <nlohmann/json.hpp>
#include <set>

#include "results/file/digest.hpp"
#include "results/sweep/manifest_check.hpp"
#include "tests/fuzz/answer.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace doorstroom::fuzz {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_tasks_looked_at = 1000;

void try_text(const std::string& text) {
  answered([&] {
    const Manifest manifest = manifest_of("manifest.json", text);
    const std::string json = to_json(manifest);
    DOORSTROOM_EXPECT(to_json(manifest_of("again.json", json)) == json);
    DOORSTROOM_EXPECT(sha256(manifest.base) == manifest.base_sha256);
    for (const SweepPoint& point : manifest.points) {
      DOORSTROOM_EXPECT(digest_of_point(manifest, point.values) == point.sha256);
      DOORSTROOM_EXPECT(manifest.sets_of(point).size() == manifest.factors.size());
    }
    tell(replications_text(manifest));
    (void)manifest.precisions();
    const std::vector<Task> tasks = manifest.tasks();
    std::set<std::string> names;
    for (std::size_t i = 0; i < std::min(tasks.size(), most_tasks_looked_at); ++i) {
      DOORSTROOM_EXPECT(tasks[i].point < manifest.points.size());
      DOORSTROOM_EXPECT(names.insert(manifest.task_id(tasks[i])).second);
    }
    check_kept_figures(manifest);
  });
}

std::string text_in(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The digests and the seed that belong to what the manifest says. @return whether it is JSON
bool repair(Json& json) {
  if (!json.is_object() || !json.contains("points") || !json["points"].is_array()) return false;
  const Json base = Json::parse(text_in(json, "base"), nullptr, false);
  if (base.is_object() && base.contains("seed")) json["seed"] = base["seed"];
  Manifest manifest;
  manifest.base_sha256 = sha256(text_in(json, "base"));
  json["base_sha256"] = manifest.base_sha256;
  if (!json.contains("factors") || !json["factors"].is_array()) return true;
  for (const Json& factor : json["factors"])
    manifest.factors.emplace_back().path = factor.is_object() ? text_in(factor, "path") : "";
  for (Json& point : json["points"]) {
    if (!point.is_object() || !point.contains("values") || !point["values"].is_array()) continue;
    std::vector<std::string> values;
    for (const Json& value : point["values"]) values.push_back(value.dump());
    values.resize(std::min(values.size(), manifest.factors.size()));
    point["sha256"] = digest_of_point(manifest, values);
  }
  return true;
}

}  // namespace
}  // namespace doorstroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  doorstroom::fuzz::try_text(doorstroom::fuzz::text_of(data, size));
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  using namespace doorstroom::fuzz;
  const std::size_t changed = LLVMFuzzerMutate(data, size, most);
  if (seed % 2 == 0) return changed;
  try {
    Json json = Json::parse(text_of(data, changed), nullptr, false);
    if (!repair(json)) return changed;
    const std::string text = json.dump(1);
    if (text.size() > most) return changed;
    std::ranges::copy(text, data);
    return text.size();
  } catch (const Json::exception&) {  // text that is no UTF-8
    return changed;
  }
}
