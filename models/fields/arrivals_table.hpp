#pragma once
/// A region's own history of who came, or a case worked by hand: a table of text with a youth a
/// line, commas between the values, and on the first line the names of the columns: `day`, and of
/// `age` [year], `severity` and `subregion` what is known. What is not, or is left empty, is as the
/// source says.

#include <string>
#include <vector>

#include "models/reading/load_context.hpp"

namespace doorstroom {

/// The days on which youths arrive, and what is known of each.
std::vector<Arrival> read_arrivals(const NodeRef& at, LoadContext& context);

/// Puts the tables of arrivals that files hold where the tree names them: the scenario is whole
/// then. A path is seen from the folder of the file that names it; the tables are kept as
/// documents.
void take_in_tables(Value& tree, std::vector<Document>& documents, Issues& issues);

/// Tells a day before the run, or after it: nobody arrives then.
void tell_outside_run(Date date, Mark mark, const std::string& path, LoadContext& context);

/// The youths of a table, in its order. In one that is a document of its own each mistake is told
/// at its line and column, else at the table.
std::vector<Arrival> read_arrivals_table(const NodeRef& at, LoadContext& context);

}  // namespace doorstroom
