#pragma once
/// A place in the tree of a file while it is read: the value there, its path and its location.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/yaml/value.hpp"

namespace doorstroom {

/// A value with its path, for messages; or the place where there is none.
struct NodeRef {
  const Value* value = nullptr;
  std::string path;
  SourceLocation key_location;

  explicit operator bool() const { return value != nullptr; }
  NodeRef operator[](std::string_view key) const;
  /// The entries of a map, the items of a list.
  std::vector<std::pair<std::string, NodeRef>> entries() const;
  std::vector<NodeRef> items() const;

  bool is_scalar() const { return value && value->is_scalar(); }
  bool is_map() const { return value && value->is_map(); }
  bool is_list() const { return value && value->is_list(); }
  bool says(std::string_view word) const { return is_scalar() && value->text == word; }
  std::string text() const { return is_scalar() ? value->text : std::string(); }
  SourceLocation location() const { return value ? value->location : key_location; }
};

/// The key of an entry, to be read as a value: some maps are keyed by the names of other things.
class KeyRef {
 public:
  /// @param above  path of the map
  KeyRef(std::string key, std::string above, SourceLocation location) : path_(std::move(above)) {
    value_.kind = Value::Kind::scalar;
    value_.location = location;
    value_.text = std::move(key);
  }
  /// Holds as long as this does.
  operator NodeRef() const {  // NOLINT: a key is read as any other value
    return {&value_, path_, value_.location};
  }

 private:
  Value value_;
  std::string path_;
};

}  // namespace doorstroom
