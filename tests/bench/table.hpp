#pragma once
/// The table "Speed to reach": a line for each row, with what it came to and whether that is
/// enough.

#include <string>
#include <vector>

#include "tests/bench/measure.hpp"

namespace doorstroom::bench {

class Table {
 public:
  /// @param figures  the row's figure in each round
  void add(const Row& row, const std::vector<double>& figures);

  bool empty() const { return lines_.empty(); }
  /// With a heading and, below, what stands in it.
  std::string text() const;

 private:
  std::vector<std::string> lines_;
  std::size_t missed_ = 0;
};

}  // namespace doorstroom::bench
