#include "app/explain_changes.hpp"

#include <nlohmann/json.hpp>

namespace doorstroom {
namespace {

using Json = nlohmann::ordered_json;

std::string brief(const Json& value) {
  constexpr std::size_t longest = 50;
  std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  if (text.size() > longest) text = text.substr(0, longest) + "...";
  return text;
}

LocalizedText changes_at(const Json& base, const Json& changed, const std::string& path) {
  if (base == changed) return {};
  if (!base.is_object() || !changed.is_object())
    return message("  {0}: {1} -> {2}\n", path, brief(base), brief(changed));
  LocalizedText text;
  for (const auto& [key, value] : base.items()) {
    const std::string below = path.empty() ? key : path + "." + key;
    text += changed.contains(key) ? changes_at(value, changed[key], below)
                                  : message("  {0}: {1} -> taken away\n", below, brief(value));
  }
  for (const auto& [key, value] : changed.items()) {
    if (base.contains(key)) continue;
    const bool is_section = path.empty() && value.is_object();
    text += is_section
                ? changes_at(Json::object(), value, key)
                : message("  {0}: new, {1}\n", path.empty() ? key : path + "." + key, brief(value));
  }
  return text;
}

}  // namespace

LocalizedText changes_text(const std::string& base, const std::string& changed) {
  return changes_at(Json::parse(base), Json::parse(changed), "");
}

}  // namespace doorstroom
