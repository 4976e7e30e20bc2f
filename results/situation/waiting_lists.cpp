#include "results/situation/waiting_lists.hpp"

#include <algorithm>

#include "models/messages/message.hpp"
#include "results/figures/kpi_values.hpp"

namespace doorstroom {

std::vector<std::string> listed_nodes(ResultReader& file) {
  const Table& nodes = file.table("/nodes");
  const std::int32_t desk = nodes.code_of("kind", "desk");
  const std::int32_t arrangement = nodes.code_of("kind", "arrangement");
  const std::vector<std::int32_t>& kinds = nodes.codes("kind");
  std::vector<std::string> ids;
  for (std::size_t node = 0; node < nodes.rows(); ++node)
    if (kinds[node] == desk || kinds[node] == arrangement) ids.push_back(nodes.texts("id")[node]);
  return ids;
}

std::vector<std::optional<RankRange>> joint_ranks(const std::vector<std::vector<double>>& values) {
  const double confidence = 1 - 0.05 / static_cast<double>(std::max<std::size_t>(values.size(), 1));
  std::vector<std::size_t> ranked;
  std::vector<Interval> together;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Interval interval = t_interval(values[i], confidence);
    if (interval.count < 2) continue;
    ranked.push_back(i);
    together.push_back(interval);
  }
  const std::vector<RankRange> found = rank_ranges(together);
  std::vector<std::optional<RankRange>> ranks(values.size());
  for (std::size_t i = 0; i < ranked.size(); ++i) ranks[ranked[i]] = found[i];
  return ranks;
}

namespace {

WaitingList::Agreement agreement_of(ResultReader& file, const std::string& node) {
  const Table& targets = file.table("/targets");
  WaitingList::Agreement agreement = WaitingList::Agreement::not_known;
  for (std::size_t row = 0; row < targets.rows(); ++row) {
    const auto code = static_cast<std::size_t>(targets.codes("target")[row]);
    if (KpiName::parse(targets.spec.columns.front().names[code]).node != node) continue;
    const std::int32_t met = targets.codes("met")[row];
    if (met == 0) return WaitingList::Agreement::otherwise;
    if (met == 1) agreement = WaitingList::Agreement::as_observed;
  }
  return agreement;
}

}  // namespace

std::vector<WaitingList> waiting_lists(ReportSources& sources) {
  std::vector<WaitingList> lists;
  std::vector<std::vector<double>> values;
  for (const std::string& id : listed_nodes(sources.base())) {
    values.push_back(kpi_values(sources.base(), KpiName{id, "waiting_mean"}));
    lists.push_back({.id = id,
                     .label = sources.labels().of_node(id, sources.language()),
                     .waiting = t_interval(values.back()),
                     .agreement = agreement_of(sources.base(), id)});
  }
  const std::vector<std::optional<RankRange>> ranks = joint_ranks(values);
  for (std::size_t i = 0; i < lists.size(); ++i) lists[i].rank = ranks[i];
  std::ranges::stable_sort(lists, std::ranges::greater{},
                           [](const WaitingList& list) { return list.waiting.mean; });
  return lists;
}

LocalizedText rank_text(const std::optional<RankRange>& rank) {
  if (!rank) return std::string("-");
  if (rank->low == rank->high) return std::to_string(rank->low);
  return message_in("bounds of a number", "{0} to {1}", std::to_string(rank->low),
                    std::to_string(rank->high));
}

}  // namespace doorstroom
