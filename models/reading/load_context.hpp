#pragma once
/// What all readers share: the scenario under way, where mistakes go, and the names known so far.
/// The shape of the tree was checked before, so a reader passes over in silence what is missing or
/// unreadable, and reports only what values mean together.

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/reading/node_ref.hpp"
#include "models/scenario/scenario.hpp"
#include "models/yaml/issues.hpp"

namespace doorstroom {

/// What all parts of loading share.
struct LoadContext {
  Scenario& scenario;
  Issues& issues;
  const std::set<std::string>& reported;  ///< paths that the shape took out, or missed
  std::map<std::string, NodeId, std::less<>> ids{};
  std::vector<bool> valid{};  ///< per node: read without an error
  bool period_known = false;

  void error(SourceLocation location, LocalizedText problem, LocalizedText suggestion) {
    issues.error(location, std::move(problem), std::move(suggestion));
  }
  /// Whether the key is there, or was taken out after a report.
  bool has(const NodeRef& at, std::string_view key) const {
    return at[key] || reported.contains(at[key].path);
  }
  /// Whether the path that a pattern names was reported already.
  bool was_reported(std::string_view pattern) const;
  /// The node that an id names; reports one that names nothing, or a source, where nobody goes.
  NodeId target(const NodeRef& at);
  /// An index into `names`; reports a name that is none of them.
  /// @param what  "severity" or "subregion"
  std::optional<int> index_of(const NodeRef& at, const std::vector<std::string>& names,
                              std::string_view what);
};

/// The section of nodes of a kind: "arrangements".
TranslatableText section_of(NodeKind kind);
/// The path of a node: "arrangements.oza".
std::string path_of(const Node& node);

}  // namespace doorstroom
