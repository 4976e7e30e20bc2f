#include "results/packing.hpp"

#include <algorithm>
#include <cstring>

namespace doorstroom {
namespace {

class Packer {
 public:
  template <class Value>
  void put(Value value) {
    put_block(&value, sizeof value);
  }

  void put_values(const ColumnValues& values) {
    put(static_cast<std::uint8_t>(values.index()));
    std::visit([this](const auto& held) { put_all(held); }, values);
  }

  Bytes take() { return std::move(bytes_); }

 private:
  template <class Value>
  void put_all(const std::vector<Value>& values) {
    put(static_cast<std::uint64_t>(values.size()));
    put_block(values.data(), values.size() * sizeof(Value));
  }
  void put_all(const std::vector<std::string>& texts) {
    put(static_cast<std::uint64_t>(texts.size()));
    for (const std::string& text : texts) {
      put(static_cast<std::uint64_t>(text.size()));
      put_block(text.data(), text.size());
    }
  }
  void put_block(const void* from, std::size_t size) {
    const auto* first = static_cast<const std::byte*>(from);
    bytes_.insert(bytes_.end(), first, first + size);
  }

  Bytes bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(const Bytes& bytes) : bytes_(bytes) {}

  template <class Value>
  Value get() {
    Value value;
    get_block(&value, sizeof value);
    return value;
  }

  ColumnValues get_values() {
    switch (get<std::uint8_t>()) {
      case 0:
        return get_all<double>();
      case 1:
        return get_all<std::int32_t>();
      case 2:
        return get_all<std::int64_t>();
      case 3:
        return get_texts();
      default:
        contract_broken("a packed column has a known type", __FILE__, __LINE__);
    }
  }

  std::uint64_t get_size(std::size_t unit) {
    const auto size = get<std::uint64_t>();
    DOORSTROOM_EXPECT(size <= (bytes_.size() - at_) / unit);
    return size;
  }

  bool at_end() const { return at_ == bytes_.size(); }

 private:
  template <class Value>
  std::vector<Value> get_all() {
    std::vector<Value> values(get_size(sizeof(Value)));
    get_block(values.data(), values.size() * sizeof(Value));
    return values;
  }
  std::vector<std::string> get_texts() {
    std::vector<std::string> texts(get_size(sizeof(std::uint64_t)));
    for (std::string& text : texts) {
      text.resize(get_size(1));
      get_block(text.data(), text.size());
    }
    return texts;
  }
  void get_block(void* to, std::size_t size) {
    DOORSTROOM_EXPECT(size <= bytes_.size() - at_);
    if (size > 0) std::memcpy(to, bytes_.data() + at_, size);
    at_ += size;
  }

  const Bytes& bytes_;
  std::size_t at_ = 0;
};

}  // namespace

Work& Work::operator+=(const Work& other) {
  events += other.events;
  visits += other.visits;
  peak_pending = std::max(peak_pending, other.peak_pending);
  return *this;
}

Bytes pack(const ReplicationRows& rows) {
  Packer packer;
  packer.put(rows.replication);
  packer.put(rows.work);
  packer.put(static_cast<std::uint64_t>(rows.tables.size()));
  for (const TableData& table : rows.tables) {
    packer.put(static_cast<std::uint64_t>(table.columns.size()));
    for (const ColumnValues& column : table.columns) packer.put_values(column);
  }
  return packer.take();
}

ReplicationRows unpack(const Bytes& bytes) {
  Unpacker unpacker(bytes);
  ReplicationRows rows;
  rows.replication = unpacker.get<std::uint32_t>();
  rows.work = unpacker.get<Work>();
  rows.tables.resize(unpacker.get_size(sizeof(std::uint64_t)));
  for (TableData& table : rows.tables) {
    table.columns.resize(unpacker.get_size(sizeof(std::uint64_t)));
    for (ColumnValues& column : table.columns) column = unpacker.get_values();
  }
  DOORSTROOM_EXPECT(unpacker.at_end());
  return rows;
}

}  // namespace doorstroom
