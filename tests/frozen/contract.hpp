#pragma once
/// The stored contract: plain text files, one fact a line, and what a test says when the program
/// gives other facts.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "tests/app/program.hpp"

namespace doorstroom::frozen {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

inline const fs::path folder = fs::path(DOORSTROOM_SOURCE_DIR) / "tests/frozen";

inline Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// Lines of one text that the other lacks, in order.
inline Lines missing_from(const Lines& other, const Lines& lines) {
  std::map<std::string, int> counts;
  for (const std::string& line : other) ++counts[line];
  Lines missing;
  for (const std::string& line : lines)
    if (--counts[line] < 0) missing.push_back(line);
  return missing;
}

/// The first lines that differ: `-` is stored, `+` is what the program gives now. Empty when the
/// texts are equal.
inline std::string difference(const Lines& stored, const Lines& now) {
  if (stored == now) return "";
  constexpr std::size_t most = 12;
  std::string text;
  const auto add = [&text, most](char sign, const Lines& lines) {
    for (std::size_t i = 0; i < std::min(lines.size(), most); ++i)
      text += std::string("  ") + sign + ' ' + lines[i] + '\n';
    if (lines.size() > most)
      text += std::string("  ") + sign + " and " + std::to_string(lines.size() - most) + " more\n";
  };
  add('-', missing_from(now, stored));
  add('+', missing_from(stored, now));
  if (!text.empty()) return text;
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(stored, now).in1 - stored.begin());
  return "  the order differs from line " + std::to_string(at + 1) + " on\n  - " + stored[at] +
         "\n  + " + now[at] + '\n';
}

/// Compares a text with the stored file contract/FILE, or writes that file when the environment
/// asks for it.
inline void expect_frozen(const std::string& file, const std::string& now) {
  const auto path = folder / "contract" / file;
  const char* wish = std::getenv("DOORSTROOM_REFRESH");
  if (wish != nullptr && std::string(wish) == "1") {
    std::ofstream(path, std::ios::binary) << now;
    return;
  }
  const std::string differs = difference(lines_of(testing::read_text(path)), lines_of(now));
  if (!differs.empty())
    ADD_FAILURE() << "tests/frozen/contract/" << file << " is not what the program gives now:\n"
                  << differs << "Others rely on it. If the change is meant: "
                  << "DOORSTROOM_REFRESH=1 ctest --preset release -R frozen, and review the "
                  << "difference";
}

inline void expect_frozen(const std::string& file, const Lines& now) {
  std::string text;
  for (const std::string& line : now) text += line + '\n';
  expect_frozen(file, text);
}

/// A scenario whose result has rows in every table.
inline const std::string everything = (folder / "everything.yaml").string();

/// Runs the program in a folder, in English. @return standard output
inline std::string answer(const testing::Scratch& scratch, testing::Words words) {
  const testing::Ended ended = testing::doorstroom(
      {.words = words, .folder = scratch.path(), .environment = {"LC_ALL=C.UTF-8"}});
  std::string command;
  for (const std::string& word : words) command += " " + word;
  EXPECT_EQ(ended.code, 0) << "doorstroom" << command << "\n" << ended.err;
  return ended.out;
}

}  // namespace doorstroom::frozen
