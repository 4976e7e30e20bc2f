#pragma once
/// The charts of a report, as plain data: what is drawn, and what it is called. The same data is
/// drawn here as SVG, for readers without script and for slides, and by the script of the page,
/// which lets it react.
///
/// All texts are in the language of the report. Numbers are in the units that their axis names. NaN
/// is a gap.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace doorstroom {

/// What stands around a chart, so that it can be printed by itself.
struct ChartHead {
  std::string id{};  ///< unique in the report: letters, digits, "-"
  std::string title{};
  std::string summary{};  ///< what a reader should see in it, in a sentence or two
  std::string unit{};     ///< of what is drawn: "youths", "weeks"
  std::string source{};   ///< scenario, replications, program version
};

/// A position that a chart marks with a line.
struct ChartMark {
  double at = 0;
  std::string label{};
};

/// A curve with its band of 95% bounds.
struct Curve {
  std::string id{};
  std::string label{};  ///< stands at the end of the line
  std::vector<double> y{};
  std::vector<double> low{};  ///< empty: no band
  std::vector<double> high{};
};

/// `waiting`: of those who ask, the share that is placed within so many weeks.
struct CurveChart {
  ChartHead head{};
  std::string x_label{};
  std::string y_label{};
  std::vector<double> x{};  ///< [week], of all curves
  std::vector<Curve> curves{};
  std::vector<ChartMark> marks{};  ///< on x
};

/// A line over time. The band is what single futures bring: 8 in 10 of them lie in it. The noise of
/// simulating is drawn as bars, never as a band.
struct TimeLine {
  enum class Role : std::uint8_t {
    outcome,   ///< drawn with its band
    capacity,  ///< places or staff: drawn as steps
  };

  std::string id{};
  std::string label{};
  Role role = Role::outcome;
  int variant = 0;  ///< 0: the base; else its place among the variants, from 1
  std::vector<double> mean{};
  std::vector<double> p10{};  ///< empty: no band
  std::vector<double> p90{};
  std::vector<double> noise_low{};  ///< 95% bounds of the mean; empty: none
  std::vector<double> noise_high{};
  std::vector<double> one_future{};  ///< of the first replication; empty: none
};

/// Lines that share an axis: of one desk or arrangement, or of the whole system.
struct TimePanel {
  std::string id{};
  std::string label{};
  std::vector<TimeLine> lines{};
};

/// A period that is shaded, such as that of an intervention.
struct TimeShade {
  std::string label{};
  double from_day = 0;
  double to_day = 0;
};

/// `years`: what happens week by week.
struct TimeChart {
  ChartHead head{};
  std::string y_label{};
  std::string start_date{};    ///< day 0: "2026-08-01"
  std::vector<double> days{};  ///< since the start date, of all lines
  std::vector<TimePanel> panels{};
  std::uint32_t drawn =
      1;  ///< how many of the first panels are drawn without script, below another
  std::vector<TimeShade> shades{};
};

/// A node of the continuum where it stands on the map.
struct MapNode {
  std::string id{};
  std::string label{};
  std::string kind{};  ///< "source", "desk", "arrangement", "choice", "exit"
  double x = 0;        ///< of its centre [px]
  double y = 0;
  double width = 0;
  double height = 0;
  std::vector<std::vector<double>>
      load{};  ///< by variant (0: base), by year [share]; NaN: no limit
  std::vector<std::vector<double>> waiting{};  ///< likewise, mean on the list [youth]
};

/// Youths who go from one node to another.
struct MapFlow {
  std::size_t from = 0;  ///< index among the nodes
  std::size_t to = 0;
  std::vector<double> path{};  ///< x and y of a cubic Bezier spline's points, one behind the other
  std::vector<std::vector<double>> youths{};  ///< by variant, by year [youth/year]
};

/// `map`: the nodes in the order of a youth's way. Its layout is computed once for all years and
/// variants.
struct MapChart {
  ChartHead head{};
  double width = 0;  ///< [px]
  double height = 0;
  std::vector<std::string> variants{};  ///< the base first
  std::vector<std::string> years{};     ///< "all years" first, then "2026-27", ...
  std::vector<MapNode> nodes{};
  std::vector<MapFlow> flows{};
};

/// A figure with its interval, on a row of its own.
struct IntervalRow {
  enum class Tone : std::uint8_t { neutral, better, worse, undecided };

  std::string label{};
  std::string group{};  ///< heading above the rows of the same group; empty: none
  double low = 0;       ///< NaN without bounds
  double middle = 0;
  double high = 0;
  std::string text{};  ///< at the end of the row, in words: "2 to 11 fewer"
  Tone tone = Tone::neutral;
};

/// `difference`: effects against zero and against the difference that matters; also ranked figures.
struct IntervalChart {
  ChartHead head{};
  std::string axis{};     ///< what the axis counts
  bool from_zero = true;  ///< the axis begins at zero; else zero lies within it
  std::vector<ChartMark> marks{};
  std::vector<IntervalRow> rows{};
};

using Chart = std::variant<CurveChart, TimeChart, MapChart, IntervalChart>;

const ChartHead& head_of(const Chart& chart);

}  // namespace doorstroom
