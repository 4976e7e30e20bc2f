#pragma once
/// The names and versions of the files that the program writes, and their one number.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace doorstroom {

/// What a file is, by its attributes `format` and `format_version`. The version rises when a reader
/// of the last could go wrong; new tables and columns do not raise it.
struct FileFormat {
  std::string_view name;
  std::int32_t version = 1;
  std::string_view writer;  ///< the command that writes such files
};

inline constexpr FileFormat run_format{"doorstroom.run", 1, "doorstroom run"};
inline constexpr FileFormat sweep_format{"doorstroom.sweep", 1, "doorstroom sweep"};
inline constexpr FileFormat comparison_format{"doorstroom.comparison", 1,
                                              "doorstroom compare --save"};
/// Any file of the program: what all have in common is the form of their tables.
inline constexpr FileFormat any_format{"doorstroom.*", 1, "doorstroom"};

constexpr bool is_of_format(std::string_view found, const FileFormat& format) {
  return format.name.ends_with('*')
             ? found.starts_with(format.name.substr(0, format.name.size() - 1))
             : found == format.name;
}

/// Columns of fewer rows are contiguous, others are chunked by this many [row].
inline constexpr std::size_t chunk_rows = std::size_t{64} * 1024;

}  // namespace doorstroom
