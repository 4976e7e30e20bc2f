#include "results/text/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/units.hpp"

namespace doorstroom {
namespace {

/// Enough decimals to show the noise; without noise, about three significant figures. For money, a
/// negative number: the zeros to round to.
int decimals_for(double size, double noise, bool money, int at_most) {
  if (std::isfinite(noise) && noise > 0)
    return std::clamp(static_cast<int>(std::ceil(-std::log10(noise / 2))), money ? -6 : 0, at_most);
  if (!std::isfinite(size) || size == std::round(size) || std::abs(size) >= 100) return 0;
  return std::min(std::abs(size) >= 1 ? 1 : 2, at_most);
}

/// Where there is no data.
LocalizedText nothing() {
  return std::string("-");
}

}  // namespace

LocalizedText grouped(double value, int decimals) {
  if (!std::isfinite(value)) return fmt::format("{}", value);
  const std::string digits = fmt::format("{:.{}f}", value, decimals);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t begin = digits.front() == '-' ? 1 : 0;
  constexpr std::size_t group = 3;
  std::vector<LocalizedText> parts;
  std::size_t at = 0;
  for (std::size_t next = begin + (point - begin - 1) % group + 1; next < point; next += group) {
    parts.emplace_back(digits.substr(at, next - at));
    parts.push_back(message_in("between thousands", ","));
    at = next;
  }
  parts.emplace_back(digits.substr(at, point - at));
  if (point < digits.size()) {
    parts.push_back(message_in("decimal point", "."));
    parts.emplace_back(digits.substr(point + 1));
  }
  return joined(parts);
}

NumberText::NumberText(std::string_view units, const Interval& about, double millions_from) {
  if (units == "day") {
    scale_ = 1 / days_per_week;
    suffix_ = message_in("weeks, behind a number", " wk");
  } else if (units == "1") {
    scale_ = 100;
    suffix_ = std::string("%");
    is_share_ = true;
  }
  const bool money = units.starts_with("EUR");
  const bool in_millions = money && std::abs(about.mean) >= millions_from;
  if (in_millions) {
    scale_ = 1e-6;
    suffix_ = message_in("millions, behind a number", " M");
  }
  const int at_most = in_millions ? 2 : scale_ != 1 ? 1 : money ? 0 : 2;
  decimals_ = decimals_for(about.mean * scale_, about.half_width() * scale_, money, at_most);
}

NumberText NumberText::of_difference(std::string_view units, const Interval& about) {
  constexpr double millions_from = 1e5;
  NumberText text(units, about, millions_from);
  text.is_points_ = units == "1";
  if (text.is_points_) text.suffix_ = message_in("behind a number", " percentage points");
  const bool differs = about.low > 0 || about.high < 0;
  constexpr int most = 3;
  while (differs && text.shows_as_zero(about.mean) && text.decimals_ < most) ++text.decimals_;
  return text;
}

NumberText NumberText::abbreviated() const {
  NumberText text = *this;
  if (is_points_) text.suffix_ = message_in("percentage points, behind a number", " pp");
  text.is_points_ = false;
  return text;
}

bool NumberText::shows_as_zero(double value) const {
  return std::abs(value * scale_) < std::pow(10, -decimals_) / 2;
}

LocalizedText NumberText::bare(double value) const {
  const double unit = std::pow(10, -decimals_);
  double shown = shows_as_zero(value) ? 0 : value * scale_;  // never "-0"
  if (decimals_ < 0) shown = std::round(shown / unit) * unit;
  return grouped(shown, std::max(decimals_, 0));
}

LocalizedText NumberText::value(double value) const {
  if (std::isnan(value)) return nothing();
  const bool is_one_point =
      is_points_ && decimals_ == 0 && std::round(std::abs(value * scale_)) == 1;
  return joined(
      {bare(value), is_one_point ? message_in("behind a number", " percentage point") : suffix_});
}

LocalizedText NumberText::range(double low, double high) const {
  if (std::isnan(low) || std::isnan(high)) return nothing();
  const double from = std::max(low, 0.0);
  const double to = std::min(high, is_share_ ? 1 : std::max(high, 0.0));
  if (low == high || shows_alike(from, to)) return between(from, to);
  return joined({bare(from), std::string(" - "), bare(to), suffix_});
}

bool NumberText::shows_alike(double low, double high) const {
  return bare(low) == bare(high);
}

LocalizedText NumberText::between(double low, double high) const {
  if (std::isnan(low) || std::isnan(high)) return nothing();
  if (low == high) return value(low);
  if (shows_alike(low, high)) return message_in("bounds of a number", "about {0}", value(low));
  return message("{0} to {1}{2}", bare(low), bare(high), suffix_);
}

LocalizedText NumberText::bounds(double low, double high) const {
  if (std::isnan(low) || std::isnan(high)) return nothing();
  if (low == high) return bare(low);
  if (shows_alike(low, high)) return message_in("bounds of a number", "about {0}", bare(low));
  return message_in("bounds of a number", "{0} to {1}", bare(low), bare(high));
}

LocalizedText NumberText::value_and_bounds(double value, double low, double high) const {
  const LocalizedText alone = this->value(value);
  if (std::isnan(low) || std::isnan(high) || shows_alike(low, high)) return alone;
  return message("{0} ({1})", alone, bounds(low, high));
}

LocalizedText NumberText::value_and_noise(const Interval& interval) const {
  const double noise = interval.half_width();
  if (!(noise * scale_ >= std::pow(10, -decimals_) / 2)) return value(interval.mean);
  return joined({value(interval.mean), std::string(" ± "), bare(noise)});
}

}  // namespace doorstroom
