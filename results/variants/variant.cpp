#include "results/variants/variant.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "models/loading/parameter_paths.hpp"
#include "models/messages/message.hpp"
#include "models/messages/utf8.hpp"
#include "models/yaml/yaml_writer.hpp"

namespace doorstroom {
namespace {

constexpr std::string_view ending = ".yaml";
constexpr std::size_t longest_name = 100;  ///< of a file [character]

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::shared_ptr<Value> text_value(const std::string& text) {
  auto value = Value::scalar(text);
  value->quoted = true;
  return value;
}

/// The key under which scenarios name files that are read.
constexpr std::string_view file_key = "file";

bool names_file(const Value& value) {
  return std::ranges::any_of(value.items, [](const auto& item) { return names_file(*item); }) ||
         std::ranges::any_of(value.entries, [](const Entry& entry) {
           return entry.key == file_key || names_file(*entry.value);
         });
}

/// Who may change a scenario may not thereby read what else stands on this machine: a file that is
/// no table would be told in the message that refuses it.
void check_names_no_file(const PathSet& set) {
  const std::string_view last =
      std::string_view(set.pattern).substr(set.pattern.find_last_of('.') + 1);
  if (last == file_key || last.find('*') != std::string_view::npos || names_file(*set.value))
    throw input_error(
        message("{0} could name a file\n  a variant reads none; write that into the scenario",
                set.pattern));
}

/// The settings as the loader reads those of the command line.
std::vector<PathSet> read_settings(const WhatIfVariant& variant) {
  std::vector<std::string> arguments;
  for (const VariantSetting& set : variant.sets) arguments.push_back(set.path + "=" + set.value);
  std::vector<Document> documents;
  Issues issues;
  std::vector<PathSet> sets = take_sets(*Value::map(), arguments, documents, issues);
  issues.throw_if_errors(documents);
  std::set<std::string> known;
  for (const PathSet& set : sets) {
    check_names_no_file(set);
    if (!known.insert(set.pattern).second)
      throw input_error(
          message("{0} is set twice\n  a variant has one value for each parameter", set.pattern));
  }
  return sets;
}

void check_name(const std::string& name) {
  if (const auto foreign = first_foreign(name))
    throw input_error(message("the name holds a character that nobody can see\n  write it anew"));
}

}  // namespace

std::string overlay_text(const WhatIfVariant& variant, const std::string& scenario) {
  check_name(variant.name);
  if (variant.text) return *variant.text;
  if (!variant.extends.empty() && !is_overlay_name(variant.extends))
    throw input_error(
        message("{0} is no file that a variant may extend\n  name one in the folder of the "
                "scenario, such as plan.yaml",
                variant.extends));
  const std::vector<PathSet> sets = read_settings(variant);
  const auto overlay = Value::map();
  overlay->set("doorstroom", Value::scalar("1"));
  overlay->set("extends", Value::scalar(variant.extends.empty() ? scenario : variant.extends));
  if (!variant.name.empty()) overlay->set("name", text_value(variant.name));
  if (!sets.empty()) {
    const auto map = Value::map();
    for (const PathSet& set : sets) map->set(set.pattern, set.value);
    overlay->set("set", map);
  }
  return yaml_text(*overlay);
}

bool is_overlay_name(const std::string& name) {
  return name.size() > ending.size() && name.size() <= longest_name && name.ends_with(ending) &&
         is_letter_or_digit(name.front()) && std::ranges::all_of(name, [](char c) {
           return is_letter_or_digit(c) || c == '.' || c == '-' || c == '_';
         });
}

std::string file_name_for(const WhatIfVariant& variant) {
  constexpr std::size_t longest = 60;
  std::string name;
  for (const char c : variant.name) {
    if (name.size() == longest) break;
    if (is_letter_or_digit(c))
      name += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    else if (!name.empty() && name.back() != '-')
      name += '-';
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return (name.empty() ? "variant" : name) + std::string(ending);
}

}  // namespace doorstroom
