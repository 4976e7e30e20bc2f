#pragma once
/// One file laid over another (`extends`), and single parameters changed by path (`set`, --set).

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/yaml/issues.hpp"
#include "models/yaml/value.hpp"

namespace doorstroom {

/// What a file takes away from those that it extends: a key, or a map or a list that it replaces.
struct Removal {
  std::string path;
  SourceLocation location;  ///< of the key that does
};

/// Reads a file and all files that it extends, and lays each over the next: maps merge, scalars and
/// lists replace, `~` removes; distributions and tables of severities and attributes replace whole,
/// unless a table holds `~`. Payers merge, so none is lost that nobody takes out. A cycle is an
/// error that names the chain. The result holds no `extends`; `set` of each file is gathered, base
/// first, in a list under the key "set".
/// @param removals  what the files take away is added to it
/// @param text  what the file at that path would hold; none: it is read. What it extends is read
std::shared_ptr<Value> read_with_bases(const std::string& path, std::vector<Document>& documents,
                                       Issues& issues, std::vector<Removal>& removals,
                                       std::optional<std::string> text = std::nullopt);
std::shared_ptr<Value> read_with_bases(const std::string& path, std::vector<Document>& documents,
                                       Issues& issues);

/// A path of keys joined by dots; `*` stands for one key, `**` for any number of them (also none).
bool path_matches(std::string_view pattern, std::string_view path);

/// All places in the tree that the pattern names, as concrete paths. Every branch of a route list
/// is addressed as NODE.routes.TARGET. Keys that hold a dot do not exist.
std::vector<std::string> matching_paths(const Value& tree, std::string_view pattern);

}  // namespace doorstroom
