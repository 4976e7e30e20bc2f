#include "results/table/packing.hpp"

#include <algorithm>
#include <cstring>

namespace doorstroom {
namespace {

/// A piece of at least this size is sent [byte].
constexpr std::size_t piece_bytes = std::size_t{1} << 20;

}  // namespace

Work& Work::operator+=(const Work& other) {
  events += other.events;
  visits += other.visits;
  peak_pending = std::max(peak_pending, other.peak_pending);
  usage += other.usage;
  return *this;
}

Packer::Packer(std::uint32_t replication, const Work& work, Send send) : send_(std::move(send)) {
  put(replication);
  put(work);
}

void Packer::add(std::size_t table, const TableData& rows) {
  put(static_cast<std::uint64_t>(table));
  put(static_cast<std::uint64_t>(rows.columns.size()));
  for (const ColumnValues& column : rows.columns) {
    put(static_cast<std::uint8_t>(column.index()));
    std::visit([this](const auto& held) { put_all(held); }, column);
  }
  if (bytes_.size() >= piece_bytes) finish();
}

void Packer::finish() {
  if (!bytes_.empty()) send_(bytes_);
  bytes_.clear();
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

Unpacker::Unpacker(Pieces pieces) : pieces_(std::move(pieces)) {
  replication_ = get<std::uint32_t>();
  work_ = get<Work>();
  free_if_read();
}

RowBlock Unpacker::next() {
  RowBlock block;
  block.table = get<std::uint64_t>();
  block.rows.columns.resize(get_size(sizeof(std::uint64_t)));
  for (ColumnValues& column : block.rows.columns) {
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
  free_if_read();
  return block;
}

/// Frees the current piece and goes to the next, if all of it is read.
void Unpacker::free_if_read() {
  if (at_ < pieces_[piece_].size()) return;
  pieces_[piece_] = Bytes();
  ++piece_;
  at_ = 0;
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
  DOORSTROOM_EXPECT(size <= (pieces_[piece_].size() - at_) / unit);
  return size;
}

void Unpacker::get_block(void* to, std::size_t size) {
  DOORSTROOM_EXPECT(has_more() && size <= pieces_[piece_].size() - at_);
  if (size > 0) std::memcpy(to, pieces_[piece_].data() + at_, size);
  at_ += size;
}

ReplicationRows unpack(Pieces pieces) {
  Unpacker unpacker(std::move(pieces));
  ReplicationRows all{unpacker.replication(), unpacker.work(), {}};
  while (unpacker.has_more()) {
    RowBlock block = unpacker.next();
    DOORSTROOM_EXPECT(block.table <= all.tables.size());
    if (block.table == all.tables.size())
      all.tables.push_back(std::move(block.rows));
    else
      append(all.tables[block.table], block.rows);
  }
  return all;
}

}  // namespace doorstroom
