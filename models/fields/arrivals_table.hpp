#pragma once
/// A table of arrivals, as CSV text: the history of a region, or a case worked by hand. The first
/// line names the columns: `day`, and any of `age` [year], `severity` and the attributes, such as
/// `subregion`; each further line is one youth. A column that is left out, or an empty value,
/// follows the source.

#include <string>
#include <vector>

#include "models/reading/load_context.hpp"

namespace doorstroom {

/// The days on which youths arrive, and what is known of each.
std::vector<Arrival> read_arrivals(const NodeRef& at, LoadContext& context);

/// Reports a day outside the run: nobody arrives then.
void report_outside_run(Date date, SourceLocation location, const std::string& path,
                        LoadContext& context);

/// The youths of a table, in its order.
std::vector<Arrival> read_arrivals_table(const NodeRef& at, LoadContext& context);

}  // namespace doorstroom
