#pragma once
/// Reads the rows of a table of an earlier result, for a run that extends it: some thousands at a
/// time, and checked to be what this program would have written.

#include <cstddef>
#include <cstdint>

#include "results/file/result_reader.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

class EarlierRows {
 public:
  /// @param spec  the columns that the table should have
  /// @throws InputError when the file has no such table, or its columns, types or names are others
  EarlierRows(const ResultReader& file, const TableSpec& spec);

  bool has_more() const { return first_ < rows_; }
  /// The next rows. @pre has_more(). @throws InputError when they are not in order of
  /// replications, or of replications that the file does not have
  TableData next();

 private:
  void check_replications(const TableData& rows);

  const ResultReader& file_;
  const TableSpec& spec_;
  std::size_t rows_ = 0;
  std::size_t first_ = 0;  ///< of the next rows
  std::int64_t replications_ = 0;
  std::int32_t last_ = 0;  ///< replication of the last row that was read
};

}  // namespace doorstroom
