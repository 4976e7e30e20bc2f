#pragma once
/// The sliders of a report: a sweep's points and the emulators between them. Its numbers are
/// written with all their digits, so that the page computes what `doorstroom sweep predict` prints.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace doorstroom {

/// A parameter that the sweep varied.
struct SliderKnob {
  std::string path{};        ///< "arrangements.oza.places"
  std::string label{};       ///< in words
  std::string unit{};        ///< as scenarios write it: "fte"; empty for plain numbers
  std::string unit_label{};  ///< the same in words
  double low = 0;
  double high = 0;
  double start = 0;             ///< where it stands at first: now, or the nearest value to it
  std::optional<double> now{};  ///< value in the scenario; none: it is not one number there
  bool whole = false;           ///< takes whole numbers only
  bool held = false;            ///< stays where it starts, as the others move the figures more
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
  /// Of the emulator as results/README.md specifies it, as JSON, what it takes to predict: `loads`,
  /// `scale`, `share_of`, `noise`, `lengths`, `variance`, `trend`, `weights`, `common_noise`,
  /// `single`, `single_p10`, `single_p90`; its factors are the knobs, its design the points. And
  /// `noise_t`, Student's t by which its noise is multiplied. Empty when there is none, or it was
  /// refused.
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
