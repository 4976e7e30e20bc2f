#pragma once
/// Reads the rows of youths, visits and roles of one replication back into the records that they
/// were written from.

#include <vector>

#include "models/continuum/records.hpp"
#include "results/file/result_reader.hpp"

namespace doorstroom {

struct RetainedVisits {
  std::int32_t replication = 0;
  std::vector<YouthRow> youths;     ///< by number
  std::vector<Visit> visits;        ///< in order of ending
  std::vector<RoleAction> actions;  ///< in order of time
};

/// @param scenario  of the file
/// @throws InputError when the file keeps no rows of that replication (the message lists which it
///         keeps, and how to keep more), or when they are damaged
RetainedVisits read_retained_visits(ResultReader& file, const Scenario& scenario,
                                    std::int32_t replication);

}  // namespace doorstroom
