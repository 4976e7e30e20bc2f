#pragma once
/// A run that goes on until key figures are known precisely enough: all of them at the same moment,
/// and none before the least number of replications. Values come with the rows that are written, in
/// order of replications, so neither the number of workers nor going on from a file moves the end.

#include <cstdint>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "results/figures/precision.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// How precise one of the figures has become.
struct Reached {
  Precision asked;
  Interval interval;
  /// How many replications it would roughly take: n (h / e)^2, as the half-width goes with the root
  /// of their number; NaN as long as there is no interval.
  double needed = 0;
};

class StoppingRule {
 public:
  /// @param least  replications that there are at least
  /// @throws InputError when the scenario has no such desk, arrangement or year
  StoppingRule(const Scenario& scenario, std::vector<Precision> asked, std::uint32_t least);

  /// Rows of one table, of any number of replications, in their order.
  void add(const TableSpec& spec, const TableData& rows);
  /// Whether it is enough when there are so many replications, all of whose rows have come.
  /// Once it was enough, it stays so.
  bool enough(std::uint32_t replications);

  /// Of the replications that enough() has looked at.
  std::vector<Reached> reached() const;

 private:
  struct Figure {
    Precision asked;
    std::vector<double> values;  ///< by replication
    HalfWidthRule precise;
  };

  std::vector<Figure> figures_;
  std::uint32_t least_;
  std::uint32_t looked_at_ = 0;  ///< replications
  bool enough_ = false;
};

}  // namespace doorstroom
