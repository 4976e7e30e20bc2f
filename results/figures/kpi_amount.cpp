#include "results/figures/kpi_amount.hpp"

#include <vector>

#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

/// The accepted forms of an amount, for a key figure in these units.
struct Wording {
  std::vector<QuantityKind> kinds;
  std::string_view example;
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

}  // namespace

ParseResult<double> read_amount_of(const KpiName& kpi, std::string_view amount, Range range) {
  LocalizedText why;
  for (const QuantityKind kind : wording_of(kpi.definition().units).kinds) {
    ParseResult<double> parsed = read_quantity(kind, amount, range);
    if (parsed.value) return parsed;
    if (why.empty()) why = parsed.why;
  }
  return {std::nullopt, why};
}

std::string_view example_of_amount(const KpiName& kpi) {
  return wording_of(kpi.definition().units).example;
}

}  // namespace doorstroom
