#pragma once
/// Which assumption decides, read from the file of `doorstroom sensitivity`: Sobol' indices, or
/// shares over the sets of a calibration.

#include <string>
#include <vector>

#include "results/file/result_reader.hpp"

namespace doorstroom {

/// An assumption's share of the variance of a figure.
struct AssumptionShare {
  std::string path;
  double share = 0;  ///< with others as well (total index)
  double low = 0;    ///< 95% bounds
  double high = 0;
  double alone = 0;  ///< by itself (first index); NaN: not known
};

struct FigureShares {
  std::string kpi;
  std::vector<AssumptionShare> shares;  ///< the largest first; empty: none does more than noise
  double noise_floor = 0;               ///< below it a share is not told from none; NaN: not known

  /// Whether the first is told from noise.
  bool has_leader() const { return !shares.empty() && shares.front().low > noise_floor; }
};

/// By figure, in the order of the file.
std::vector<FigureShares> figure_shares(ResultReader& file);

}  // namespace doorstroom
