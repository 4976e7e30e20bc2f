#pragma once
/// Writes one spreadsheet. This pair of files is the only one that includes libxlsxwriter. Rows are
/// written from the top: each goes to disk when the next one starts, so a long sheet takes little
/// memory.

#include <cstdint>
#include <memory>
#include <string>

#include "results/file/output_file.hpp"

namespace doorstroom {

class XlsxFile {
 public:
  static constexpr std::uint32_t most_rows = 1'048'576;  ///< that a sheet can hold

  /// @param out  written at the end, by close()
  explicit XlsxFile(const OutputFile& out);
  ~XlsxFile();
  XlsxFile(const XlsxFile&) = delete;
  XlsxFile& operator=(const XlsxFile&) = delete;

  /// Starts a sheet, into which the following calls write.
  /// @param name  unique; at most 31 characters, none of []:*?/\ among them
  void add_sheet(const std::string& name);
  /// @param width  of the column [character]
  void set_width(std::uint16_t column, double width);
  /// Rows above do not scroll.
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
