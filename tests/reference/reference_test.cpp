#include "tests/reference/reference.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "models/continuum/continuum.hpp"
#include "tests/support/random_scenario.hpp"
#include "tests/support/scenario_files.hpp"

namespace doorstroom::reference {
namespace {

// A thread for every youth is slow.
#ifdef DOORSTROOM_SANITIZE
constexpr std::uint64_t scenarios = 20;
#else
constexpr std::uint64_t scenarios = 200;
#endif

auto owner(const Row& row) {
  return std::tuple(row.source, row.month, row.arrived, row.ordinal);
}

/// The visits of the models, as the reference tells them.
std::vector<Row> visits_of(const Records& records) {
  std::vector<Row> rows;
  for (const Visit& visit : records.visits) {
    const YouthRow& youth = records.youths.at(visit.youth);
    rows.push_back({youth.source, youth.month, youth.ordinal, youth.arrived, youth.born, visit});
    rows.back().visit.youth = 0;
  }
  return rows;
}

/// Youth by youth, in order of asking: of visits that end at one instant, either may be told first.
std::vector<Row> sorted(std::vector<Row> rows) {
  std::ranges::stable_sort(rows, {}, [](const Row& row) {
    const Visit& visit = row.visit;
    return std::tuple(owner(row), visit.asked, visit.left, visit.entered, visit.node,
                      visit.outcome);
  });
  return rows;
}

bool same(const Row& a, const Row& b) {
  const auto exact = [](const Row& row) {
    const Visit& visit = row.visit;
    return std::tuple(owner(row), row.born, visit.node, visit.asked, visit.entered, visit.left,
                      visit.left_to, visit.outcome, visit.severity, visit.unit, visit.beside);
  };
  return exact(a) == exact(b) && std::abs(a.visit.absent_days - b.visit.absent_days) <= 1e-9;
}

std::string told(const Scenario& scenario, const Row& row) {
  constexpr const char* outcomes[] = {"completed", "left_list", "bounced",  "lapsed",
                                      "refused",   "mediated",  "aged_out", "censored",
                                      "displaced", "replaced"};
  const auto day = [](Instant at) { return at == never ? "-" : fmt::format("{:.6f}", at.days()); };
  const auto id = [&](NodeId node) { return node == no_node ? "-" : scenario.nodes[node].id; };
  const Visit& visit = row.visit;
  return fmt::format(
      "{}/{}-{:02}/{} (day {}) {}[{}]: asked {} entered {} left {} to {} {} absent {:.9f} severity "
      "{} born {}",
      id(row.source), row.month / 12, row.month % 12 + 1, row.ordinal, day(row.arrived),
      id(visit.node), visit.unit, day(visit.asked), day(visit.entered), day(visit.left),
      id(visit.left_to), outcomes[static_cast<int>(visit.outcome)], visit.absent_days,
      SeverityId(visit.severity).number(), row.born.ticks);
}

/// A number from the environment.
std::optional<std::uint64_t> wish(const char* name) {
  const char* value = std::getenv(name);
  if (!value) return std::nullopt;
  return std::strtoull(value, nullptr, 10);
}

/// Empty when both tell the same visits; else the first few youths of whom they differ.
std::string differences(const Scenario& scenario, const std::vector<Row>& models,
                        const std::vector<Row>& reference) {
  std::string text;
  std::size_t i = 0;
  std::size_t k = 0;
  const int most = wish("DOORSTROOM_REFERENCE_ONLY") ? 1000 : 3;
  for (int youths = 0; youths < most && (i < models.size() || k < reference.size());) {
    // The visits of the next youth in either.
    const auto who = i == models.size()      ? owner(reference[k])
                     : k == reference.size() ? owner(models[i])
                                             : std::min(owner(models[i]), owner(reference[k]));
    const auto end_of = [&](const std::vector<Row>& rows, std::size_t from) {
      while (from < rows.size() && owner(rows[from]) == who) ++from;
      return from;
    };
    const std::size_t i_end = end_of(models, i);
    const std::size_t k_end = end_of(reference, k);
    if (!std::equal(models.begin() + i, models.begin() + i_end, reference.begin() + k,
                    reference.begin() + k_end, same)) {
      ++youths;
      for (; i < i_end; ++i) text += "  models    " + told(scenario, models[i]) + "\n";
      for (; k < k_end; ++k) text += "  reference " + told(scenario, reference[k]) + "\n";
      text += "\n";
    }
    i = i_end;
    k = k_end;
  }
  return text;
}

std::string told_of(const ClockRecord& clock) {
  double days = 0;
  for (const double one : clock.days) days += one;
  return fmt::format(
      "started {} met {} breached {} running {} void {} over {:.6f} days, stopped {} in {:.6f} "
      "days",
      clock.started, clock.met, clock.breached, clock.running, clock.voided, clock.over_days,
      clock.days.size(), days);
}

std::string told_of(const std::vector<ClockRecord>& years) {
  std::string text;
  for (const ClockRecord& year : years) text += told_of(year) + "\n";
  return text;
}

/// What roles did, as lines. Those of one instant are told in any order.
std::string told_of(const Scenario& scenario, const std::vector<RoleAction>& actions) {
  std::vector<std::pair<Instant, std::string>> lines;
  for (const RoleAction& one : actions)
    lines.emplace_back(
        one.at,
        fmt::format("day {} {} does {} at {}: {}, {:.9f} hours, because of {:.9f}\n", one.at.days(),
                    scenario.interventions[one.role].id, static_cast<int>(one.what),
                    one.node == no_node ? "-" : scenario.nodes[one.node].id, one.amount, one.hours,
                    one.because));
  std::ranges::sort(lines);
  std::string text;
  for (const auto& [at, line] : lines) text += line;
  return text;
}

using Counts = std::array<std::size_t, 10>;  ///< of visits, by outcome

void compare(std::uint64_t number, Counts& counts) {
  const std::string text = random_scenario(number);
  const std::string which = fmt::format("scenario {}:\n{}", number, text);
  const ScenarioFiles files;
  ASSERT_EQ(files.mistakes(text), "") << which;
  const Scenario scenario = files.load(text).scenario;
  const Records records = doorstroom::simulate(scenario, 1, true);
  const Told told_again = simulate(scenario, 1);
  EXPECT_EQ(static_cast<std::uint64_t>(std::ranges::count_if(
                records.youths, [](const YouthRow& youth) { return youth.exit != no_node; })),
            records.exited)
      << which;
  const std::vector<Row> models = sorted(visits_of(records));
  const std::vector<Row> reference = sorted(told_again.visits);
  for (const Row& row : models) ++counts[static_cast<std::size_t>(row.visit.outcome)];
  const std::string told = differences(scenario, models, reference);
  EXPECT_TRUE(told.empty()) << told << which;
  if (!told.empty()) return;
  EXPECT_EQ(told_of(scenario, records.actions), told_of(scenario, told_again.actions)) << which;
  for (const ClockId clock : scenario.clocks.ids())
    EXPECT_EQ(told_of(records.clocks.at(clock)), told_of(told_again.clocks[clock]))
        << scenario.clocks[clock].id << " in " << which;
}

}  // namespace

TEST(Reference, the_rules_implemented_twice_tell_the_same_visits) {
  const auto one = wish("DOORSTROOM_REFERENCE_ONLY");
  const auto many = wish("DOORSTROOM_REFERENCE_SCENARIOS");
  Counts counts{};
  for (std::uint64_t number = one.value_or(0); number < (one ? *one + 1 : many.value_or(scenarios));
       ++number) {
    compare(number, counts);
  }
  if (one) return;
  for (const Outcome outcome : {Outcome::completed, Outcome::left_list, Outcome::bounced,
                                Outcome::refused, Outcome::censored}) {
    EXPECT_GT(counts[static_cast<std::size_t>(outcome)], scenarios)
        << "the scenarios no longer lead to outcome " << static_cast<int>(outcome);
  }
}

}  // namespace doorstroom::reference
