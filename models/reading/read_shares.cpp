#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/reading/read_values.hpp"

/// Tables of shares that make a whole.

namespace doorstroom {
namespace {

/// Whether a share of that table was told: WHOLE.KEY or WHOLE.KEY.share.
bool some_share_was_reported(const std::string& whole, const std::set<std::string>& reported) {
  for (auto at = reported.lower_bound(whole + ".");
       at != reported.end() && at->starts_with(whole + "."); ++at) {
    const std::string_view below = std::string_view(*at).substr(whole.size() + 1);
    const std::size_t dot = below.find('.');
    if (dot == std::string_view::npos || below.substr(dot + 1) == "share") return true;
  }
  return false;
}

/// The key of a share that stands in a file which that of the table extends; empty for none.
std::string key_of_other_file(const std::vector<NodeRef>& shares, const NodeRef& whole) {
  const auto other = std::ranges::find_if(shares, [&](const NodeRef& share) {
    return share.location().file > whole.key_location.file;
  });
  if (other == shares.end()) return {};
  return other->path.substr(std::min(other->path.size(), whole.path.size() + 1));
}

/// Shares may be this far from 100%, for rounding.
constexpr double rounding = 1e-6;

}  // namespace

std::optional<std::vector<double>> read_split(const std::vector<NodeRef>& shares,
                                              const NodeRef& whole, LoadContext& context) {
  Issues& issues = context.issues;
  if (some_share_was_reported(whole.path, context.reported)) return std::nullopt;
  std::vector<double> values;
  std::optional<std::size_t> rest;
  double sum = 0;
  for (const NodeRef& share : shares) {
    if (share.says("rest") && rest) {
      issues.error(share.location(), message("{0} is a second rest", share.path),
                   message("one `rest` takes what the others leave; give the other its share"));
      return std::nullopt;
    }
    if (share.says("rest")) rest = values.size();
    const auto value = share.says("rest") ? 0.0 : read_number(share, QuantityKind::share);
    if (!value) return std::nullopt;
    values.push_back(*value);
    sum += *value;
  }
  const bool good = rest ? sum <= 1 + rounding : std::abs(sum - 1) <= rounding;
  if (!good) {
    const LocalizedText advice =
        sum > 1 ? message("they must sum to 100%; take {0}% off",
                          fmt::format("{:.6g}", (sum - 1) * 100))
                : message("they must sum to 100%; add {0}%, or give one of them `rest`",
                          fmt::format("{:.6g}", (1 - sum) * 100));
    const std::string inherited = key_of_other_file(shares, whole);
    issues.error(
        whole.key_location,
        message("the shares of {0} sum to {1}%", whole.path, fmt::format("{:.6g}", sum * 100)),
        inherited.empty()
            ? advice
            : message("{0}; `{1}: ~` takes out what the extended file has", advice, inherited));
    return std::nullopt;
  }
  if (rest) values[*rest] = std::max(0.0, 1 - sum);
  return values;
}

}  // namespace doorstroom
