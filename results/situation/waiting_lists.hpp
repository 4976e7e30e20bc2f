#pragma once
/// Desks and arrangements, the longest waiting list first.
///
/// The order is that of the mean number of youths on the list over the counted period; equal means
/// stay in the order in which the scenario declares them. How sure the order is, their ranks tell
/// (Klein, Wright and Wieczorek, see ranks.hpp): those that a list may have, given intervals that
/// hold together with 95% (Bonferroni). Lists that may have the same rank are a tie. One
/// replication tells nothing of ranks.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "results/report/report_sources.hpp"
#include "results/stats/intervals.hpp"
#include "results/stats/ranks.hpp"

namespace doorstroom {

/// Up to so many that may all be the worst are named one by one; of more only how many there are.
inline constexpr std::size_t most_ties_named = 4;

struct WaitingList {
  /// Of the targets of the desk or arrangement.
  enum class Agreement : std::uint8_t {
    not_known,    ///< there is none, or its figure has no data
    as_observed,  ///< all are met
    otherwise,    ///< at least one is not
  };

  std::string id;     ///< of the desk or arrangement
  std::string label;  ///< without its article
  Interval waiting;   ///< mean on the list, 95% by itself [youth]
  std::optional<RankRange> rank{};
  Agreement agreement = Agreement::not_known;

  bool is_used() const { return waiting.mean > 0; }  ///< somebody ever waits
  bool may_be_longest() const { return is_used() && (!rank || rank->low == 1); }
};

/// All desks and arrangements of the base.
std::vector<WaitingList> waiting_lists(ReportSources& sources);

/// Ids of desks and arrangements of a result, as declared.
std::vector<std::string> listed_nodes(ResultReader& file);

/// Ranks of means by replication that hold together with 95%. What has numbers in fewer than two
/// replications has no rank, and does not stand in the way of others.
/// @param values  of each that is ranked, one per replication
std::vector<std::optional<RankRange>> joint_ranks(const std::vector<std::vector<double>>& values);

/// "1", "2 to 4", "-"
LocalizedText rank_text(const std::optional<RankRange>& rank);

}  // namespace doorstroom
