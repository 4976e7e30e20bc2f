#include "models/continuum/roles/watched_figure.hpp"

#include <algorithm>
#include <vector>

#include "engine/sample.hpp"
#include "models/continuum/region.hpp"

namespace doorstroom {
namespace {

constexpr WatchableFigure figures[] = {
    {"wait_mean", Steering::Figure::wait_mean, QuantityKind::duration},
    {"wait_p50", Steering::Figure::wait_p50, QuantityKind::duration},
    {"wait_p90", Steering::Figure::wait_p90, QuantityKind::duration},
    {"entered_within_6w", Steering::Figure::entered_within_6w, QuantityKind::share},
    {"entered_within_10w", Steering::Figure::entered_within_10w, QuantityKind::share},
    {"still_waiting", Steering::Figure::still_waiting, QuantityKind::number},
    {"utilisation", Steering::Figure::utilisation, QuantityKind::share},
    {"occupied_mean", Steering::Figure::occupied_mean, QuantityKind::number},
    {"waiting_mean", Steering::Figure::waiting_mean, QuantityKind::number},
};

/// @param part  a difference of sums, which rounding may take below 0
std::optional<double> ratio(double part, double whole) {
  return whole > 0 ? std::optional(std::max(part, 0.0) / whole) : std::nullopt;
}

std::optional<double> utilisation(const NodeRecord::Usage& before, const NodeRecord::Usage& now) {
  if (now.available_hours > 0)
    return ratio(now.worked_hours - before.worked_hours,
                 now.available_hours - before.available_hours);
  return ratio(now.occupied_days - before.occupied_days, now.places_days - before.places_days);
}

/// The share of waits within a number of days.
double within(const std::vector<double>& waits, double limit_days) {
  const auto count = std::ranges::count_if(waits, [&](double wait) { return wait <= limit_days; });
  return static_cast<double>(count) / static_cast<double>(waits.size());
}

}  // namespace

std::span<const WatchableFigure> watchable_figures() {
  return figures;
}

std::optional<double> figure_over(Steering::Figure figure, NodeId node, const WatchedSpan& span,
                                  const Region& region) {
  using Figure = Steering::Figure;
  const auto mean_a_day = [&span](double from, double to) -> std::optional<double> {
    return span.days > 0 ? std::optional((to - from) / span.days) : std::nullopt;
  };
  const auto of_waits = [&](auto value) -> std::optional<double> {
    std::vector<double> waits = region.waits_since(node, span.since);
    if (waits.empty()) return std::nullopt;
    std::ranges::sort(waits);
    return value(waits);
  };
  switch (figure) {
    case Figure::still_waiting:
      return static_cast<double>(region.listed_at(node));
    case Figure::occupied_mean:
      return mean_a_day(span.before.occupied_days, span.now.occupied_days);
    case Figure::waiting_mean:
      return mean_a_day(span.before.waiting_days, span.now.waiting_days);
    case Figure::utilisation:
      return utilisation(span.before, span.now);
    case Figure::wait_mean:
      return of_waits([](const auto& waits) { return mean_of(waits); });
    case Figure::wait_p50:
      return of_waits([](const auto& waits) { return quantile(waits, 0.5); });
    case Figure::wait_p90:
      return of_waits([](const auto& waits) { return quantile(waits, 0.9); });
    case Figure::entered_within_6w:
      return of_waits([](const auto& waits) { return within(waits, 42); });
    case Figure::entered_within_10w:
      return of_waits([](const auto& waits) { return within(waits, 70); });
  }
  return std::nullopt;
}

}  // namespace doorstroom
