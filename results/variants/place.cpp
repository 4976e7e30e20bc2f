#include "results/variants/place.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

/// As a shell takes it for one word.
std::string quoted(const std::string& name) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
  if (name.find_first_not_of(plain) == std::string::npos && !name.starts_with('-')) return name;
  std::string text = "'";
  for (const char c : name) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

}  // namespace

std::string program_name(const WhatIfPlace& place) {
  return "doorstroom " + place.program.provenance.program_version;
}

std::string file_of(const WhatIfPlace& place) {
  return fs::path(place.scenario).filename().string();
}

std::string beside(const WhatIfPlace& place, const std::string& file) {
  return (fs::path(place.scenario).parent_path() / file).string();
}

std::string without_folder(std::string text, const WhatIfPlace& place) {
  const std::string folder = fs::path(place.scenario).parent_path().string() + "/";
  if (folder == "/") return text;
  for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder, at))
    text.erase(at, folder.size());
  return text;
}

std::string repeating_command(const WhatIfPlace& place, const std::string& variant_file,
                              std::uint32_t replications) {
  return fmt::format("doorstroom compare {} {} --replications {}", quoted(file_of(place)),
                     quoted(variant_file), replications);
}

std::string seek_command_of(const WrittenSeek& written, const std::string& file) {
  std::string command = "doorstroom seek " + quoted(file);
  const auto add = [&](const char* option, const std::string& value) {
    if (!value.empty()) command += fmt::format(" {} {}", option, quoted(value));
  };
  for (const std::string& one : written.vary) add("--vary", one);
  for (const std::string& one : written.so_that) add("--so-that", one);
  for (const std::string& one : written.indifference) add("--indifference", one);
  add("--with-chance", written.chance);
  add("--minimise", written.minimise);
  if (written.no_pool) command += " --no-pool";
  if (written.at_most != WrittenSeek().at_most) add("--at-most", std::to_string(written.at_most));
  return command;
}

std::string bottlenecks_command_of(const WrittenBottlenecks& written, const std::string& file) {
  std::string command = "doorstroom bottlenecks " + quoted(file);
  if (!written.kpi.empty()) command += " --kpi " + quoted(written.kpi);
  if (written.replications) command += " --replications " + std::to_string(*written.replications);
  return command;
}

std::string report_command_of(const WhatIfPlace& place, const std::vector<std::string>& variants,
                              std::uint32_t replications, Language language) {
  const std::string base = file_of(place);
  std::string scenarios = quoted(base);
  std::string results = quoted(fs::path(base).replace_extension(".h5").string());
  for (const std::string& variant : variants) {
    scenarios += " " + quoted(variant);
    results += " " + quoted(fs::path(variant).replace_extension(".h5").string());
  }
  return fmt::format("doorstroom compare {} --replications {} && doorstroom report {} --lang {}",
                     scenarios, replications, results, language.code());
}

}  // namespace doorstroom
