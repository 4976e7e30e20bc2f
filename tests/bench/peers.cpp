#include "tests/bench/peers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <sstream>

#include "engine/error.hpp"
#include "tests/bench/process.hpp"

namespace doorstroom::bench {
namespace {

/// Of M/M/1 at a load of 0.9, in mean stays.
constexpr double mean_wait_of_mm1 = 9;

std::string last_line_of(const std::string& command) {
  const auto close = [](std::FILE* pipe) { return pclose(pipe); };
  std::unique_ptr<std::FILE, decltype(close)> output(popen(command.c_str(), "r"), close);
  if (!output) throw RunError("cannot start " + command);
  std::string text;
  char part[4096];
  while (const std::size_t read = std::fread(part, 1, sizeof part, output.get()))
    text.append(part, read);
  if (pclose(output.release()) != 0) throw RunError(command + " did not end as it should");
  while (text.ends_with('\n')) text.pop_back();
  return text.substr(text.find_last_of('\n') + 1);
}

/// In processor time of the command and its children.
Taken work_of(const Peer& peer) {
  const double before = seconds_of_children();
  std::istringstream said(last_line_of(peer.command));
  Taken taken{.seconds = seconds_of_children() - before, .amount = 0};
  if (!(said >> taken.amount) || !(taken.amount > 0))
    throw RunError(peer.command + ": its last line does not begin with how much it did");
  double waited = 0;
  if (peer.row.starts_with("mm1") && said >> waited &&
      std::abs(waited / mean_wait_of_mm1 - 1) > 0.1)
    throw RunError(fmt::format("{}: a mean wait of {} stays instead of {}", peer.command, waited,
                               mean_wait_of_mm1));
  return taken;
}

}  // namespace

Peer peer_of(const std::string& text) {
  const std::size_t at = text.find('=');
  if (at == 0 || at == std::string::npos || at + 1 == text.size())
    throw InputError("--peer " + text + "\n  write ROW=COMMAND");
  return {text.substr(0, at), text.substr(at + 1)};
}

std::size_t add_peers(Group& group, const std::vector<Peer>& peers) {
  std::size_t found = 0;
  for (const Peer& peer : peers) {
    const auto row = std::ranges::find(group.rows, peer.row, &Row::id);
    if (row == group.rows.end()) continue;
    const auto side = std::ranges::find(group.sides, row->side, &Side::id);
    const std::string id = fmt::format("{}_peer_{}", peer.row, ++found);
    Row beside{.id = id,
               .what = row->what,
               .yardstick = peer.command.substr(peer.command.find_last_of('/') + 1),
               .side = side->id,
               .yardstick_side = id,
               .unit = "x"};
    beside.at_least = side->figure != Figure::cost;
    if (!beside.at_least) beside.target = 1;
    group.sides.push_back({id, side->unit, side->figure, [peer] { return work_of(peer); }});
    group.rows.push_back(std::move(beside));
  }
  return found;
}

}  // namespace doorstroom::bench
