#pragma once
/// Text that the program makes and that is kept in the repository: it must be what the program
/// makes now.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace doorstroom {

inline std::string text_in(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Holds a file, from `mark` on, against what it must be; writes it when the environment asks for
/// that.
inline void expect_stored(const std::string& path, const std::string& now,
                          const std::string& mark = "") {
  const std::string before = text_in(path);
  const std::size_t at = mark.empty() ? 0 : before.find(mark);
  ASSERT_NE(at, std::string::npos) << path << " has no line " << mark;
  const std::string kept = before.substr(0, at) + mark;
  const char* wish = std::getenv("DOORSTROOM_REFRESH");
  if (wish != nullptr && std::string(wish) == "1") {
    std::ofstream(path, std::ios::binary) << kept << now;
    return;
  }
  EXPECT_EQ(before, kept + now)
      << path << " is not what the program makes now; if that is meant:\n"
      << "DOORSTROOM_REFRESH=1 ctest --preset release -R Stored, and review the difference";
}

}  // namespace doorstroom
