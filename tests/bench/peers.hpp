#pragma once
/// Programs of others beside a row of the table: they stand ready on the machine, and `--peer`
/// names them. Nothing of them is kept here.

#include <string>
#include <vector>

#include "tests/bench/measure.hpp"

namespace doorstroom::bench {

/// What `--peer ROW=COMMAND` names. The command does the work of the row, in whatever amount it
/// likes, and its last line says how much that was: customers, visits or replications. For a queue
/// a second number may follow: the mean wait, in mean stays.
struct Peer {
  std::string row;
  std::string command;  ///< for /bin/sh
};

/// @throws InputError when the text is not ROW=COMMAND
Peer peer_of(const std::string& text);

/// Lets each peer of a row in the group take turns with it: a line of its own in the table.
/// @return how many peers found their row
std::size_t add_peers(Group& group, const std::vector<Peer>& peers);

}  // namespace doorstroom::bench
