#include "results/stats/break_even.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace doorstroom {
namespace {

/// Between 0 and 1.
using Stretch = std::pair<double, double>;

/// Where on the line from a (at 0) to b (at 1) the values are at most zero.
std::optional<Stretch> at_most_zero(double a, double b) {
  if (a > 0 && b > 0) return std::nullopt;
  if (a <= 0 && b <= 0) return Stretch{0, 1};
  const double crossing = a / (a - b);
  return a <= 0 ? Stretch{0, crossing} : Stretch{crossing, 1};
}

std::optional<NilRange> nil_between(const BoundsAt& one, const BoundsAt& other) {
  const auto by_low = at_most_zero(one.low, other.low);
  const auto by_high = at_most_zero(-one.high, -other.high);
  if (!by_low || !by_high) return std::nullopt;
  const double from = std::max(by_low->first, by_high->first);
  const double to = std::min(by_low->second, by_high->second);
  if (from > to) return std::nullopt;
  const double width = other.value - one.value;
  return NilRange{from == 0 ? one.value : one.value + from * width,
                  to == 1 ? other.value : one.value + to * width};
}

}  // namespace

std::vector<NilRange> nil_ranges(std::span<const BoundsAt> effects) {
  std::vector<BoundsAt> known(effects.begin(), effects.end());
  std::erase_if(known,
                [](const BoundsAt& at) { return std::isnan(at.low) || std::isnan(at.high); });
  std::vector<NilRange> ranges;
  if (known.size() == 1 && known[0].low <= 0 && known[0].high >= 0)
    ranges.push_back({known[0].value, known[0].value});
  for (std::size_t i = 0; i + 1 < known.size(); ++i) {
    const std::optional<NilRange> next = nil_between(known[i], known[i + 1]);
    if (!next) continue;
    if (!ranges.empty() && ranges.back().high == next->low)
      ranges.back().high = next->high;
    else
      ranges.push_back(*next);
  }
  for (NilRange& range : ranges) {
    range.open_low = range.low == known.front().value;
    range.open_high = range.high == known.back().value;
  }
  return ranges;
}

}  // namespace doorstroom
