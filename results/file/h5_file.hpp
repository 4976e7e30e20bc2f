#pragma once
/// One open HDF5 file: the constructor opens it, the destructor closes it. Only the files
/// h5_* of this folder include the HDF5 library; this header shows none of its types.
///
/// Written: groups, columns (1-D datasets), single texts and attributes, in little-endian types of
/// fixed width and variable-length UTF-8 strings; no object keeps a time, so equal content is an
/// equal file. Read: objects of any type, described in words and values, so that two files can be
/// compared.
///
/// After a write has failed (a full disk) the library neither flushes nor closes the file, because
/// it would try the write again.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "results/file/h5_content.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

using AttributeValue =
    std::variant<std::int32_t, std::int64_t, double, std::string, std::vector<std::string>>;

/// Begins the attributes that say what a column means; the code of the language ends them:
/// `description_en`.
inline constexpr std::string_view description_attribute = "description_";

class H5File;
class OutputFile;

/// A column to which rows are appended, in chunks, shuffled and deflated. The file must outlive it.
class H5Column {
 public:
  H5Column(H5Column&& other) noexcept;
  H5Column& operator=(H5Column&& other) = delete;
  ~H5Column();

  /// Adds values [first, first + count), which may be in the file later than this returns.
  /// @throws RunError, also of values that were added before, to any column
  void append(const ColumnValues& values, std::size_t first, std::size_t count);
  /// Has all values in the file. Without it the file cannot be closed. @throws RunError
  void finish();

 private:
  friend class H5File;
  struct State;
  explicit H5Column(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

class H5File {
 public:
  /// Creates an empty file; replaces an existing one. @throws RunError
  static H5File create(const std::string& path);
  /// In a file that the program makes, which must outlive it. @throws RunError
  static H5File create(const OutputFile& out);
  /// Opens a file for reading.
  /// @throws InputError if there is no such file, it is not HDF5, or it is not as it was sealed
  static H5File open(const std::string& path);
  H5File(H5File&&) noexcept;
  H5File& operator=(H5File&&) noexcept;
  ~H5File();

  // Writing. Every one throws RunError with the path and the cause.
  void make_group(const std::string& path);
  void set_attribute(const std::string& object, const std::string& name,
                     const AttributeValue& value);
  /// A single text, without dimension.
  void write_text(const std::string& path, const std::string& text);
  /// A whole column, contiguous, with its units and its description.
  void write_column(const std::string& group, const ColumnSpec& spec, const ColumnValues& values);
  /// A column to which rows will be appended, in chunks of so many rows.
  H5Column make_column(const std::string& group, const ColumnSpec& spec, std::size_t chunk_rows);
  /// Flushes everything to the operating system, closes the file and seals it (seal.hpp). A file
  /// that is written without this call cannot be read. @pre all columns are destroyed
  void close();

  // Reading. Every one throws InputError if the file is damaged.
  bool has(const std::string& path) const;
  std::vector<H5Link> links(const std::string& group) const;                  ///< by name
  std::vector<std::string> attribute_names(const std::string& object) const;  ///< sorted
  bool has_attribute(const std::string& object, const std::string& name) const;
  H5Content attribute(const std::string& object, const std::string& name) const;
  H5Content dataset(const std::string& path) const;
  /// How many values a dataset holds; of a column, its rows.
  std::size_t size(const std::string& path) const;
  /// Values [first, first + count) of a dataset of one dimension. @pre it has that many
  H5Content part(const std::string& path, std::size_t first, std::size_t count) const;
  /// A named type in words.
  std::string named_type(const std::string& path) const;

 private:
  friend class H5Column;
  struct State;
  explicit H5File(std::unique_ptr<State> state);
  /// @param name  in messages
  static H5File create(const std::string& path, const std::string& name);
  std::unique_ptr<State> state_;
};

/// Version of the HDF5 library, such as "1.10.8".
std::string hdf5_version();

}  // namespace doorstroom
