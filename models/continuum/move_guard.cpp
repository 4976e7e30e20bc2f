#include "models/continuum/move_guard.hpp"

#include "models/messages/message.hpp"

namespace doorstroom {

void MoveGuard::remember(const Youth& youth) {
  constexpr std::uint32_t most = suspicious + 6;
  if (youth.moves.count == suspicious) recent_.clear();
  recent_ += scenario_.nodes[youth.visit.node].id + " -> ";
  if (youth.moves.count == most)
    throw run_error(
        message("a youth moved {0} times without time passing: {1}...; give one of these a stay, "
                "work or a delay",
                most, recent_));
}

}  // namespace doorstroom
