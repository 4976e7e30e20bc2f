#include <limits>
#include <nlohmann/json.hpp>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "models/messages/utf8.hpp"
#include "models/yaml/yaml_text.hpp"
#include "results/sweep/manifest.hpp"
#include "results/sweep/manifest_check.hpp"

/// Writes a manifest as JSON, and reads it back.

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr auto manifest_format = "doorstroom.sweep.manifest";
constexpr int format_version = 1;

constexpr std::array design_names{"grid", "latin_hypercube", "sobol"};

OrderedJson values_json(const std::vector<std::string>& values) {
  OrderedJson list = OrderedJson::array();
  for (const std::string& value : values) list.push_back(OrderedJson::parse(value));
  return list;
}

std::vector<std::string> values_of(const OrderedJson& list) {
  std::vector<std::string> values;
  for (const OrderedJson& value : list) values.push_back(value.dump());
  return values;
}

/// A whole number: the library would make one of -1, 1e30 and `true` as well.
std::uint32_t whole(const OrderedJson& map, const char* key,
                    std::uint32_t most = std::numeric_limits<std::uint32_t>::max()) {
  const OrderedJson& value = map.at(key);
  if (value.is_number_unsigned() && value.get<std::uint64_t>() <= most)
    return value.get<std::uint32_t>();
  throw input_error(
      message("`{0}` is {1}, which is no whole number from 0 to {2}", key, value.dump(), most));
}

OrderedJson factor_json(const Factor& factor) {
  OrderedJson json{{"path", factor.path}, {"unit", factor.unit}, {"whole", factor.whole}};
  if (factor.levels.empty()) {
    json["from"] = factor.from;
    json["to"] = factor.to;
  } else {
    json["levels"] = values_json(factor.levels);
  }
  return json;
}

Factor factor_of(const OrderedJson& json) {
  Factor factor;
  factor.path = json.at("path");
  factor.unit = json.at("unit");
  factor.whole = json.at("whole");
  factor.from = json.value("from", 0.0);
  factor.to = json.value("to", 0.0);
  if (json.contains("levels")) factor.levels = values_of(json.at("levels"));
  return factor;
}

OrderedJson batch_json(const Batch& batch) {
  return {{"first_point", batch.first_point},
          {"points", batch.points},
          {"first_replication", batch.replications.first},
          {"replications", batch.replications.count}};
}

Batch batch_of(const OrderedJson& json) {
  return {whole(json, "first_point", most_points),
          whole(json, "points", most_points),
          {whole(json, "first_replication", most_replications),
           whole(json, "replications", most_replications)}};
}

Manifest read(const OrderedJson& json) {
  Manifest manifest;
  manifest.program = {json.at("program_version"), json.at("git_commit"), json.at("random_scheme")};
  manifest.name = json.at("sweep");
  manifest.plan = json.at("plan");
  manifest.base_name = json.at("base_name");
  manifest.base = json.at("base");
  manifest.base_sha256 = json.at("base_sha256");
  manifest.seed = whole(json, "seed");
  const auto* const design = std::ranges::find(design_names, json.at("design").get<std::string>());
  if (design == design_names.end()) throw input_error(message("its design is unknown"));
  manifest.design = static_cast<SweepPlan::Design>(design - design_names.begin());
  for (const OrderedJson& factor : json.at("factors"))
    manifest.factors.push_back(factor_of(factor));
  for (const OrderedJson& point : json.at("points"))
    manifest.points.push_back({values_of(point.at("values")), point.at("sha256")});
  for (const OrderedJson& kpi : json.at("keep")) manifest.keep.push_back(KpiName::parse(kpi));
  manifest.until = json.at("until").get<std::vector<std::string>>();
  manifest.block = whole(json, "block", most_replications);
  for (const OrderedJson& batch : json.at("batches")) manifest.batches.push_back(batch_of(batch));
  manifest.extends = json.value("extends", "");
  return manifest;
}

/// Refuses what is deeper than a manifest is, before recursion follows it, and text that is none.
bool refuse_excess(int depth, OrderedJson::parse_event_t event, const OrderedJson& parsed) {
  constexpr int deepest = 64;  // of a value of the scenario, in a point
  using Event = OrderedJson::parse_event_t;
  if (depth > deepest) throw input_error(message("it is more than {0} levels deep", deepest));
  if ((event == Event::key || event == Event::value) && parsed.is_string())
    if (const auto foreign = first_foreign(parsed.get_ref<const std::string&>()))
      throw input_error(message("it has {0} in a text", name_of(foreign->character)));
  return true;
}

}  // namespace

std::string as_stored(const std::string& value) {
  return OrderedJson::parse(value).dump();
}

std::string to_json(const Manifest& manifest) {
  OrderedJson json{{"format", manifest_format},
                   {"format_version", format_version},
                   {"program_version", manifest.program.version},
                   {"git_commit", manifest.program.git_commit},
                   {"random_scheme", manifest.program.random_scheme},
                   {"sweep", manifest.name},
                   {"seed", manifest.seed},
                   {"design", design_names[static_cast<std::size_t>(manifest.design)]},
                   {"until", manifest.until},
                   {"block", manifest.block},
                   {"base_name", manifest.base_name},
                   {"base_sha256", manifest.base_sha256}};
  if (!manifest.extends.empty()) json["extends"] = manifest.extends;
  OrderedJson& keep = json["keep"] = OrderedJson::array();
  for (const KpiName& kpi : manifest.keep) keep.push_back(kpi.text());
  OrderedJson& factors = json["factors"] = OrderedJson::array();
  for (const Factor& factor : manifest.factors) factors.push_back(factor_json(factor));
  OrderedJson& batches = json["batches"] = OrderedJson::array();
  for (const Batch& batch : manifest.batches) batches.push_back(batch_json(batch));
  OrderedJson& points = json["points"] = OrderedJson::array();
  for (const SweepPoint& point : manifest.points)
    points.push_back({{"sha256", point.sha256}, {"values", values_json(point.values)}});
  json["plan"] = manifest.plan;
  json["base"] = manifest.base;
  return json.dump(1) + "\n";
}

Manifest manifest_of(const std::string& name, const std::string& text) {
  try {
    const OrderedJson json = OrderedJson::parse(text, refuse_excess);
    if (json.value("format", "") != manifest_format)
      throw input_error(message("its format is not `{0}`", manifest_format));
    const std::string writer = json.value("program_version", "?");
    if (const OrderedJson& version = json.at("format_version"); version != format_version)
      throw input_error(message(
          "its format version is {0}, expected {1}; use the program that wrote it (doorstroom {2})",
          version.dump(), format_version, writer));
    Manifest manifest = read(json);
    check_whole(manifest);
    return manifest;
  } catch (const nlohmann::json::exception& error) {
    throw input_error(
        message("{0}: this is no manifest of a sweep\n  {1}", name, std::string(error.what())));
  } catch (const InputError& error) {
    throw input_error(
        message("{0}: this is no manifest of a sweep that can be read here\n  {1}\n  put the file "
                "back as it was written, or begin the sweep anew in another folder",
                name, LocalizedText(error)));
  }
}

}  // namespace doorstroom
