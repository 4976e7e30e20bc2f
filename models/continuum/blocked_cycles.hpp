#pragma once
/// Finds cycles of youths who wait for each other's places.
///
/// A youth who holds a place while waiting for the next is blocked. Blocked youths whose places
/// are waited for in a cycle would wait forever, so all of them move at once, as soon as nothing
/// else can be offered at that instant, whoever else waits for these places. Of all cycles the
/// shortest moves first; of several, the cycle of those who asked first. A place that closes when
/// it is left lets nobody in, so it is in no cycle: a place that was made for one youth, and every
/// place of a unit that has more youths than places. There is no cycle of one, as nobody holds a
/// place for the same arrangement (Region::must_hold).

#include <cstdint>
#include <vector>

#include "models/continuum/node_states.hpp"
#include "models/continuum/router.hpp"
#include "models/continuum/youths.hpp"

namespace doorstroom {

class BlockedCycles {
 public:
  /// All three must outlive it.
  BlockedCycles(const Youths& youths, NodeStates& nodes, const Router& router)
      : youths_(youths), nodes_(nodes), router_(router) {}

  /// The youth has begun to wait while holding a place, which may close a cycle.
  void watch(const Youth& youth) { candidates_.push_back(youth.slot); }
  /// The unit may let in again, or is not overfull any more, which may free a cycle of youths on
  /// its list.
  void watch_list_of(const SiteState& unit);

  bool has_candidates() const { return !candidates_.empty(); }

  /// One youth of a cycle, and the unit that he or she enters.
  struct Move {
    std::uint32_t slot = 0;
    SiteState* into = nullptr;
  };
  /// The cycle that moves now, each youth into the place of the next; empty when no candidate is in
  /// a cycle, and then no candidates are left.
  std::vector<Move> next_cycle();

 private:
  /// A step of the search: a youth may move into a unit.
  struct Step {
    static constexpr std::size_t first = SIZE_MAX;
    Move move;
    std::size_t before = first;  ///< index of the step whose place this one frees
  };

  std::vector<Move> first_cycle();
  std::vector<Move> cycle_of(const Youth& youth);
  void add_steps(const Youth& youth, std::size_t before, std::vector<Step>& steps);
  static std::vector<Move> moves_to(std::size_t last, const std::vector<Step>& steps);

  const Youths& youths_;
  NodeStates& nodes_;
  const Router& router_;
  std::vector<std::uint32_t> candidates_;  ///< slots of youths who may be in a cycle
};

}  // namespace doorstroom
