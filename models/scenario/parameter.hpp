#pragma once
/// Parameters that interventions change while they hold.
///
/// At moment t a parameter is its base (dated, grown) value, times every factor as 1 + (factor - 1)
/// l, plus every add x l, where l is the level of the intervention: 0 before `from`, linear to 1
/// over the ramp, 1 until `until`, then `keeps`, linear to 0 over `fades_over`. A `set` replaces
/// the base while from <= t < until, without ramp. Draws already made are never changed.

#include <vector>

#include "engine/distribution.hpp"
#include "engine/units.hpp"
#include "models/scenario/period.hpp"

namespace doorstroom {

/// A moment at which a parameter is read. Stays that end at an instant are handled before the
/// changes of that instant (phases), so they read the value from just before.
struct EvaluationTime {
  Instant at;
  bool before_changes = false;
};

/// When an intervention holds, and how strongly.
struct InterventionProfile {
  Instant from;
  Instant full;           ///< end of the ramp; equal to from without one
  Instant until = never;  ///< end; never without one
  double keeps = 0;       ///< level right after the end
  Instant faded = never;  ///< when that has faded to 0; equal to until when nothing stays

  /// 0 .. 1
  double level(EvaluationTime when) const;
  /// Whether from <= t < until.
  bool holds(EvaluationTime when) const;
};

/// What an effect does to a number or a drawn quantity.
struct Change {
  enum class Kind { factor, add, set };

  Kind kind = Kind::factor;
  double amount = 1;  ///< of factor and add, and of the set of a number [unit of the parameter]
  Distribution replacement;  ///< of the set of a drawn quantity
  InterventionProfile profile;

  /// Whether it replaces the base value. Such a change holds or does not: it has no ramp, and
  /// nothing of it stays.
  bool replaces_base() const;
};

/// A number over time: share, rate, hours, fte, places, youths a year.
struct Number {
  struct Dated {
    Instant from;
    double value = 0;
  };

  double value = 0;          ///< when not dated
  std::vector<Dated> dated;  ///< ascending; the first also holds before its date
  double growth = 0;         ///< a year, stepwise on each 1 August, 1 at the start date
  std::vector<Change> changes;

  Number() = default;
  Number(double constant) : value(constant) {}  // NOLINT: a constant is a number over time

  bool is_constant() const { return dated.empty() && growth == 0 && changes.empty(); }
  /// Dated and grown, without effects.
  double base(const Period& period, EvaluationTime when) const;
  /// With effects; never below 0.
  double at(const Period& period, EvaluationTime when) const;
};

/// A quantity drawn for each youth: a stay, a delay, hours of work, patience.
struct Quantity {
  Distribution distribution;
  std::vector<Change> changes;

  /// Value at cumulative probability u at that moment, not below 0.
  double draw(double u, EvaluationTime when) const;
  /// Probability that what is drawn at that moment is at most `value`.
  double cdf(double value, EvaluationTime when) const;
  /// The same draw times `scale`, given that it lies beyond what has passed; what has passed, if
  /// less than one in 10^12 lies beyond: with so few digits left, a draw could be endless.
  double draw_beyond(double passed, double scale, double u, EvaluationTime when) const;

 private:
  /// The distribution that holds then: its own, or that of an effect that replaces it.
  const Distribution& drawn(EvaluationTime when) const;
};

/// All whole days of the run, the first included, on which `number` may take another value as seen
/// once a day: dates, 1 Augusts, and every day of a ramp or fade. Ascending.
std::vector<std::int64_t> days_of_change(const Number& number, const Period& period);

}  // namespace doorstroom
