#include "results/text/json_label.hpp"

#include <nlohmann/json.hpp>

namespace doorstroom {

Label label_of(const nlohmann::json& json) {
  if (json.is_string()) return {json.get<std::string>(), json.get<std::string>()};
  return json.is_object() ? Label{json.value("nl", ""), json.value("en", "")} : Label{};
}

}  // namespace doorstroom
