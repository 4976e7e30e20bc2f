#pragma once
/// Formats numbers for planners: as many decimals as the noise allows, a separator between
/// thousands, days as weeks, shares as percentages, euros rounded (from 10 million on in millions,
/// differences from 100,000 on), "-" without data.

#include <string_view>

#include "models/messages/message.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {

/// "1,234,567.9", with so many decimals; in Dutch "1.234.567,9".
LocalizedText grouped(double value, int decimals);

class NumberText {
 public:
  /// @param units  of the value in the file: "day" is shown as weeks, "1" as a percentage
  /// @param about  the value and its interval, which decide the number of decimals
  NumberText(std::string_view units, const Interval& about)
      : NumberText(units, about, customary_millions_from) {}

  /// For a difference between two values: shares differ by percentage points. A difference whose
  /// interval excludes zero is not rounded to zero.
  static NumberText of_difference(std::string_view units, const Interval& about);
  /// For a table of narrow columns: "2.5 pp".
  NumberText abbreviated() const;

  /// "12.3 wk", "34%", "1,250,000", "-"
  LocalizedText value(double value) const;
  /// "12.1 - 12.5 wk", cut off at zero, and at 1 for a share; as between() where both are alike
  LocalizedText range(double low, double high) const;
  /// "-3 to 5 wk", for bounds that may be negative; "about 5 wk" where both round alike, "5 wk"
  /// where they are equal; "-" without bounds
  LocalizedText between(double low, double high) const;
  /// The same without the unit, beside a value that has it: "-3 to 5".
  LocalizedText bounds(double low, double high) const;
  /// Whether both are the same number as it is written.
  bool shows_alike(double low, double high) const;
  /// "1 wk (-3 to 5)"; only the value where the bounds round alike, or there are none
  LocalizedText value_and_bounds(double value, double low, double high) const;
  /// "34% ± 2"; only the value if the noise is smaller than the last decimal
  LocalizedText value_and_noise(const Interval& interval) const;

 private:
  static constexpr double customary_millions_from = 1e7;

  /// @param millions_from  money of so much and more is shown in millions [EUR]
  NumberText(std::string_view units, const Interval& about, double millions_from);
  bool shows_as_zero(double value) const;
  LocalizedText bare(double value) const;

  double scale_ = 1;
  bool is_share_ = false;
  bool is_points_ = false;  ///< a difference between shares, whose unit is written out
  LocalizedText suffix_;
  int decimals_ = 0;
};

}  // namespace doorstroom
