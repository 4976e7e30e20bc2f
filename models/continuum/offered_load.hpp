#pragma once
/// Offered load: the demand for every desk and arrangement, divided by its capacity, if nobody lost
/// patience and everybody were served in the end. A node with a load above 1 has a list that grows
/// without end, unless youths give up.
///
///     arrangement  entries a day x mean stay / places
///     desk         (cases a day x mean work + bounced cases x rework) / hours that staff give a
///     day
///
/// Entries follow from the routes: the inflow of a node is the sum over all nodes of their inflow
/// times the share that goes on to it (Jackson, Operations Research 5:518, 1957). Youths are
/// weighted by what conditions ask for: age, severity and subregion, as their source sends them;
/// the age stays as on arrival. Left out: giving up, hazards of absence, returns, and the youths of
/// `today`.

#include <vector>

#include "models/scenario/scenario.hpp"

namespace doorstroom {

struct OfferedLoad {
  NodeId node = no_node;
  double per_year = 0;  ///< requests a 365.25 days, bounced ones and their returns left out
  double load = 0;      ///< infinite without capacity; 0 where there is no limit
  bool can_give_up = false;
  bool can_go_elsewhere = false;  ///< a choice offers it along with a node whose load is below 1
};

/// The load of every desk and arrangement, in order of nodes, with parameters as at that moment.
std::vector<OfferedLoad> offered_loads(const Scenario& scenario, Instant at);

}  // namespace doorstroom
