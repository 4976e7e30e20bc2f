#include "models/continuum/continuum.hpp"

#include <fmt/format.h>

#include <chrono>

#include "engine/clock.hpp"
#include "engine/error.hpp"
#include "models/continuum/region.hpp"
#include "models/continuum/roles/roles.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

/// Adds the process that reviews the capacity of nodes on the days when it may change. One process
/// serves all nodes, as many change on the same day, 1 August above all.
void add_reviews(Clock& clock, Region& region) {
  clock.add_process("capacity", Phase::changes, [&region](Clock& its) {
    for (const auto& [day, nodes] : region.capacity_review_days()) {
      its.sleep_until(day);
      for (const NodeId node : nodes) region.review_capacity(node);
    }
  });
}

/// Adds the process that adds up, every day, what funders have left.
void add_budgets(Clock& clock, Region& region, const Period& period) {
  if (!region.has_budgets()) return;
  clock.add_process("budgets", Phase::changes, [&region, first = period.first_day()](Clock& its) {
    for (std::int64_t day = first + 1;; ++day) {
      its.sleep_until(day);
      region.review_budgets();
    }
  });
}

/// Adds who is found at nodes: when the run begins, and on the start date.
void add_found_youths(Clock& clock, Region& region, const Scenario& scenario) {
  if (scenario.initial.empty() && scenario.today.empty()) return;
  const std::int64_t first_day = scenario.period.first_day();
  clock.add_process("found youths", Phase::changes, [&region, first_day](Clock& its) {
    its.sleep_until(first_day);
    region.begin_initial();
    its.sleep_until(0);
    region.begin_today();
  });
}

void add_census(Clock& clock, Region& region, const Period& period) {
  clock.add_process("census", Phase::census, [&region, weeks = CensusWeeks(period)](Clock& its) {
    for (std::int64_t week = weeks.first; week < weeks.end; ++week) {
      its.sleep_until(7 * week);
      region.take_census();
    }
  });
}

/// An error message with all that is needed to reproduce the error.
LocalizedText told(const Scenario& scenario, std::uint32_t replication, const Region& region,
                   const LocalizedText& what) {
  return message("{0} ({1}, replication {2}, seed {3}, day {4}, {5})", what, scenario.name,
                 replication, scenario.seed, fmt::format("{:.3f}", region.now().days()),
                 to_text(scenario.period.date_of(region.now())));
}

}  // namespace

Records simulate(const Scenario& scenario, std::uint32_t replication, bool keep_rows) {
  return simulate_measured(scenario, replication, keep_rows).records;
}

Simulation simulate_measured(const Scenario& scenario, std::uint32_t replication, bool keep_rows) {
  using std::chrono::steady_clock;
  const auto start = steady_clock::now();
  Region region(scenario, replication, keep_rows);
  Clock clock([&region](Moment moment) { region.run_before(moment); });
  add_reviews(clock, region);
  add_budgets(clock, region, scenario.period);
  add_roles(clock, region, scenario);
  add_found_youths(clock, region, scenario);  // after all that roles change at that moment
  add_census(clock, region, scenario.period);

  try {
    clock.run(scenario.period.first_day(), scenario.period.horizon_day());
    Simulation simulation{region.finish(), {}};
    simulation.usage = {
        .simulating_seconds = std::chrono::duration<double>(steady_clock::now() - start).count(),
        .simgrid_seconds = clock.simgrid_seconds(),
        .anonymous_bytes = anonymous_memory()};
    return simulation;
  } catch (const RunError& error) {
    throw run_error(told(scenario, replication, region, error));
  } catch (const ContractError& error) {
    throw ContractError(
        told(scenario, replication, region, std::string(error.what())).in(Language::en));
  }
}

}  // namespace doorstroom
