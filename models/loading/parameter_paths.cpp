#include "models/loading/parameter_paths.hpp"

#include <fmt/format.h>
#include <boost/algorithm/string/trim.hpp>

#include <algorithm>
#include <boost/algorithm/string.hpp>
#include <set>
#include <span>

#include "models/fields/scenario_fields.hpp"
#include "models/yaml/issue_text.hpp"
#include "models/yaml/overlay.hpp"
#include "models/yaml/yaml_reader.hpp"

namespace doorstroom {
namespace {

using Keys = std::vector<std::string>;

Keys split(std::string_view path) {
  Keys keys;
  boost::split(keys, path, boost::is_any_of("."));
  return keys;
}

std::string join(std::span<const std::string> keys) {
  std::string path;
  for (const std::string& key : keys) path += (path.empty() ? "" : ".") + key;
  return path;
}

/// The maps that hold the last key of a path: one, or those of every branch of a route list.
template <class Tree>  // Value, or one that only is read
void find_maps(Tree& value, std::span<const std::string> keys, std::vector<Tree*>& found) {
  if (value.is_list()) {
    for (const auto& item : value.items)
      if (const Entry* to = item->is_map() ? item->find("to") : nullptr)
        find_maps<Tree>(*to->value, keys, found);
    return;
  }
  if (!value.is_map()) return;
  if (keys.size() == 1) {
    found.push_back(&value);
    return;
  }
  if (const Entry* entry = value.find(keys.front()))
    find_maps<Tree>(*entry->value, keys.subspan(1), found);
}

template <class Tree>
std::vector<Tree*> maps_above(Tree& tree, const Keys& keys) {
  std::vector<Tree*> found;
  find_maps(tree, keys, found);
  return found;
}

bool holds(const std::vector<Value*>& maps, const std::string& key) {
  return std::ranges::any_of(maps, [&](const Value* map) { return map->find(key) != nullptr; });
}

void write(Value& map, const std::string& key, const PathSet& set, bool as_share) {
  Entry* entry = map.find(key);
  if (set.value->is_null()) return map.erase(key);
  if (as_share && entry && entry->value->is_map() && set.value->is_scalar())
    return entry->value->set("share", set.value->clone(), set.location);
  map.set(key, set.value->clone(), set.location);
}

/// Makes the maps of the format that stand above the last key of a path, where there are none.
/// @param location  of the path, at which is told what such a map lacks
bool make_room(Value& tree, const Keys& keys, const SourceLocation& location) {
  Value* map = &tree;
  for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
    const Field* field = field_at(join(std::span(keys).first(i + 1)));
    if (!field) return false;
    if (!map->find(keys[i])) {
      if (field->key == "*" || field->kind != QuantityKind::map || !field->map) return false;
      map->set(keys[i], Value::map(location), location);
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

/// The places that a pattern names; of one without wildcards also a new key of the format.
std::vector<std::string> paths_of(Value& tree, const PathSet& set) {
  const std::string& pattern = set.pattern;
  if (pattern.find('*') != std::string::npos) return matching_paths(tree, pattern);
  const Keys keys = split(pattern);
  const Field* field = field_at(pattern);
  const bool is_new = field && field->key != "*";
  if (holds(maps_above(tree, keys), keys.back()) || (is_new && make_room(tree, keys, set.location)))
    return {pattern};
  return {};
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
    for (const Entry& entry : map.entries)
      sets.push_back({entry.key, entry.key_location, entry.value});
  };
  if (const Entry* gathered = tree.find("set")) {
    const std::shared_ptr<Value> list = gathered->value;
    tree.erase("set");
    if (list->is_map()) add(*list);
    for (const auto& map : list->items) {
      if (map->is_map())
        add(*map);
      else
        issues.error(
            map->location, message("set is {0}", shown(*map)),
            message("it is a map of paths and values, such as {{arrangements.oza.places: 230}}"));
    }
    if (list->is_scalar())
      issues.error(
          list->location, message("set is {0}", shown(*list)),
          message("it is a map of paths and values, such as {{arrangements.oza.places: 230}}"));
  }
  for (const std::string& argument : arguments) {
    const std::size_t equals = argument.find('=');
    if (equals == std::string::npos || equals == 0) {
      issues.error({}, message("--set {0} has no path or no value", shown(argument)),
                   message("write --set PATH=VALUE, such as --set arrangements.oza.places=230"));
      continue;
    }
    const std::string path = boost::trim_copy(argument.substr(0, equals));
    const auto map = argument_value(path + argument.substr(equals), path.size(), documents, issues);
    if (map && map->is_map()) add(*map);
  }
  return sets;
}

void apply_set(Value& tree, const PathSet& set, Issues& issues) {
  constexpr std::size_t most_writes = 1'000'000;
  if (set.pattern.starts_with("defaults.") || set.pattern == "defaults")
    return issues.error(set.location, message("set: {0} comes too late", shown(set.pattern)),
                        message("sets come after the defaults are filled in; name what they fill, "
                                "such as **.routes.*.delay, or write `defaults:` itself"));
  if (too_many_to_read(issues)) return;
  const std::vector<std::string> paths = paths_of(tree, set);
  if (paths.empty())
    return issues.error(set.location, message("set: {0} names nothing", shown(set.pattern)),
                        path_suggestion(tree, set.pattern, issues));
  if (paths.size() * size_of(*set.value) > most_writes)
    return issues.error(set.location, message("set: {0} names too much", shown(set.pattern)),
                        message("name fewer parameters in one path"));
  for (const std::string& path : paths) {
    const Field* field = field_at(path);
    const bool as_share = field && field->kind == QuantityKind::share_or_rest && field->map;
    const Keys keys = split(path);
    const std::vector<Value*> maps = maps_above(tree, keys);
    const bool there = holds(maps, keys.back());
    for (Value* map : maps)
      if (!there || map->find(keys.back())) write(*map, keys.back(), set, as_share);
  }
}

std::vector<const Value*> values_at(const Value& tree, std::string_view path) {
  const Keys keys = split(path);
  std::vector<const Value*> values;
  for (const Value* map : maps_above(tree, keys))
    if (const Entry* entry = map->find(keys.back())) values.push_back(entry->value.get());
  return values;
}

LocalizedText path_suggestion(const Value& tree, std::string_view pattern, const Issues& issues) {
  if (too_many_to_read(issues)) return message("a path is keys joined by dots");
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
      if (some.empty()) return message("no key stands below that; a path is keys joined by dots");
      const std::string names = boost::join(some, ", ") + (known.size() > enough ? ", ..." : "");
      return above.empty() ? message("the keys there are {0}", names)
                           : message("the keys below {0} are {1}", above, names);
    }
    keys[i] = *near;
  }
  return message("did you mean {0}?", join(keys));
}

}  // namespace doorstroom
