#pragma once
/// Cumulative incidence, week by week, of how waits end and of what follows a first signal: the
/// tables /incidence and /dropout. Each replication has its own curves (Aalen and Johansen, see
/// incidence.hpp), and the file holds their means over replications.
///
/// The days are 0, 7, 14, ... 728: two years. A worker sends its curves as tables of shares, with a
/// row for each row of the file's table and a column for each end. The parent adds them in the
/// order of replications, and holds number, mean and sum of squared differences of each cell. The
/// file holds these three too, so that replications can be added to it later.

#include <cstddef>
#include <span>
#include <vector>

#include "models/continuum/records.hpp"
#include "models/scenario/scenario.hpp"
#include "results/stats/incidence.hpp"
#include "results/stats/intervals.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// The days at which curves are evaluated, ascending [day].
std::span<const double> curve_days();

/// Shares [end][time].
using Curves = Incidences;

/// The cause, as incidence.hpp numbers causes, of an end of waiting: 1 is entered.
constexpr int cause_of(WaitEnd end) {
  return end == WaitEnd::still_waiting ? Episode::censored : 1 + static_cast<int>(end);
}
/// A wait from asking. @param followed_from  later than asking: how much later
inline Episode episode_of(const Wait& wait, Days followed_from = {}) {
  return {followed_from.count, wait.length().count, cause_of(wait.end())};
}

/// How the requests at a node end, over the whole counted period, at curve_days(): `entered`,
/// `left_list`, `aged_out`. Other ends compete as well. Youths listed at the start enter late
/// (delayed entry). NaN without requests.
Curves wait_curves(const NodeRecord& record);
/// What comes first after the first signal: `dropout`, `placed`, `left`.
Curves first_end_curves(const Records& records);

/// A table of curves in the file.
struct CurveTable {
  TableSpec spec;  ///< keys, then `END_n`, `END_mean`, `END_m2`, `END_low`, `END_high` of each end
  TableData keys;  ///< node and day of each row
  std::size_t ends() const { return (spec.columns.size() - keys.columns.size()) / 5; }
};

/// /incidence and /dropout.
std::vector<CurveTable> curve_tables(const Scenario& scenario);

/// The shares of one replication for each of these tables: a column for each end.
/// @param waits  wait_curves() of each node that has a list, in order of nodes
std::vector<TableData> curve_rows(const std::vector<Curves>& waits, const Curves& first_ends);

/// Means over replications of one of these tables.
class CurveMeans {
 public:
  explicit CurveMeans(CurveTable table);

  /// Adds the shares of the next replication; NaN, of a node without requests, is left out.
  void add(const TableData& shares);
  /// Starts from the means in a file. @throws InputError if its rows or columns are others
  void continue_from(const Table& written);

  const TableSpec& spec() const { return table_.spec; }
  /// Number, mean, sum of squared differences, and 95% bounds cut off at 0 and 1.
  TableData rows() const;

 private:
  CurveTable table_;
  std::vector<std::vector<Welford>> ends_;  ///< by end, by row
};

}  // namespace doorstroom
