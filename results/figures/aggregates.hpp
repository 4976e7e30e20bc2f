#pragma once
/// What a result tells of all replications together, reduced as their rows come in: the tables that
/// are written when the last is there. All of it stands here, so that a run that goes on from a
/// file comes to the same, to the bit, as one that was never interrupted.

#include <cstddef>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "results/figures/targets.hpp"
#include "results/file/h5_file.hpp"
#include "results/file/result_reader.hpp"
#include "results/rows/curves.hpp"

namespace doorstroom {

class Aggregates {
 public:
  /// @param scenario  must outlive it
  explicit Aggregates(const Scenario& scenario);

  /// Rows of one table of the file, in order of replications: of any number of them, whole or in
  /// parts. Rows of a file that is gone on from come this way, too, before any new ones.
  void add(const TableSpec& spec, const TableData& rows);
  /// What one replication tells for a table of curves. @param table  index among curve_tables()
  void add_curves(std::size_t table, const TableData& shares);

  /// What the rows of a file that is gone on from do not tell: its tables of curves.
  /// @throws InputError when they are damaged, or others than those here
  void go_on_from(const ResultReader& earlier);

  void write(H5File& file) const;

 private:
  const Scenario& scenario_;
  TargetMeans targets_;
  std::vector<CurveMeans> curves_;
};

}  // namespace doorstroom
