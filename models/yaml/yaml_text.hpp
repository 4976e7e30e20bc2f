#pragma once
/// Checks before any YAML is read: that a path names a small regular file, and that its text is
/// text. They stand here because yaml-cpp reads a directory as empty, takes byte 4 for the end of
/// the file, and skips lines that begin with `%`, all without an error.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/yaml/issues.hpp"

namespace doorstroom {

/// The bytes of a regular file of at most `limit` bytes, without a byte order mark; none after
/// an error at `location`. Never waits: pipes and devices are refused, size is looked at before
/// reading.
std::optional<std::string> read_small_file(const std::string& path, std::size_t limit,
                                           SourceLocation location, Issues& issues);

/// Whether the text can be read as YAML: UTF-8 without control characters, indented with spaces,
/// without `%` directives. At most one error of each kind, at the first place.
bool check_text(const std::string& text, int file, Issues& issues);

/// What a character that may not stand in a text is called: "control character U+001B".
LocalizedText name_of(char32_t foreign);

/// Where byte `position` of the text stands.
SourceLocation location_at(const std::string& text, int file, std::size_t position);

/// Whether the quote that a text begins with, if it does, is closed: yaml-cpp takes the end of the
/// file for it.
bool quote_is_closed(std::string_view text);

/// The positions of yaml-cpp, which counts lines and bytes from 0, as source locations. One table
/// for all of them: a file may be a single line. The text must outlive it.
class TextPlaces {
 public:
  TextPlaces(const std::string& text, int file);

  SourceLocation location(int position) const;
  /// The text from there on.
  std::string_view from(int position) const;
  /// The last place before that where something stands.
  SourceLocation last_before(int position) const;

 private:
  std::size_t within(int position) const;

  const std::string& text_;
  int file_;
  std::vector<std::size_t> lines_;  ///< first byte of each
  std::vector<int> columns_;        ///< of each byte, counted in characters
};

}  // namespace doorstroom
