#include "results/figures/targets.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>

#include "engine/error.hpp"
#include "models/messages/did_you_mean.hpp"
#include "models/messages/message.hpp"
#include "results/rows/schema.hpp"
#include "results/table/column.hpp"

namespace doorstroom {
namespace {

LocalizedText trouble_with_clock(const Scenario& scenario, const std::string& kpi,
                                 const std::string& clock) {
  const std::vector<std::string> known = clock_ids(scenario);
  if (std::ranges::find(known, clock) != known.end()) return {};
  const auto meant = did_you_mean(clock, known);
  return with_advice(
      message("`{0}`: there is no legal clock `{1}`", kpi, clock),
      meant ? message("did you mean `{0}`?", *meant) : message("name a clock of this scenario"));
}

/// The problem with the name of a key figure, and a suggestion; empty if there is none.
LocalizedText trouble_with(const Scenario& scenario, const std::string& kpi) {
  try {
    const KpiName name = KpiName::parse(kpi);
    if (name.year >= scenario.period.years())
      return with_advice(message("`{0}`: the period has no year {1}", kpi, name.year),
                         message("its years are 0 to {0}", scenario.period.years() - 1));
    if (name.is_of_system()) return {};
    if (!name.clock.empty()) return trouble_with_clock(scenario, kpi, name.clock);
    std::vector<std::string> known;
    for (const Node& node : scenario.nodes)
      if (has_list(node)) known.push_back(node.id);
    if (std::ranges::find(known, name.node) != known.end()) return {};
    const auto meant = did_you_mean(name.node, known);
    return with_advice(message("`{0}`: there is no desk or arrangement `{1}`", kpi, name.node),
                       meant ? message("did you mean `{0}`?", *meant)
                             : message("name a desk or an arrangement of this scenario"));
  } catch (const InputError& error) {
    return error;
  }
}

/// The desk, arrangement or legal clock that a figure is of; empty: the whole system.
std::string owner_of(const std::string& kpi) {
  try {
    const KpiName name = KpiName::parse(kpi);
    return name.clock.empty() ? name.node : name.clock;
  } catch (const InputError&) {
    return {};
  }
}

std::vector<std::string> names_of(const std::vector<Target>& targets) {
  std::vector<std::string> names;
  for (const Target& target : targets) names.push_back(target.kpi);
  return names;
}

void report(const char* where, const LocalizedText& trouble, SourceLocation location,
            Issues& issues) {
  const auto [problem, advice] = problem_and_advice(trouble);
  issues.error(location, message("{0}: {1}", where, problem), advice);
}

/// Refuses wait_p90 as a headline: it leaves out youths who gave up, so it falls when waiting gets
/// worse.
void check_headline(const Headline& headline, Issues& issues) {
  if (KpiName::parse(headline.kpi).column != "wait_p90") return;
  issues.error(headline.location, message("headline: {0} cannot be judged by", headline.kpi),
               message("it is of those who entered, and falls when people give up; take "
                       "entered_within_10w or waiting_mean"));
}

/// @param is_told  whether what is wrong with a name follows from another mistake
void check_names(const Scenario& scenario, Issues& issues,
                 const std::function<bool(const std::string&)>& is_told) {
  const auto is_good = [&](const char* where, const auto& named) {
    const LocalizedText trouble = trouble_with(scenario, named.kpi);
    if (!trouble.empty() && !is_told(named.kpi)) report(where, trouble, named.location, issues);
    return trouble.empty();
  };
  for (const Target& target : scenario.targets) is_good("targets", target);
  for (const Headline& headline : scenario.headline)
    if (is_good("headline", headline)) check_headline(headline, issues);
}

}  // namespace

void check_kpi_name(const Scenario& scenario, const char* where, const std::string& kpi,
                    SourceLocation location, Issues& issues) {
  const LocalizedText trouble = trouble_with(scenario, kpi);
  if (!trouble.empty()) report(where, trouble, location, issues);
}

void report_wrong_kpi_names(LoadContext& context) {
  check_names(context.scenario, context.issues, [&](const std::string& kpi) {
    if (!context.period_known && kpi.find('@') != std::string::npos) return true;
    const std::string owner = owner_of(kpi);
    return !owner.empty() && std::ranges::any_of(std::array{"desks.", "arrangements.", "clocks."},
                                                 [&](const char* kind) {
                                                   return context.was_reported(kind + owner);
                                                 });
  });
}

void check_kpi_names(const Scenario& scenario) {
  Issues issues;
  check_names(scenario, issues, [](const std::string&) { return false; });
  issues.throw_if_errors(scenario.documents);
}

TableSpec target_table(const Scenario& scenario) {
  using column::category;
  using column::number;
  return {
      "/targets",
      {category("target", names_of(scenario.targets), translatable("Key figure, by its name")),
       category(
           "use", {"tune", "check"},
           translatable("What the target is for: tuned on it, or kept to check the model with")),
       number(
           "mean", "1",
           translatable("What the model says, mean over replications, in the unit of the figure")),
       column::low_of_mean("mean_low"), column::high_of_mean("mean_high"),
       number("value", "1", translatable("What was found; NaN: only a range is known")),
       number("low", "1", translatable("The least that is right")),
       number("high", "1", translatable("The most that is right")),
       category("met", {"no", "yes"},
                translatable("Whether the model's mean is from low to high; none: it has no data")),
       number("met_share", "1",
              translatable("Share of replications whose value is from low to high: the chance that "
                           "one future is"))}};
}

TargetMeans::TargetMeans(const Scenario& scenario)
    : scenario_(scenario), means_(scenario.targets.size()), met_(scenario.targets.size()) {
  for (const Target& target : scenario.targets) names_.push_back(KpiName::parse(target.kpi));
}

void TargetMeans::add(const TableSpec& spec, const TableData& rows) {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (table_of(names_[i]) != spec.path) continue;
    const Target& target = scenario_.targets[i];
    for (const double value : kpi_values(Table{spec, rows}, names_[i])) {
      if (std::isnan(value)) continue;
      means_[i].add(value);
      met_[i].add(target.low <= value && value <= target.high ? 1 : 0);
    }
  }
}

TableData TargetMeans::rows() const {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  TableData rows(target_table(scenario_));
  std::int32_t code = 0;
  for (const Target& target : scenario_.targets) {
    const Interval mean = t_interval(means_[static_cast<std::size_t>(code)]);
    const double met_share = met_[static_cast<std::size_t>(code)].mean();
    const bool met = target.low <= mean.mean && mean.mean <= target.high;
    rows.add(code++, target.tune ? 0 : 1, mean.mean, mean.low, mean.high,
             target.value.value_or(nan), target.low, target.high,
             std::isnan(mean.mean) ? none_code : std::int32_t{met}, met_share);
  }
  return rows;
}

}  // namespace doorstroom
