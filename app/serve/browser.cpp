#include "app/serve/browser.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "engine/file_descriptor.hpp"
#include "engine/system_error.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

constexpr auto program = "xdg-open";

bool is_on_path() {
  const char* const path = getenv("PATH");
  if (path == nullptr) return false;
  std::string_view rest = path;
  while (!rest.empty()) {
    const std::string_view folder = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(rest.size(), folder.size() + 1));
    if (access(fmt::format("{}/{}", folder, program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

/// In the child of a child, so that nobody has to wait for it.
[[noreturn]] void become_browser(const std::string& path) {
  setsid();
  if (fork() != 0) _exit(0);
  const int nowhere = open("/dev/null", O_RDWR);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nowhere, stream);
  execlp(program, program, path.c_str(), nullptr);
  _exit(1);
}

}  // namespace

RedirectFile::RedirectFile(const std::string& link) {
  const auto cannot = [](int error) {
    return run_error(message("no page for the browser can be written: {0}", system_error(error)));
  };
  std::error_code ignored;
  std::string name = (fs::temp_directory_path(ignored) / "doorstroom-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw cannot(errno);
  folder_ = name;
  const std::string page = fmt::format(
      "<!doctype html><meta charset=\"utf-8\"><title>doorstroom</title>"
      "<meta http-equiv=\"refresh\" content=\"0; url={0}\"><a href=\"{0}\">doorstroom</a>\n",
      link);
  const FileDescriptor file(open(
      path().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!file.is_open() ||
      write(file.number(), page.data(), page.size()) != static_cast<ssize_t>(page.size()))
    throw cannot(errno);
}

RedirectFile::~RedirectFile() {
  std::error_code ignored;
  fs::remove(path(), ignored);
  fs::remove(folder_, ignored);
}

bool open_in_browser(const std::string& path) {
  if (!is_on_path()) return false;
  const pid_t child = fork();
  if (child == 0) become_browser(path);
  if (child < 0) return false;
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return true;
}

}  // namespace doorstroom
