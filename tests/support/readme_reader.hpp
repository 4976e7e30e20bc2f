#pragma once
/// The readers of result files that results/README.md shows, for tests that run them.

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace doorstroom {

/// The code of the page in that language, "python" or "r".
inline std::string readme_reader(const std::string& language) {
  std::ifstream file(DOORSTROOM_SOURCE_DIR "/results/README.md");
  std::ostringstream content;
  content << file.rdbuf();
  const std::string page = content.str();
  const std::string fence = "```" + language + "\n";
  const std::size_t begin = page.find(fence) + fence.size();
  return page.substr(begin, page.find("```", begin) - begin);
}

/// Whether a command of the shell ends well; its output is dropped.
inline bool succeeds(const std::string& command) {
  return std::system((command + " > /dev/null 2>&1").c_str()) == 0;
}

}  // namespace doorstroom
