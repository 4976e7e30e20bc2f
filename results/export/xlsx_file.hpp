#pragma once
/// One spreadsheet under way to its file. Everything that Doorstroom knows of libxlsxwriter stands
/// in this pair of files. Rows are written from the top: each goes to disk when the next begins, so
/// a sheet may be long.

#include <cstdint>
#include <memory>
#include <string>

namespace doorstroom {

class XlsxFile {
 public:
  static constexpr std::uint32_t most_rows = 1'048'576;  ///< of a sheet

  /// @param path  written at the end, by close()
  explicit XlsxFile(const std::string& path);
  ~XlsxFile();
  XlsxFile(const XlsxFile&) = delete;
  XlsxFile& operator=(const XlsxFile&) = delete;

  /// Begins a sheet; what follows is written into it.
  /// @param name  at most 31 characters, without []:*?/\ and of its own
  void add_sheet(const std::string& name);
  /// @param width  of the column [character]
  void set_width(std::uint16_t column, double width);
  /// Rows above stay where they are when one scrolls.
  void freeze_above(std::uint32_t row);
  void write(std::uint32_t row, std::uint16_t column, const std::string& text, bool bold = false);
  void write(std::uint32_t row, std::uint16_t column, double number);

  /// @throws RunError when it cannot be written
  void close();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace doorstroom
