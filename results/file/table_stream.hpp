#pragma once
/// A table on its way into a file, rows coming bit by bit. Of each column at most one chunk of rows
/// is held; a column that fits in one is written contiguous, a longer one chunked and deflated.

#include <optional>
#include <string>
#include <vector>

#include "results/file/h5_file.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// One column of it.
class ColumnStream {
 public:
  ColumnStream(H5File& file, std::string group, ColumnSpec spec);

  void append(const ColumnValues& values);
  void finish();

 private:
  void write_chunk();

  H5File& file_;
  std::string group_;
  ColumnSpec spec_;
  ColumnValues held_;
  std::optional<H5Column> column_;
};

class TableStream {
 public:
  /// Makes the group. @param file  must outlive the stream
  TableStream(H5File& file, const TableSpec& spec);

  /// @pre rows have the columns of the table
  void append(const TableData& rows);
  /// Writes what is held. Once, at the end.
  void finish();

 private:
  std::vector<ColumnStream> columns_;
};

/// A table that is there whole.
void write_table(H5File& file, const Table& table);

}  // namespace doorstroom
