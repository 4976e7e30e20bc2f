#include "app/explain_changes.hpp"

#include "results/comparison/json_differences.hpp"

namespace doorstroom {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longest_value = 50;  ///< that is shown

LocalizedText changes_at(const Json& base, const Json& changed, const std::string& path) {
  LocalizedText text;
  for_each_difference(
      base, changed, path, [&](const std::string& at, const Json* before, const Json* now) {
        const bool is_new_section = !before && now->is_object() && at.find('.') == at.npos;
        if (is_new_section)
          text += changes_at(Json::object(), *now, at);
        else if (!before)
          text += message("  {0}: new, {1}\n", at, brief(*now, longest_value));
        else if (!now)
          text += message("  {0}: {1} -> taken away\n", at, brief(*before, longest_value));
        else
          text += message("  {0}: {1} -> {2}\n", at, brief(*before, longest_value),
                          brief(*now, longest_value));
      });
  return text;
}

}  // namespace

LocalizedText changes_text(const std::string& base, const std::string& changed) {
  return changes_at(Json::parse(base), Json::parse(changed), "");
}

}  // namespace doorstroom
