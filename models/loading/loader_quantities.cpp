#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <variant>

#include "models/loading/loader.hpp"
#include "models/yaml/issue_text.hpp"

namespace doorstroom {
namespace {

/// The parameters of a distribution; unreadable ones make the whole unreadable.
class Parameters {
 public:
  Parameters(NodeRef at, QuantityKind unit) : at_(std::move(at)), unit_(unit) {}

  double operator()(std::string_view key, std::optional<QuantityKind> kind = {}) {
    const auto value = read_number(at_[key], kind.value_or(unit_));
    complete_ &= value.has_value();
    return value.value_or(1);
  }
  std::vector<double> list(std::string_view key, std::optional<QuantityKind> kind = {}) {
    std::vector<double> values;
    for (const NodeRef& item : at_[key].items()) {
      const auto value = read_number(item, kind.value_or(unit_));
      complete_ &= value.has_value();
      values.push_back(value.value_or(1));
    }
    return values;
  }
  bool complete() const { return complete_; }
  bool has(std::string_view key) const { return bool(at_[key]); }

 private:
  NodeRef at_;
  QuantityKind unit_;
  bool complete_ = true;
};

struct Wrong {
  Text problem;
  Text suggestion;
};

std::variant<Distribution, Wrong> uniform(Parameters& get) {
  const double from = get("from");
  const double to = get("to");
  if (get.complete() && from > to)
    return Wrong{"goes down", "`from` is the least value and `to` the largest; swap them"};
  return Distribution::uniform(from, std::max(from, to));
}

std::variant<Distribution, Wrong> triangular(Parameters& get) {
  const double from = get("from");
  const double mode = get("mode");
  const double to = get("to");
  if (!get.complete()) return Distribution();
  if (from > mode || mode > to)
    return Wrong{"is out of order", "from, mode and to go up: the least, likeliest, largest value"};
  return from == to ? Distribution::constant(from) : Distribution::triangular(from, mode, to);
}

std::variant<Distribution, Wrong> empirical(Parameters& get) {
  std::vector<double> values = get.list("values");
  std::vector<double> weights = get.list("weights", QuantityKind::number);
  if (!get.complete()) return Distribution();
  if (values.empty()) return Wrong{"has no values", "give at least one value"};
  if (get.has("weights") && weights.size() != values.size())
    return Wrong{say("has {} values and {} weights", values.size(), weights.size()),
                 "give each value its weight, or leave weights out to weigh all alike"};
  if (!weights.empty() && std::accumulate(weights.begin(), weights.end(), 0.0) <= 0)
    return Wrong{"has no weight", "at least one weight is above 0"};
  return Distribution::empirical(std::move(values), std::move(weights));
}

std::variant<Distribution, Wrong> lognormal(Parameters& get) {
  if (get.has("median") && get.has("sigma"))
    return Distribution::lognormal(get("median"), get("sigma", QuantityKind::number));
  if (get.has("mean") && get.has("cv"))
    return Distribution::lognormal_mean_cv(get("mean"), get("cv", QuantityKind::number));
  const bool both = (get.has("median") || get.has("mean")) && (get.has("sigma") || get.has("cv"));
  if (both) return Wrong{"mixes two forms", "write median with sigma, or mean with cv"};
  get("median");  // the shape has told what is missing
  return Distribution();
}

std::variant<Distribution, Wrong> shaped(std::string_view shape, Parameters& get) {
  if (shape == "exponential") return Distribution::exponential(get("mean"));
  if (shape == "lognormal") return lognormal(get);
  if (shape == "gamma") {
    const double mean = get("mean");
    const double cv = get("cv", QuantityKind::number);
    return cv > 0 ? Distribution::gamma(mean, cv) : Distribution::constant(mean);
  }
  if (shape == "weibull")
    return Distribution::weibull(get("scale"), get("shape", QuantityKind::number));
  if (shape == "uniform") return uniform(get);
  if (shape == "triangular") return triangular(get);
  return empirical(get);
}

/// Whether a share of that table was told: WHOLE.KEY or WHOLE.KEY.share.
bool some_share_was_told(const std::string& whole, const std::set<std::string>& told) {
  for (auto at = told.lower_bound(whole + "."); at != told.end() && at->starts_with(whole + ".");
       ++at) {
    const std::string_view below = std::string_view(*at).substr(whole.size() + 1);
    const std::size_t dot = below.find('.');
    if (dot == std::string_view::npos || below.substr(dot + 1) == "share") return true;
  }
  return false;
}

/// Shares may be this far from 100%, for rounding.
constexpr double rounding = 1e-6;

}  // namespace

NodeRef NodeRef::operator[](std::string_view key) const {
  const Entry* entry = is_map() ? value->find(key) : nullptr;
  const std::string whole = path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
  if (!entry) return {nullptr, whole, key_mark};
  return {entry->value.get(), whole, entry->key_mark};
}

std::vector<std::pair<std::string, NodeRef>> NodeRef::entries() const {
  std::vector<std::pair<std::string, NodeRef>> all;
  if (!is_map()) return all;
  for (const Entry& entry : value->entries)
    all.emplace_back(
        entry.key,
        NodeRef{entry.value.get(), path.empty() ? entry.key : fmt::format("{}.{}", path, entry.key),
                entry.key_mark});
  return all;
}

std::vector<NodeRef> NodeRef::items() const {
  std::vector<NodeRef> all;
  if (!is_list()) return all;
  for (std::size_t i = 0; i < value->items.size(); ++i)
    all.push_back(
        {value->items[i].get(), fmt::format("{}[{}]", path, i + 1), value->items[i]->mark});
  return all;
}

std::optional<double> read_number(const NodeRef& at, QuantityKind kind) {
  return at.is_scalar() ? read_quantity(kind, at.value->text).value : std::nullopt;
}

std::optional<Date> read_date(const NodeRef& at) {
  return at.is_scalar() ? read_date(at.value->text).value : std::nullopt;
}

std::optional<CalendarSpan> read_span(const NodeRef& at) {
  return at.is_scalar() ? read_span(at.value->text).value : std::nullopt;
}

std::optional<Distribution> read_distribution(const NodeRef& at, QuantityKind drawn,
                                              Issues& issues) {
  if (at.is_scalar()) {
    const auto value = read_number(at, drawn);
    return value ? std::optional(Distribution::constant(*value)) : std::nullopt;
  }
  if (!at.is_map() || at.value->entries.size() != 1) return std::nullopt;
  const Entry& shape = at.value->entries.front();
  const NodeRef inner = at[shape.key];
  Parameters parameters(inner, parameter_kind(drawn));
  Wrong wrong;
  try {
    auto made = shaped(shape.key, parameters);
    if (!parameters.complete()) return std::nullopt;
    if (const auto* good = std::get_if<Distribution>(&made)) return *good;
    wrong = std::get<Wrong>(made);
  } catch (const std::exception&) {
    wrong = {"is too extreme to work with", "use parameters closer to each other"};
  }
  issues.error(inner.key_mark, say("{} {}", inner.path, wrong.problem), wrong.suggestion);
  return std::nullopt;
}

std::optional<Quantity> read_drawn(const NodeRef& at, QuantityKind drawn, Issues& issues) {
  auto distribution = read_distribution(at, drawn, issues);
  if (!distribution) return std::nullopt;
  return Quantity{std::move(*distribution), {}};
}

Number read_over_time(const NodeRef& at, QuantityKind kind, const Period& period, Issues& issues) {
  Number number(read_number(at, kind).value_or(0));
  if (!at.is_list()) return number;
  const QuantityKind count = kind == QuantityKind::staff ? QuantityKind::staff_count : kind;
  for (const NodeRef& item : at.items()) {
    const auto from = read_date(item["from"]);
    const auto value = read_number(item["count"], count);
    if (!from || !value) continue;
    const Instant begin = period.at(*from);
    if (!number.dated.empty() && begin <= number.dated.back().from)
      issues.error(
          item["from"].mark(),
          say("{}.from is {}, not after the one before it", item.path, item["from"].text()),
          "each number holds from its date until the next; put the dates in order");
    else
      number.dated.push_back({begin, *value});
  }
  if (at.value->items.empty())
    issues.error(at.mark(), say("{} is an empty list", at.path),
                 "give at least one date and count, or a plain number");
  return number;
}

std::optional<std::vector<double>> read_split(const std::vector<NodeRef>& shares,
                                              const NodeRef& whole, LoadContext& context) {
  Issues& issues = context.issues;
  if (some_share_was_told(whole.path, context.told)) return std::nullopt;
  std::vector<double> values;
  std::optional<std::size_t> rest;
  double sum = 0;
  for (const NodeRef& share : shares) {
    if (share.says("rest") && rest) {
      issues.error(share.mark(), say("{} is a second rest", share.path),
                   "one `rest` takes what the others leave; give the other its share");
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
    issues.error(whole.key_mark, say("the shares of {} sum to {:.6g}%", whole.path, sum * 100),
                 sum > 1 ? say("they must sum to 100%; take {:.6g}% off", (sum - 1) * 100)
                         : say("they must sum to 100%; add {:.6g}%, or give one of them `rest`",
                               (1 - sum) * 100));
    return std::nullopt;
  }
  if (rest) values[*rest] = std::max(0.0, 1 - sum);
  return values;
}

std::vector<double> read_mix(const NodeRef& at, const std::vector<std::string>& names,
                             std::string_view what, LoadContext& context) {
  if (!at.is_map()) return {};
  std::vector<NodeRef> shares;
  std::vector<int> indices;
  for (const auto& [name, share] : at.entries()) {
    const Value key{Value::Kind::scalar, share.key_mark, name, false, {}, {}};
    const auto index = context.index_of({&key, at.path, share.key_mark}, names, what);
    if (!index) return {};
    indices.push_back(*index);
    shares.push_back(share);
  }
  const auto split = read_split(shares, at, context);
  if (!split) return {};
  std::vector<double> weights(names.size());
  const double sum = std::accumulate(split->begin(), split->end(), 0.0);
  for (std::size_t i = 0; i < indices.size(); ++i) weights[indices[i]] = (*split)[i] / sum;
  return weights;
}

}  // namespace doorstroom
