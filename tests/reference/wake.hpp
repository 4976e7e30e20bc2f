#pragma once
/// What wakes youths and roles.

namespace doorstroom::reference {

/// Why a youth wakes. What one youth does in one phase of one instant goes in this order: who gives
/// up a list does not first become absent on it.
enum class Wake {
  arrives,
  asks,             ///< the handover is over
  asks_beside,      ///< help beside the way
  work_done,        ///< the worker is free
  decided,          ///< at a desk
  stay_over,        ///< in an arrangement
  looks_elsewhere,  ///< has waited for the own unit alone long enough
  keeps_waiting,    ///< was not served in the instant of asking
  gives_up,         ///< a list
  stays_home,       ///< after waiting at school for long
  back_to_school,   ///< after absence
  drops_all,        ///< leaves from absence
  worsens,          ///< by one step in severity
  opens_case,       ///< of absence that has lasted
  leaves_by_age,
  starts_term,  ///< of absence that has lasted
  term_ends,
  is_offered,     ///< a place or a worker
  is_helped,      ///< by a process director
  is_displaced,   ///< by a unit that stops
  is_replaced,    ///< by whom the records name
  finds_initial,  ///< the run begins
  finds_today,    ///< the start date has come
  role_meets,
  role_decides,
  role_carries_out,
  role_gives_notice,
  role_stops,
};

}  // namespace doorstroom::reference
