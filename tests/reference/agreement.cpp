#include "tests/reference/agreement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>
#include <vector>

namespace doorstroom::reference {
namespace {

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

/// Empty when both tell the same visits; else the first few youths of whom they differ.
std::string differing_visits(const Scenario& scenario, const std::vector<Row>& models,
                             const std::vector<Row>& reference, int most) {
  std::string text;
  std::size_t i = 0;
  std::size_t k = 0;
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

}  // namespace

std::string disagreements(const Scenario& scenario, const Records& records, const Told& told,
                          int most) {
  std::string text =
      differing_visits(scenario, sorted(visits_of(records)), sorted(told.visits), most);
  if (!text.empty()) return text;
  const std::string actions = told_of(scenario, records.actions);
  const std::string actions_again = told_of(scenario, told.actions);
  if (actions != actions_again)
    text += "  models do\n" + actions + "  reference does\n" + actions_again;
  for (const ClockId clock : scenario.clocks.ids()) {
    const std::string years = told_of(records.clocks.at(clock));
    const std::string years_again = told_of(told.clocks[clock]);
    if (years == years_again) continue;
    text += fmt::format("  {}, models\n{}  reference\n{}", scenario.clocks[clock].id, years,
                        years_again);
  }
  return text;
}

}  // namespace doorstroom::reference
