#include "results/drawing/label_column.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace doorstroom {
namespace {

/// Labels that touch each other: they move as one, to where all of them want to be on average.
struct LabelBlock {
  std::size_t count = 0;
  double height = 0;
  double wanted_tops = 0;  ///< sum over its labels of where they want the top of the block

  double top(double from, double to) const {
    const double mean = wanted_tops / static_cast<double>(count);
    return std::max(from, std::min(mean, to - height));
  }
};

}  // namespace

std::vector<double> spread_labels(const std::vector<ColumnLabel>& labels, double top,
                                  double bottom) {
  std::vector<std::size_t> order(labels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return labels[i].wanted; });

  std::vector<LabelBlock> blocks;
  for (const std::size_t i : order) {
    blocks.push_back({1, labels[i].height, labels[i].wanted - labels[i].height / 2});
    while (blocks.size() > 1) {
      const LabelBlock last = blocks.back();
      LabelBlock& before = blocks[blocks.size() - 2];
      if (before.top(top, bottom) + before.height <= last.top(top, bottom)) break;
      before.wanted_tops += last.wanted_tops - static_cast<double>(last.count) * before.height;
      before.height += last.height;
      before.count += last.count;
      blocks.pop_back();
    }
  }

  std::vector<double> centres(labels.size());
  std::size_t next = 0;
  for (const LabelBlock& block : blocks) {
    double at = block.top(top, bottom);
    for (std::size_t k = 0; k < block.count; ++k) {
      const std::size_t i = order[next++];
      centres[i] = at + labels[i].height / 2;
      at += labels[i].height;
    }
  }
  return centres;
}

}  // namespace doorstroom
