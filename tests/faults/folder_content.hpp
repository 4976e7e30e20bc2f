#pragma once
/// What is in a folder, and whether a file is the same as another one, apart from the time at which
/// it was made.

#include <cstdint>
#include <cstring>
#include <map>
#include <string>

#include "results/file/compare_files.hpp"
#include "tests/app/program.hpp"

namespace doorstroom::testing {

/// Bytes of all files below a folder, by their paths within it.
using FolderContent = std::map<std::string, std::string>;

inline FolderContent content_of(const fs::path& folder) {
  FolderContent content;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    content.emplace(
        entry.path().lexically_relative(folder).string() + (entry.is_directory() ? "/" : ""),
        entry.is_directory() ? "" : read_text(entry.path()));
  return content;
}

/// The checksum of each file in a spreadsheet, which is a ZIP; but for the one that tells when it
/// was made. Empty when it is none.
inline std::map<std::string, std::uint32_t> checksums_in_zip(const std::string& bytes) {
  std::map<std::string, std::uint32_t> sums;
  const auto number = [&](std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    if (at + size <= bytes.size()) std::memcpy(&value, bytes.data() + at, size);
    return value;
  };
  const std::size_t end = bytes.rfind("PK\5\6");  // its directory stands at the end
  if (end == std::string::npos) return sums;
  std::size_t at = number(end + 16, 4);
  for (std::uint32_t i = 0; i < number(end + 10, 2) && at + 46 <= bytes.size(); ++i) {
    const std::uint32_t length = number(at + 28, 2);
    const std::string name = bytes.substr(at + 46, length);
    if (name != "docProps/core.xml") sums[name] = number(at + 16, 4);
    at += 46 + length + number(at + 30, 2) + number(at + 32, 2);
  }
  return sums;
}

/// Whether a file is whole and the same as another one. @param file  path
inline bool is_same_file(const fs::path& file, const fs::path& other) {
  if (file.filename() == "lock" || fs::is_directory(file)) return true;
  const std::string bytes = read_text(file);
  const std::string others = read_text(other);
  if (bytes == others) return true;
  if (file.extension() == ".xlsx") {
    const auto sums = checksums_in_zip(bytes);
    return !sums.empty() && sums == checksums_in_zip(others);
  }
  if (file.extension() != ".h5") return false;
  try {
    return differences(file.string(), other.string()).empty();
  } catch (const std::exception&) {
    return false;  // damaged
  }
}

}  // namespace doorstroom::testing
