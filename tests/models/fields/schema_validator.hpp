#pragma once
/// Holds files against the JSON Schemas with ajv, a validator of another maker.

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace doorstroom {

inline constexpr const char* good = "good";

/// What ajv says of each file: "good", or what is wrong.
/// @param schema  "scenario", "overlay" or "sweep"
inline std::map<std::string, std::string> validated(const std::string& schema,
                                                    const std::vector<std::string>& files) {
  std::string command =
      fmt::format("node '{0}/tests/schema/validate.mjs' '{0}/scenarios/{1}.schema.json'",
                  DOORSTROOM_SOURCE_DIR, schema);
  for (const std::string& file : files) command += fmt::format(" '{}'", file);
  FILE* pipe = popen(command.c_str(), "r");
  if (!pipe) throw std::runtime_error("node cannot be started");
  std::string text;
  std::array<char, 4096> some{};
  while (const std::size_t got = std::fread(some.data(), 1, some.size(), pipe))
    text.append(some.data(), got);
  if (pclose(pipe) != 0)
    throw std::runtime_error(
        "ajv does not run; ./bootstrap test installs it (npm ci --prefix "
        "tests/schema)");
  std::map<std::string, std::string> answers;
  while (!text.empty()) {
    const std::string line = text.substr(0, text.find('\n'));
    text.erase(0, line.size() + 1);
    const std::size_t tab = line.find('\t');
    answers[line.substr(0, tab)] = line.substr(tab + 1);
  }
  return answers;
}

}  // namespace doorstroom
