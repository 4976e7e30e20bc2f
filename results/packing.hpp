#pragma once
/// Rows on their way from the worker that made them to the parent that writes them. Both are forks
/// of one program, so numbers travel as they stand in memory. Table by table, so that neither side
/// holds all rows twice.

#include <cstdint>
#include <vector>

#include "engine/replication_pool.hpp"
#include "results/table.hpp"

namespace doorstroom {

/// How much was done.
struct Work {
  std::uint64_t events = 0;
  std::uint64_t visits = 0;
  std::uint64_t peak_pending = 0;  ///< events pending at once, at most

  /// Sums what adds up, keeps the higher peak.
  Work& operator+=(const Work& other);
};

/// All that one replication has to tell, in the order of replication_tables().
struct ReplicationRows {
  std::uint32_t replication = 0;
  Work work;
  std::vector<TableData> tables;
};

class Packer {
 public:
  Packer(std::uint32_t replication, const Work& work);
  void add(const TableData& table);
  Bytes take() { return std::move(bytes_); }

 private:
  template <class Value>
  void put(Value value);
  template <class Value>
  void put_all(const std::vector<Value>& values);
  void put_all(const std::vector<std::string>& texts);
  void put_block(const void* from, std::size_t size);

  Bytes bytes_;
};

/// Every call throws ContractError when the bytes do not come from a Packer.
class Unpacker {
 public:
  /// @param bytes  must outlive this object
  explicit Unpacker(const Bytes& bytes);

  std::uint32_t replication() const { return replication_; }
  const Work& work() const { return work_; }
  bool has_more() const { return at_ < bytes_.size(); }
  /// The next table. @pre has_more()
  TableData next();

 private:
  template <class Value>
  Value get();
  template <class Value>
  std::vector<Value> get_all();
  std::vector<std::string> get_texts();
  std::size_t get_size(std::size_t unit);
  void get_block(void* to, std::size_t size);

  const Bytes& bytes_;
  std::size_t at_ = 0;
  std::uint32_t replication_ = 0;
  Work work_;
};

Bytes pack(const ReplicationRows& rows);
ReplicationRows unpack(const Bytes& bytes);

}  // namespace doorstroom
