// Measures the program beside its yardsticks, and prints the table "Speed to reach".

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <regex>
#include <string>
#include <vector>

#include "engine/error.hpp"
#include "tests/bench/groups.hpp"
#include "tests/bench/peers.hpp"
#include "tests/bench/rounds.hpp"
#include "tests/bench/table.hpp"

namespace doorstroom::bench {
namespace {

int measure(const std::string& wanted, int rounds, const std::vector<std::string>& named) {
  const std::regex pattern(wanted);
  std::vector<Peer> peers;
  for (const std::string& name : named) peers.push_back(peer_of(name));
  std::size_t found = 0;
  Table table;
  std::string known;
  for (Group& group : groups()) {
    for (const Row& row : group.rows) known += " " + row.id;
    std::erase_if(group.rows, [&](const Row& row) { return !std::regex_search(row.id, pattern); });
    if (group.rows.empty()) continue;
    found += add_peers(group, peers);
    const Figures figures = take_rounds(group, rounds);
    for (const Row& row : group.rows) table.add(row, compared(row, figures));
  }
  if (table.empty()) throw InputError("no row is called " + wanted + "\n  there are:" + known);
  fmt::print("{}", table.text());
  if (found < peers.size()) throw InputError("--peer names a row that is not measured");
  return 0;
}

int guarded(int argc, char** argv) {
  CLI::App app{"Measures the program beside its yardsticks. Takes minutes; wants a quiet machine."};
  std::string rows;
  int rounds = 5;
  app.add_option("--row", rows, "Only the rows whose name matches this regular expression");
  app.add_option("--rounds", rounds, "How often each side is taken")->check(CLI::Range(1, 1000));
  std::vector<std::string> peers;
  app.add_option("--peer", peers,
                 "ROW=COMMAND: a program of others that does the work of that row, and whose last\n"
                 "line says how much: customers, visits or replications. Several may be given")
      ->take_all();
  CLI11_PARSE(app, argc, argv);
  return measure(rows, rounds, peers);
}

}  // namespace
}  // namespace doorstroom::bench

int main(int argc, char** argv) {
  try {
    return doorstroom::bench::guarded(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
