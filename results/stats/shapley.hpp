#pragma once
/// What each part of a whole contributes, when parts act upon each other (Shapley, A value for
/// n-person games, in: Contributions to the Theory of Games II, 1953). A coalition is a set of
/// parts; what it comes to is known for each. The share of a part is what it adds to the parts that
/// are there already, in the mean over all orders in which the parts can come:
///
///     share of i = mean over the sizes s of coalitions without i of
///                  the mean, over those coalitions S of size s, of v(S and i) - v(S)
///
/// So what two parts do only together is split evenly between them, a part that never adds anything
/// has share 0, and the shares add up to v(all) - v(none).
///
/// Of many parts there are too many coalitions. One order at random gives shares without bias that
/// add up as well, and their mean over orders tends to the above (Castro, Gomez and Tejada,
/// Computers and Operations Research 36:1726, 2009).
///
/// "Add up" is meant exactly: what rounding leaves over, of the order of 1e-16 of the largest
/// value, is given to the part with the largest share (the first of those alike), so that the
/// shares, added in the order of the parts, differ from the whole by less than 1e-12 of the largest
/// of them.
///
/// Draws have addresses (see random.hpp): seed, replication; `shapley`; part.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace doorstroom {

/// A set of parts: bit i is set when part i is in it.
using Coalition = std::uint32_t;

/// All of so many parts. @pre parts <= 31
constexpr Coalition whole_of(std::size_t parts) {
  return (Coalition{1} << parts) - 1;
}

/// The shares, by part.
/// @param values  [coalition]: 2^p of them, p <= 20. If one is NaN, all shares are
std::vector<double> shapley_values(std::span<const double> values);

/// Parts in the order in which they come in a replication, every order being as likely.
std::vector<std::size_t> order_of_parts(std::size_t parts, std::uint32_t seed,
                                        std::uint32_t replication);

/// The coalitions that there are as parts come in this order: p + 1, from none to all.
std::vector<Coalition> coalitions_along(std::span<const std::size_t> order);

/// What each part adds as it comes, by part.
/// @param values  of coalitions_along(). If one is NaN, all shares are
std::vector<double> shares_along(std::span<const std::size_t> order,
                                 std::span<const double> values);

}  // namespace doorstroom
