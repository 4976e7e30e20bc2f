#include "results/stats/capacity_search.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "engine/error.hpp"
#include "results/stats/paired.hpp"
#include "results/stats/shares.hpp"

namespace doorstroom {
namespace {

Interval margin_interval(const std::vector<double>& margins, const SearchRules& rules,
                         double confidence) {
  if (!rules.share) return t_interval(margins, confidence);
  const auto met = static_cast<std::uint64_t>(
      std::ranges::count_if(margins, [](double margin) { return margin > 0; }));
  const Interval share = share_interval(met, margins.size(), confidence);
  return {share.mean - *rules.share, share.low - *rules.share, share.high - *rules.share,
          share.count};
}

TargetStanding standing_of(const std::vector<Interval>& margins, const SearchRules& rules) {
  bool all_above = true;
  bool all_near = true;
  for (std::size_t i = 0; i < margins.size(); ++i) {
    const double delta = rules.indifference[i];
    if (margins[i].high < 0) return TargetStanding::misses;
    const bool above = margins[i].low >= 0;
    all_above = all_above && above;
    all_near = all_near && (above || (margins[i].low >= -delta && margins[i].high <= delta));
  }
  if (all_above) return TargetStanding::meets;
  return all_near ? TargetStanding::near : TargetStanding::open;
}

/// Whether not even the last look is likely to decide: its interval, narrower by the square root of
/// the replications, would still hold nil and reach beyond the indifference zone, were the mean a
/// standard error further from nil than it seems.
bool is_hopeless(const std::vector<Interval>& margins, std::uint32_t replications,
                 const SearchRules& rules) {
  const double last = rules.first_look * std::exp2(rules.looks - 1.0);
  constexpr double standard_error = 1.0 / 3;  // of a half-width, roughly, at the shared confidence
  for (std::size_t i = 0; i < margins.size(); ++i) {
    const double now = margins[i].half_width();
    const double then = now * std::sqrt(replications / last);
    if (std::abs(margins[i].mean) + standard_error * now < then && then > rules.indifference[i])
      return true;
  }
  return false;
}

/// How many values a search by halves may look at: both ends, and two at each level where the
/// smallest that meets and the largest that misses are looked for apart.
std::size_t values_of_search(std::size_t values) {
  return std::min(values, 2 + 2 * static_cast<std::size_t>(std::bit_width(values)));
}

class Search {
 public:
  Search(std::size_t values, const SearchRules& rules, const MarginsOf& margins_of)
      : values_(values),
        looked_at_(values_of_search(values)),
        rules_(rules),
        margins_of_(margins_of) {}

  CapacitySearch run() {
    // Most searches end at the top: is there an answer at all?
    if (meets(values_ - 1)) {
      smallest_that_meets();
      largest_that_misses();
    }
    found_.not_monotone = worse_though_larger();
    if (found_.not_monotone) {
      looked_at_ = values_;
      for (std::size_t value = 0; value < values_; ++value) judged(value);
    }
    conclude();
    return std::move(found_);
  }

 private:
  const Judgement& judged(std::size_t value) {
    const auto found = found_.tried.find(value);
    if (found != found_.tried.end()) return found->second;
    const auto of_value = [&](std::uint32_t replications) {
      return margins_of_(value, replications);
    };
    return found_.tried.emplace(value, judge_value(looked_at_, rules_, of_value)).first->second;
  }
  bool meets(std::size_t value) { return is_met(judged(value).standing); }
  bool misses(std::size_t value) { return judged(value).standing == TargetStanding::misses; }

  /// Of a value that noise hides, this search goes up and the next one down.
  void smallest_that_meets() {
    std::size_t above = values_ - 1;
    std::size_t low = 0;
    while (low < above) {
      const std::size_t middle = low + (above - low) / 2;
      if (meets(middle))
        above = middle;
      else
        low = middle + 1;
    }
  }

  void largest_that_misses() {
    std::size_t low = 0;
    std::size_t above = values_ - 1;
    while (low < above) {
      const std::size_t middle = low + (above - low) / 2;
      if (misses(middle))
        low = middle + 1;
      else
        above = middle;
    }
  }

  void conclude() {
    for (const auto& [value, judgement] : found_.tried)
      if (is_met(judgement.standing) && !found_.answer) found_.answer = value;
    if (!found_.answer) return;
    found_.answer_low = 0;
    for (const auto& [value, judgement] : found_.tried)
      if (judgement.standing == TargetStanding::misses && value < *found_.answer)
        found_.answer_low = value + 1;
  }

  /// By more than the indifference zone. All pairs of values that were tried share one chance of
  /// error.
  std::optional<std::pair<std::size_t, std::size_t>> worse_though_larger() const {
    const std::size_t tried = found_.tried.size();
    const auto statements = static_cast<std::uint32_t>(
        std::max<std::size_t>(1, tried * (tried - 1) / 2 * rules_.indifference.size()));
    for (auto small = found_.tried.begin(); small != found_.tried.end(); ++small)
      for (auto large = std::next(small); large != found_.tried.end(); ++large) {
        const std::uint32_t both = std::min(small->second.replications, large->second.replications);
        if (both < 2) continue;
        const auto before = margins_of_(small->first, both);
        const auto after = margins_of_(large->first, both);
        for (std::size_t i = 0; i < rules_.indifference.size(); ++i)
          if (compare_pairs((*before)[i], (*after)[i], {0.95, statements}).difference.high <
              -rules_.indifference[i])
            return std::pair(small->first, large->first);
      }
    return std::nullopt;
  }

  std::size_t values_;
  std::size_t looked_at_;
  const SearchRules& rules_;
  const MarginsOf& margins_of_;
  CapacitySearch found_;
};

}  // namespace

Judgement judge_value(std::size_t values, const SearchRules& rules,
                      const std::function<std::optional<Margins>(std::uint32_t)>& margins_of) {
  const auto statements = static_cast<double>(rules.looks * values * rules.indifference.size());
  const double confidence = 1 - rules.alpha / statements;
  Judgement judgement;
  std::uint32_t replications = rules.first_look;
  for (std::uint32_t look = 0; look < rules.looks; ++look, replications *= 2) {
    const auto margins = margins_of(replications);
    if (!margins) break;
    DOORSTROOM_EXPECT(margins->size() == rules.indifference.size());
    judgement.replications = replications;
    judgement.margins.clear();
    for (const std::vector<double>& each : *margins)
      judgement.margins.push_back(margin_interval(each, rules, confidence));
    judgement.standing = standing_of(judgement.margins, rules);
    if (judgement.standing != TargetStanding::open ||
        is_hopeless(judgement.margins, replications, rules))
      break;
  }
  return judgement;
}

CapacitySearch search_capacity(std::size_t values, const SearchRules& rules,
                               const MarginsOf& margins_of) {
  DOORSTROOM_EXPECT(values >= 1 && !rules.indifference.empty());
  return Search(values, rules, margins_of).run();
}

}  // namespace doorstroom
