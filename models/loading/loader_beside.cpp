
#include <fmt/format.h>

#include <algorithm>

#include "engine/random.hpp"
#include "models/loading/loader.hpp"
#include "models/yaml/issue_text.hpp"

/// Help beside the way: who asks for it, and what it may be.

namespace doorstroom {
namespace {

Helps read_helps(const NodeRef& at) {
  const auto factor = [&](const char* key) {
    return read_number(at[key], QuantityKind::number).value_or(1);
  };
  return {.worsens = factor("worsens"), .patience = factor("patience"), .stay = factor("stay")};
}

/// Reports a value that means nothing beside the way.
void refuse(const NodeRef& at, LocalizedText why, LoadContext& context) {
  context.error(at.key_location, message("{0} is of help beside the way", at.path), std::move(why));
}

/// What a youth's own way meets at a node, help beside it does not: routes, school, a home.
void check_help(const NodeRef& at, const Node& node, LoadContext& context) {
  if (at["routes"])
    refuse(
        at["routes"],
        message("such help leads nowhere: it ends, and the youth's own way goes on; take it out"),
        context);
  if (at["education"] && !at["education"].says("unchanged"))
    refuse(at["education"],
           message("such help leaves school as it is; take it out, or write `unchanged`"), context);
  if (at["also"])
    refuse(at["also"], message("only youths on their own way ask for such help; take it out"),
           context);
  const NodeRef waiting = at["waiting"];
  const Waiting& rules = node.waiting;
  const auto stays_safe = message(
      "who waits for such help goes on at school, and neither stays home "
      "nor gets worse for it; take it out");
  if (rules.at_home.value != 0) refuse(waiting["at_home"], stays_safe, context);
  if (rules.stays_home_after) refuse(waiting["stays_home_after"], stays_safe, context);
  if (rules.worsens.value != 0) refuse(waiting["worsens"], stays_safe, context);
  if (waiting["leaves_to"])
    refuse(
        waiting["leaves_to"],
        message("who gives up such help goes nowhere else: `leaves_after` is enough; take it out"),
        context);
  for (const char* key : {"limit", "when_full", "leaves_at"})
    if (at[key])
      refuse(at[key], message("it would lead the youth elsewhere; take it out"), context);
  if (node.units.elsewhere)
    refuse(at["units"]["elsewhere"],
           message("youths who wait for such help stay with their own unit; take it out"), context);
  if (at["holds_place"].says("true"))
    refuse(at["holds_place"], message("nobody goes on from such help; take it out"), context);
}

void check_own_way(const NodeRef& at, const Node& node, LoadContext& context) {
  if (!context.has(at, "routes"))
    context.error(at.key_location, message("{0} has no routes", at.path),
                  message("it must say where youths go; add for instance `routes: "
                          "{{back_at_school: 100%}}`, or `beside: true`"));
  if (node.kind == NodeKind::arrangement && !context.has(at, "education"))
    context.error(at.key_location, message("{0} has no education", at.path),
                  message("it must say the share of the school hours that youths attend here; add "
                          "for instance `education: full`"));
  for (const char* key : {"ends_with_main", "helps"})
    if (at[key] && !at[key].says("false"))
      context.error(at[key].key_location,
                    message("{0} is not of help beside the way", at[key].path),
                    message("only with `beside: true` does a node help beside the way; add it, or "
                            "take this out"));
}

}  // namespace

std::vector<Also> read_also(const NodeRef& at, std::string_view asker, LoadContext& context) {
  std::vector<Also> all;
  for (const auto& [id, asked] : at.entries()) {
    Also also;
    also.to = context.help(KeyRef(id, at.path, asked.key_location));
    if (also.to == no_node) continue;
    also.address = hash32(fmt::format("{}.also.{}", asker, id));
    also.share = read_number(asked["share"], QuantityKind::share).value_or(1);
    if (auto delay = read_drawn(asked["delay"], QuantityKind::drawn_duration, context.issues))
      also.delay = std::move(*delay);
    all.push_back(std::move(also));
  }
  std::ranges::sort(all, {}, &Also::to);
  return all;
}

void load_help(const NodeRef& at, Node& node, LoadContext& context) {
  if (node.kind == NodeKind::choice || node.kind == NodeKind::exit) return;
  node.also = read_also(at["also"], node.id, context);
  if (node.kind == NodeKind::source) return;
  if (!node.beside) return check_own_way(at, node, context);
  node.ends_with_main = at["ends_with_main"].says("true");
  node.helps = read_helps(at["helps"]);
  check_help(at, node, context);
}

}  // namespace doorstroom
