#include "results/figures/precision.hpp"

#include <boost/algorithm/string.hpp>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "models/reading/quantity.hpp"

namespace doorstroom {
namespace {

/// The accepted forms of a half-width, for a key figure in these units.
struct Wording {
  std::vector<QuantityKind> kinds;
  std::string example;
};

Wording wording_of(std::string_view units) {
  if (units == "day") return {{QuantityKind::duration}, "1 week"};
  if (units == "1") return {{QuantityKind::share}, "2%"};
  if (units == "EUR/year")
    return {{QuantityKind::number, QuantityKind::money_per_year}, "50000 EUR per year"};
  if (units == "youth/year") return {{QuantityKind::number, QuantityKind::youths_per_year}, "10"};
  if (units == "hour") return {{QuantityKind::number, QuantityKind::hours}, "100 hours"};
  return {{QuantityKind::number}, units == "bounce/youth" ? "0.05" : "10"};
}

double half_width_of(const KpiName& kpi, const std::string& amount, const std::string& text) {
  const auto [kinds, example] = wording_of(kpi.definition().units);
  LocalizedText why;
  for (const QuantityKind kind : kinds) {
    const ParseResult<double> parsed = read_quantity(kind, amount, {.least = 0, .above = true});
    if (parsed.value) return *parsed.value;
    if (why.empty()) why = parsed.why;
  }
  throw input_error(
      message("`{0}`: `{1}` cannot tell how precise `{2}` must be: {3}\n  write the half-width "
              "behind +-, such as `{4} +- {5}`",
              text, amount, kpi.text(), why, kpi.text(), example));
}

/// The texts before and after the sign, trimmed.
std::optional<std::pair<std::string, std::string>> around_sign(const std::string& text) {
  for (const std::string_view sign : {"±", "+/-", "+-"}) {
    const std::size_t at = text.find(sign);
    if (at == std::string::npos) continue;
    return std::pair(boost::trim_copy(text.substr(0, at)),
                     boost::trim_copy(text.substr(at + sign.size())));
  }
  return std::nullopt;
}

}  // namespace

Precision Precision::parse(const std::string& text) {
  const auto parts = around_sign(text);
  if (!parts)
    throw input_error(
        message("`{0}` does not say how precise\n  write a key figure, +- and a half-width, such "
                "as `oza.wait_p90 +- 1 week`",
                text));
  const KpiName kpi = KpiName::parse(parts->first);
  return {kpi, half_width_of(kpi, parts->second, text)};
}

HalfWidthRule::HalfWidthRule(double half_width, double confidence)
    : half_width_(half_width), confidence_(confidence), interval_(t_interval(sample_, confidence)) {
  DOORSTROOM_EXPECT(half_width > 0);
}

void HalfWidthRule::add(double value) {
  if (std::isnan(value)) return;
  sample_.add(value);
  interval_ = t_interval(sample_, confidence_);
  const bool precise = sample_.count() >= least_values && interval_.half_width() <= half_width_;
  precise_in_a_row_ = precise ? precise_in_a_row_ + 1 : 0;
}

}  // namespace doorstroom
