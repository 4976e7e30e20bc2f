#pragma once
/// The curves of /incidence and /dropout, as a reader of the report sees them: of every 100 youths,
/// how many by which week. They are means over replications with their 95% bounds.
///
/// Charts count by the hundred. Tables hold the shares of the file, shown as percentages.

#include <string>
#include <vector>

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// Shares that ended in one way by each day of the file's grid.
struct IncidenceCurve {
  std::string id;
  std::string label;
  std::vector<Interval> shares;  ///< by week, from 0

  /// The share within so many weeks; NaN when nobody asked, or the file does not go so far.
  Interval within(std::size_t weeks) const;
};

/// A curve of a table. @param end  "entered"; @param node  in its column `node`; none: it has none
IncidenceCurve incidence_curve(const Table& table, const std::string& end,
                               std::int32_t node = none_code);

/// How those who ask for an arrangement are placed.
struct Placement {
  IncidenceCurve entered;
  IncidenceCurve left_list;               ///< gave up
  std::vector<double> entered_within_6w;  ///< by replication
};

/// Arrangements with limited places for which anybody asks. The order is that of the share that
/// enters within 6 weeks, the smallest first; equal shares stay as declared.
std::vector<Placement> placements_of(ReportSources& sources);

/// Of every 100 youths, whole ones: "24 (95%: 23 to 26)". Below ten with a decimal.
LocalizedText of_hundred(const Interval& share);

/// A chart of curves over the first year, every other week and the 13th, with its table.
ReportChart curve_chart(const ReportSources& sources, const ChartHead& head,
                        const std::string& x_label, const std::vector<ChartMark>& marks,
                        const std::vector<IncidenceCurve>& curves);

}  // namespace doorstroom
