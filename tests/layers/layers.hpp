#pragma once
/// Which file may include what. The source tree is a house of four floors, with rooms on two of
/// them: a file includes its own room and the rooms below it. Each big library is included by a few
/// files of one folder only.

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

/// Every room, from the bottom up. A file may include its own room and each one before it.
inline constexpr std::array<std::string_view, 39> rooms{
    "engine",
    "models/messages",
    "models/scenario",
    "models/yaml",
    "models/reading",
    "models/continuum",
    "models/fields",
    "models/loading",
    "results/stats",
    "results/table",
    "results/rows",
    "results/file",
    "results/figures",
    "results/text",
    "results/run",
    "results/story",
    "results/export",
    "results/sweep",
    "results/experiment",
    "results/comparison",
    "results/decisions",
    "results/attribution",
    "results/calibration",
    "results/emulation",
    "results/charts",
    "results/drawing",
    "results/report",
    "results/answers",
    "results/situation",
    "results/choices",
    "results/sliders",
    "results/provenance",
    "results/page",
    "results/variants",
    "results/what_if",
    "app/cli",
    "app/console",
    "app/serve",
    "app",
};

inline bool is_in(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/';
}

/// The place of a file's or an include's room in `rooms`; rooms.size() when it is in none.
inline std::size_t level_of(std::string_view path) {
  return static_cast<std::size_t>(
      std::ranges::find_if(rooms, [path](std::string_view room) { return is_in(path, room); }) -
      rooms.begin());
}

/// Whether the path lies on one of the floors: engine, models, results, app.
inline bool is_on_a_floor(std::string_view path) {
  return std::ranges::any_of(
      rooms, [path](std::string_view room) { return is_in(path, room.substr(0, room.find('/'))); });
}

/// How an include of the library begins, and the files that may hold it (without extension; with a
/// `*` at the end, all whose path begins so). Headers that show the library's types count as the
/// library.
struct Library {
  std::string_view name;
  std::regex include;
  std::vector<std::string_view> homes;
};

inline const std::vector<Library>& libraries() {
  static const std::vector<Library> all{
      {"SimGrid",
       std::regex("simgrid/.*|xbt/.*"),
       {"engine/simgrid_actors", "tests/reference/*", "tests/bench/yardsticks/*",
        "tests/bench/cluster/*"}},
      {"Random123", std::regex("Random123/.*"), {"engine/random", "tests/*"}},
      {"yaml-cpp",
       std::regex("yaml-cpp/.*"),
       {"models/yaml/yaml_reader", "models/yaml/yaml_writer"}},
      {"HDF5",
       std::regex("hdf5\\.h|hdf5/.*|hdf5_.*|H5[A-Za-z]*\\.h(pp)?"
                  "|results/file/h5_(library|state|types|type_text)\\.hpp"),
       {"results/file/h5_*"}},
      {"libdeflate", std::regex("libdeflate\\.h"), {"results/file/chunk_packing"}},
      {"libxlsxwriter", std::regex("xlsxwriter.*"), {"results/export/xlsx_file"}},
      {"Eigen",
       std::regex("Eigen/.*"),
       {"results/stats/gaussian_process", "results/stats/least_squares"}},
      {"NLopt", std::regex("nlopt\\.hpp?"), {"results/stats/gaussian_process"}},
      {"Graphviz", std::regex("graphviz/.*|gvc\\.h|cgraph\\.h"), {"results/charts/map_layout"}},
      {"librsvg", std::regex("librsvg/.*|cairo.*"), {"results/drawing/rsvg_png"}},
      {"pugixml",
       std::regex("pugixml\\.hpp"),
       {"results/drawing/svg*", "results/page/html*", "tests/results/drawing/*"}},
      {"Boost.Beast and Asio",
       std::regex("boost/(asio|beast)/.*|boost/(asio|beast)\\.hpp"),
       {"app/serve/http_*"}},
      {"CLI11", std::regex("CLI/.*|CLI11\\.hpp"), {"app/cli/command_parser", "tests/bench/*"}},
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
  if (home.ends_with('*')) return file.starts_with(home.substr(0, home.size() - 1));
  return fs::path(file).replace_extension().generic_string() == home;
}

/// Why a file may not include that, in words; empty if it may.
/// @param file  path from the top of the source tree
inline std::string why_not(const std::string& file, const std::string& include) {
  if (is_on_a_floor(file)) {
    if (include.starts_with("tests/")) return "the program does not include its tests";
    if (include.starts_with("../")) return "an include is a path from the top";
    if (level_of(file) == rooms.size())
      return "the file is in no room: add its folder to the list in tests/layers/layers.hpp";
    if (is_on_a_floor(include) && level_of(include) == rooms.size())
      return "the included file is in no room";
    if (is_on_a_floor(include) && level_of(include) > level_of(file))
      return std::string(rooms[level_of(include)]) + " is above " +
             std::string(rooms[level_of(file)]);
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
