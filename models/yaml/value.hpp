#pragma once
/// A document as it was read: maps, lists and scalars, each with the place it stands, so that every
/// mistake found later can point at it. Knows nothing of what the keys mean.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/messages/source_location.hpp"

namespace doorstroom {

struct Value;

/// One `key: value` of a map, in the order of the file.
struct Entry {
  std::string key;
  SourceLocation key_location;
  std::shared_ptr<Value> value;
};

/// Null, scalar, list or map.
struct Value {
  enum class Kind { null, scalar, list, map };

  Kind kind = Kind::null;
  SourceLocation location;                    ///< where it begins; for a null, where its key stands
  std::string text;                           ///< of a scalar, as written, without quotes
  bool quoted = false;                        ///< the scalar stood in quotes: always a string
  std::vector<std::shared_ptr<Value>> items;  ///< of a list
  std::vector<Entry> entries;                 ///< of a map

  bool is_null() const { return kind == Kind::null; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }

  /// The entry of a map with that key; null where there is none.
  const Entry* find(std::string_view key) const;
  Entry* find(std::string_view key);
  /// Sets or replaces an entry of a map.
  void set(std::string key, std::shared_ptr<Value> value, SourceLocation key_location = {});
  void erase(std::string_view key);

  std::shared_ptr<Value> clone() const;

  static std::shared_ptr<Value> scalar(std::string text, SourceLocation location = {});
  static std::shared_ptr<Value> map(SourceLocation location = {});
};

}  // namespace doorstroom
