#pragma once
/// Where two JSON trees differ.

#include <nlohmann/json.hpp>
#include <string>

namespace doorstroom {

/// A value as one reads it in a sentence: cut after `longest` characters.
template <class Json>
std::string brief(const Json& value, std::size_t longest) {
  std::string text = value.is_string() ? value.template get<std::string>() : value.dump();
  if (text.size() > longest) text = text.substr(0, longest) + "...";
  return text;
}

/// Calls visit(path, base, other) for each path at which they differ ("sources.school.per_year"),
/// in the order of `base`, then what only `other` has. A value that one of them lacks is null.
/// @param path  of both; empty: of the whole
template <class Json, class Visit>
void for_each_difference(const Json& base, const Json& other, const std::string& path,
                         const Visit& visit) {
  if (base == other) return;
  if (!base.is_object() || !other.is_object()) return visit(path, &base, &other);
  const Json* const lacking = nullptr;
  const auto below = [&](const std::string& key) { return path.empty() ? key : path + "." + key; };
  for (const auto& [key, value] : base.items()) {
    if (other.contains(key))
      for_each_difference(value, other[key], below(key), visit);
    else
      visit(below(key), &value, lacking);
  }
  for (const auto& [key, value] : other.items())
    if (!base.contains(key)) visit(below(key), lacking, &value);
}

}  // namespace doorstroom
