#include <algorithm>
#include <cmath>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "results/rows/curves.hpp"

namespace doorstroom {
namespace {

/// Bounds of a mean, with t known for as many values as the last mean had.
class Bounds {
 public:
  Interval of(const Welford& sample) {
    if (sample.count() != count_) {
      count_ = sample.count();
      t_ = t_quantile(count_);
    }
    return interval_with(sample, t_);
  }

 private:
  std::uint64_t count_ = 0;
  double t_ = t_quantile(0);
};

}  // namespace

CurveMeans::CurveMeans(CurveTable table)
    : table_(std::move(table)), ends_(table_.ends(), std::vector<Welford>(table_.keys.rows())) {}

void CurveMeans::add(const TableData& shares) {
  DOORSTROOM_EXPECT(shares.columns.size() == ends_.size());
  for (std::size_t end = 0; end < ends_.size(); ++end) {
    const auto& share = std::get<std::vector<double>>(shares.columns[end]);
    DOORSTROOM_EXPECT(share.size() == ends_[end].size());
    for (std::size_t row = 0; row < share.size(); ++row)
      if (!std::isnan(share[row])) ends_[end][row].add(share[row]);
  }
}

void CurveMeans::continue_from(const Table& written) {
  const auto is_same = [](const ColumnSpec& a, const ColumnSpec& b) { return a.name == b.name; };
  const std::size_t keys = table_.keys.columns.size();
  if (!std::ranges::equal(written.spec.columns, table_.spec.columns, is_same) ||
      !std::equal(table_.keys.columns.begin(), table_.keys.columns.end(),
                  written.data.columns.begin()))
    throw input_error(message(
        "{0} holds other rows or columns than this program writes\n  run the scenario again",
        table_.spec.path));
  for (std::size_t end = 0; end < ends_.size(); ++end) {
    const std::size_t first = keys + 5 * end;
    const auto& n = std::get<std::vector<std::int64_t>>(written.data.columns[first]);
    const auto& mean = std::get<std::vector<double>>(written.data.columns[first + 1]);
    const auto& m2 = std::get<std::vector<double>>(written.data.columns[first + 2]);
    for (std::size_t row = 0; row < ends_[end].size(); ++row)
      ends_[end][row] = Welford(static_cast<std::uint64_t>(n[row]), mean[row], m2[row]);
  }
}

TableData CurveMeans::rows() const {
  TableData rows(table_.spec);
  std::copy(table_.keys.columns.begin(), table_.keys.columns.end(), rows.columns.begin());
  std::size_t column = table_.keys.columns.size();
  Bounds bounds;
  for (const std::vector<Welford>& end : ends_) {
    for (const Welford& share : end) {
      const Interval mean = bounds.of(share);
      rows.add_value(column, static_cast<std::int64_t>(share.count()));
      rows.add_value(column + 1, mean.mean);
      rows.add_value(column + 2, share.m2());
      rows.add_value(column + 3, std::clamp(mean.low, 0.0, 1.0));
      rows.add_value(column + 4, std::clamp(mean.high, 0.0, 1.0));
    }
    column += 5;
  }
  return rows;
}

}  // namespace doorstroom
