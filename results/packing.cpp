#include "results/packing.hpp"

#include <algorithm>
#include <cstring>

namespace doorstroom {

Work& Work::operator+=(const Work& other) {
  events += other.events;
  visits += other.visits;
  peak_pending = std::max(peak_pending, other.peak_pending);
  return *this;
}

Packer::Packer(std::uint32_t replication, const Work& work) {
  put(replication);
  put(work);
}

void Packer::add(const TableData& table) {
  constexpr std::size_t at_most = 9;  // type and count of a column, and a number
  bytes_.reserve(bytes_.size() + table.columns.size() * (at_most + table.rows() * 8) + 8);
  put(static_cast<std::uint64_t>(table.columns.size()));
  for (const ColumnValues& column : table.columns) {
    put(static_cast<std::uint8_t>(column.index()));
    std::visit([this](const auto& held) { put_all(held); }, column);
  }
}

template <class Value>
void Packer::put(Value value) {
  put_block(&value, sizeof value);
}

template <class Value>
void Packer::put_all(const std::vector<Value>& values) {
  put(static_cast<std::uint64_t>(values.size()));
  put_block(values.data(), values.size() * sizeof(Value));
}

void Packer::put_all(const std::vector<std::string>& texts) {
  put(static_cast<std::uint64_t>(texts.size()));
  for (const std::string& text : texts) {
    put(static_cast<std::uint64_t>(text.size()));
    put_block(text.data(), text.size());
  }
}

void Packer::put_block(const void* from, std::size_t size) {
  if (size == 0) return;
  const std::size_t at = bytes_.size();
  bytes_.resize(at + size);
  std::memcpy(bytes_.data() + at, from, size);
}

Unpacker::Unpacker(const Bytes& bytes) : bytes_(bytes) {
  replication_ = get<std::uint32_t>();
  work_ = get<Work>();
}

TableData Unpacker::next() {
  TableData table;
  table.columns.resize(get_size(sizeof(std::uint64_t)));
  for (ColumnValues& column : table.columns) {
    switch (get<std::uint8_t>()) {
      case 0:
        column = get_all<double>();
        break;
      case 1:
        column = get_all<std::int32_t>();
        break;
      case 2:
        column = get_all<std::int64_t>();
        break;
      case 3:
        column = get_texts();
        break;
      default:
        contract_broken("a packed column has a known type", __FILE__, __LINE__);
    }
  }
  return table;
}

template <class Value>
Value Unpacker::get() {
  Value value;
  get_block(&value, sizeof value);
  return value;
}

template <class Value>
std::vector<Value> Unpacker::get_all() {
  std::vector<Value> values(get_size(sizeof(Value)));
  get_block(values.data(), values.size() * sizeof(Value));
  return values;
}

std::vector<std::string> Unpacker::get_texts() {
  std::vector<std::string> texts(get_size(sizeof(std::uint64_t)));
  for (std::string& text : texts) {
    text.resize(get_size(1));
    get_block(text.data(), text.size());
  }
  return texts;
}

std::size_t Unpacker::get_size(std::size_t unit) {
  const auto size = get<std::uint64_t>();
  DOORSTROOM_EXPECT(size <= (bytes_.size() - at_) / unit);
  return size;
}

void Unpacker::get_block(void* to, std::size_t size) {
  DOORSTROOM_EXPECT(size <= bytes_.size() - at_);
  if (size > 0) std::memcpy(to, bytes_.data() + at_, size);
  at_ += size;
}

Bytes pack(const ReplicationRows& rows) {
  Packer packer(rows.replication, rows.work);
  for (const TableData& table : rows.tables) packer.add(table);
  return packer.take();
}

ReplicationRows unpack(const Bytes& bytes) {
  Unpacker unpacker(bytes);
  ReplicationRows rows{unpacker.replication(), unpacker.work(), {}};
  while (unpacker.has_more()) rows.tables.push_back(unpacker.next());
  return rows;
}

}  // namespace doorstroom
