#pragma once
/// Everything that is reduced over replications while their rows arrive: the tables that are
/// written after the last replication. All of it is in this class, so that a run that extends a
/// file gives the same bits as one that was never interrupted.

#include <cstddef>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "results/figures/targets.hpp"
#include "results/figures/year_spread.hpp"
#include "results/file/h5_file.hpp"
#include "results/file/result_reader.hpp"
#include "results/rows/curves.hpp"

namespace doorstroom {

class Aggregates {
 public:
  /// @param scenario  must outlive it
  explicit Aggregates(const Scenario& scenario);

  /// Adds rows of one table, in order of replications: of any number of replications, complete or
  /// in blocks. Rows of a file that is extended are added first.
  void add(const TableSpec& spec, const TableData& rows);
  /// Adds the shares of one replication to a table of curves. @param table  index among
  /// curve_tables()
  void add_curves(std::size_t table, const TableData& shares);

  /// Takes over from a file that is extended what its rows do not show: its tables of curves.
  /// @throws InputError when they are damaged, or have other rows or columns
  void continue_from(const ResultReader& earlier);

  void write(H5File& file) const;

 private:
  const Scenario& scenario_;
  TargetMeans targets_;
  YearSpread years_;
  std::vector<CurveMeans> curves_;
};

}  // namespace doorstroom
