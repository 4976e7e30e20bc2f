#pragma once
/// What becomes of who waits, and of who gave a first signal, week by week: the tables /incidence
/// and /dropout. Each replication has its curves (Aalen and Johansen's, see incidence.hpp), and the
/// file holds their means over replications.
///
/// The days are 0, 7, 14, ... 728: two years. Curves travel from the worker as tables of shares,
/// one column for each end, in the rows of the file's table. The parent reduces them in the order
/// of replications, and keeps number, mean and sum of squares of each cell, however many
/// replications there are. They stand in the file too, so that more replications can be added to
/// it.

#include <cstddef>
#include <span>
#include <vector>

#include "models/continuum/records.hpp"
#include "models/scenario/scenario.hpp"
#include "results/stats/incidence.hpp"
#include "results/stats/intervals.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// The days at which curves are told, ascending [day].
std::span<const double> curve_days();

/// Shares by time: one curve for each end.
using Curves = std::vector<std::vector<double>>;

/// The number of an end of waiting among causes: entered is 1.
int cause_of(WaitEnd end);
/// The waits of requests made in one year, followed from asking.
std::vector<Episode> episodes_of(const KeptWaits& waits);

/// What becomes of the requests at a node, of the whole counted period, by curve_days(): `entered`,
/// `left_list`, `aged_out`. Other ends compete too. Who was listed at the start enters late.
/// Without requests, NaN.
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

/// What one replication tells for each of these tables: in their rows, a share for each end.
/// @param waits  wait_curves() of each node that has a list, in order of nodes
std::vector<TableData> curve_rows(const std::vector<Curves>& waits, const Curves& first_ends);

/// One of these tables: the means over replications.
class CurveMeans {
 public:
  explicit CurveMeans(CurveTable table);

  /// The shares of the next replication; those of nobody (NaN) have no say.
  void add(const TableData& shares);
  /// Goes on from what a file holds, instead of from nothing.
  /// @throws InputError when it does not hold the same rows and columns
  void go_on_from(const Table& written);

  const TableSpec& spec() const { return table_.spec; }
  /// Number, mean, sum of squares, and 95% bounds as far as they lie within 0 and 1.
  TableData rows() const;

 private:
  CurveTable table_;
  std::vector<std::vector<Welford>> ends_;  ///< by end, by row
};

}  // namespace doorstroom
