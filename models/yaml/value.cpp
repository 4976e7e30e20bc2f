#include "models/yaml/value.hpp"

#include <algorithm>

namespace doorstroom {

const Entry* Value::find(std::string_view key) const {
  const auto found = std::ranges::find(entries, key, &Entry::key);
  return found == entries.end() ? nullptr : &*found;
}

Entry* Value::find(std::string_view key) {
  const auto found = std::ranges::find(entries, key, &Entry::key);
  return found == entries.end() ? nullptr : &*found;
}

void Value::set(std::string key, std::shared_ptr<Value> value, SourceLocation key_location) {
  if (Entry* entry = find(key)) {
    entry->value = std::move(value);
    entry->key_location = key_location;  // the entry now comes from there
    return;
  }
  entries.push_back({std::move(key), key_location, std::move(value)});
}

void Value::erase(std::string_view key) {
  std::erase_if(entries, [&](const Entry& entry) { return entry.key == key; });
}

std::shared_ptr<Value> Value::clone() const {
  auto copy = std::make_shared<Value>(*this);
  for (auto& item : copy->items) item = item->clone();
  for (auto& entry : copy->entries) entry.value = entry.value->clone();
  return copy;
}

std::shared_ptr<Value> Value::scalar(std::string text, SourceLocation location) {
  auto value = std::make_shared<Value>();
  value->kind = Kind::scalar;
  value->location = location;
  value->text = std::move(text);
  return value;
}

std::shared_ptr<Value> Value::map(SourceLocation location) {
  auto value = std::make_shared<Value>();
  value->kind = Kind::map;
  value->location = location;
  return value;
}

}  // namespace doorstroom
