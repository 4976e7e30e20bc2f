#include "results/text/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <locale>

#include "engine/units.hpp"

namespace doorstroom {
namespace {

class English : public std::numpunct<char> {
  char do_thousands_sep() const override { return ','; }
  std::string do_grouping() const override { return "\3"; }
};

class Dutch : public English {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
};

/// Enough decimals to show the noise; without noise, about three significant figures. For money, a
/// negative number: the zeros to round to.
int decimals_for(double size, double noise, bool money, int at_most) {
  if (std::isfinite(noise) && noise > 0)
    return std::clamp(static_cast<int>(std::ceil(-std::log10(noise / 2))), money ? -6 : 0, at_most);
  if (!std::isfinite(size) || size == std::round(size) || std::abs(size) >= 100) return 0;
  return std::min(std::abs(size) >= 1 ? 1 : 2, at_most);
}

}  // namespace

std::string grouped(double value, int decimals, Language language) {
  static const std::locale english(std::locale::classic(), new English);
  static const std::locale dutch(std::locale::classic(), new Dutch);
  return fmt::format(language == Language::nl ? dutch : english, "{:.{}Lf}", value, decimals);
}

NumberText::NumberText(std::string_view units, const Interval& about, Language language)
    : language_(language) {
  if (units == "day") {
    scale_ = 1 / days_per_week;
    suffix_ = " wk";
  } else if (units == "1") {
    scale_ = 100;
    suffix_ = "%";
    is_share_ = true;
  }
  const bool money = units.starts_with("EUR");
  if (money && std::abs(about.mean) >= 1e8) {
    scale_ = 1e-6;
    suffix_ = in(language, " M", " mln");
  }
  const int at_most = scale_ != 1 ? 1 : money ? 0 : 2;
  decimals_ = decimals_for(about.mean * scale_, about.half_width() * scale_, money, at_most);
}

NumberText NumberText::of_difference(std::string_view units, const Interval& about,
                                     Language language) {
  NumberText text(units, about, language);
  if (units == "1") text.suffix_ = " pp";
  const bool differs = about.low > 0 || about.high < 0;
  constexpr int most = 3;
  while (differs && text.shows_as_zero(about.mean) && text.decimals_ < most) ++text.decimals_;
  return text;
}

bool NumberText::shows_as_zero(double value) const {
  return std::abs(value * scale_) < std::pow(10, -decimals_) / 2;
}

std::string NumberText::bare(double value) const {
  const double unit = std::pow(10, -decimals_);
  double shown = shows_as_zero(value) ? 0 : value * scale_;  // never "-0"
  if (decimals_ < 0) shown = std::round(shown / unit) * unit;
  return grouped(shown, std::max(decimals_, 0), language_);
}

std::string NumberText::value(double value) const {
  return std::isnan(value) ? "-" : fmt::format("{}{}", bare(value), suffix_);
}

std::string NumberText::range(double low, double high) const {
  if (std::isnan(low) || std::isnan(high)) return "-";
  const double most = is_share_ ? 1 : std::max(high, 0.0);
  return fmt::format("{} - {}{}", bare(std::max(low, 0.0)), bare(std::min(high, most)), suffix_);
}

std::string NumberText::between(double low, double high) const {
  if (std::isnan(low) || std::isnan(high)) return "-";
  return fmt::format("{} {} {}{}", bare(low), in(language_, "to", "tot"), bare(high), suffix_);
}

std::string NumberText::value_and_noise(const Interval& interval) const {
  const double noise = interval.half_width();
  if (!(noise * scale_ >= std::pow(10, -decimals_) / 2)) return value(interval.mean);
  return fmt::format("{} ± {}", value(interval.mean), bare(noise));
}

}  // namespace doorstroom
