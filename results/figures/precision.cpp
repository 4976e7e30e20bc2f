#include "results/figures/precision.hpp"

#include <boost/algorithm/string.hpp>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "results/figures/kpi_amount.hpp"

namespace doorstroom {
namespace {

double half_width_of(const KpiName& kpi, const std::string& amount, const std::string& text) {
  const ParseResult<double> parsed = read_amount_of(kpi, amount, above_zero);
  if (parsed.value) return *parsed.value;
  throw input_error(
      message("`{0}`: `{1}` cannot tell how precise `{2}` must be: {3}\n  write the half-width "
              "behind +-, such as `{4} +- {5}`",
              text, amount, kpi.text(), parsed.why, kpi.text(), example_of_amount(kpi)));
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
