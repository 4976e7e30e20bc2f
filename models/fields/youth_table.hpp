#pragma once
/// Tables of youths, as CSV text: a line that names the columns, then a line for each youth.
/// Mistakes in a table with a file of its own are reported at their line and column, others at the
/// place of the table.

#include <functional>
#include <string>
#include <vector>

#include "models/reading/load_context.hpp"

namespace doorstroom {

/// The columns that a table may have beside those of the attributes, and how many of the first it
/// must have.
struct TableColumns {
  std::vector<std::string> known;
  std::size_t required = 0;
};

/// A line of a table.
class TableRow {
 public:
  TableRow(const std::vector<std::string>& names, const std::vector<Value>& values)
      : names_(names), values_(values) {}

  /// The value in a column, empty or not; nothing in a table without that column.
  NodeRef cell(std::string_view column) const;
  /// The same, but nothing where it is empty.
  NodeRef operator[](std::string_view column) const;
  bool has(std::string_view column) const { return bool{cell(column)}; }
  SourceLocation location() const { return values_.front().location; }

 private:
  const std::vector<std::string>& names_;
  const std::vector<Value>& values_;
};

/// Reads a table line by line; stops after a mistake that makes it useless to read on.
/// @param at    the value that holds the text
/// @param read  called for each youth
void read_youth_table(const NodeRef& at, const TableColumns& columns, LoadContext& context,
                      const std::function<void(const TableRow&)>& read);

/// Replaces each path of a table in the tree by the text of that file, so that the tree holds the
/// whole scenario. A path is relative to the folder of the file that names it. The files are added
/// to the documents.
/// @param closed  document that may name no table, since it is not its writer's machine that would
///                read it; negative: none
void take_in_tables(Value& tree, std::vector<Document>& documents, Issues& issues, int closed = -1);

/// What the columns age, severity and those of attributes say of a youth.
KnownPerson read_known_person(const TableRow& row, LoadContext& context);
/// A date in a table; reports what is none.
std::optional<Date> read_date_in_table(const NodeRef& at, LoadContext& context);

}  // namespace doorstroom
