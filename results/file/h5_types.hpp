#pragma once
/// The HDF5 types of columns, in the file and in memory.

#include <cstddef>
#include <string>
#include <vector>

#include "results/file/h5_library.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// Strings of variable length, UTF-8.
H5Handle string_type();
/// Strings of variable length in memory, into which those of a type of a file can be read.
H5Handle string_type_for(hid_t in_file);

/// The type of a column in the file: little-endian, of fixed width, or string_type(). Of a
/// category, an enum of int32 with its names and `none` = -1; an id below 0 if the library refuses
/// the names.
H5Handle file_type(const ColumnSpec& spec);

/// The values of a column from one row on, as H5Dwrite takes them. Valid as long as the values are.
class MemoryValues {
 public:
  /// @param file_type  of the dataset that they are written to
  /// @param first      index of the first value
  MemoryValues(const ColumnSpec& spec, const H5Handle& file_type, const ColumnValues& values,
               std::size_t first);

  hid_t type() const { return type_; }
  const void* data() const { return data_; }

 private:
  std::vector<const char*> pointers_;  ///< to strings
  const void* data_ = nullptr;
  H5Handle type_;
};

}  // namespace doorstroom
