#include "tests/bench/table.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <array>
#include <thread>

#include "results/stats/intervals.hpp"

namespace doorstroom::bench {
namespace {

constexpr const char* form = "{:<17} {:<46} {:<42} {:>10} {:>19} {:>12}  {}\n";

/// Four digits, and no more of a small number than matter.
std::string number(double value) {
  return fmt::format("{:.{}f}", value, std::abs(value) >= 100 ? 0 : std::abs(value) >= 10 ? 1 : 3);
}

}  // namespace

void Table::add(const Row& row, const std::vector<double>& figures) {
  const std::vector<double> sorted = sorted_numbers(figures);
  const double median = quantile(sorted, 0.5);
  const bool met = row.at_least ? median >= row.target : median <= row.target;
  missed_ += met ? 0 : 1;
  lines_.push_back(fmt::format(
      form, row.id, row.what, row.yardstick.empty() ? "-" : row.yardstick,
      number(median) + " " + row.unit,
      sorted.size() < 2 ? "once" : number(sorted.front()) + " .. " + number(sorted.back()),
      fmt::format("{} {} {}", row.at_least ? ">=" : "<=", row.target, row.unit),
      met ? "met" : "missed"));
}

std::string Table::text() const {
  std::array<double, 1> load{};
  getloadavg(load.data(), 1);
  std::string text =
      fmt::format("\nSpeed to reach: {} cores, load {:.1f}\n\n",
                  std::thread::hardware_concurrency(), load[0]) +
      fmt::format(form, "row", "what", "yardstick", "median", "lowest .. highest", "target", "");
  for (const std::string& line : lines_) text += line;
  return text + fmt::format(
                    "\nMedians of what each round came to; a round takes a row's two sides one "
                    "after the other.\n{} of {} met.\n",
                    lines_.size() - missed_, lines_.size());
}

}  // namespace doorstroom::bench
