#include "models/yaml/yaml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <string_view>

#include "engine/regular_file.hpp"
#include "engine/system_error.hpp"
#include "models/messages/file_kind.hpp"
#include "models/messages/utf8.hpp"

namespace doorstroom {
namespace {

/// Why the first character that YAML cannot hold is there, if there is one.
bool check_characters(const std::string& text, int file, Issues& issues) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    issues.error({file, 1, 1}, message("the file is UTF-16, not UTF-8"),
                 message("save it as UTF-8 (in most editors: Save as, Encoding)"));
    return false;
  }
  if (const auto invalid = first_invalid_utf8(text)) {
    issues.error(location_at(text, file, *invalid),
                 message("byte 0x{0} is not UTF-8",
                         fmt::format("{:02X}", static_cast<unsigned char>(text[*invalid]))),
                 message("a scenario is plain text in UTF-8; save the file as UTF-8"));
    return false;
  }
  const auto foreign = first_foreign(text);
  if (!foreign) return true;
  const SourceLocation place = location_at(text, file, foreign->position);
  if (foreign->character == U'\r')
    issues.error(place, message("a carriage return without a line feed"),
                 message("save the file with line ends of Unix (LF) or Windows (CRLF)"));
  else
    issues.error(place, name_of(foreign->character),
                 message("a scenario is plain text; remove the character, or give the right file"));
  return false;
}

}  // namespace

LocalizedText name_of(char32_t foreign) {
  const std::string number = fmt::format("{:04X}", static_cast<std::uint32_t>(foreign));
  if (is_control(foreign)) return message("control character U+{0}", number);
  if (is_bidi(foreign)) return message("U+{0}, which makes text read in another order", number);
  return message("U+{0}, which is no character of a text", number);
}

SourceLocation location_at(const std::string& text, int file, std::size_t position) {
  const std::string_view before = std::string_view(text).substr(0, position);
  const std::size_t line_end = before.rfind('\n');
  const std::size_t begin = line_end == std::string_view::npos ? 0 : line_end + 1;
  return {file, static_cast<int>(std::ranges::count(before, '\n')) + 1,
          static_cast<int>(characters(before.substr(begin)).size()) + 1};
}

std::optional<std::string> read_small_file(const std::string& path, std::size_t limit,
                                           SourceLocation location, Issues& issues) {
  const RegularFile opened = open_regular_file(path);
  if (opened.type == std::filesystem::file_type::not_found) {
    issues.error(location, message("there is no file `{0}`", path),
                 message("check the path; a path in a file is relative to that file"));
    return std::nullopt;
  }
  if (opened.error != 0) {
    issues.error(location, message("`{0}` cannot be read: {1}", path, system_error(opened.error)),
                 message("check the path and who may read it"));
    return std::nullopt;
  }
  if (!opened.file.is_open()) {
    issues.error(location, message("`{0}` is {1}", path, file_kind(opened.type)),
                 message("give the path of a scenario file, such as scenarios/county_a.yaml"));
    return std::nullopt;
  }
  std::string text;
  if (!read_whole(opened.file, limit + 1, text)) {
    issues.error(location, message("`{0}` cannot be read: {1}", path, system_error(errno)),
                 message("check the path and who may read it"));
    return std::nullopt;
  }
  if (text.size() > limit) {
    issues.error(
        location, message("`{0}` is larger than {1} KiB", path, limit / 1024),
        message(
            "a scenario is a small text file; give the right file, or split it with `extends`"));
    return std::nullopt;
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

bool check_text(const std::string& text, int file, Issues& issues) {
  if (!check_characters(text, file, issues)) return false;

  SourceLocation tab{file, 0, 0};
  SourceLocation directive{file, 0, 0};
  int lines_with_tab = 0;
  int number = 0;
  for (std::string_view rest = text; !rest.empty();) {
    ++number;
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) continue;
    const std::size_t at = line.substr(0, first).find('\t');
    if (at != std::string_view::npos && ++lines_with_tab == 1) {
      tab = {file, number, static_cast<int>(at) + 1};
    }
    if (line.front() == '%' && directive.line == 0) directive = {file, number, 1};
  }
  if (lines_with_tab > 0) {
    const LocalizedText others = lines_with_tab > 1
                                     ? message(", and in {0} more lines", lines_with_tab - 1)
                                     : LocalizedText();
    issues.error(
        tab, message("a tab in the indentation{0}", others),
        message("indent with spaces, two for each level; tabs are not equally wide everywhere"));
  }
  if (directive.line > 0) {
    issues.error(directive,
                 message("a line that begins with `%` is a directive of YAML, which is not read"),
                 message("remove the line; to begin a comment, write `#`"));
  }
  return lines_with_tab == 0 && directive.line == 0;
}

bool quote_is_closed(std::string_view text) {
  if (!text.starts_with('"') && !text.starts_with('\'')) return true;
  const char quote = text.front();
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool escapes = quote == '"' ? text[i] == '\\' : text.substr(i, 2) == "''";
    if (escapes) {
      ++i;
    } else if (text[i] == quote) {
      return true;
    }
  }
  return false;
}

TextPlaces::TextPlaces(const std::string& text, int file) : text_(text), file_(file) {
  lines_.push_back(0);
  columns_.reserve(text.size() + 1);
  int column = 0;
  for (const char c : text) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;  // of one character
    if (!continues) ++column;
    columns_.push_back(column);
    if (c == '\n') {
      lines_.push_back(columns_.size());
      column = 0;
    }
  }
  columns_.push_back(column + 1);
}

SourceLocation TextPlaces::location(int position) const {
  const auto line = std::ranges::upper_bound(lines_, within(position)) - lines_.begin();
  return {file_, static_cast<int>(line), columns_[within(position)]};
}

std::string_view TextPlaces::from(int position) const {
  return std::string_view(text_).substr(within(position));
}

SourceLocation TextPlaces::last_before(int position) const {
  const std::string_view before = std::string_view(text_).substr(0, within(position));
  const std::size_t found = before.find_last_not_of(" \t\r\n");
  return location(found == std::string_view::npos ? 0 : static_cast<int>(found));
}

std::size_t TextPlaces::within(int position) const {
  return std::min(static_cast<std::size_t>(std::max(position, 0)), text_.size());
}

}  // namespace doorstroom
