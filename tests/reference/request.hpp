#pragma once
/// What youths ask for: one visit to a node, on a list, then served there.

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>

#include "models/continuum/decision.hpp"
#include "tests/reference/reference.hpp"

namespace doorstroom::reference {

class Youth;
struct Room;

/// A visit to a node as draws count it: a case that a bounce sends back is still the same visit.
struct Stop {
  NodeId node = no_node;
  std::uint32_t number = 0;                   ///< visits before it
  std::map<Decision, std::uint32_t> times{};  ///< how often each decision was made in it
  double first_work = 0;                      ///< [hour]
};

/// A place or a worker in use, for a time.
struct Use {
  Instant from;
  Instant until = never;
  double hours_a_day = 0;  ///< of a worker, on an open day
  bool extra = false;      ///< a place that was made for it
  bool found = false;      ///< it did not begin then
};

/// One visit: on a list, then served there.
struct Request {
  Youth* youth = nullptr;
  Room* room = nullptr;
  std::shared_ptr<Stop> stop;
  std::size_t preference = 0;  ///< among several of one youth
  Visit visit;
  Instant in_line_since;  ///< settles the place on the list
  std::int64_t absent_ticks_on_asking = 0;
  std::shared_ptr<Use> use{};        ///< of a place or a worker of the room, while it lasts
  bool extra = false;                ///< the place is made for it
  bool goes_first = false;           ///< on the list
  bool moves = false;                ///< to another unit: no wait, and none of a day's starts
  bool elsewhere = false;            ///< stands behind the lists of other units, too
  Room* offered = nullptr;           ///< the unit that serves it
  bool left_behind = false;          ///< a case of who has gone: it is finished without
  std::shared_ptr<Stop> asked_in{};  ///< help beside the way: the visit in which it was asked for
  std::optional<std::uint32_t> spell{};  ///< of absence, in which a case was opened
};

}  // namespace doorstroom::reference
