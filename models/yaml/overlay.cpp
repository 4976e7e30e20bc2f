#include "models/yaml/overlay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <system_error>

#include "models/yaml/yaml_reader.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_chain = 16;

template <std::size_t size>
bool is_one_of(std::string_view key, const std::array<std::string_view, size>& keys) {
  return std::ranges::find(keys, key) != keys.end();
}

/// Whether the keys of this map are names that somebody chose (a node may be called `gamma`), so
/// that they say nothing of what stands behind them.
bool holds_names(std::string_view key, bool at_top) {
  static constexpr std::array<std::string_view, 3> anywhere{"routes", "effects", "values"};
  static constexpr std::array<std::string_view, 16> sections{
      "sources",    "desks",    "arrangements", "exits",   "choices",    "interventions",
      "initial",    "today",    "clocks",       "budgets", "severities", "subregions",
      "attributes", "evidence", "targets",      "headline"};
  return is_one_of(key, anywhere) || (at_top && is_one_of(key, sections));
}

/// A distribution is replaced, not merged: the mean of one family means nothing to another.
bool is_distribution(const Value& value) {
  static constexpr std::array<std::string_view, 7> families{
      "exponential", "lognormal", "gamma", "weibull", "uniform", "triangular", "empirical"};
  return value.is_map() && value.entries.size() == 1 &&
         is_one_of(value.entries.front().key, families);
}

/// The attributes that a file declares.
void add_attributes(const Value& file, std::set<std::string, std::less<>>& names) {
  const Entry* attributes = file.find("attributes");
  if (!attributes) return;
  for (const Entry& one : attributes->value->entries) names.insert(one.key);
}

/// Whether the file says which entry of the map below it takes away, or of a table in it.
bool takes_away(const Value& map) {
  return std::ranges::any_of(map.entries, [](const Entry& each) {
    return each.value->is_null() || (each.value->is_map() && takes_away(*each.value));
  });
}

/// A single payer pays all.
std::shared_ptr<Value> table_of_payers(const Value& payer) {
  const auto table = Value::map(payer.location);
  table->set(payer.text, Value::scalar("100%", payer.location), payer.location);
  return table;
}

/// Lays the maps of one file over those of its base.
class Merge {
 public:
  Merge(Issues& issues, std::vector<Removal>& removals) : issues_(issues), removals_(removals) {}

  void top(Value& base, const Value& over) {
    add_attributes(base, attributes_);
    add_attributes(over, attributes_);
    for (const Entry& entry : over.entries) {
      lay(base, entry, Parent{.at_top = true, .names = false, .routes = false});
    }
  }

 private:
  /// What kind of map an entry stands in.
  struct Parent {
    bool at_top = false;
    bool names = false;   ///< its keys are names
    bool routes = false;  ///< its keys are targets
    std::string path{};
  };

  void lay(Value& base, const Entry& entry, const Parent& parent) {
    Entry* below = base.find(entry.key);
    const std::string path = parent.at_top ? entry.key : parent.path + "." + entry.key;
    if (entry.value->is_null()) {
      if (below)
        removals_.push_back({path, entry.key_location});
      else
        removes_nothing(entry);
      base.erase(entry.key);
      return;
    }
    if (!below) {
      base.entries.push_back({entry.key, entry.key_location, without_tildes(*entry.value)});
      return;
    }
    if (parent.routes && lay_route(*below, entry)) return;
    const bool payers = entry.key == "paid_by" && !parent.names && entry.value->is_map();
    if (payers && below->value->is_scalar()) below->value = table_of_payers(*below->value);
    if (replaces(*below, entry, parent)) {
      if (!below->value->is_scalar()) removals_.push_back({path, entry.key_location});
      below->value = without_tildes(*entry.value);
      below->key_location = entry.key_location;
      return;
    }
    const Parent inner{.at_top = false,
                       .names = holds_names(entry.key, parent.at_top),
                       .routes = entry.key == "routes" && !parent.names,
                       .path = path};
    for (const Entry& next : entry.value->entries) lay(*below->value, next, inner);
    if (payers || is_table(entry.key, parent)) below->key_location = entry.key_location;
  }

  void removes_nothing(const Entry& entry) {
    issues_.warning(
        entry.key_location,
        message("`{0}` removes nothing: it does not stand in the file below", entry.key),
        message("`~` takes a key of the extended file away; check how it is spelt there"));
  }

  /// A copy of what stands over nothing, where `~` takes nothing away.
  std::shared_ptr<Value> without_tildes(const Value& value) {
    const std::shared_ptr<Value> copy = value.clone();
    drop_tildes(*copy);
    return copy;
  }
  void drop_tildes(Value& value) {
    std::erase_if(value.entries, [this](const Entry& each) {
      if (each.value->is_null()) removes_nothing(each);
      return each.value->is_null();
    });
    for (const Entry& each : value.entries) drop_tildes(*each.value);
  }

  /// A bare share is the `.share` of its route.
  bool lay_route(Entry& below, const Entry& entry) {
    if (below.value->is_map() && entry.value->is_scalar()) {
      below.value->set("share", entry.value->clone(), entry.key_location);
      return true;
    }
    if (below.value->is_scalar() && entry.value->is_map()) {
      const auto route = Value::map(below.value->location);
      route->set("share", below.value, below.key_location);
      below.value = route;
    }
    return false;
  }

  /// A table of shares that takes a share away is laid over the other, share by share; so are
  /// payers, of whom none is left out by not being named.
  bool replaces(const Entry& below, const Entry& entry, const Parent& parent) const {
    if (!below.value->is_map() || !entry.value->is_map()) return true;
    if (!parent.names && is_table(entry.key, parent)) return !takes_away(*entry.value);
    const bool names = !parent.names && holds_names(entry.key, parent.at_top);
    return !names && (is_distribution(*below.value) || is_distribution(*entry.value) ||
                      differ_otherwise(*below.value, *entry.value));
  }

  /// Tables of shares of one whole: half of one and half of another make no whole.
  bool is_table(const std::string& key, const Parent& parent) const {
    if (key == "severity" || key == "subregion") return true;
    return attributes_.contains(key) && tells_of_youths(parent.path);
  }

  /// Whether that is the path of a source, or of youths who are found at a node.
  static bool tells_of_youths(const std::string& path) {
    if (std::ranges::count(path, '.') != 1) return false;
    return path.starts_with("sources.") || path.starts_with("initial.") ||
           path.starts_with("today.");
  }

  /// Whether both say of youths what differs, by different things: half of each means nothing.
  static bool differ_otherwise(const Value& below, const Value& over) {
    const Entry* const one = below.find("by");
    const Entry* const other = over.find("by");
    return one && other && one->value->is_scalar() && other->value->is_scalar() &&
           one->value->text != other->value->text;
  }

  Issues& issues_;
  std::vector<Removal>& removals_;
  std::set<std::string, std::less<>> attributes_;  ///< ids
};

/// A file of the chain: the named file first, then what it extends, and so on.
struct Layer {
  std::shared_ptr<Value> root;
  fs::path path;
};

fs::path standing_for(const fs::path& path) {
  std::error_code failure;
  const fs::path canonical = fs::weakly_canonical(path, failure);
  return failure ? path.lexically_normal() : canonical;
}

/// Takes `extends` out of a file and says which file it means; empty without one or after an error.
fs::path take_extends(Value& root, const fs::path& path, Issues& issues) {
  const Entry* entry = root.find("extends");
  if (!entry) return {};
  const std::shared_ptr<Value> value = entry->value;
  root.erase("extends");
  if (!value->is_scalar() || value->text.empty()) {
    issues.error(value->location, message("extends names no file"),
                 message("give the path of one scenario file, relative to this one"));
    return {};
  }
  // Not made absolute, so that messages name the file as people know it.
  return (path.parent_path() / value->text).lexically_normal();
}

/// Whether the file can be the next of the chain; an error at the `extends` that names it if not.
bool may_follow(const std::vector<Layer>& chain, const fs::path& base, SourceLocation location,
                Issues& issues) {
  std::string names;
  bool cycle = false;
  for (const Layer& layer : chain) {
    cycle = cycle || standing_for(layer.path) == standing_for(base);
    names += fmt::format("{} -> ", layer.path.string());
  }
  if (cycle) {
    issues.error(location, message("extends goes round in a circle: {0}{1}", names, base.string()),
                 message("remove one `extends` of the circle"));
  } else if (chain.size() == longest_chain) {
    issues.error(location, message("more than {0} files extend each other", longest_chain),
                 message("merge some of them into one file"));
  } else if (std::error_code failure; !fs::is_regular_file(base, failure)) {
    issues.error(location, message("extends names `{0}`, which is no file", base.string()),
                 message("the path is relative to this file; check how it is spelt"));
  } else {
    return true;
  }
  return false;
}

/// Reads the named file and all below it; empty after an error.
/// @param text  of the named file; none: it is read
std::vector<Layer> read_chain(const std::string& path, std::optional<std::string> text,
                              std::vector<Document>& documents, Issues& issues) {
  std::vector<Layer> chain;
  fs::path next = path;
  while (true) {
    auto root = chain.empty() && text ? read_yaml_text(path, std::move(*text), documents, issues)
                                      : read_yaml_file(next.string(), documents, issues);
    if (!root) return {};
    const Entry* extends = root->find("extends");
    const SourceLocation location = extends ? extends->value->location : SourceLocation{};
    chain.push_back({std::move(root), next});
    if (!extends) return chain;
    next = take_extends(*chain.back().root, chain.back().path, issues);
    if (next.empty() || !may_follow(chain, next, location, issues)) return {};
  }
}

}  // namespace

std::shared_ptr<Value> read_with_bases(const std::string& path, std::vector<Document>& documents,
                                       Issues& issues, std::vector<Removal>& removals,
                                       std::optional<std::string> text) {
  std::vector<Layer> chain = read_chain(path, std::move(text), documents, issues);
  if (chain.empty()) return nullptr;
  std::ranges::reverse(chain);

  Merge merge(issues, removals);
  std::shared_ptr<Value> tree;
  auto sets = std::make_shared<Value>();
  sets->kind = Value::Kind::list;
  SourceLocation set_mark;
  for (const Layer& layer : chain) {
    if (const Entry* set = layer.root->find("set")) {
      set_mark = set->key_location;
      if (!set->value->is_null()) sets->items.push_back(set->value);
      layer.root->erase("set");
    }
    if (tree)
      merge.top(*tree, *layer.root);
    else
      tree = layer.root;
  }
  if (!sets->items.empty()) {
    sets->location = sets->items.front()->location;
    tree->set("set", sets, set_mark);
  }
  return tree;
}

std::shared_ptr<Value> read_with_bases(const std::string& path, std::vector<Document>& documents,
                                       Issues& issues) {
  std::vector<Removal> removals;
  return read_with_bases(path, documents, issues, removals);
}

}  // namespace doorstroom
