#pragma once
/// The formats of the files that the program writes, with their versions.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace doorstroom {

/// A format, as the attributes `format` and `format_version` of a file give it. The version rises
/// when a reader of the previous version could misread a file; new tables and columns do not raise
/// it.
struct FileFormat {
  std::string_view name;
  std::int32_t version = 1;
  std::string_view writer;  ///< the command that writes such files
};

inline constexpr FileFormat run_format{"doorstroom.run", 1, "doorstroom run"};
inline constexpr FileFormat sweep_format{"doorstroom.sweep", 1, "doorstroom sweep"};
inline constexpr FileFormat comparison_format{"doorstroom.comparison", 1,
                                              "doorstroom compare --save"};
inline constexpr FileFormat seek_format{"doorstroom.seek", 1, "doorstroom seek --save"};
inline constexpr FileFormat bottlenecks_format{"doorstroom.bottlenecks", 1,
                                               "doorstroom bottlenecks --save"};
inline constexpr FileFormat choice_format{"doorstroom.choice", 1, "doorstroom choose --save"};
inline constexpr FileFormat explanation_format{"doorstroom.explanation", 1,
                                               "doorstroom explain --save"};
inline constexpr FileFormat sensitivity_format{"doorstroom.sensitivity", 1,
                                               "doorstroom sensitivity --save"};
inline constexpr FileFormat calibration_format{"doorstroom.calibration", 1,
                                               "doorstroom calibrate --save"};
/// Any file of the program; all have tables of the same form.
inline constexpr FileFormat any_format{"doorstroom.*", 1, "doorstroom"};

constexpr bool is_of_format(std::string_view found, const FileFormat& format) {
  return format.name.ends_with('*')
             ? found.starts_with(format.name.substr(0, format.name.size() - 1))
             : found == format.name;
}

/// Columns of fewer rows are contiguous, others are chunked by this many [row].
inline constexpr std::size_t chunk_rows = std::size_t{64} * 1024;

}  // namespace doorstroom
