#pragma once
/// The sliders of a report: a sweep's points and the emulators between them.

#include <string>
#include <vector>

namespace doorstroom {

/// A parameter that a reader moves.
struct SliderKnob {
  std::string path{};   ///< "arrangements.oza.places"
  std::string label{};  ///< in words
  std::string unit{};   ///< "fte"; empty for plain numbers
  double low = 0;
  double high = 0;
  double now = 0;  ///< value in the scenario, within low .. high
  bool whole = false;
};

/// What a point of the sweep gave.
struct SliderFigureAtPoint {
  double mean = 0;
  double low = 0;  ///< 95% bounds: noise of simulating
  double high = 0;
  double p10 = 0;  ///< of single futures
  double p90 = 0;
};

struct SliderFigure {
  std::string kpi{};
  std::string label{};
  std::string units{};   ///< as in the result file
  bool accepted = true;  ///< whether the emulator passed its test
  /// The emulator as JSON, in the form that results/README.md specifies; empty when there is none.
  std::string emulator{};
  std::string check{};                        ///< how it agreed, in words
  std::vector<SliderFigureAtPoint> points{};  ///< by point of the sweep
};

struct SliderBlock {
  std::string sweep{};  ///< its name
  std::vector<SliderKnob> knobs{};
  std::vector<std::vector<double>> points{};  ///< values by point, by knob
  std::vector<SliderFigure> figures{};
};

}  // namespace doorstroom
