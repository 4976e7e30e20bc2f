#pragma once
/// Ends a run once key figures are known precisely enough: all of them after the same replication,
/// and not before a least number of replications. Values are taken from the rows that are written,
/// in order of replications, so neither the number of workers nor extending a file changes where a
/// run ends.

#include <cstdint>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "results/figures/precision.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// The precision that one of the figures has reached.
struct Reached {
  Precision asked;
  Interval interval;
  /// Estimated number of replications for the precision asked for: n (h / e)^2, since the
  /// half-width falls with the square root of their number; NaN while there is no interval.
  double needed = 0;
};

class StoppingRule {
 public:
  /// @param least  least number of replications
  /// @throws InputError when the scenario has no such desk, arrangement or year
  StoppingRule(const Scenario& scenario, const std::vector<Precision>& asked, std::uint32_t least);

  /// Adds rows of one table, of any number of replications, in order.
  void add(const TableSpec& spec, const TableData& rows);
  /// Whether so many replications are enough. Once true, it stays true.
  /// @pre all rows of these replications were added
  bool enough(std::uint32_t replications);

  /// The precision after the replications that enough() has looked at.
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
