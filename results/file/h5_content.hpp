#pragma once
/// The content of a dataset or attribute of an HDF5 file, in our own types: enough to make a column
/// of it, or to describe how two files differ.

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "results/table/table.hpp"

namespace doorstroom {

/// The content of a dataset or attribute.
struct H5Content {
  enum class Kind { integer, real, category, text, other };

  Kind kind = Kind::other;
  std::string type;       ///< in words: class, size, order, names and values of an enum
  std::string shape;      ///< "scalar", "null", "7", "3 x 4"
  std::size_t count = 0;  ///< of values
  bool is_signed = true;
  std::size_t value_size = 0;      ///< bytes of a value in memory; 0 for texts
  std::vector<std::byte> bytes;    ///< values as they stand in memory
  std::vector<std::string> texts;  ///< values of a string type
  std::vector<std::pair<std::string, std::int64_t>> names;  ///< of an enum, by value

  /// An integer or the code of a category. @pre kind is one of those, index < count
  std::int64_t integer(std::size_t index) const;
  /// A float of 4 or 8 bytes. @pre kind is real, index < count
  double real(std::size_t index) const;
  /// Whether two values of equal type are: NaN equals NaN, all else bit by bit.
  bool same_value(const H5Content& other, std::size_t index) const;
  /// A value as text, for a message.
  std::string value_text(std::size_t index) const;

  /// As a column, without units and descriptions. @param path  of the dataset, for messages
  /// @throws InputError if it cannot be a column
  ColumnSpec column_spec(const std::string& path) const;
  ColumnValues column_values(const std::string& path) const;
};

/// An entry of a group.
struct H5Link {
  enum class Kind { group, dataset, type, soft, external };

  std::string name;
  Kind kind = Kind::group;
  std::string target;  ///< of a soft or external link
};

}  // namespace doorstroom
