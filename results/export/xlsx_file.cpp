#include "results/export/xlsx_file.hpp"

#include <xlsxwriter.h>

#include <cerrno>
#include <cstdio>
#include <utility>

#include "engine/error.hpp"
#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "models/messages/utf8.hpp"
#include "results/export/xlsx_temporary.hpp"

namespace doorstroom {
namespace {

/// While an object exists, what the library says on standard error is dropped: it speaks to
/// programmers, and we say the same to users.
class QuietLibrary {
 public:
  QuietLibrary() : nowhere_(std::fopen("/dev/null", "we")) {
    if (nowhere_ != nullptr) shown_ = std::exchange(stderr, nowhere_);
  }
  ~QuietLibrary() {
    if (nowhere_ == nullptr) return;
    stderr = shown_;
    std::fclose(nowhere_);
  }
  QuietLibrary(const QuietLibrary&) = delete;
  QuietLibrary& operator=(const QuietLibrary&) = delete;

 private:
  FILE* nowhere_;
  FILE* shown_ = nullptr;
};

}  // namespace

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
  state_->book = workbook_new_opt(out.path_for_library().c_str(), &options);
  if (state_->book == nullptr)
    throw run_error(message("cannot make a spreadsheet for {0}", out.path()));
  state_->bold = workbook_add_format(state_->book);
  format_set_bold(state_->bold);
}

XlsxFile::~XlsxFile() {
  if (state_->book == nullptr) return;
  const QuietLibrary quiet;
  workbook_close(state_->book);
}

void XlsxFile::add_sheet(const std::string& name) {
  {
    const QuietLibrary quiet;
    state_->sheet = workbook_add_worksheet(state_->book, name.c_str());
  }
  state_->check(LXW_NO_ERROR);
  if (state_->sheet == nullptr)
    throw input_error(message("{0}: no sheet can be named `{1}`\n  export that table with --csv",
                              state_->path, name));
}

void XlsxFile::set_width(std::uint16_t column, double width) {
  state_->check(worksheet_set_column(state_->sheet, column, column, width, nullptr));
}

void XlsxFile::freeze_above(std::uint32_t row) {
  worksheet_freeze_panes(state_->sheet, row, 0);
}

void XlsxFile::write(std::uint32_t row, std::uint16_t column, const std::string& text, bool bold) {
  state_->check(worksheet_write_string(state_->sheet, row, column, escaped(text).c_str(),
                                       bold ? state_->bold : nullptr));
}

void XlsxFile::write(std::uint32_t row, std::uint16_t column, double number) {
  state_->check(worksheet_write_number(state_->sheet, row, column, number, nullptr));
}

void XlsxFile::close() {
  lxw_workbook* const book = state_->book;
  state_->book = nullptr;
  errno = 0;
  lxw_error error = LXW_NO_ERROR;
  {
    const QuietLibrary quiet;
    error = workbook_close(book);
  }
  state_->check(error);
}

}  // namespace doorstroom
