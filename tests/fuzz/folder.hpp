#pragma once
/// A folder in memory for files of a target, gone when the process ends.

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace doorstroom::fuzz {

class Folder {
 public:
  Folder() {
    std::string pattern = std::filesystem::is_directory("/dev/shm")
                              ? "/dev/shm/doorstroom_fuzz_XXXXXX"
                              : std::filesystem::temp_directory_path() / "doorstroom_fuzz_XXXXXX";
    if (!mkdtemp(pattern.data())) std::abort();
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path(const std::string& name) const { return path_ / name; }
  std::string write(const std::string& name, std::string_view bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path(name);
  }

 private:
  std::filesystem::path path_;
};

/// Of this process.
inline const Folder& folder() {
  static const Folder only;
  return only;
}

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace doorstroom::fuzz
