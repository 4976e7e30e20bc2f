#pragma once
/// The space that a sweep covers, and where a point lies in it: each factor on a line from 0, its
/// lowest value, to 1, its highest. Besides the factors an emulator sees the load that each swept
/// capacity is offered, as a share of it: waits bend there where it nears 1.
///
/// What a desk or arrangement is offered is what it carries where it is used for less than 90%; a
/// plane through those points tells what it would be elsewhere. Where the sweep did not keep
/// NODE.utilisation, it is unknown, and taken to be the same everywhere.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "models/loading/sweep_plan.hpp"
#include "results/file/result_reader.hpp"

namespace doorstroom {

/// A parameter that the sweep varied, between its lowest and its highest value.
struct SweptFactor {
  std::string path;
  std::string unit;  ///< "fte", "weeks"; empty for plain numbers
  double low = 0;
  double high = 0;
  bool whole = false;  ///< takes whole numbers only

  double place(double value) const { return (value - low) / (high - low); }
  /// The nearest value that people would write, of three digits or so. @param place  0 .. 1
  double value(double place) const;
  /// "240", "12.5 fte"
  std::string text(double value) const;
};

/// What a swept capacity is offered.
struct OfferedLoad {
  std::string node;
  std::size_t factor = 0;    ///< index of the capacity
  bool known = false;        ///< whether the sweep tells it; else its level means nothing
  std::vector<double> work;  ///< capacity in use: coefficients of 1 and the factors' places
  double low = 0;            ///< the lowest load in the space, and the highest
  double high = 0;
};

struct SweptSpace {
  std::vector<SweptFactor> factors;
  std::vector<OfferedLoad> loads;

  /// By load: offered work as a share of capacity. @param values  by factor
  std::vector<double> loads_at(std::span<const double> values) const;
  /// The inputs of an emulator: places of the factors, then the loads on a line from 0 to 1.
  std::vector<double> inputs_at(std::span<const double> values) const;
  /// "arrangements.oza.places = 240, desks.rbl.staff = 12.5 fte"
  std::string text(std::span<const double> values) const;
  /// "PATH=VALUE" for each factor.
  std::vector<std::string> sets(std::span<const double> values) const;
};

/// The values of each factor at each point.
using DesignValues = std::vector<std::vector<double>>;

/// @throws InputError when a factor takes words or has a single value
DesignValues design_values(ResultReader& sweep);

/// @param factors  of the sweep's plan
/// @param values   design_values() of its result
SweptSpace swept_space(ResultReader& sweep, const std::vector<Factor>& factors,
                       const DesignValues& values);

}  // namespace doorstroom
