#include <algorithm>
#include <numeric>
#include <variant>

#include "models/reading/read_values.hpp"

/// What is drawn for each youth: a distribution with its parameters.

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
  LocalizedText problem;
  LocalizedText suggestion;
};

std::variant<Distribution, Wrong> uniform(Parameters& get) {
  const double from = get("from");
  const double to = get("to");
  if (get.complete() && from > to)
    return Wrong{message("goes down"),
                 message("`from` is the least value and `to` the largest; swap them")};
  return Distribution::uniform(from, std::max(from, to));
}

std::variant<Distribution, Wrong> triangular(Parameters& get) {
  const double from = get("from");
  const double mode = get("mode");
  const double to = get("to");
  if (!get.complete()) return Distribution();
  if (from > mode || mode > to)
    return Wrong{message("is out of order"),
                 message("from, mode and to go up: the least, likeliest, largest value")};
  return from == to ? Distribution::constant(from) : Distribution::triangular(from, mode, to);
}

std::variant<Distribution, Wrong> empirical(Parameters& get) {
  std::vector<double> values = get.list("values");
  std::vector<double> weights = get.list("weights", QuantityKind::number);
  if (!get.complete()) return Distribution();
  if (values.empty()) return Wrong{message("has no values"), message("give at least one value")};
  if (get.has("weights") && weights.size() != values.size())
    return Wrong{message("has {0} values and {1} weights", values.size(), weights.size()),
                 message("give each value its weight, or leave weights out to weigh all alike")};
  if (!weights.empty() && std::accumulate(weights.begin(), weights.end(), 0.0) <= 0)
    return Wrong{message("has no weight"), message("at least one weight is above 0")};
  return Distribution::empirical(std::move(values), std::move(weights));
}

std::variant<Distribution, Wrong> lognormal(Parameters& get) {
  if (get.has("median") && get.has("sigma"))
    return Distribution::lognormal(get("median"), get("sigma", QuantityKind::number));
  if (get.has("mean") && get.has("cv"))
    return Distribution::lognormal_mean_cv(get("mean"), get("cv", QuantityKind::number));
  const bool both = (get.has("median") || get.has("mean")) && (get.has("sigma") || get.has("cv"));
  if (both)
    return Wrong{message("mixes two forms"), message("write median with sigma, or mean with cv")};
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

}  // namespace

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
    wrong = {message("is too extreme to work with"),
             message("use parameters closer to each other")};
  }
  issues.error(inner.key_location, message("{0} {1}", inner.path, wrong.problem), wrong.suggestion);
  return std::nullopt;
}

std::optional<Quantity> read_drawn(const NodeRef& at, QuantityKind drawn, Issues& issues) {
  auto distribution = read_distribution(at, drawn, issues);
  if (!distribution) return std::nullopt;
  return Quantity{std::move(*distribution), {}};
}

}  // namespace doorstroom
