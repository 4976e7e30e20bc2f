#pragma once
/// What a reader of JSON relies on: which keys there are, in their order, and the types of their
/// values.

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "tests/frozen/contract.hpp"

namespace doorstroom::frozen {

/// Keys as paths, `[]` being any item of a list: `variants[].name string`. A number that has no
/// data is null, so null only counts where nothing else is found.
class JsonContract {
 public:
  void add(const std::string& json) { add("", nlohmann::ordered_json::parse(json)); }

  Lines lines() const {
    Lines lines;
    for (const std::string& path : order_) {
      std::set<std::string> types = types_.at(path);
      if (types.size() > 1) types.erase("null");
      std::string text;
      for (const std::string& type : types) text += (text.empty() ? "" : " or ") + type;
      lines.push_back((path.empty() ? "(whole)" : path) + " " + text);
    }
    return lines;
  }

 private:
  void add(const std::string& path, const nlohmann::ordered_json& value) {
    if (!types_.contains(path)) order_.push_back(path);
    types_[path].insert(value.type_name());
    if (value.is_object())
      for (const auto& [key, below] : value.items())
        add(path.empty() ? key : path + "." + key, below);
    if (value.is_array())
      for (const auto& below : value) add(path + "[]", below);
  }

  Lines order_;  ///< paths as they are first met
  std::map<std::string, std::set<std::string>> types_;
};

}  // namespace doorstroom::frozen
