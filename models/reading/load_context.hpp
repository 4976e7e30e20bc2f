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
  IdVector<NodeId, bool> valid{};  ///< whether a node was read without an error
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
  /// Reports help beside the way, too, where nobody is sent.
  NodeId target(const NodeRef& at);
  /// The same, where help beside the way may be named.
  NodeId target_or_help(const NodeRef& at);
  /// Help beside the way that an id names; reports any other node.
  NodeId help(const NodeRef& at);
  /// The severity, or the value of an attribute, of a name; reports a name that is none of `names`.
  /// @param what  "severity", or the id of the attribute, such as "subregion"
  template <class IdType>
  std::optional<IdType> id_of(const NodeRef& at, const IdVector<IdType, std::string>& names,
                              std::string_view what) {
    const auto index = index_of(at, names.values(), what);
    return index ? std::optional(IdType(*index)) : std::nullopt;
  }
  /// The number of a name among `names`; reports a name that is none of them.
  /// @param what  as for id_of
  std::optional<std::size_t> index_of(const NodeRef& at, const std::vector<std::string>& names,
                                      std::string_view what);
  /// The attribute that an id names; reports one that names nothing.
  AttributeId attribute(const NodeRef& at);
};

/// The section of nodes of a kind: "arrangements".
TranslatableText section_of(NodeKind kind);
/// The path of a node: "arrangements.oza".
std::string path_of(const Node& node);

}  // namespace doorstroom
