#pragma once
/// What is thrown at users is made of a text, which is translated (models/messages/message.hpp):
/// above the engine nobody makes such a failure of words of his own.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace doorstroom::layers {

/// Every such place, as "file:line".
inline std::vector<std::string> failures_without_a_text(const std::filesystem::path& tree,
                                                        const std::vector<std::string>& folders) {
  static const std::regex made(R"(\b(throw|return) +(InputError|RunError)\b.*)");
  std::vector<std::string> found;
  for (const std::string& room : folders)
    for (const auto& entry : std::filesystem::recursive_directory_iterator(tree / room)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".cpp" && extension != ".hpp") continue;
      std::ifstream text(entry.path());
      std::string line;
      for (int number = 1; std::getline(text, line); ++number)
        if (std::regex_search(line.substr(0, line.find("//")), made))
          found.push_back(entry.path().lexically_relative(tree).generic_string() + ":" +
                          std::to_string(number));
    }
  std::ranges::sort(found);
  return found;
}

}  // namespace doorstroom::layers
