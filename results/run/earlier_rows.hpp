#pragma once
/// The rows of a table of an earlier result, for a run that goes on from it: some thousands at a
/// time, and only when they are what the program would have written there.

#include <cstddef>
#include <cstdint>

#include "results/file/result_reader.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

class EarlierRows {
 public:
  /// @param spec  what the table should be
  /// @throws InputError when the file has no such table, or one of other columns, types or names
  EarlierRows(const ResultReader& file, const TableSpec& spec);

  bool has_more() const { return first_ < rows_; }
  /// The next rows. @pre has_more(). @throws InputError when they are damaged: not in order of
  /// replications, or of replications that the file does not have
  TableData next();

 private:
  void check_replications(const TableData& rows);

  const ResultReader& file_;
  const TableSpec& spec_;
  std::size_t rows_ = 0;
  std::size_t first_ = 0;  ///< of the next rows
  std::int64_t replications_ = 0;
  std::int32_t last_ = 0;  ///< replication of the row before
};

}  // namespace doorstroom
