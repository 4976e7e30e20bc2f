#include <map>
#include <string>
#include <vector>

#include "models/loading/scenario_shape.hpp"

/// What the table cannot say in one text: shorthands, and defaults that hold only for some. Nothing
/// is taken for granted about the tree: what has the wrong form is left for the shape to report.

namespace doorstroom {
namespace {

Value* map_at(Value& parent, std::string_view key) {
  Entry* entry = parent.find(key);
  return entry && entry->value->is_map() ? entry->value.get() : nullptr;
}

void fill(Value& map, const char* key, const std::string& text, SourceLocation location) {
  if (!map.find(key)) map.set(key, Value::scalar(text, location), location);
}

/// The standard of a field that holds only where it applies.
std::string standard(const Section& section, std::string_view key) {
  return std::string(section.find(key)->standard);
}

/// Nobody stays home or gets worse for what goes on beside.
bool is_beside(const Value& node) {
  const Entry* const beside = node.find("beside");
  return beside && beside->value->is_scalar() && beside->value->text == "true";
}

class WriteOut {
 public:
  explicit WriteOut(Value& tree) : tree_(tree), defaults_(map_at(tree, "defaults")) {
    for (const char* kind : {"desks", "arrangements", "choices", "exits"})
      if (const Value* nodes = map_at(tree, kind))
        for (const Entry& node : nodes->entries) kinds_.emplace(node.key, kind);
  }

  void all() {
    severities();
    values_without_label(tree_, "subregions");
    if (Value* attributes = map_at(tree_, "attributes"))
      for (Entry& one : attributes->entries)
        if (one.value->is_map()) values_without_label(*one.value, "values");
    each("sources", [&](Entry& node) { source(node); });
    each("desks", [&](Entry& node) { desk(node); });
    each("arrangements", [&](Entry& node) { arrangement(node); });
    rows_of_today();
  }

 private:
  template <class Visit>
  void each(std::string_view kind, Visit visit) {
    if (Value* nodes = map_at(tree_, kind))
      for (Entry& node : nodes->entries)
        if (node.value->is_map()) visit(node);
  }

  /// Levels as a map that scales nothing are a list of levels; in a map that does, a level of which
  /// nothing is said scales nothing.
  void severities() {
    Value* levels = map_at(tree_, "severities");
    if (!levels) return;
    auto list = std::make_shared<Value>();
    list->kind = Value::Kind::list;
    list->location = levels->location;
    bool scales = false;
    for (Entry& level : levels->entries) {
      if (level.value->is_null()) level.value = Value::map(level.key_location);
      scales |= !level.value->is_map() || !level.value->entries.empty();
      list->items.push_back(Value::scalar(level.key, level.key_location));
    }
    if (!scales) tree_.find("severities")->value = list;
  }

  /// A value of an attribute of which nothing is said.
  static void values_without_label(Value& parent, const char* key) {
    Value* values = map_at(parent, key);
    if (!values) return;
    for (Entry& one : values->entries)
      if (one.value->is_null()) one.value = Value::map(one.key_location);
  }

  /// The path of a table is that of its file.
  void rows_of_today() {
    Value* today = map_at(tree_, "today");
    Entry* rows = today ? today->find("rows") : nullptr;
    if (!rows || !rows->value->is_scalar() || rows->value->is_null()) return;
    auto table = Value::map(rows->value->location);
    table->set("file", rows->value, rows->key_location);
    rows->value = table;
  }

  std::string first_level() const {
    const Entry* entry = tree_.find("severities");
    if (entry && entry->value->is_list() && !entry->value->items.empty() &&
        entry->value->items.front()->is_scalar())
      return entry->value->items.front()->text;
    if (entry && entry->value->is_map() && !entry->value->entries.empty())
      return entry->value->entries.front().key;
    return entry ? "" : "light";
  }

  void source(Entry& node) {
    Value& source = *node.value;
    const Entry* to = source.find("to");
    if (to && to->value->is_scalar() && !source.find("routes")) {
      auto routes = Value::map(to->value->location);
      routes->set(to->value->text, Value::scalar("100%", to->value->location), to->value->location);
      const SourceLocation location = to->key_location;
      source.erase("to");
      source.set("routes", routes, location);
    }
    if (!source.find("severity") && !first_level().empty()) {
      auto severity = Value::map(node.key_location);
      severity->set(first_level(), Value::scalar("100%", node.key_location), node.key_location);
      source.set("severity", severity, node.key_location);
    }
    all_routes(source, false);
    also(source);
  }

  void desk(Entry& node) {
    Value& desk = *node.value;
    const Entry* staff = desk.find("staff");
    const bool limited = staff && !(staff->value->is_scalar() && staff->value->text == "unlimited");
    if (limited) fill(desk, "takes", standard(sections::desk, "takes"), node.key_location);
    waiting(node);
    all_routes(desk, true);
    also(desk);
  }

  void arrangement(Entry& node) {
    waiting(node);
    all_routes(*node.value, false);
    also(*node.value);
  }

  /// One node, or shares of several, written out.
  static void also(Value& node) {
    Entry* const asked = node.find("also");
    if (!asked) return;
    if (asked->value->is_scalar()) {
      auto all = Value::map(asked->value->location);
      all->set(asked->value->text, Value::map(asked->value->location), asked->value->location);
      asked->value = all;
    }
    if (!asked->value->is_map()) return;
    for (Entry& one : asked->value->entries) {
      if (!one.value->is_scalar()) continue;
      auto target = Value::map(one.value->location);
      target->set("share", one.value, one.key_location);
      one.value = target;
    }
  }

  /// Key by key from `defaults.waiting`; a node does not give up a list for itself.
  void waiting(Entry& node) {
    const Value* common = defaults_ ? map_at(*defaults_, "waiting") : nullptr;
    if (!common || is_beside(*node.value)) return;
    if (!node.value->find("waiting"))
      node.value->set("waiting", Value::map(node.key_location), node.key_location);
    Value* own = map_at(*node.value, "waiting");
    if (!own) return;
    const Entry* leaves_to = common->find("leaves_to");
    const bool to_itself =
        leaves_to && leaves_to->value->is_scalar() && leaves_to->value->text == node.key;
    for (const Entry& entry : common->entries)
      if (!own->find(entry.key) && !(to_itself && entry.key.starts_with("leaves_")))
        own->set(entry.key, entry.value->clone(), entry.key_location);
  }

  void all_routes(Value& node, bool of_desk) {
    Entry* entry = node.find("routes");
    if (!entry) return;
    if (entry->value->is_map()) routes(*entry->value, of_desk);
    if (entry->value->is_list())
      for (const auto& branch : entry->value->items) {
        if (!branch->is_map()) continue;
        one_target(*branch);
        if (Value* to = map_at(*branch, "to")) routes(*to, of_desk);
      }
  }

  /// `{to: so, also: jeugdhulp_so}`, written out.
  static void one_target(Value& branch) {
    const Entry* const said = branch.find("to");
    if (!said || !said->value->is_scalar()) return;
    const Entry to = *said;
    const SourceLocation location = to.value->location;
    auto route = Value::map(location);
    route->set("share", Value::scalar("100%", location), location);
    if (const Entry* const asked = branch.find("also")) {
      route->set("also", asked->value, asked->key_location);
      branch.erase("also");
    }
    auto all = Value::map(location);
    all->set(to.value->text, route, location);
    branch.set("to", all, to.key_location);
  }

  void routes(Value& routes, bool of_desk) {
    for (Entry& entry : routes.entries) {
      if (entry.value->is_scalar()) {
        auto route = Value::map(entry.value->location);
        route->set("share", entry.value, entry.key_location);
        entry.value = route;
      }
      if (!entry.value->is_map()) continue;
      also(*entry.value);
      route(entry, of_desk);
    }
  }

  void route(Entry& entry, bool of_desk) {
    const auto target = kinds_.find(entry.key);
    if (target == kinds_.end() || target->second == "exits") return;
    inherit(entry, "delay");
    if (!of_desk) return;
    inherit(entry, "bounce");
    inherit(entry, "rework");
  }

  void inherit(Entry& entry, const char* key) {
    if (entry.value->find(key)) return;
    const Entry* common = defaults_ ? defaults_->find(key) : nullptr;
    if (common)
      entry.value->set(key, common->value->clone(), common->key_location);
    else
      fill(*entry.value, key, standard(sections::route, key), entry.key_location);
  }

  Value& tree_;
  Value* defaults_;
  std::map<std::string, std::string, std::less<>> kinds_;
};

}  // namespace

void leave_out_beside(Value& tree) {
  for (const char* kind : {"desks", "arrangements"}) {
    Value* const nodes = map_at(tree, kind);
    if (!nodes) continue;
    for (Entry& node : nodes->entries) {
      if (!node.value->is_map() || !is_beside(*node.value)) continue;
      Value* const waiting = map_at(*node.value, "waiting");
      if (!waiting) continue;
      std::erase_if(waiting->entries, [](const Entry& entry) {
        const bool means_nothing = entry.key == "at_home" || entry.key == "worsens";
        return means_nothing && entry.value->is_scalar() &&
               entry.value->text == standard(sections::waiting, entry.key);
      });
    }
  }
}

void write_out(Value& tree, std::string_view name) {
  if (!tree.is_map()) return;
  const SourceLocation location =
      tree.entries.empty() ? tree.location : tree.entries.front().key_location;
  fill(tree, "name", std::string(name), location);
  WriteOut(tree).all();
}

}  // namespace doorstroom
