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

void World::serve(Request& request, Room* room) {
  request.offered = room;
  request.youth->wake({.moment = {now, Phase::offers},
                       .precedence = {},
                       .why = Wake::is_offered,
                       .request = &request});
}

/// Of all rooms that have room, who asked first of those next in line: on the own lists, and behind
/// them of those who take a place elsewhere.
World::Served World::next_served() {
  Served next;
  const auto compare = [&](Request* first, Room* room) {
    if (!next.request || order_of_asking(first) < order_of_asking(next.request))
      next = {first, room};
  };
  const auto look_at = [&](Room& room) {
    if (!room.has_room() || room.list.empty()) return;
    const ListOrder order = room.node == no_node ? ListOrder::first_come : node(room.node).order;
    compare(*std::ranges::min_element(room.list, {},
                                      [&](const Request* request) {
                                        return std::tuple(request->youth->rank(*request, order),
                                                          request->preference);
                                      }),
            &room);
  };
  for (std::vector<Room>& units : rooms)
    for (Room& room : units) look_at(room);
  for (Pool& pool : pools) look_at(pool.room);
  for (const NodeId id : scenario.nodes.ids()) {
    if (!node(id).units.elsewhere) continue;
    std::vector<Units::Run> runs{{0, node(id).units.count}};
    for (const Units::Run& run : node(id).units.of_value)
      if (run.count > 0) runs.push_back(run);
    for (const Units::Run& run : runs)
      if (const auto served = first_elsewhere(id, run)) compare(served->request, served->room);
  }
  return next;
}

std::vector<Request*> World::elsewhere(NodeId id, Units::Run among) {
  std::vector<Request*> requests;
  for (const Room& room : rooms[id])
    for (Request* request : room.list) {
      const Units::Run own = request->youth->units_of(id);
      if (request->elsewhere && own.first == among.first && own.count == among.count)
        requests.push_back(request);
    }
  return requests;
}

bool World::is_served_at_own(const Request& request) const {
  const auto rank = [&](const Request* one) {
    return std::tuple(one->youth->rank(*one, node(request.visit.node).order), one->preference);
  };
  const auto before = std::ranges::count_if(
      request.room->list, [&](const Request* one) { return rank(one) < rank(&request); });
  return before < request.room->enterable();
}

/// Who comes first of those who wait for any of these units, if one has room for which nobody
/// waits: of several, that with most places free.
std::optional<World::Served> World::first_elsewhere(NodeId id, Units::Run among) {
  Room* free = nullptr;
  const auto places = [](const Room& room) { return room.capacity + room.extra - room.used; };
  for (int unit = among.first; unit < among.first + among.count; ++unit) {
    Room& one = room(id, unit);
    if (one.has_room() && one.list.empty() && (!free || places(one) > places(*free))) free = &one;
  }
  const std::vector<Request*> requests = elsewhere(id, among);
  if (!free || requests.empty()) return std::nullopt;
  return Served{*std::ranges::min_element(requests, {},
                                          [&](const Request* request) {
                                            return request->youth->rank_elsewhere(*request,
                                                                                  node(id).order);
                                          }),
                free};
}

/// Youths each of whom waits for the place that the next one holds, the last for that of the first:
/// the fewest, then those who asked first.
std::vector<World::Served> World::next_cycle() {
  std::vector<Served> blocked;
  const auto consider = [&](Request* request, Room& room) {
    if (request->youth->could_move(room)) blocked.push_back({request, &room});
  };
  for (std::vector<Room>& units : rooms)
    for (Room& room : units)
      for (Request* request : room.list) {
        consider(request, room);
        if (!request->elsewhere) continue;
        const Units::Run among = request->youth->units_of(room.node);
        for (int unit = among.first; unit < among.first + among.count; ++unit)
          if (unit != room.unit) consider(request, this->room(room.node, unit));
      }
  std::ranges::stable_sort(blocked, {},
                           [](const Served& one) { return order_of_asking(one.request); });

  std::vector<Served> cycle;
  const auto closes = [&](const auto& self, const Served& move, std::size_t length) -> bool {
    cycle.push_back(move);
    if (cycle.size() == length && move.room == cycle.front().request->youth->holds()) return true;
    if (cycle.size() < length)
      for (const Served& next : blocked)
        if (next.request->youth->holds() == move.room && self(self, next, length)) return true;
    cycle.pop_back();
    return false;
  };
  for (std::size_t length = 1; length <= std::min<std::size_t>(blocked.size(), 5); ++length)
    for (const Served& move : blocked)
      if (closes(closes, move, length)) return cycle;
  return {};
}

}  // namespace doorstroom::reference
