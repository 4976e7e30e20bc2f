#include "engine/time_integral.hpp"

#include <algorithm>
#include <limits>

#include "engine/error.hpp"

namespace doorstroom {

TimeIntegral::TimeIntegral(std::span<const Instant> edges)
    : edges_(edges), since_{std::numeric_limits<std::int64_t>::min()} {
  DOORSTROOM_EXPECT(edges.size() >= 2);
  DOORSTROOM_EXPECT(std::ranges::is_sorted(edges));
  sums_.resize(edges.size() - 1, 0.0);
}

void TimeIntegral::advance(Instant now) {
  DOORSTROOM_EXPECT(now >= since_);
  while (span_ < sums_.size()) {
    const Instant from = std::max(since_, edges_[span_]);
    const Instant until = std::min(now, edges_[span_ + 1]);
    if (until > from) sums_[span_] += value_ * (until - from).count;
    if (now < edges_[span_ + 1]) break;
    ++span_;
  }
  since_ = now;
}

}  // namespace doorstroom
