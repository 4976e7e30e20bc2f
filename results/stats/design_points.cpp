#include "results/stats/design_points.hpp"

#include <algorithm>
#include <bit>
#include <boost/random/sobol.hpp>
#include <cstddef>

#include "engine/random.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

constexpr std::uint8_t order = 0, place = 1;  ///< the two draws of a hypercube
constexpr int dropped_bits = 12;              ///< of 64: a double in (0, 1) holds 52

/// The strata of one factor in random order: sorted by one draw each.
std::vector<std::uint32_t> shuffled(std::uint32_t count, std::uint32_t seed, Address address) {
  std::vector<std::pair<double, std::uint32_t>> draws;
  draws.reserve(count);
  address.decision = order;
  for (address.person = 0; address.person < count; ++address.person)
    draws.emplace_back(uniform({seed, 0}, address), address.person);
  std::sort(draws.begin(), draws.end());
  std::vector<std::uint32_t> strata;
  strata.reserve(count);
  for (const auto& [draw, stratum] : draws) strata.push_back(stratum);
  return strata;
}

/// The bits that a seed adds to all coordinates of a factor.
std::uint64_t shift_of(std::uint32_t seed, std::uint32_t factor) {
  const double u = uniform({seed, 0}, {.source = hash32("sobol"), .node = factor});
  return static_cast<std::uint64_t>(u * 0x1p52) << dropped_bits;
}

/// The middle of the interval of width 2^-52 that starts at these bits.
double coordinate(std::uint64_t bits) {
  return (static_cast<double>(bits >> dropped_bits) + 0.5) * 0x1p-52;
}

}  // namespace

std::vector<DesignPoint> latin_hypercube(std::uint32_t count, std::size_t factors,
                                         std::uint32_t seed, std::uint32_t which) {
  std::vector<DesignPoint> points(count, DesignPoint(factors));
  for (std::size_t factor = 0; factor < factors; ++factor) {
    Address address{.source = hash32("latin_hypercube"),
                    .node = static_cast<std::uint32_t>(factor),
                    .occasion = which};
    const std::vector<std::uint32_t> strata = shuffled(count, seed, address);
    address.decision = place;
    for (address.person = 0; address.person < count; ++address.person)
      points[address.person][factor] =
          (strata[address.person] + uniform({seed, 0}, address)) / count;
  }
  return points;
}

std::vector<DesignPoint> sobol_points(std::uint32_t first, std::uint32_t count, std::size_t factors,
                                      std::uint32_t seed) {
  std::vector<DesignPoint> points(count, DesignPoint(factors));
  if (count == 0 || factors == 0) return points;
  std::vector<std::uint64_t> shifts;
  for (std::uint32_t factor = 0; factor < factors; ++factor)
    shifts.push_back(shift_of(seed, factor));

  // Boost's sequence starts after the origin.
  boost::random::sobol sequence(factors);
  if (first > 1) sequence.discard(std::uint64_t{first - 1} * factors);
  for (std::uint32_t i = 0; i < count; ++i)
    for (std::size_t factor = 0; factor < factors; ++factor) {
      const std::uint64_t bits = first + i == 0 ? 0 : sequence();
      points[i][factor] = coordinate(bits ^ shifts[factor]);
    }
  return points;
}

void check_sobol_count(std::uint64_t count) {
  if (std::has_single_bit(count)) return;
  const std::uint64_t above = std::max<std::uint64_t>(std::bit_ceil(count), 2);
  throw input_error(
      message("{0} points of a Sobol sequence do not cover the ranges evenly\n  they do with a "
              "power of two: use {1} or {2}",
              count, above / 2, above));
}

}  // namespace doorstroom
