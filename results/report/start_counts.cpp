#include "results/report/start_counts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace doorstroom {
namespace {

using Shown = StartCount::Shown;
using State = RecordedYouth::State;

bool is_small(int youths, int small_cells) {
  return 0 < youths && youths < small_cells;
}

int rows_in(const FoundYouths& found, bool waiting) {
  return static_cast<int>(std::ranges::count_if(found.rows, [&](const RecordedYouth& youth) {
    return (youth.state == State::waiting) == waiting;
  }));
}

/// As many as the model lets in, of whom a share of the places is filled.
int filled_places(const FoundYouths& found, const Scenario& scenario) {
  const Node& node = scenario.nodes[found.node];
  if (found.fill <= 0 || node.kind != NodeKind::arrangement) return 0;
  const Number& places = scenario.arrangements[static_cast<std::size_t>(node.index)].places;
  return static_cast<int>(
      std::lround(found.fill * std::floor(places.at(scenario.period, {Instant{}}) + 1e-9)));
}

/// What "fewer than 5", or nothing said, allows by itself.
StartCountRange allowed(const StartCount& count, int small_cells) {
  if (count.shown == Shown::fewer) return {1, small_cells - 1};
  return {small_cells, std::numeric_limits<int>::max() / 4};
}

bool tells_too_much(const std::vector<StartCount*>& column, int small_cells) {
  return std::ranges::any_of(column, [&](const StartCount* count) {
    if (count->shown != Shown::fewer) return false;
    const StartCountRange range = range_by_sum(column, *count, small_cells);
    return range.low > 1 || range.high < small_cells - 1;
  });
}

}  // namespace

StartCountRange range_by_sum(const std::vector<StartCount*>& column, const StartCount& one,
                             int small_cells) {
  std::int64_t sum = 0;
  std::int64_t others_low = 0;
  std::int64_t others_high = 0;
  for (const StartCount* count : column) {
    if (!count->is_hidden()) continue;
    sum += count->youths;
    if (count == &one) continue;
    const StartCountRange range = allowed(*count, small_cells);
    others_low += range.low;
    others_high += range.high;
  }
  const StartCountRange own = allowed(one, small_cells);
  return {static_cast<int>(std::max<std::int64_t>(own.low, sum - others_high)),
          static_cast<int>(std::min<std::int64_t>(own.high, sum - others_low))};
}

void hide_small_counts(const std::vector<StartCount*>& column, int small_cells) {
  for (StartCount* count : column)
    if (is_small(count->youths, small_cells)) count->shown = Shown::fewer;
  std::vector<StartCount*> others;
  for (StartCount* count : column)
    if (!count->is_hidden() && count->youths > 0) others.push_back(count);
  std::ranges::stable_sort(others, {}, [](const StartCount* count) { return count->youths; });
  while (tells_too_much(column, small_cells) && !others.empty()) {
    const auto suffices = std::ranges::find_if(others, [&](StartCount* count) {
      count->shown = Shown::nothing;
      const bool enough = !tells_too_much(column, small_cells);
      if (!enough) count->shown = Shown::number;
      return enough;
    });
    if (suffices != others.end()) return;
    others.back()->shown = Shown::nothing;
    others.pop_back();
  }
}

std::vector<StartCounts> start_counts_of(const Scenario& scenario, int small_cells) {
  std::vector<StartCounts> all;
  for (const FoundYouths& found : scenario.today) {
    StartCounts& here = all.emplace_back();
    here.node = found.node;
    here.there.youths =
        found.inside + found.in_work + filled_places(found, scenario) + rows_in(found, false);
    here.waiting.youths = found.waiting + rows_in(found, true);
  }
  std::ranges::sort(all, {}, &StartCounts::node);
  std::vector<StartCount*> there;
  std::vector<StartCount*> waiting;
  for (StartCounts& one : all) {
    there.push_back(&one.there);
    waiting.push_back(&one.waiting);
  }
  hide_small_counts(there, small_cells);
  hide_small_counts(waiting, small_cells);
  return all;
}

}  // namespace doorstroom
