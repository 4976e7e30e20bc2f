#include "results/export/xlsx_temporary.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/types.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "engine/file_descriptor.hpp"
#include "engine/system_error.hpp"

namespace doorstroom {
namespace {

// The library gives its files no owner that could be told.
int first_refused = 0;

/// Remembers why a call failed. @return what it returned
ssize_t remembered(ssize_t result) {
  if (result < 0 && first_refused == 0) first_refused = errno;
  return result;
}

/// Where the library would put it.
std::string temporary_folder() {
  std::error_code none;
  const std::filesystem::path named = std::filesystem::temp_directory_path(none);
  return none ? std::string(P_tmpdir) : named.string();
}

FileDescriptor make_nameless_file() {
  const std::string folder = temporary_folder();
  FileDescriptor made(open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
  if (made.is_open() || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT)) return made;
  std::string name = folder + "/doorstroom-XXXXXX";  // the file system knows no files without names
  made = FileDescriptor(mkostemp(name.data(), O_CLOEXEC));
  if (made.is_open()) unlink(name.c_str());
  return made;
}

FileDescriptor& file_of(void* cookie) {
  return *static_cast<FileDescriptor*>(cookie);
}

ssize_t read_some(void* cookie, char* into, std::size_t most) {
  for (;;) {
    const ssize_t got = read(file_of(cookie).number(), into, most);
    if (got >= 0 || errno != EINTR) return remembered(got);
  }
}

/// @return how many bytes; 0 is what says that it failed
ssize_t write_all(void* cookie, const char* bytes, std::size_t count) {
  for (std::size_t done = 0; done < count;) {
    const ssize_t written = write(file_of(cookie).number(), bytes + done, count - done);
    if (written < 0 && errno == EINTR) continue;
    if (remembered(written) < 0) return 0;
    done += static_cast<std::size_t>(written);
  }
  return static_cast<ssize_t>(count);
}

int seek_to(void* cookie, off64_t* offset, int from) {
  const off64_t reached = lseek64(file_of(cookie).number(), *offset, from);
  if (remembered(reached) < 0) return -1;
  *offset = reached;
  return 0;
}

int close_file(void* cookie) {
  delete &file_of(cookie);
  return 0;
}

/// What the library says: of memory, or of what its return values tell as well.
ssize_t hear(void*, const char* text, std::size_t size) {
  if (first_refused == 0 && std::string_view(text, size).find("emory") != std::string_view::npos)
    first_refused = ENOMEM;
  return static_cast<ssize_t>(size);
}

/// A stream that only listens; made once. Null when there is no memory for it.
FILE* listening_stream() {
  static FILE* const stream = [] {
    FILE* const made = fopencookie(nullptr, "w", {nullptr, hear, nullptr, nullptr});
    if (made != nullptr) setvbuf(made, nullptr, _IOLBF, BUFSIZ);
    return made;
  }();
  return stream;
}

}  // namespace

XlsxListener::XlsxListener() : shown_(stderr) {
  if (FILE* const stream = listening_stream(); stream != nullptr) stderr = stream;
}

XlsxListener::~XlsxListener() {
  if (stderr != shown_) std::fflush(stderr);
  stderr = shown_;
}

void forget_xlsx_failures() {
  first_refused = 0;
}

LocalizedText xlsx_failure() {
  if (first_refused == 0) return {};
  if (first_refused == ENOMEM) return system_error(ENOMEM);
  return message("cannot write a temporary file in {0}: {1}", temporary_folder(),
                 system_error(first_refused));
}

}  // namespace doorstroom

/// The linker finds this one before the library's own.
extern "C" __attribute__((visibility("default"))) FILE* lxw_tmpfile(char*) {
  using namespace doorstroom;
  auto file = std::make_unique<FileDescriptor>(make_nameless_file());
  if (!file->is_open()) {
    remembered(-1);
    return nullptr;
  }
  FILE* const stream = fopencookie(file.get(), "w+b", {read_some, write_all, seek_to, close_file});
  if (stream == nullptr) {
    remembered(-1);
    return nullptr;
  }
  [[maybe_unused]] const FileDescriptor* const of_stream = file.release();  // which closes it
  return stream;
}
