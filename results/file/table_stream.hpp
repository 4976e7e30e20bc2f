#pragma once
/// Writes a table to a file while its rows arrive. At most one chunk of rows of each column is held
/// in memory; a column that fits in one chunk is written contiguous, a longer one chunked and
/// deflated.

#include <optional>
#include <string>
#include <vector>

#include "results/file/h5_file.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// One column of such a table.
class ColumnStream {
 public:
  ColumnStream(H5File& file, std::string group, ColumnSpec spec);

  void append(const ColumnValues& values);
  /// Writes the values still held. Call it once, behind the last of them.
  void write_rest();
  /// Call it once, behind that.
  void close();

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
  /// Creates the group. @param file  must outlive the stream
  TableStream(H5File& file, const TableSpec& spec);

  /// @pre rows have the columns of the table
  void append(const TableData& rows);
  /// Writes the rows still held. Call it once, at the end.
  void finish();

 private:
  std::vector<ColumnStream> columns_;
};

/// Writes a table whose rows are all in memory.
void write_table(H5File& file, const Table& table);

}  // namespace doorstroom
