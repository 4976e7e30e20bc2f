#pragma once
/// Sends rows from the worker that made them to the parent that writes them. Both are forks of one
/// program, so numbers are copied as they are in memory. Rows are sent piece by piece, so that
/// neither process holds all rows twice.

#include <cstdint>
#include <vector>

#include "engine/replication_pool.hpp"
#include "engine/resource_usage.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// What simulating took.
struct Work {
  std::uint64_t events = 0;
  std::uint64_t visits = 0;
  std::uint64_t peak_pending = 0;  ///< events pending at once, at most
  ResourceUsage usage{};

  /// Adds counts and times; takes the maximum of peaks.
  Work& operator+=(const Work& other);
};

/// The rows of one replication by table, in the order of replication_tables() and then of
/// curve_tables().
struct ReplicationRows {
  std::uint32_t replication = 0;
  Work work;
  std::vector<TableData> tables;
};

class Packer {
 public:
  /// @param send  called with each piece once it is full
  Packer(std::uint32_t replication, const Work& work, Send send);
  /// Adds rows to a table. @param table  its index among all of these tables
  void add(std::size_t table, const TableData& rows);
  /// Sends the last piece.
  void finish();

 private:
  template <class Value>
  void put(Value value);
  template <class Value>
  void put_all(const std::vector<Value>& values);
  void put_all(const std::vector<std::string>& texts);
  void put_block(const void* from, std::size_t size);

  Send send_;
  Bytes bytes_;
};

/// Rows of one table.
struct RowBlock {
  std::size_t table = 0;  ///< index among replication_tables(), then curve_tables()
  TableData rows;
};

/// Reads rows from pieces, and frees each piece once it is read. Every call throws ContractError
/// when the pieces do not come from a Packer.
class Unpacker {
 public:
  explicit Unpacker(Pieces pieces);

  std::uint32_t replication() const { return replication_; }
  const Work& work() const { return work_; }
  bool has_more() const { return piece_ < pieces_.size(); }
  /// The next rows. @pre has_more()
  RowBlock next();

 private:
  template <class Value>
  Value get();
  template <class Value>
  std::vector<Value> get_all();
  std::vector<std::string> get_texts();
  std::size_t get_size(std::size_t unit);
  void get_block(void* to, std::size_t size);
  void free_if_read();

  Pieces pieces_;
  std::size_t piece_ = 0;  ///< index of the one being read
  std::size_t at_ = 0;     ///< in that piece
  std::uint32_t replication_ = 0;
  Work work_;
};

/// All rows of a replication at once.
ReplicationRows unpack(Pieces pieces);

}  // namespace doorstroom
