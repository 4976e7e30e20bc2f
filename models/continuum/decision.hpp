#pragma once
/// What can be drawn for a youth. The number of each kind of decision is part of the address of its
/// draws and never changes, as results would change with it. New kinds get new numbers at the end.

#include <cstdint>

namespace doorstroom {

enum class Decision : std::uint8_t {
  arrival_gap = 1,  ///< time since the arrival before, at unit rate
  arrival_kept =
      2,  ///< whether an effect on the inflow takes the youth away, or lets an extra one in
  age = 3,
  severity = 4,
  subregion = 5,
  absent_on_arrival = 6,
  route = 7,   ///< at the node that the youth leaves
  delay = 8,   ///< at the node that the youth leaves
  bounce = 9,  ///< at the target
  work = 10,
  takes = 11,
  stay = 12,
  at_home = 13,
  stays_home_after = 14,
  leaves_after = 15,
  back_to_school = 16,  ///< under the absence of the youth, by spell
  absence_leaves = 17,  ///< at the target, by spell
  residual_share = 18,  ///< of who is found: which part is still to come
  waited = 19,          ///< of who is found
  today_source = 20,    ///< of who is found: which source the youth is like
  unit = 21,     ///< at the node: which of its units the youth belongs to, once for all visits
  worsens = 22,  ///< at the node where the youth waits
  returns = 23,  ///< at the exit: whether the youth comes back
  returns_after = 24,       ///< at the exit
  absence_case = 25,        ///< at the desk that opens it, by spell
  case_in_school = 26,      ///< at that desk, by spell: whether the case ends in school
  clock_extension = 27,     ///< under the clock, by how often it started for the youth
  clock_pause = 28,         ///< likewise: whether it stands still
  clock_pause_length = 29,  ///< likewise
  divert = 30,              ///< under the effect, by visit to the node that is left
  mediated_in_school = 31,  ///< under the intervention, by how often it was tried for the youth
  elsewhere = 32,           ///< at the node: whether the youth takes a place at another unit
  also = 40,  ///< under the pair of nodes, or the route and the node, by visit to the node that
              ///< asks or that the route leaves
  also_delay = 41,  ///< likewise
  attribute = 50,   ///< under the attribute
};

}  // namespace doorstroom
