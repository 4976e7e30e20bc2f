#pragma once
/// Attributes: partitions of the youths, such as the municipality where they live or the
/// partnership of their school. A youth has one value of each, or none, from arrival on. Subregions
/// are the attribute that every scenario has; it may be without values.
///
/// A source, or `initial` or `today` of who is found at a node, says how the values of an attribute
/// are spread: for all alike, or apart for each value of another attribute. What depends on what is
/// the same in the whole scenario and never goes round, so there is one order in which attributes
/// are drawn.

#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "engine/id.hpp"
#include "models/messages/source_location.hpp"
#include "models/scenario/ids.hpp"
#include "models/scenario/label.hpp"

namespace doorstroom {

/// How many attributes a scenario may have, subregions included.
inline constexpr std::size_t most_attributes = 8;

inline constexpr AttributeId subregion_attribute{0};

struct Attribute {
  std::string id;
  Label label{};
  IdVector<ValueId, std::string> values{};  ///< their ids
  IdVector<ValueId, Label> labels{};        ///< of the values; empty: they have none
  std::uint32_t address = 0;                ///< word of the addresses of its draws
  SourceLocation location{};                ///< where it is declared
};

/// The value that a youth has of each attribute, or none.
class AttributeValues {
 public:
  ValueId operator[](AttributeId attribute) const { return values_[attribute.index()]; }
  void set(AttributeId attribute, ValueId value) { values_[attribute.index()] = value; }

  friend bool operator==(const AttributeValues&, const AttributeValues&) = default;
  friend bool operator<(const AttributeValues& a, const AttributeValues& b) {
    for (std::size_t i = 0; i < most_attributes; ++i)
      if (ValueId(a.values_[i]) != ValueId(b.values_[i]))
        return ValueId(a.values_[i]) < ValueId(b.values_[i]);
    return false;
  }

 private:
  std::array<PackedId<ValueId, std::int16_t>, most_attributes> values_{};
};

/// How the values of an attribute are spread over youths.
struct AttributeMix {
  using Weights = IdVector<ValueId, double>;  ///< sum 1; empty: none has a value

  AttributeId by;                 ///< the attribute that it depends on; none: on none
  Weights weights;                ///< where it depends on none
  IdVector<ValueId, Weights> of;  ///< by value of the other attribute
  SourceLocation location;        ///< where it is declared

  bool empty() const { return weights.empty() && of.empty(); }
  /// The weights for a youth with those values; empty for none.
  const Weights& for_youth(const AttributeValues& youth) const {
    if (!by) return weights;
    const ValueId value = youth[by];
    return value && !of.empty() ? of[value] : weights;
  }
};

/// The mixes of a source, or of who is found at a node, by attribute. It may be shorter
/// than the list of attributes: of those that it leaves out it gives none.
class AttributeMixes {
 public:
  const AttributeMix& operator[](AttributeId attribute) const {
    static const AttributeMix none;
    return attribute.index() < mixes_.size() ? mixes_[attribute] : none;
  }
  void set(AttributeId attribute, AttributeMix mix) {
    if (mixes_.size() <= attribute.index()) mixes_.resize(attribute.index() + 1);
    mixes_[attribute] = std::move(mix);
  }

 private:
  IdVector<AttributeId, AttributeMix> mixes_;
};

}  // namespace doorstroom
