#pragma once
/// Opens a link in the user's browser. A command line can be read by everybody on the machine, so
/// the browser is given a file that only the user can read, and that leads on to the link.

#include <filesystem>
#include <string>

namespace doorstroom {

/// Such a file, in a folder of its own; both go with the object.
class RedirectFile {
 public:
  /// @throws RunError when it cannot be written
  explicit RedirectFile(const std::string& link);
  ~RedirectFile();
  RedirectFile(const RedirectFile&) = delete;
  RedirectFile& operator=(const RedirectFile&) = delete;

  std::string path() const { return (folder_ / "doorstroom.html").string(); }

 private:
  std::filesystem::path folder_;
};

/// Starts the browser, which outlives this program. @return false when there is none
bool open_in_browser(const std::string& path);

}  // namespace doorstroom
