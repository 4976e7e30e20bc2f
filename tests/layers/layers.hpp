#pragma once
/// Which file may include what: folders point one way, and each big library has one file pair that
/// knows it.

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace doorstroom::layers {

namespace fs = std::filesystem;

/// From the bottom up: a folder includes itself and what is below it.
inline constexpr std::array<std::string_view, 4> rooms{"engine", "models", "results", "app"};

/// How an include of the library begins, and the files that may hold it (without extension).
struct Library {
  std::string_view name;
  std::regex include;
  std::vector<std::string_view> homes;
};

inline const std::vector<Library>& libraries() {
  static const std::vector<Library> all{
      {"SimGrid",
       std::regex("simgrid/.*|xbt/.*"),
       {"engine/clock", "tests/reference/*", "tests/bench/yardsticks/*", "tests/bench/cluster/*"}},
      {"Random123", std::regex("Random123/.*"), {"engine/random", "tests/*"}},
      {"yaml-cpp", std::regex("yaml-cpp/.*"), {"models/yaml/yaml_reader"}},
      {"HDF5",
       std::regex("hdf5\\.h|hdf5/.*|hdf5_.*|H5[A-Za-z]*\\.h(pp)?"),
       {"results/file/h5_file"}},
      {"libxlsxwriter", std::regex("xlsxwriter.*"), {"results/export/xlsx_file"}},
  };
  return all;
}

/// What one line includes; empty if it includes nothing.
inline std::string included(const std::string& line) {
  static const std::regex directive(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"].*)");
  std::smatch found;
  return std::regex_match(line, found, directive) ? found[1].str() : "";
}

inline bool is_home(const std::string& file, std::string_view home) {
  if (home.ends_with("/*")) return file.starts_with(home.substr(0, home.size() - 1));
  return fs::path(file).replace_extension().generic_string() == home;
}

/// Why a file may not include that, in words; empty if it may.
/// @param file  path from the top of the source tree
inline std::string why_not(const std::string& file, const std::string& include) {
  const auto level = [](const std::string& path) {
    return std::ranges::find(rooms, std::string_view(path).substr(0, path.find('/'))) -
           rooms.begin();
  };
  const auto outside = static_cast<std::ptrdiff_t>(rooms.size());
  if (level(file) < outside) {
    if (include.starts_with("tests/")) return "the program does not include its tests";
    if (level(include) < outside && include.find('/') != std::string::npos &&
        level(include) > level(file))
      return "includes point one way: app -> results -> models -> engine";
    if (include.starts_with("../")) return "an include is a path from the top";
  }
  for (const Library& library : libraries())
    if (std::regex_match(include, library.include) &&
        std::ranges::none_of(library.homes,
                             [&](std::string_view home) { return is_home(file, home); }))
      return std::string(library.name) + " is known to " + std::string(library.homes.front()) +
             " alone";
  return "";
}

/// Every include that may not be, as "file:line: #include what: why".
inline std::vector<std::string> broken_rules(const fs::path& tree) {
  std::vector<std::string> broken;
  for (const std::string room : {"engine", "models", "results", "app", "tests"}) {
    if (!fs::exists(tree / room)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(tree / room)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".cpp" && extension != ".hpp" && extension != ".h") continue;
      const std::string file = entry.path().lexically_relative(tree).generic_string();
      std::ifstream text(entry.path());
      std::string line;
      for (int number = 1; std::getline(text, line); ++number) {
        const std::string include = included(line);
        const std::string why = include.empty() ? "" : why_not(file, include);
        if (!why.empty())
          broken.push_back(file + ":" + std::to_string(number) + ": #include " + include + ": " +
                           why);
      }
    }
  }
  std::ranges::sort(broken);
  return broken;
}

}  // namespace doorstroom::layers
