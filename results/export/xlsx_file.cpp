#include "results/export/xlsx_file.hpp"

#include <xlsxwriter.h>

#include <cerrno>

#include "engine/error.hpp"
#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "models/messages/utf8.hpp"
#include "results/export/xlsx_temporary.hpp"

namespace doorstroom {

struct XlsxFile::State {
  std::string path;
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format* bold = nullptr;

  void check(lxw_error error) const {
    if (const LocalizedText failure = xlsx_failure(); !failure.empty())
      throw run_error(message("cannot write {0}: {1}", path, failure));
    if (error == LXW_NO_ERROR) return;
    const bool of_system = error >= LXW_ERROR_CREATING_XLSX_FILE && error <= LXW_ERROR_ZIP_CLOSE;
    throw run_error(message("cannot write {0}: {1}", path,
                            of_system && errno != 0
                                ? LocalizedText(system_error(errno))
                                : LocalizedText(std::string(lxw_strerror(error)))));
  }
};

XlsxFile::XlsxFile(const OutputFile& out) : state_(std::make_unique<State>()) {
  state_->path = out.part_path();
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  forget_xlsx_failures();
  const XlsxListener listener;
  state_->book = workbook_new_opt(out.path_for_library().c_str(), &options);
  state_->check(LXW_NO_ERROR);
  if (state_->book == nullptr)
    throw run_error(message("cannot make a spreadsheet for {0}", out.path()));
  state_->bold = workbook_add_format(state_->book);
  format_set_bold(state_->bold);
}

XlsxFile::~XlsxFile() {
  if (state_->book == nullptr) return;
  const XlsxListener listener;
  workbook_close(state_->book);
}

void XlsxFile::add_sheet(const std::string& name) {
  {
    const XlsxListener listener;
    state_->sheet = workbook_add_worksheet(state_->book, name.c_str());
  }
  state_->check(LXW_NO_ERROR);
  if (state_->sheet == nullptr)
    throw input_error(message("{0}: no sheet can be named `{1}`\n  export that table with --csv",
                              state_->path, name));
}

void XlsxFile::set_width(std::uint16_t column, double width) {
  const XlsxListener listener;
  state_->check(worksheet_set_column(state_->sheet, column, column, width, nullptr));
}

void XlsxFile::freeze_above(std::uint32_t row) {
  const XlsxListener listener;
  worksheet_freeze_panes(state_->sheet, row, 0);
}

void XlsxFile::write(std::uint32_t row, std::uint16_t column, const std::string& text, bool bold) {
  const XlsxListener listener;
  state_->check(worksheet_write_string(state_->sheet, row, column, escaped(text).c_str(),
                                       bold ? state_->bold : nullptr));
}

void XlsxFile::write(std::uint32_t row, std::uint16_t column, double number) {
  const XlsxListener listener;
  state_->check(worksheet_write_number(state_->sheet, row, column, number, nullptr));
}

void XlsxFile::close() {
  lxw_workbook* const book = state_->book;
  state_->book = nullptr;
  errno = 0;
  lxw_error error = LXW_NO_ERROR;
  {
    const XlsxListener listener;
    error = workbook_close(book);
  }
  state_->check(error);
}

}  // namespace doorstroom
