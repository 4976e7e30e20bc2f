#include "models/fields/canonical.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace doorstroom {
namespace {

using Json = nlohmann::ordered_json;

bool is_textual(QuantityKind kind) {
  return kind == QuantityKind::text || kind == QuantityKind::id || kind == QuantityKind::path ||
         kind == QuantityKind::word || kind == QuantityKind::date ||
         kind == QuantityKind::day_of_year;
}

Json number(double value) {
  constexpr double exact = 9007199254740992;  // 2^53
  if (std::abs(value) < exact && value == std::floor(value))
    return static_cast<std::int64_t>(value);
  return value;
}

Json scalar(const Value& value, QuantityKind kind) {
  const auto quantity = is_textual(kind) ? std::nullopt : normalise_quantity(value.text);
  if (!quantity) return value.text;
  return quantity->number ? number(*quantity->number) : Json(quantity->text);
}

/// Of the map, or of the other form that it may have.
const Field* field_of(const Section* section, const std::string& key) {
  if (section == nullptr) return nullptr;
  const Field* field = section->find(key);
  return field == nullptr && section->other ? section->other->find(key) : field;
}

/// Whether it says true or false, of what can be no other word.
bool is_truth(const Field& field, const Value& value) {
  const bool may_be = field.words == "true" || field.words == "true | false";
  return may_be && value.is_scalar() && (value.text == "true" || value.text == "false");
}

Json json_of(const Value& value, QuantityKind kind, const Section* map, const Section* item);

Json object(const Value& value, const Section* section) {
  Json::object_t json;
  for (const Entry& entry : value.entries) {
    const Field* field = field_of(section, entry.key);
    if (field && is_truth(*field, *entry.value)) {
      json.emplace_back(entry.key, entry.value->text == "true");
      continue;
    }
    // Keys are unique already: to look for each among the others would take long.
    json.emplace_back(entry.key, field
                                     ? json_of(*entry.value, field->kind, field->map, field->item)
                                     : json_of(*entry.value, QuantityKind::text, nullptr, nullptr));
  }
  return json;
}

Json json_of(const Value& value, QuantityKind kind, const Section* map, const Section* item) {
  switch (value.kind) {
    case Value::Kind::null:
      return nullptr;
    case Value::Kind::scalar:
      return scalar(value, kind);
    case Value::Kind::map:
      return object(value, map);
    case Value::Kind::list:
      break;
  }
  Json json = Json::array();
  for (const auto& each : value.items) json.push_back(json_of(*each, kind, item, nullptr));
  return json;
}

}  // namespace

std::string canonical_json(const Value& tree) {
  return json_of(tree, QuantityKind::map, &sections::scenario, nullptr)
      .dump(1, ' ', false, Json::error_handler_t::replace);
}

std::string canonical_json(const Value& value, const Field* field) {
  const Json json = field ? json_of(value, field->kind, field->map, field->item)
                          : json_of(value, QuantityKind::text, nullptr, nullptr);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace doorstroom
