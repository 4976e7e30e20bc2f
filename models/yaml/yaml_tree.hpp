#pragma once
/// Builds the tree of a YAML file from the parser's events, within limits. Keys are words, and no
/// map has a key twice.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/yaml/issues.hpp"
#include "models/yaml/value.hpp"

namespace doorstroom {

class YamlTree {
 public:
  /// Thrown after an error that leaves the rest of the file without meaning.
  struct Stop {};

  explicit YamlTree(Issues& issues) : issues_(issues) {}

  /// Begins a list or map: it holds the values that follow, until close(). @throws Stop at a limit
  /// @param written  the text of the file from there on
  void open(std::shared_ptr<Value> value, std::string_view written);
  void close() { open_.pop_back(); }
  /// A value, or the key of the next one. @throws Stop at a limit
  void put(std::shared_ptr<Value> value);

  std::shared_ptr<Value> root() const { return root_; }

  /// Place of the key whose value comes next.
  std::optional<SourceLocation> key_location() const;
  bool in_list() const { return !open_.empty() && open_.back().value->is_list(); }
  /// Place of the last [ or { that is not closed.
  std::optional<SourceLocation> innermost_bracket() const;

 private:
  /// A list or map whose end has not come yet.
  struct Frame {
    std::shared_ptr<Value> value;
    bool bracket = false;                        ///< written with [ or {
    std::shared_ptr<Value> key;                  ///< of a map: the next value belongs to this key
    bool dropped = false;                        ///< the key was refused, so its value is dropped
    std::unordered_map<std::string, int> lines;  ///< keys so far, and their lines
  };

  void put_key(Frame& frame, std::shared_ptr<Value> key);
  void put_entry(Frame& frame, std::shared_ptr<Value> value);

  Issues& issues_;
  std::shared_ptr<Value> root_;
  std::vector<Frame> open_;
  int nodes_ = 0;
};

}  // namespace doorstroom
