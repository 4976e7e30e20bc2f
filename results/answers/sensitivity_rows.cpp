#include "results/answers/sensitivity_rows.hpp"

#include <algorithm>
#include <limits>

namespace doorstroom {
namespace {

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

/// The name under which the tables tell what other random numbers do alone.
constexpr const char* noise_row = "noise";

FigureShares& figure_of(std::vector<FigureShares>& figures, const std::string& kpi) {
  const auto known = std::ranges::find(figures, kpi, &FigureShares::kpi);
  if (known != figures.end()) return *known;
  return figures.emplace_back(FigureShares{.kpi = kpi, .shares = {}, .noise_floor = not_known});
}

}  // namespace

std::vector<FigureShares> figure_shares(ResultReader& file) {
  std::vector<FigureShares> figures;
  if (file.has_table("/morris"))  // every figure, also one without shares
    for (const std::string& kpi : file.table("/morris").texts("kpi")) figure_of(figures, kpi);
  const bool of_sets = file.has_table("/shares");
  const Table& rows = file.table(of_sets ? "/shares" : "/sobol");
  for (std::size_t i = 0; i < rows.rows(); ++i) {
    FigureShares& figure = figure_of(figures, rows.texts("kpi")[i]);
    const AssumptionShare share{.path = rows.texts("path")[i],
                                .share = rows.numbers(of_sets ? "share" : "total")[i],
                                .low = rows.numbers(of_sets ? "low" : "total_low")[i],
                                .high = rows.numbers(of_sets ? "high" : "total_high")[i],
                                .alone = of_sets ? not_known : rows.numbers("first")[i]};
    if (share.path == noise_row)
      figure.noise_floor = share.share;
    else
      figure.shares.push_back(share);
  }
  return figures;
}

}  // namespace doorstroom
