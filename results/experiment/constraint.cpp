#include "results/experiment/constraint.hpp"

#include <cmath>
#include <regex>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "models/yaml/issues.hpp"
#include "results/figures/kpi_amount.hpp"
#include "results/figures/targets.hpp"

namespace doorstroom {

std::optional<double> smallest_relevant(const Scenario& scenario, const KpiName& kpi) {
  for (const Headline& headline : scenario.headline) {
    KpiName name = KpiName::parse(headline.kpi);
    name.year = kpi.year;
    if (name == kpi) return headline.difference;
  }
  return std::nullopt;
}

KpiName kpi_of(const std::string& where, const std::string& text, const Scenario& scenario) {
  Issues issues;
  check_kpi_name(scenario, where.c_str(), text, {}, issues);
  for (const Issue& issue : issues.all())
    throw input_error(message("{0}\n  {1}", issue.problem, issue.suggestion));
  return KpiName::parse(text);
}

Constraint Constraint::parse(const std::string& where, const std::string& text,
                             const Scenario& scenario) {
  static const std::regex form(R"(\s*(\S+?)\s*(>=|<=)\s*(.*?)\s*)");
  std::smatch parts;
  if (!std::regex_match(text, parts, form))
    throw input_error(
        message("{0}: this is no target\n  write a key figure, >= or <=, and an "
                "amount: \"oza.entered_within_6w@3 >= 90%\"",
                where));
  Constraint constraint{.kpi = kpi_of(where, parts[1], scenario)};
  const std::string relation = parts[2];
  constraint.at_least = relation == ">=";
  const ParseResult<double> target = read_amount_of(constraint.kpi, parts[3].str());
  if (!target.value)
    throw input_error(message("{0}: {1}\n  write an amount such as {2}", where, target.why,
                              example_of_amount(constraint.kpi)));
  constraint.target = *target.value;
  constexpr double share_of_target = 0.01;
  const double by_target = share_of_target * std::abs(constraint.target);
  constraint.indifference = smallest_relevant(scenario, constraint.kpi)
                                .value_or(by_target > 0 ? by_target : share_of_target);
  return constraint;
}

}  // namespace doorstroom
