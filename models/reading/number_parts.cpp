#include "models/reading/number_parts.hpp"

#include <algorithm>
#include <boost/algorithm/string.hpp>
#include <boost/algorithm/string/trim_all.hpp>
#include <charconv>
#include <cmath>

namespace doorstroom {
namespace {

ParseResult<double> read_plain(const std::string& digits) {
  double value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, failure] = std::from_chars(digits.data(), end, value);
  if (failure != std::errc{} || stop != end || !std::isfinite(value))
    return {std::nullopt, message("the number is too large or too small to work with")};
  return {value, {}};
}

/// "1.200" and "22.000": a thousand as Dutch writes it, or a decimal number that nobody writes so.
bool may_be_thousands(std::string_view mantissa) {
  const std::size_t point = mantissa.find('.');
  return point != std::string_view::npos && point >= 1 && point <= 3 && mantissa.front() != '0' &&
         mantissa.size() == point + 4 && mantissa.ends_with('0');
}

}  // namespace

bool is_percentage(std::string_view unit) {
  return unit.starts_with('%');
}

ParseResult<NumberParts> take_apart(std::string_view text) {
  const std::string trimmed = boost::trim_copy(std::string(text));
  const std::string_view all = trimmed;
  const std::size_t sign = all.starts_with('-') || all.starts_with('+') ? 1 : 0;
  std::size_t end = all.find_first_not_of("0123456789.", sign);
  end = std::min(end, all.size());
  const std::string_view mantissa = all.substr(sign, end - sign);
  if (mantissa.find_first_of("0123456789") == std::string_view::npos)
    return {std::nullopt, message("it does not begin with a number")};
  if (std::ranges::count(mantissa, '.') > 1)
    return {std::nullopt,
            message("a number has one point, for decimals, and nothing for thousands")};
  bool exponent = false;
  if (end < all.size() && (all[end] == 'e' || all[end] == 'E')) {
    std::size_t digits = end + 1;
    if (digits < all.size() && (all[digits] == '-' || all[digits] == '+')) ++digits;
    const std::size_t after = std::min(all.find_first_not_of("0123456789", digits), all.size());
    if (after > digits) {
      exponent = true;
      end = after;
    }
  }
  if (!exponent && may_be_thousands(mantissa)) {
    std::string thousands(mantissa);
    std::erase(thousands, '.');
    std::string decimal(mantissa);
    boost::trim_right_if(decimal, boost::is_any_of("0"));
    boost::trim_right_if(decimal, boost::is_any_of("."));
    return {std::nullopt, message("a point is for decimals; write {0} or {1}, whichever is meant",
                                  thousands, decimal)};
  }
  const std::string_view behind = all.substr(end);
  if (behind.starts_with(',')) {
    std::string joined = trimmed;
    const std::size_t digits =
        std::min(behind.find_first_not_of("0123456789", 1), behind.size()) - 1;
    if (digits == 3)
      joined.erase(end, 1);
    else
      joined[end] = '.';
    return {
        std::nullopt,
        message("a number has a point for decimals and nothing for thousands; write {0}", joined)};
  }
  std::string digits(all.substr(all.starts_with('+') ? 1 : 0, end));
  if (all.starts_with('+')) digits.resize(end - 1);
  const ParseResult<double> number = read_plain(digits);
  if (!number.value) return {std::nullopt, number.why};
  NumberParts parts{*number.value, *number.value / 100, {}};
  if (!exponent) {
    const ParseResult<double> hundredth = read_plain(digits + "e-2");
    if (hundredth.value) parts.hundredth = *hundredth.value;
  }
  parts.unit = boost::trim_all_copy(std::string(behind));
  if (!parts.unit.empty() && parts.unit.find_first_of("0123456789'_") == 0)
    return {std::nullopt,
            message("a number has nothing between its thousands, and one unit behind it")};
  if (parts.unit.size() > 1 && is_percentage(parts.unit) && parts.unit[1] != ' ')
    parts.unit = "% " + parts.unit.substr(1);
  return {parts, {}};
}

}  // namespace doorstroom
