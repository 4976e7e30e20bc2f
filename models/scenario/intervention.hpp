#pragma once
/// Interventions: when each holds, what it costs, and the rules of the roles that it sets to work.
/// A role is somebody who acts during the run: a process director, joined desks, a steering group.
/// The keys, the reader and the process of a role stand in models/continuum/roles.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/scenario/node.hpp"
#include "models/scenario/parameter.hpp"
#include "models/scenario/period.hpp"

namespace doorstroom {

/// A process director with limited hours for each meeting, spent on youths who wait.
struct Casework {
  enum class Picks { longest_waiting, absent_first, most_severe };
  struct Making {
    NodeId in = no_node;
    double per_year = 0;
  };

  double fte = 0;
  double hours = 0;     ///< that an fte gives [hour a year]
  double per_case = 0;  ///< that a youth takes [hour]
  CalendarSpan every;
  Picks picks = Picks::longest_waiting;
  std::vector<NodeId> may_place_in;  ///< arrangements, in order of preference
  std::vector<Making> makes;         ///< arrangements in which extra places may be made
  double else_back_at_school = 0;    ///< chance for an absent youth without a place
};

/// Desks that share one staff and one list while the intervention holds.
struct SingleDesk {
  std::vector<NodeId> joins;
};

/// A rule that opens, closes and moves places, by a figure that it watches.
struct Steering {
  /// Figures of one desk or arrangement, over a span of time.
  enum class Figure {
    wait_mean,
    wait_p50,
    wait_p90,
    entered_within_6w,
    entered_within_10w,
    still_waiting,
    utilisation,
    occupied_mean,
    waiting_mean,
  };
  struct Count {
    NodeId in = no_node;
    std::int64_t places = 0;
  };
  struct Move {
    NodeId from = no_node;
    NodeId to = no_node;
    std::int64_t places = 0;
  };

  std::vector<DayOfYear> decides_on;
  NodeId watches = no_node;
  Figure figure = Figure::wait_p90;
  CalendarSpan over;
  bool when_above = true;
  bool or_equal = false;
  double threshold = 0;  ///< [unit of the figure: day, 1, youth]
  std::vector<Count> opens;
  std::vector<Count> closes;
  std::optional<Move> moves;
  CalendarSpan after;                   ///< from the decision to the places
  std::optional<std::int64_t> at_most;  ///< of places that it opens, in all
};

/// A provider that stops: units of an arrangement close for good.
struct Stops {
  NodeId node = no_node;
  std::vector<int> units;   ///< numbers, ascending; empty: `places` of a node without units
  std::int64_t places = 0;  ///< those of the youths who entered last
  Instant notice;           ///< from then on nobody enters there
  Instant on;
  bool youths_move = true;  ///< on that day; else they finish their stay
};

/// What a role can do. Result files hold the number, so a new one goes at the end, in the order of
/// the list of roles.
enum class RoleActionKind : std::uint8_t {
  placed,          ///< a youth in a free place
  made_place,      ///< an extra place, for a youth
  put_first,       ///< a youth at the head of a list
  back_at_school,  ///< an absent youth, who goes on waiting
  found_nothing,   ///< for a youth
  joined,          ///< the list of a desk with others
  parted,          ///< the list of a desk from others
  decided,         ///< that places must change
  decided_not,
  opened,  ///< places
  closed,
  stopped,    ///< units
  moved,      ///< youths of a unit that stops, to a free place at another
  displaced,  ///< youths of a unit that stops, to the head of a list
};

/// A measure that holds for a time. Its effects are stored with the parameters that they change.
struct Intervention {
  std::string id;
  Label label;
  InterventionProfile profile;
  Cost cost;
  std::optional<Casework> casework;
  std::optional<SingleDesk> single_desk;
  std::optional<Steering> steering;
  std::optional<Stops> stops;
};

}  // namespace doorstroom
