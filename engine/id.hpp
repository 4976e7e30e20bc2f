#pragma once
/// Ids of things of one kind, and sequences in which only such an id is a position.
///
///     using NodeId = Id<struct NodeTag>;
///     IdVector<NodeId, Node> nodes;
///     for (const NodeId id : nodes.ids()) visit(nodes[id]);
///
/// An id of one kind cannot be used as an id of another kind, as a count or as any other number:
/// every conversion is explicit. An id takes the space and the time of a 32-bit integer.

#include <algorithm>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <utility>
#include <vector>

namespace doorstroom {

/// Identifies one thing of the kind `Tag` by its position in a sequence, or no thing at all.
/// No thing comes before all others.
template <class Tag>
class Id {
 public:
  using difference_type = std::ptrdiff_t;

  /// Identifies nothing.
  constexpr Id() = default;
  /// @param position  from 0; -1 for nothing
  constexpr explicit Id(std::integral auto position)
      : number_(static_cast<std::int32_t>(position)) {}

  /// Whether it identifies something.
  constexpr explicit operator bool() const { return number_ >= 0; }
  /// Position in a sequence. @pre it identifies something
  constexpr std::size_t index() const { return static_cast<std::size_t>(number_); }
  /// As files hold it: the position, or -1 for nothing.
  constexpr std::int32_t number() const { return number_; }

  /// The next of its kind.
  constexpr Id& operator++() {
    ++number_;
    return *this;
  }
  constexpr Id operator++(int) {
    const Id before = *this;
    ++number_;
    return before;
  }

  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  std::int32_t number_ = -1;
};

/// An id in fewer bytes, for records of which a run keeps millions. It converts to the id and back
/// by itself.
/// @tparam Stored  an integer that holds every number of such an id, -1 included
template <class IdType, std::signed_integral Stored>
class PackedId {
 public:
  constexpr PackedId() = default;
  constexpr PackedId(IdType id) : number_(static_cast<Stored>(id.number())) {}  // NOLINT: the same
  constexpr operator IdType() const { return IdType(number_); }                 // NOLINT: the same

  constexpr explicit operator bool() const { return number_ >= 0; }

  friend constexpr bool operator==(PackedId, PackedId) = default;
  friend constexpr bool operator==(PackedId a, IdType b) { return IdType(a) == b; }

 private:
  Stored number_ = -1;
};

/// The ids from 0 up to, but without, `end`.
template <class IdType>
class IdRange {
 public:
  class Iterator {
   public:
    using value_type = IdType;
    using difference_type = std::ptrdiff_t;

    constexpr Iterator() = default;
    constexpr explicit Iterator(IdType at) : at_(at) {}
    constexpr IdType operator*() const { return at_; }
    constexpr Iterator& operator++() {
      ++at_;
      return *this;
    }
    constexpr Iterator operator++(int) { return Iterator(at_++); }
    friend constexpr bool operator==(Iterator, Iterator) = default;

   private:
    IdType at_;
  };

  constexpr explicit IdRange(IdType end) : end_(end) {}
  constexpr Iterator begin() const { return Iterator(IdType(0)); }
  constexpr Iterator end() const { return Iterator(end_); }

 private:
  IdType end_;
};

/// A vector whose positions are ids of one kind.
template <class IdType, class Value>
class IdVector {
 public:
  using Values = std::vector<Value>;
  using value_type = Value;

  IdVector() = default;
  IdVector(std::initializer_list<Value> values) : values_(values) {}
  explicit IdVector(Values values) : values_(std::move(values)) {}
  /// Holds `size` values, each as its type initialises it.
  explicit IdVector(std::size_t size) : values_(size) {}

  decltype(auto) operator[](IdType id) { return values_[id.index()]; }
  decltype(auto) operator[](IdType id) const { return values_[id.index()]; }
  /// @throws std::out_of_range if there is no such value
  decltype(auto) at(IdType id) { return values_.at(id.index()); }
  decltype(auto) at(IdType id) const { return values_.at(id.index()); }

  /// The ids of all values, ascending.
  IdRange<IdType> ids() const { return IdRange<IdType>(next_id()); }
  /// The id of the last value; nothing, if there is none.
  IdType last_id() const { return IdType(static_cast<std::int64_t>(values_.size()) - 1); }
  /// The id that the next value to be added will have.
  IdType next_id() const { return IdType(values_.size()); }

  /// The id of a value that is part of this vector.
  IdType id_of(const Value& value) const { return IdType(&value - values_.data()); }
  /// The id of the first value of which the projection equals `wanted`; nothing, if none does.
  template <class Wanted, class Projection = std::identity>
  IdType find(const Wanted& wanted, Projection projection = {}) const {
    const auto found = std::ranges::find(values_, wanted, projection);
    return found == values_.end() ? IdType() : IdType(found - values_.begin());
  }

  template <class... Arguments>
  Value& emplace_back(Arguments&&... arguments) {
    return values_.emplace_back(std::forward<Arguments>(arguments)...);
  }
  void push_back(Value value) { values_.push_back(std::move(value)); }
  void reserve(std::size_t size) { values_.reserve(size); }
  void resize(std::size_t size) { values_.resize(size); }
  void assign(std::size_t size, const Value& value) { values_.assign(size, value); }

  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }
  decltype(auto) front() { return values_.front(); }
  decltype(auto) front() const { return values_.front(); }
  decltype(auto) back() { return values_.back(); }
  decltype(auto) back() const { return values_.back(); }
  auto begin() { return values_.begin(); }
  auto begin() const { return values_.begin(); }
  auto end() { return values_.end(); }
  auto end() const { return values_.end(); }

  /// The values without their ids, in order of ids.
  const Values& values() const { return values_; }

  friend bool operator==(const IdVector&, const IdVector&) = default;

 private:
  Values values_;
};

}  // namespace doorstroom
