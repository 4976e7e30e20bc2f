// Who is served: those who are next in line, and youths who hold each other's places.

#include <algorithm>
#include <set>

#include "tests/reference/world.hpp"

namespace doorstroom::reference {
namespace {

std::tuple<Precedence, std::size_t> order_of_asking(const Request* request) {
  return {request->youth->precedence(*request), request->preference};
}

}  // namespace

void World::serve(Request& request) {
  request.youth->wake({.moment = {now, Phase::offers},
                       .precedence = {},
                       .why = Wake::is_offered,
                       .request = &request});
}

/// Of all rooms that have room, who asked first of those next in line.
Request* World::next_served() const {
  Request* next = nullptr;
  const auto look_at = [&](const Room& room) {
    if (!room.has_room() || room.list.empty()) return;
    const ListOrder order = room.node == no_node ? ListOrder::first_come : node(room.node).order;
    Request* first = *std::ranges::min_element(room.list, {}, [&](const Request* request) {
      return std::tuple(request->youth->rank(*request, order), request->preference);
    });
    if (!next || order_of_asking(first) < order_of_asking(next)) next = first;
  };
  for (const std::vector<Room>& units : rooms)
    for (const Room& room : units) look_at(room);
  for (const Pool& pool : pools) look_at(pool.room);
  return next;
}

/// Youths each of whom waits for the place that the next one holds, the last for that of the first:
/// the fewest, then those who asked first.
std::vector<Request*> World::next_cycle() const {
  std::vector<Request*> blocked;
  for (const std::vector<Room>& units : rooms)
    for (const Room& room : units)
      for (Request* request : room.list)
        if (request->youth->could_move(*request)) blocked.push_back(request);
  std::ranges::sort(blocked, {}, order_of_asking);

  std::vector<Request*> cycle;
  const auto closes = [&](const auto& self, Request* request, std::size_t length) -> bool {
    cycle.push_back(request);
    if (cycle.size() == length && request->room == cycle.front()->youth->holds()) return true;
    if (cycle.size() < length)
      for (Request* next : blocked)
        if (next->youth->holds() == request->room && self(self, next, length)) return true;
    cycle.pop_back();
    return false;
  };
  for (std::size_t length = 1; length <= std::min<std::size_t>(blocked.size(), 5); ++length)
    for (Request* request : blocked)
      if (closes(closes, request, length)) return cycle;
  return {};
}

}  // namespace doorstroom::reference
