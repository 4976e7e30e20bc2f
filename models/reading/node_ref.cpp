#include "models/reading/node_ref.hpp"

#include <fmt/format.h>

namespace doorstroom {

NodeRef NodeRef::operator[](std::string_view key) const {
  const Entry* entry = is_map() ? value->find(key) : nullptr;
  const std::string whole = path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
  if (!entry) return {nullptr, whole, key_location};
  return {entry->value.get(), whole, entry->key_location};
}

std::vector<std::pair<std::string, NodeRef>> NodeRef::entries() const {
  std::vector<std::pair<std::string, NodeRef>> all;
  if (!is_map()) return all;
  for (const Entry& entry : value->entries)
    all.emplace_back(
        entry.key,
        NodeRef{entry.value.get(), path.empty() ? entry.key : fmt::format("{}.{}", path, entry.key),
                entry.key_location});
  return all;
}

std::vector<NodeRef> NodeRef::items() const {
  std::vector<NodeRef> all;
  if (!is_list()) return all;
  for (std::size_t i = 0; i < value->items.size(); ++i)
    all.push_back(
        {value->items[i].get(), fmt::format("{}[{}]", path, i + 1), value->items[i]->location});
  return all;
}

}  // namespace doorstroom
