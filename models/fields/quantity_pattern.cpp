#include "models/fields/quantity_pattern.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/string.hpp>
#include <vector>

#include "models/reading/number_parts.hpp"

namespace doorstroom {
namespace {

constexpr std::string_view any_number = R"((\d+\.?\d*|\.\d+)([eE][-+]?\d+)?)";
constexpr std::string_view whole_number = R"(\d+(\.0*)?)";
constexpr std::string_view up_to_100 = R"((100(\.0*)?|\d{1,2}(\.\d*)?|\.\d+))";
constexpr std::string_view below_100 = R"((\d{1,2}(\.\d*)?|\.\d+))";
constexpr std::string_view not_zero = R"((?!\+?[0.]+([^0-9.]|$)))";

/// The number before a unit. Percentages have their bounds, which hold for every unit alike.
std::string number(Range range, bool whole, bool percentage) {
  const std::string_view most = percentage && range.most == 1 ? up_to_100
                                : whole                       ? whole_number
                                                              : any_number;
  if (range.least >= 0) return fmt::format("{}\\+?{}", range.above ? not_zero : "", most);
  if (percentage && range.least == -1) return fmt::format("(-{}|\\+?{})", below_100, most);
  return fmt::format("[-+]?{}", most);
}

}  // namespace

std::string pattern_of(QuantityKind kind, Range range) {
  const Form form = *form_of(kind);
  const Range bounds = range_within(form.range, range);
  std::vector<std::string> words;
  bool percentage = false;
  for (const std::string_view unit : form.units) {
    if (unit.empty()) continue;
    percentage = percentage || is_percentage(unit);
    words.push_back(boost::replace_all_copy(std::string(unit), " ", " +"));
  }
  if (words.empty()) return {};
  return fmt::format("^ *{} *({}) *$", number(bounds, form.whole, percentage),
                     boost::join(words, "|"));
}

bool may_be_bare(QuantityKind kind) {
  return std::ranges::count(form_of(kind)->units, std::string_view{}) > 0;
}

}  // namespace doorstroom
