#pragma once
/// A name of the program stands for one thing. Two types of one name in one namespace make a
/// program that neither compiler nor linker complains about, and that does what neither file says.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>
#include <vector>

namespace doorstroom::layers {

/// The types that a file defines for all others to see, with their namespace. Reads the layout
/// that the formatter gives: namespaces and what stands in them begin a line.
inline std::vector<std::string> types_of(std::istream& text) {
  static const std::regex opened(R"(^namespace( [\w:]+)? \{$)");
  static const std::regex closed(R"(^\}  // namespace.*)");
  static const std::regex type(
      R"(^(?:class|struct|enum class|enum|union) (\w+)\b(?!::)[^;]*(\{.*)?$)");
  std::vector<std::string> spaces;
  std::vector<std::string> types;
  std::smatch found;
  for (std::string line; std::getline(text, line);) {
    if (std::regex_match(line, found, opened)) {
      spaces.push_back(found[1].str());
    } else if (std::regex_match(line, closed)) {
      if (!spaces.empty()) spaces.pop_back();
    } else if (std::regex_match(line, found, type)) {
      std::string name;
      bool is_own = false;  // in a namespace without a name
      for (const std::string& space : spaces) {
        is_own = is_own || space.empty();
        name += space.empty() ? "" : space.substr(1) + "::";
      }
      if (!is_own) types.push_back(name + found[1].str());
    }
  }
  return types;
}

/// Names that stand for more than one type, with the files, as "name: one.hpp, other.hpp".
inline std::vector<std::string> names_told_twice(const std::filesystem::path& tree,
                                                 const std::vector<std::string>& folders) {
  std::map<std::string, std::vector<std::string>> files;
  for (const std::string& room : folders)
    for (const auto& entry : std::filesystem::recursive_directory_iterator(tree / room)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".cpp" && extension != ".hpp") continue;
      std::ifstream text(entry.path());
      for (const std::string& name : types_of(text))
        files[name].push_back(entry.path().lexically_relative(tree).generic_string());
    }
  std::vector<std::string> twice;
  for (auto& [name, where] : files) {
    if (where.size() < 2) continue;
    std::ranges::sort(where);
    std::string told = name + ":";
    for (const std::string& file : where) told += " " + file;
    twice.push_back(told);
  }
  return twice;
}

}  // namespace doorstroom::layers
