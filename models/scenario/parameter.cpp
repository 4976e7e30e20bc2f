#include "models/scenario/parameter.hpp"

#include <algorithm>
#include <ranges>

namespace doorstroom {
namespace {

/// By multiplication, not std::pow: the same bits on every machine.
double power(double base, int exponent) {
  double result = 1;
  for (int left = exponent < 0 ? -exponent : exponent; left > 0; left /= 2) {
    if (left % 2 == 1) result *= base;
    base *= base;
  }
  return exponent < 0 ? 1 / result : result;
}

/// Whether what begins at `change` is there as seen from `when`.
bool begun(Instant change, EvaluationTime when) {
  return when.before_changes ? change < when.at : change <= when.at;
}

double share(Days part, Days whole) {
  return part.count / whole.count;
}

/// A value while changes are applied to it. What is added comes after all factors.
struct Applied {
  double value = 0;
  double added = 0;
};

/// What each kind of change does to a value. A new kind gets its case here.
void apply(const Change& change, EvaluationTime when, Applied& to) {
  switch (change.kind) {
    case Change::Kind::factor:
      to.value *= 1 + (change.amount - 1) * change.profile.level(when);
      return;
    case Change::Kind::add:
      to.added += change.amount * change.profile.level(when);
      return;
    case Change::Kind::set:
      return;  // it replaced the base value
  }
}

/// The value with all changes applied but those that replace it; may be below 0.
double unbounded(double value, const std::vector<Change>& changes, EvaluationTime when) {
  Applied applied{value};
  for (const Change& change : changes) apply(change, when, applied);
  return applied.value + applied.added;
}

/// The same, not below 0.
double affected(double value, const std::vector<Change>& changes, EvaluationTime when) {
  return std::max(unbounded(value, changes, when), 0.0);
}

/// The change that replaces the base value then; of several the last declared; null without one.
const Change* replacement(const std::vector<Change>& changes, EvaluationTime when) {
  for (const Change& change : changes | std::views::reverse) {
    if (change.replaces_base() && change.profile.holds(when)) return &change;
  }
  return nullptr;
}

/// First whole day that begins at or after the moment.
std::int64_t first_day_at(Instant at) {
  const std::int64_t whole = at.ticks / Instant::ticks_per_day;
  return at.ticks % Instant::ticks_per_day > 0 ? whole + 1 : whole;
}

/// Days, kept when they lie in the run.
class RunDays {
 public:
  explicit RunDays(const Period& period) : period_(period) { add(period.begin()); }

  void add(Instant at) { add(at, at); }

  /// Every day from the one to the other, both included.
  void add(Instant from, Instant to) {
    const std::int64_t first = std::max(first_day_at(from), period_.first_day());
    const std::int64_t last = std::min(first_day_at(to), period_.horizon_day() - 1);
    for (std::int64_t day = first; day <= last; ++day) days_.push_back(day);
  }

  std::vector<std::int64_t> sorted() && {
    std::ranges::sort(days_);
    const auto repeated = std::ranges::unique(days_);
    days_.erase(repeated.begin(), repeated.end());
    return std::move(days_);
  }

 private:
  const Period& period_;
  std::vector<std::int64_t> days_;
};

}  // namespace

double InterventionProfile::level(EvaluationTime when) const {
  const Instant at = when.at;
  if (!begun(from, when)) return 0;
  if (!begun(until, when)) return at >= full ? 1 : share(at - from, full - from);
  if (faded == never) return keeps;
  return at >= faded ? 0 : keeps * share(faded - at, faded - until);
}

bool Change::replaces_base() const {
  switch (kind) {
    case Kind::factor:
    case Kind::add:
      return false;
    case Kind::set:
      return true;
  }
  return false;
}

bool InterventionProfile::holds(EvaluationTime when) const {
  return begun(from, when) && !begun(until, when);
}

double Number::base(const Period& period, EvaluationTime when) const {
  double result = value;
  if (!dated.empty()) {
    const auto later = std::ranges::partition_point(
        dated, [&](const Dated& entry) { return begun(entry.from, when); });
    result = later == dated.begin() ? dated.front().value : std::prev(later)->value;
  }
  if (growth == 0) return result;
  const Instant seen_from = when.before_changes ? Instant{when.at.ticks - 1} : when.at;
  const int augusts = Period::first_of_augusts_between(period.start(), period.date_of(seen_from));
  return result * power(1 + growth, augusts);
}

double Number::at(const Period& period, EvaluationTime when) const {
  if (is_constant()) return std::max(value, 0.0);
  const Change* set = replacement(changes, when);
  return affected(set ? set->amount : base(period, when), changes, when);
}

double Quantity::draw(double u, EvaluationTime when) const {
  if (changes.empty()) return distribution.quantile(u);
  return affected(drawn(when).quantile(u), changes, when);
}

double Quantity::cdf(double value, EvaluationTime when) const {
  if (value < 0) return 0;
  const double added = unbounded(0, changes, when);
  const double factor = unbounded(1, changes, when) - added;
  if (factor <= 0) return value >= added ? 1 : 0;
  return drawn(when).cdf((value - added) / factor);
}

double Quantity::draw_beyond(double passed, double scale, double u, EvaluationTime when) const {
  constexpr double nearly_all = 1 - 1e-12;
  const double gone = scale > 0 ? cdf(passed / scale, when) : 1;
  if (gone >= nearly_all) return passed;
  return std::max(passed, draw(gone + u * (1 - gone), when) * scale);
}

const Distribution& Quantity::drawn(EvaluationTime when) const {
  const Change* set = replacement(changes, when);
  return set ? set->replacement : distribution;
}

std::vector<std::int64_t> days_of_change(const Number& number, const Period& period) {
  RunDays days(period);
  for (const Number::Dated& entry : number.dated) days.add(entry.from);
  if (number.growth != 0) {
    // From the last 1 August at or before the run; RunDays drops what lies outside.
    Date august = Period::last_first_of_august(period.date_at(period.first_day()));
    for (; period.day_of(august) < period.horizon_day(); august = august + CalendarSpan{12, 0}) {
      days.add(period.at(august));
    }
  }
  for (const Change& change : number.changes) {
    const InterventionProfile& profile = change.profile;
    days.add(profile.from);
    days.add(profile.until);
    if (change.replaces_base()) continue;
    days.add(profile.from, std::min(profile.full, profile.until));
    if (profile.keeps != 0 && profile.faded != never) days.add(profile.until, profile.faded);
  }
  return std::move(days).sorted();
}

}  // namespace doorstroom
