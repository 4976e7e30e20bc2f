#include "models/continuum/blocked_cycles.hpp"

#include <algorithm>
#include <utility>

namespace doorstroom {

void BlockedCycles::watch_list_of(const SiteState& unit) {
  for (const std::uint32_t slot : unit.list.in_order())
    if (youths_[slot].holds_place()) candidates_.push_back(slot);
  for (const SiteState* const shared : unit.shared_lists) watch_list_of(*shared);
}

std::vector<BlockedCycles::Move> BlockedCycles::next_cycle() {
  for (; !candidates_.empty(); candidates_.erase(candidates_.begin())) {
    const Youth& youth = youths_[candidates_.front()];
    if (!youth.present || !youth.holds_place() || youth.stage != Stage::listed) continue;
    // The candidate stays, as the cycle that moves first may be another than its own.
    if (!cycle_of(youth).empty()) return first_cycle();
  }
  return {};
}

/// Of all cycles that there are now, the shortest; of several, the cycle of those who asked first.
std::vector<BlockedCycles::Move> BlockedCycles::first_cycle() {
  std::vector<const Youth*> holders;
  for (const NodeState& here : nodes_.all())
    for (const SiteState& unit : here.units)
      for (const std::uint32_t slot : unit.holders)
        if (youths_[slot].stage == Stage::listed) holders.push_back(&youths_[slot]);
  std::ranges::sort(holders, {}, [](const Youth* one) { return precedence_of(*one); });
  std::vector<Move> first;
  for (const Youth* one : holders)
    if (std::vector<Move> cycle = cycle_of(*one);
        !cycle.empty() && (first.empty() || cycle.size() < first.size()))
      first = std::move(cycle);
  return first;
}

/// The shortest cycle from the youth's request back to the place that he or she holds, by a
/// breadth-first search; of several, the cycle of those who asked first. Empty without a cycle.
std::vector<BlockedCycles::Move> BlockedCycles::cycle_of(const Youth& youth) {
  const SiteState* const own = &nodes_.unit_at(youth.held->node, youth.held->unit);
  std::vector<Step> steps;
  add_steps(youth, Step::first, steps);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].move.into == own) return moves_to(i, steps);
    std::vector<std::uint32_t> holders = steps[i].move.into->holders;
    std::ranges::sort(holders, {},
                      [&](std::uint32_t slot) { return precedence_of(youths_[slot]); });
    for (const std::uint32_t slot : holders)
      if (youths_[slot].stage == Stage::listed) add_steps(youths_[slot], i, steps);
  }
  return {};
}

/// Adds the units that the youth waits for. A place that closes when left frees nothing: one that
/// was made for the youth, and those of an overfull unit.
void BlockedCycles::add_steps(const Youth& youth, std::size_t before, std::vector<Step>& steps) {
  if (youth.held->extra_place) return;
  const auto add = [&](SiteState& into) {
    const bool known =
        std::ranges::any_of(steps, [&](const Step& step) { return step.move.into == &into; });
    if (!known && into.open && into.funded && !into.stopping && into.starts_left > 0 &&
        !into.is_overfull() && router_.admits(youth, into.node_state->id))
      steps.push_back({{youth.slot, &into}, before});
  };
  const auto add_all = [&](NodeId node, std::int16_t unit, WaitList::Handle shared) {
    add(nodes_.unit_at(node, unit));
    if (shared == WaitList::none) return;
    for (SiteState* const other : nodes_.shared_list_for(youth, node)->serves) add(*other);
  };
  add_all(youth.visit.node, youth.visit.unit, youth.wait.in_shared_line);
  for (const Registration& other : youth.other_lists)
    add_all(other.node, other.unit, other.in_shared_line);
}

std::vector<BlockedCycles::Move> BlockedCycles::moves_to(std::size_t last,
                                                         const std::vector<Step>& steps) {
  std::vector<Move> cycle;
  for (std::size_t at = last; at != Step::first; at = steps[at].before)
    cycle.insert(cycle.begin(), steps[at].move);
  return cycle;
}

}  // namespace doorstroom
