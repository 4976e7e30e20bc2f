#include "models/reading/load_context.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/string.hpp>

#include "models/yaml/issue_text.hpp"
#include "models/yaml/overlay.hpp"

namespace doorstroom {

bool LoadContext::was_reported(std::string_view pattern) const {
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = pattern.find('.', end + 1);
    const std::string_view above = pattern.substr(0, end);
    if (std::ranges::any_of(reported, [&](const auto& path) { return path_matches(above, path); }))
      return true;
  }
  return false;
}

NodeId LoadContext::target(const NodeRef& at) {
  const NodeId id = target_or_help(at);
  if (id == no_node || !scenario.nodes[id].beside) return id;
  error(at.location(), message("{0} names {1}, which is beside", at.path, at.text()),
        message("nobody is sent to help beside the way; ask for it by `also`, or take `beside` out "
                "of {0}",
                at.text()));
  return no_node;
}

NodeId LoadContext::help(const NodeRef& at) {
  const NodeId id = target_or_help(at);
  if (id == no_node || scenario.nodes[id].beside) return id;
  error(at.location(), message("{0} names {1}, which is not beside", at.path, at.text()),
        message("help beside the way is a desk or an arrangement with `beside: true`; name such a "
                "one"));
  return no_node;
}

NodeId LoadContext::target_or_help(const NodeRef& at) {
  if (!at.is_scalar()) return no_node;
  const auto found = ids.find(at.text());
  if (found == ids.end()) {
    for (const char* kind : {"desks", "arrangements", "exits", "choices"})
      if (reported.contains(kind) || reported.contains(fmt::format("{}.{}", kind, at.text())))
        return no_node;
    std::vector<std::string> known;
    if (!too_many_to_read(issues))
      for (const Node& node : scenario.nodes)
        if (node.kind != NodeKind::source) known.push_back(node.id);
    const auto near = suggest(issues, at.text(), known);
    error(at.location(), message("{0} names {1}, which is no node", at.path, shown(at.text())),
          near ? message("did you mean {0}?", *near)
               : message("name a desk, an arrangement or an exit of this scenario"));
    return no_node;
  }
  if (scenario.nodes[found->second].kind == NodeKind::source) {
    error(at.location(), message("{0} names {1}, which is a source", at.path, at.text()),
          message("youths come from a source and never go to one; name a desk, an arrangement or "
                  "an exit"));
    return no_node;
  }
  return found->second;
}

std::optional<std::size_t> LoadContext::index_of(const NodeRef& at,
                                                 const std::vector<std::string>& names,
                                                 std::string_view what) {
  if (!at.is_scalar()) return std::nullopt;
  const auto found = std::ranges::find(names, at.text());
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  const bool subregion = what == "subregion";
  const bool severity = what == "severity";
  const std::string list = subregion  ? "subregions"
                           : severity ? "severities"
                                      : fmt::format("attributes.{}.values", what);
  if (was_reported(list) || reported.contains(fmt::format("{}.{}", list, at.text())))
    return std::nullopt;
  const auto near = suggest(issues, at.text(), names);
  error(at.location(),
        message("{0} names {1}, which is no {2}", at.path, shown(at.text()),
                subregion  ? translatable("subregion")
                : severity ? LocalizedText(translatable("severity"))
                           : LocalizedText(std::string(what))),
        near            ? message("did you mean {0}?", *near)
        : names.empty() ? message("this scenario lists none; add `{0}: [{1}]` at the top level",
                                  list, shown(at.text()))
                        : message("use one of {0}", boost::join(names, ", ")));
  return std::nullopt;
}

AttributeId LoadContext::attribute(const NodeRef& at) {
  if (!at.is_scalar()) return {};
  const auto& all = scenario.attributes;
  if (const AttributeId id = all.find(at.text(), &Attribute::id)) return id;
  if (was_reported(fmt::format("attributes.{}", at.text()))) return {};
  std::vector<std::string> known;
  for (const Attribute& one : all) known.push_back(one.id);
  const auto near = suggest(issues, at.text(), known);
  error(at.location(), message("{0} names {1}, which is no attribute", at.path, shown(at.text())),
        near ? message("did you mean {0}?", *near)
             : message("name one of {0}; attributes stand under `attributes` at the top level",
                       boost::join(known, ", ")));
  return {};
}

TranslatableText section_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::source:
      return translatable("sources");
    case NodeKind::desk:
      return translatable("desks");
    case NodeKind::arrangement:
      return translatable("arrangements");
    case NodeKind::choice:
      return translatable("choices");
    case NodeKind::exit:
      break;
  }
  return translatable("exits");
}

std::string path_of(const Node& node) {
  return fmt::format("{}.{}", section_of(node.kind).english, node.id);
}

}  // namespace doorstroom
