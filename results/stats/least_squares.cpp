#include "results/stats/least_squares.hpp"

#include <Eigen/Core>
#include <Eigen/QR>

#include "engine/error.hpp"

namespace doorstroom {

std::vector<double> least_squares(const std::vector<std::vector<double>>& terms,
                                  const std::vector<double>& values) {
  DOORSTROOM_EXPECT(!terms.empty() && terms.size() == values.size() &&
                    terms.size() >= terms.front().size());
  const auto rows = static_cast<Eigen::Index>(terms.size());
  const auto columns = static_cast<Eigen::Index>(terms.front().size());
  Eigen::MatrixXd matrix(rows, columns);
  for (Eigen::Index i = 0; i < rows; ++i)
    for (Eigen::Index j = 0; j < columns; ++j)
      matrix(i, j) = terms[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
  const Eigen::Map<const Eigen::VectorXd> wanted(values.data(), rows);
  const Eigen::VectorXd found = matrix.completeOrthogonalDecomposition().solve(wanted);
  return {found.begin(), found.end()};
}

}  // namespace doorstroom
