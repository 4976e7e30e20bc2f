#pragma once
/// The name and version of the result file's form, and its one number.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace doorstroom {

inline constexpr std::string_view result_format = "doorstroom.run";
/// Rises when a reader of the last version could go wrong. New tables and columns do not raise it.
inline constexpr std::int32_t result_format_version = 1;
/// Columns of fewer rows are contiguous, others are chunked by this many [row].
inline constexpr std::size_t chunk_rows = std::size_t{64} * 1024;

}  // namespace doorstroom
