#pragma once
/// A region's own history of who came, or a case worked by hand: a table of text with a youth a
/// line, commas between the values, and on the first line the names of the columns: `day`, and of
/// `age` [year], `severity` and `subregion` what is known. What is not, or is left empty, is as the
/// source says.

#include <string>
#include <vector>

#include "models/loading/loader.hpp"

namespace doorstroom {

/// Tells a day before the run, or after it: nobody arrives then.
void tell_outside_run(Date date, Mark mark, const std::string& path, LoadContext& context);

/// The youths of a table, in its order. In one that is a document of its own each mistake is told
/// at its line and column, else at the table.
std::vector<Arrival> read_arrivals_table(const NodeRef& at, LoadContext& context);

}  // namespace doorstroom
