#include "engine/time_integral.hpp"

#include <algorithm>
#include <utility>

namespace doorstroom {
namespace {

constexpr Instant long_ago{-never.ticks};

}  // namespace

TimeIntegral::TimeIntegral(std::span<const Instant> edges) : since_(long_ago), edges_(edges) {
  DOORSTROOM_EXPECT(edges.size() >= 2);
  DOORSTROOM_EXPECT(std::ranges::is_sorted(edges));
  sums_.resize(edges.size() + 1, 0.0);
  span_end_ = edges.front();
}

void TimeIntegral::pass_edges(Instant now) {
  while (now >= span_end_) {
    sums_[span_++] = std::exchange(sum_, 0) + value_ * (span_end_ - since_).count;
    since_ = span_end_;
    span_end_ = span_ < edges_.size() ? edges_[span_] : never;
  }
}

}  // namespace doorstroom
