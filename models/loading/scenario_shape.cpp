#include "models/loading/scenario_shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/string.hpp>
#include <map>
#include <vector>

#include "models/fields/field_text.hpp"
#include "models/loading/not_built.hpp"
#include "models/yaml/issue_text.hpp"

namespace doorstroom {
namespace {

std::string child(const std::string& path, std::string_view key) {
  return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
}

/// The routes of a branch are addressed as NODE.routes.TARGET, as those without branches.
std::string child_of(const Section& section, const std::string& path, std::string_view key) {
  return &section == &sections::branch && key == "to" ? path : child(path, key);
}

/// The key itself, or all keys of which one is needed.
std::vector<std::string> alternatives(const Section& section, const Field& field) {
  std::vector<std::string> keys;
  for (const Field& other : section.fields)
    if (&other == &field || (!field.one_of.empty() && other.one_of == field.one_of))
      keys.emplace_back(other.key);
  return keys;
}

/// What a file of this form is.
LocalizedText file_of(const Section& section) {
  return &section == &sections::sweep ? message("the sweep") : message("the scenario");
}

std::shared_ptr<Value> standard_of(const Field& field, SourceLocation location) {
  if (field.standard == "{}") return Value::map(location);
  if (!field.list) return Value::scalar(std::string(field.standard), location);
  auto list = std::make_shared<Value>();
  list->kind = Value::Kind::list;
  list->location = location;
  std::vector<std::string> words;
  boost::split(words, field.standard, boost::is_any_of("[], "), boost::token_compress_on);
  for (std::string& word : words)
    if (!word.empty()) list->items.push_back(Value::scalar(std::move(word), location));
  return list;
}

}  // namespace

void Shape::check(Value& tree, const Section& form) {
  if (!tree.is_map()) return;
  const auto first =
      std::ranges::find(tree.entries, 0, [](const Entry& e) { return e.key_location.file; });
  const SourceLocation location = first != tree.entries.end() ? first->key_location : tree.location;
  if (const Entry* attributes = tree.find("attributes"))
    for (const Entry& one : attributes->value->entries) attributes_.insert(one.key);
  names_ = names_of_youths(tree);
  section(tree, form, QuantityKind::map, "", location);
}

/// @param drawn  kind of the distribution that the section describes, if it does
void Shape::section(Value& map, const Section& any_form, QuantityKind drawn,
                    const std::string& path, SourceLocation location) {
  const Section& section = form_of(map, any_form, path);
  correct_ids(map, section, path);
  std::erase_if(map.entries, [&](Entry& entry) {
    const Field* field = section.find(entry.key);
    const std::string whole = child_of(section, path, entry.key);
    const bool good = key(entry, field, section, path) &&
                      value(*entry.value, *field, drawn, whole, entry.key_location);
    if (!good) reported_.insert(whole);
    return !good;
  });
  exclusive(map, section, path);
  missing(map, section, drawn, path, location);
  standards(map, section, drawn, path, location);
}

/// Tells ids that are written as none and goes on with those that were meant, so that what they
/// name and hold is looked at, too.
void Shape::correct_ids(Value& map, const Section& section, const std::string& path) {
  if (!section.of_ids() || section.keys != QuantityKind::id) return;
  for (Entry& entry : map.entries) {
    const auto meant = is_id(entry.key) ? std::nullopt : id_meant_by(entry.key);
    if (!meant || map.find(*meant)) continue;
    issues_.error(
        entry.key_location, message("{0} is not an id", shown(child(path, entry.key))),
        message("an id is a small letter, then small letters, digits and underscores; did "
                "you mean {0}?",
                *meant));
    entry.key = *meant;
  }
}

/// The form that a map was meant to have: the one that knows most of its keys, also of those that
/// were taken out before, or missed.
const Section& Shape::form_of(const Value& map, const Section& any_form,
                              const std::string& path) const {
  if (!any_form.other) return any_form;
  const auto known_to = [&](const Section& form) {
    return std::ranges::count_if(form.fields, [&](const Field& field) {
      return map.find(field.key) || reported_.contains(child(path, field.key));
    });
  };
  if (any_form.other->of_ids())  // which knows every key
    return known_to(any_form) == 0 ? *any_form.other : any_form;
  return known_to(*any_form.other) > known_to(any_form) ? *any_form.other : any_form;
}

/// Whether the key may stand there; tells it if not.
bool Shape::key(const Entry& entry, const Field* field, const Section& section,
                const std::string& path) {
  const std::string whole = child(path, entry.key);
  if (!field || (field->of_attributes && !attributes_.contains(entry.key))) {
    unknown(entry, section, path);
    return false;
  }
  if (section.of_ids() && section.keys == QuantityKind::day_of_year)
    if (const LocalizedText why = read_day_of_year(entry.key).why; !why.empty()) {
      const LocalizedText instead = instead_of_weekday(entry.key);
      issues_.error(entry.key_location, message("{0} is not a day of the year", shown(whole)),
                    instead.empty() ? why : instead);
      return false;
    }
  const bool of_ids = field->key == "*" && section.keys == QuantityKind::id;
  if (of_ids && !is_id(entry.key)) {
    issues_.error(entry.key_location, message("{0} is not an id", shown(whole)),
                  message("an id is a small letter, then small letters, digits and underscores, "
                          "such as youth_team; a label can say more"));
    return false;
  }
  return true;
}

/// Its own keys, and the attributes of the file where those may stand, too.
std::vector<std::string> Shape::keys_of(const Section& section) const {
  std::vector<std::string> keys = known_keys(section);
  if (section.fields.back().of_attributes)
    keys.insert(keys.end(), attributes_.begin(), attributes_.end());
  return keys;
}

/// The key that was probably meant is not missing then; nor is a distribution without a known
/// shape.
void Shape::unknown(const Entry& entry, const Section& section, const std::string& path) {
  const std::vector<std::string> keys = keys_of(section);
  const auto near = suggest(issues_, entry.key, keys);
  if (near) reported_.insert(child(path, *near));
  if (&section == &sections::distribution) reported_.insert(child(path, keys.front()));
  const std::size_t digits = std::min(entry.key.find_first_not_of("0123456789"), entry.key.size());
  const bool thousands = digits >= 3;
  const LocalizedText instead = instead_of_key(entry.key);
  issues_.error(
      entry.key_location, message("{0} is not a known key", shown(child(path, entry.key))),
      thousands          ? message("a comma ends a value here; write thousands without: 22000")
      : !instead.empty() ? instead
      : near             ? message("did you mean {0}?", *near)
      : section.fields.back().of_attributes && !entry.value->is_scalar()
          ? message("the keys of this {0} are {1}; an attribute of the youths is declared under "
                    "`attributes` at the top level",
                    section.name, boost::join(keys, ", "))
          : message("the keys of this {0} are {1}", section.name, boost::join(keys, ", ")));
}

/// Whether the value has a form that its field may take; tells it if not.
bool Shape::value(Value& value, const Field& field, QuantityKind drawn, const std::string& path,
                  SourceLocation key_location) {
  if (const auto refusal = refusal_of(value, field, path, names_)) {
    issues_.error(value.location, refusal->problem, refusal->suggestion);
    return false;
  }
  const QuantityKind inner =
      is_drawn(field.kind) || field.kind == QuantityKind::any ? field.kind : drawn;
  if (value.is_scalar() && field.kind != QuantityKind::map && !field.list)
    return scalar(value, field, drawn, path);
  if (value.is_list() && field.item) return maps(value, *field.item, inner, path);
  if (value.is_list() && (field.list || field.list_too)) return scalars(value, field, drawn, path);
  if (value.is_map() && field.map) {
    const bool too = field.map_too && value.find(field.map_too->fields.front().key);
    section(value, too ? *field.map_too : *field.map, inner, path, key_location);
    return true;
  }
  issues_.error(value.location, message("{0} is {1}", shown(path), shown(value)),
                forms(field, drawn));
  return false;
}

bool Shape::scalar(const Value& value, const Field& field, QuantityKind drawn,
                   const std::string& path) {
  LocalizedText why = scalar_trouble(field, drawn, value.text);
  if (why.empty()) return true;
  if (field.kind == QuantityKind::day_of_year)
    if (const LocalizedText instead = instead_of_weekday(value.text); !instead.empty())
      why = instead;
  issues_.error(value.location, message("{0} is {1}", shown(path), shown(value)),
                message("{0} is {1}; {2}", name_of(field), about(field), why));
  return false;
}

bool Shape::scalars(const Value& list, const Field& field, QuantityKind drawn,
                    const std::string& path) {
  bool good = true;
  for (const auto& item : list.items) {
    if (item->is_scalar()) {
      good &= scalar(*item, field, drawn, path);
    } else {
      issues_.error(item->location, message("{0} holds {1}", shown(path), shown(*item)),
                    forms(field, drawn));
      good = false;
    }
  }
  return good;
}

bool Shape::maps(const Value& list, const Section& item, QuantityKind drawn,
                 const std::string& path) {
  bool good = true;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    Value& each = *list.items[i];
    const std::string which =
        &item == &sections::branch ? path : fmt::format("{}[{}]", path, i + 1);
    if (each.is_map()) {
      section(each, item, drawn, which, each.location);
    } else {
      issues_.error(each.location, message("{0} is {1}", shown(which), shown(each)),
                    message("each item of the list is a map with the keys {0}",
                            boost::join(known_keys(item), ", ")));
      good = false;
    }
  }
  return good;
}

void Shape::exclusive(Value& map, const Section& section, const std::string& path) {
  std::map<std::string_view, std::string> first;
  std::erase_if(map.entries, [&](const Entry& entry) {
    const Field* field = section.find(entry.key);
    if (!field || field->one_of.empty()) return false;
    const auto [other, fresh] = first.emplace(field->one_of, entry.key);
    if (fresh) return false;
    issues_.error(entry.key_location,
                  message("{0} has both {1} and {2}", shown(path), other->second, entry.key),
                  message("only one of {0} can hold; leave the others out",
                          boost::join(alternatives(section, *field), ", ")));
    return true;
  });
}

void Shape::missing(const Value& map, const Section& section, QuantityKind drawn,
                    const std::string& path, SourceLocation location) {
  for (const Field& field : section.fields) {
    const bool excused = !field.unless.empty() && map.find(field.unless);
    if (!field.required || excused) continue;
    const std::vector<std::string> keys = alternatives(section, field);
    const bool there = std::ranges::any_of(keys, [&](const std::string& key) {
      return map.find(key) || reported_.contains(child(path, key));
    });
    if (there) continue;
    reported_.insert(child(path, field.key));
    const LocalizedText such_as = example(field, drawn);
    issues_.error(
        location,
        message("{0} has no {1}", path.empty() ? file_of(section) : shown(path), either(keys)),
        keys.size() > 1   ? message("one of them must be there; add {0}", keys.front())
        : such_as.empty() ? message("it must say {0}; add {1}", about(field), field.key)
                          : message("it must say {0}; add for instance `{1}: {2}`", about(field),
                                    field.key, such_as));
  }
}

void Shape::standards(Value& map, const Section& section, QuantityKind drawn,
                      const std::string& path, SourceLocation location) {
  for (const Field& field : section.fields) {
    const std::string whole = child(path, field.key);
    if (field.standard.empty() || field.where_it_applies) continue;
    if (map.find(field.key) || reported_.contains(whole)) continue;
    map.set(std::string(field.key), standard_of(field, location), location);
    value(*map.find(field.key)->value, field, drawn, whole, location);
  }
}

}  // namespace doorstroom
