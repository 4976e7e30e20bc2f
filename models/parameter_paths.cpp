#include "models/parameter_paths.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/string.hpp>
#include <set>
#include <span>

#include "models/issue_text.hpp"
#include "models/overlay.hpp"
#include "models/scenario_fields.hpp"
#include "models/yaml_reader.hpp"

namespace doorstroom {
namespace {

using Keys = std::vector<std::string>;

Keys split(std::string_view path) {
  Keys keys;
  boost::split(keys, path, boost::is_any_of("."));
  return keys;
}

std::string join(std::span<const std::string> keys) {
  return fmt::format("{}", fmt::join(keys, "."));
}

/// The maps that hold the last key of a path: one, or those of every branch of a route list.
void maps_above(Value& value, std::span<const std::string> keys, std::vector<Value*>& found) {
  if (value.is_list()) {
    for (const auto& item : value.items)
      if (Entry* to = item->is_map() ? item->find("to") : nullptr)
        maps_above(*to->value, keys, found);
    return;
  }
  if (!value.is_map()) return;
  if (keys.size() == 1) {
    found.push_back(&value);
    return;
  }
  if (Entry* entry = value.find(keys.front())) maps_above(*entry->value, keys.subspan(1), found);
}

void write(Value& map, const std::string& key, const PathSet& set, bool as_share) {
  Entry* entry = map.find(key);
  if (set.value->is_null()) return map.erase(key);
  if (as_share && entry && entry->value->is_map() && set.value->is_scalar())
    return entry->value->set("share", set.value->clone(), set.mark);
  map.set(key, set.value->clone(), set.mark);
}

/// Makes the maps of the format that stand above the last key of a path, where there are none.
bool make_room(Value& tree, const Keys& keys) {
  Value* map = &tree;
  for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
    const Field* field = field_at(join(std::span(keys).first(i + 1)));
    if (!field) return false;
    if (!map->find(keys[i])) {
      if (field->key == "*" || field->kind != Kind::map || !field->map) return false;
      map->set(keys[i], Value::map(), {});
    }
    map = map->find(keys[i])->value.get();
    if (!map->is_map()) return false;
  }
  return true;
}

std::size_t size_of(const Value& value) {
  std::size_t size = 1;
  for (const auto& item : value.items) size += size_of(*item);
  for (const Entry& entry : value.entries) size += size_of(*entry.value);
  return size;
}

/// The last keys of all places that match.
Keys last_keys(const Value& tree, const std::string& pattern) {
  std::set<std::string> keys;
  for (const std::string& path : matching_paths(tree, pattern))
    keys.insert(path.substr(path.rfind('.') + 1));
  return {keys.begin(), keys.end()};
}

std::shared_ptr<Value> argument_value(std::string_view argument, std::size_t equals,
                                      std::vector<Document>& documents, Issues& issues) {
  const std::string text =
      fmt::format("\"{}\": {}\n", argument.substr(0, equals), argument.substr(equals + 1));
  return read_yaml_text("--set", text, documents, issues);
}

}  // namespace

std::vector<PathSet> take_sets(Value& tree, const std::vector<std::string>& arguments,
                               std::vector<Document>& documents, Issues& issues) {
  std::vector<PathSet> sets;
  const auto add = [&](const Value& map) {
    for (const Entry& entry : map.entries) sets.push_back({entry.key, entry.key_mark, entry.value});
  };
  if (const Entry* gathered = tree.find("set")) {
    const std::shared_ptr<Value> list = gathered->value;
    tree.erase("set");
    if (list->is_map()) add(*list);
    for (const auto& map : list->items) {
      if (map->is_map())
        add(*map);
      else
        issues.error(map->mark, fmt::format("set is {}", shown(*map)),
                     "it is a map of paths and values, such as {arrangements.oza.places: 230}");
    }
    if (list->is_scalar())
      issues.error(list->mark, fmt::format("set is {}", shown(*list)),
                   "it is a map of paths and values, such as {arrangements.oza.places: 230}");
  }
  for (const std::string& argument : arguments) {
    const std::size_t equals = argument.find('=');
    if (equals == std::string::npos || equals == 0) {
      issues.error({}, fmt::format("--set {} has no path or no value", shown(argument)),
                   "write --set PATH=VALUE, such as --set arrangements.oza.places=230");
      continue;
    }
    const auto map = argument_value(argument, equals, documents, issues);
    if (map && map->is_map()) add(*map);
  }
  return sets;
}

void apply_set(Value& tree, const PathSet& set, Issues& issues) {
  constexpr std::size_t most_writes = 1'000'000;
  std::vector<std::string> paths = matching_paths(tree, set.pattern);
  const bool wild = set.pattern.find('*') != std::string::npos;
  const Keys keys = split(set.pattern);
  if (paths.empty() && !wild && field_at(set.pattern) && field_at(set.pattern)->key != "*" &&
      make_room(tree, keys))
    paths.push_back(set.pattern);
  if (paths.empty()) {
    issues.error(set.mark, fmt::format("set: {} names nothing", shown(set.pattern)),
                 path_suggestion(tree, set.pattern, issues));
    return;
  }
  if (paths.size() * size_of(*set.value) > most_writes) {
    issues.error(set.mark, fmt::format("set: {} names too much", shown(set.pattern)),
                 "name fewer parameters in one path");
    return;
  }
  for (const std::string& path : paths) {
    const Field* field = field_at(path);
    const bool as_share = field && field->kind == Kind::share_or_rest && field->map;
    const Keys concrete = split(path);
    std::vector<Value*> maps;
    maps_above(tree, concrete, maps);
    const bool there = std::ranges::any_of(
        maps, [&](const Value* map) { return map->find(concrete.back()) != nullptr; });
    for (Value* map : maps)
      if (!there || map->find(concrete.back())) write(*map, concrete.back(), set, as_share);
  }
}

std::string path_suggestion(const Value& tree, std::string_view pattern, const Issues& issues) {
  Keys keys = split(pattern);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto upto = std::span(keys).first(i + 1);
    if (!matching_paths(tree, join(upto)).empty()) continue;
    std::string above = join(std::span(keys).first(i));
    const Keys known = last_keys(tree, above.empty() ? "*" : above + ".*");
    const auto near = suggest(issues, keys[i], known);
    if (!near) {
      constexpr std::size_t enough = 12;
      const Keys some(known.begin(), known.begin() + std::min(enough, known.size()));
      if (some.empty()) return "no key stands below that; a path is keys joined by dots";
      return fmt::format("the keys {} are {}{}", above.empty() ? "there" : "below " + above,
                         boost::join(some, ", "), known.size() > enough ? ", ..." : "");
    }
    keys[i] = *near;
  }
  return fmt::format("did you mean {}?", join(keys));
}

}  // namespace doorstroom
