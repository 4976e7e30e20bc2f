// country: the scenario of a whole country, in a folder.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <string>

#include "tests/bench/country.hpp"

int main(int argc, char** argv) {
  CLI::App app{"Writes the scenario of a whole country: one region many times, side by side."};
  std::string region = DOORSTROOM_SOURCE_DIR "/scenarios/holland-rijnland.yaml";
  int copies = 42;
  int years = 7;
  std::string folder;
  app.add_option("folder", folder, "Where country.yaml is written, and the files that it extends")
      ->required()
      ->check(CLI::ExistingDirectory);
  app.add_option("region", region, "Scenario of one region (YAML). Default: Holland Rijnland");
  app.add_option("--copies", copies, "How many. Default: 42")->check(CLI::Range(1, 99));
  app.add_option("--years", years, "Counted years. Default: 7, for a million youths");
  CLI11_PARSE(app, argc, argv);
  try {
    fmt::print("{}\n", doorstroom::bench::write_country(folder, region, copies, years));
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
