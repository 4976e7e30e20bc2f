#pragma once
/// The smallest of some values, in ascending order, at which targets are met: how many places are
/// needed. More of it is taken to help, so the values are halved again and again; afterwards it is
/// checked whether more did help.
///
/// Of each target there is a margin per replication: how far the figure lies on the good side of
/// its target, below nil on the bad side. Neighbouring values differ by less than noise, so each
/// value that is looked at gets more replications until its mean margin is known to lie above nil,
/// below it, or within the indifference zone on either side: 20 replications, then 40, 80, ...
/// Where not even the last look is likely to tell, it is left at that: noise hides on which side
/// the value lies. All looks at all values and targets share one chance of error (Bonferroni): if L
/// looks may be taken at V values of m targets, each interval has the confidence 1 - alpha / (L V
/// m).
///
/// So two statements hold together with probability 1 - alpha: at `answer` every margin is above
/// -delta, and below `answer_low` some margin is below nil. They meet where neighbours differ by
/// more than delta.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "results/stats/intervals.hpp"

namespace doorstroom {

/// How a value stands, by the replications that were looked at.
enum class TargetStanding : std::uint8_t {
  meets,   ///< every target
  near,    ///< every target to within its indifference zone; of some it is not known on which side
  misses,  ///< some target
  open,    ///< noise hides it, and there are no replications left
};

/// Whether every target is met, to within its indifference zone.
inline bool is_met(TargetStanding standing) {
  return standing == TargetStanding::meets || standing == TargetStanding::near;
}

/// What is known of one value.
struct Judgement {
  TargetStanding standing = TargetStanding::open;
  std::uint32_t replications = 0;
  std::vector<Interval> margins{};  ///< by target, at the shared confidence
};

struct SearchRules {
  std::vector<double> indifference;  ///< delta of each target, in the unit of its margin, > 0
  /// Margins are 1 - p where a replication meets the target and -p where not, of a share p that is
  /// asked for: their interval is the exact one of a share.
  std::optional<double> share{};
  double alpha = 0.05;
  std::uint32_t first_look = 20;  ///< replications
  std::uint32_t looks = 5;        ///< the last has first_look x 2^(looks - 1) replications
};

/// [target][replication]. NaN: no data.
using Margins = std::vector<std::vector<double>>;
/// Margins of the first replications of a value; none when those are more than there may be.
using MarginsOf =
    std::function<std::optional<Margins>(std::size_t value, std::uint32_t replications)>;

struct CapacitySearch {
  std::optional<std::size_t> answer;      ///< the smallest value that was shown to meet all
  std::optional<std::size_t> answer_low;  ///< one above the largest that was shown to miss
  std::map<std::size_t, Judgement> tried{};
  /// Two values of which the larger is worse, beyond noise and by more than the indifference zone;
  /// then every value was looked at.
  std::optional<std::pair<std::size_t, std::size_t>> not_monotone{};
};

/// Looks at one value until it is decided.
/// @param values      how many values may be looked at, which share the chance of error
/// @param margins_of  of its first replications; none when those are more than there may be
Judgement judge_value(std::size_t values, const SearchRules& rules,
                      const std::function<std::optional<Margins>(std::uint32_t)>& margins_of);

/// @param values  how many there are, >= 1
CapacitySearch search_capacity(std::size_t values, const SearchRules& rules,
                               const MarginsOf& margins_of);

}  // namespace doorstroom
