#pragma once
/// One file laid over another (`extends`), and single parameters changed by path (`set`, --set).

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/yaml/issues.hpp"
#include "models/yaml/value.hpp"

namespace doorstroom {

/// Reads a file and all files that it extends, and lays each over the next: maps merge, scalars and
/// lists replace, `~` removes; distributions and share tables other than `routes` replace whole. A
/// cycle is an error that names the chain. The result holds no `extends`; `set` of each file is
/// gathered, base first, in a list under the key "set".
std::shared_ptr<Value> read_with_bases(const std::string& path, std::vector<Document>& documents,
                                       Issues& issues);

/// A path of keys joined by dots; `*` stands for one key, `**` for any number of them (also none).
bool path_matches(std::string_view pattern, std::string_view path);

/// All places in the tree that the pattern names, as concrete paths. Every branch of a route list
/// is addressed as NODE.routes.TARGET. Keys that hold a dot do not exist.
std::vector<std::string> matching_paths(const Value& tree, std::string_view pattern);

}  // namespace doorstroom
