#pragma once
/// How a key figure depends on one or two of the parameters that a sweep varied, and which points
/// are best.
///
/// Within a replication the points of a cell are averaged, and with them the other parameters; the
/// interval is Student's t over replications. All points were run with the same seed, so two points
/// are compared by their differences, replication by replication.

#include <string>
#include <vector>

#include "models/messages/message.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/file/result_reader.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {

/// Points with the same value of a parameter, or with values in the same part of its range.
struct Level {
  std::string text;         ///< "24", "6 weeks", "3 - 3.5 fte"
  std::vector<bool> holds;  ///< by point: whether it has that value
};

/// The values of a parameter: one level per value. If there are many numbers, or no two points
/// share one, the range is divided into levels of equal width (eight on one axis, four on each of
/// two).
struct Axis {
  std::string path;
  std::vector<Level> levels;
};

struct Response {
  KpiName kpi;
  std::vector<Axis> axes;                    ///< one or two
  std::vector<std::vector<Interval>> cells;  ///< by level of the first axis, then of the second
  std::vector<std::string> averaged;         ///< paths of the other parameters
};

/// One point, with its values and mean.
struct RankedPoint {
  std::int32_t point = 0;
  std::string values;  ///< "arrangements.oza.places = 24, ..."
  Interval mean;
  bool as_good = false;  ///< the interval of its difference from the best contains zero
};

/// The values of a key figure: [point][replication], replications in their order.
/// @throws InputError when the sweep did not keep the figure; lists those that it kept
std::vector<std::vector<double>> outcomes_by_point(ResultReader& sweep, const std::string& kpi);

/// One key figure of a merged sweep.
class SweepResponse {
 public:
  /// @param file  `format` = `doorstroom.sweep`; must outlive it
  /// @throws InputError when the sweep did not keep the figure; lists those that it kept
  SweepResponse(ResultReader& file, const std::string& kpi);

  /// Paths of the parameters that were varied.
  std::vector<std::string> paths() const;
  /// @param paths  one or two of these. @throws InputError for another path; lists these
  Response over(const std::vector<std::string>& paths) const;
  /// All points, the best first; empty for a figure that has no preferred direction.
  std::vector<RankedPoint> ranked() const;

 private:
  Axis axis_of(const std::string& path, int stretches) const;
  Interval cell(const std::vector<bool>& points) const;
  std::string values_text(std::size_t point) const;

  const Table& design_;
  KpiName kpi_;
  std::vector<std::vector<double>> values_;  ///< by point and replication
};

}  // namespace doorstroom
