#include "results/stats/sobol_indices.hpp"

#include <algorithm>
#include <cmath>

#include "engine/error.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {
namespace {

double squared(double x) {
  return x * x;
}

/// What the estimators need of one row.
struct RowSquares {
  double a = 0;
  double b = 0;
  std::vector<double> to_b;  ///< (f(B) - f(AB_i))^2, by input
  std::vector<double> to_a;  ///< (f(A) - f(AB_i))^2
};

std::vector<RowSquares> squares_of(std::span<const std::vector<double>> outcomes) {
  std::vector<RowSquares> rows;
  for (const std::vector<double>& row : outcomes) {
    DOORSTROOM_EXPECT(row.size() >= 2 && row.size() == outcomes.front().size());
    if (std::ranges::any_of(row, [](double x) { return std::isnan(x); })) continue;
    RowSquares& of = rows.emplace_back(RowSquares{row[0], row[1], {}, {}});
    for (std::size_t i = 2; i < row.size(); ++i) {
      of.to_b.push_back(squared(row[1] - row[i]));
      of.to_a.push_back(squared(row[0] - row[i]));
    }
  }
  return rows;
}

/// The first indices of all inputs, then the total ones.
std::vector<double> indices_of(const std::vector<RowSquares>& rows,
                               std::span<const std::uint32_t> which, std::size_t inputs,
                               RowLuck luck) {
  const auto n = static_cast<double>(which.size());
  Welford outcomes;
  double apart = 0;
  std::vector<double> sums(2 * inputs);
  for (const std::uint32_t row : which) {
    const RowSquares& of = rows[row];
    outcomes.add(of.a);
    outcomes.add(of.b);
    apart += squared(of.a - of.b);
    for (std::size_t i = 0; i < inputs; ++i) {
      sums[i] += of.to_b[i];
      sums[inputs + i] += of.to_a[i];
    }
  }
  const double variance = luck == RowLuck::shared ? apart / (2 * n) : outcomes.m2() / (2 * n);
  for (std::size_t i = 0; i < inputs; ++i) {
    double& first = sums[i];
    double& total = sums[inputs + i];
    first = variance > 0 ? 1 - first / (2 * n) / variance : no_number;
    total = variance > 0 ? total / (2 * n) / variance : no_number;
  }
  return sums;
}

}  // namespace

std::vector<std::vector<DesignPoint>> saltelli_rows(std::uint32_t first, std::uint32_t count,
                                                    std::size_t inputs, std::uint32_t seed) {
  std::vector<std::vector<DesignPoint>> rows;
  for (const DesignPoint& both : sobol_points(first, count, 2 * inputs, seed)) {
    const auto half = both.begin() + static_cast<std::ptrdiff_t>(inputs);
    const DesignPoint a(both.begin(), half), b(half, both.end());
    std::vector<DesignPoint>& row = rows.emplace_back(std::vector{a, b});
    for (std::size_t i = 0; i < inputs; ++i) {
      row.push_back(a);
      row.back()[i] = b[i];
    }
  }
  return rows;
}

std::vector<SobolIndices> sobol_indices(std::span<const std::vector<double>> outcomes, RowLuck luck,
                                        const BootstrapPlan& plan) {
  if (outcomes.empty()) return {};
  const std::vector<RowSquares> rows = squares_of(outcomes);
  const std::size_t inputs = outcomes.front().size() - 2;
  if (rows.empty())
    return std::vector(
        inputs, SobolIndices{no_number, {no_number, no_number}, no_number, {no_number, no_number}});
  std::vector<std::uint32_t> all;
  for (std::uint32_t row = 0; row < rows.size(); ++row) all.push_back(row);
  const std::vector<double> found = indices_of(rows, all, inputs, luck);
  const std::vector<Bounds> bounds = percentile_bootstrap(
      static_cast<std::uint32_t>(rows.size()),
      [&](std::span<const std::uint32_t> which) { return indices_of(rows, which, inputs, luck); },
      plan);
  std::vector<SobolIndices> indices;
  for (std::size_t i = 0; i < inputs; ++i)
    indices.push_back({found[i], bounds[i], found[inputs + i], bounds[inputs + i]});
  return indices;
}

}  // namespace doorstroom
