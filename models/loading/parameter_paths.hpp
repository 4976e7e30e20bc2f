#pragma once
/// Changes single parameters by path (`set` of the files, then of the command line), and suggests
/// what a path that matches nothing probably meant.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/yaml/issues.hpp"
#include "models/yaml/value.hpp"

namespace doorstroom {

/// One change by path. A null value takes the key away.
struct PathSet {
  std::string pattern;
  SourceLocation location;  ///< of the pattern
  std::shared_ptr<Value> value;
};

/// Those gathered from the files under the key "set", which is taken out of the tree, then those of
/// the command line, written PATH=VALUE.
std::vector<PathSet> take_sets(Value& tree, const std::vector<std::string>& arguments,
                               std::vector<Document>& documents, Issues& issues);

/// Changes a complete tree. A path without wildcards may also name a key of the format that is not
/// there yet, in a map that is. A scalar for a route is its share.
void apply_set(Value& tree, const PathSet& set, Issues& issues);

/// What stands at a path without wildcards: one value, or that of every branch of a route list.
std::vector<const Value*> values_at(const Value& tree, std::string_view path);

/// "did you mean ...?" or the keys that stand where the pattern goes wrong.
LocalizedText path_suggestion(const Value& tree, std::string_view pattern, const Issues& issues);

}  // namespace doorstroom
