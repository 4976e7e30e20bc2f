#include "results/rows/replicate.hpp"

#include <fmt/format.h>

#include <utility>

#include "engine/error.hpp"
#include "models/continuum/continuum.hpp"
#include "results/rows/replication_rows.hpp"
#include "results/rows/schema.hpp"

namespace doorstroom {
namespace {

/// Adds what is needed to reproduce the error.
[[noreturn]] void throw_with_replication(const ContractError& error, const Scenario& scenario,
                                         std::uint32_t replication) {
  throw ContractError(fmt::format("{}\n  in replication {} of `{}`, seed {}", error.what(),
                                  replication, scenario.name, scenario.seed));
}

}  // namespace

Replicate replicate(const Scenario& scenario, std::uint32_t visits) {
  return [&scenario, visits, tables = replication_tables(scenario)](std::uint32_t replication,
                                                                    const Send& send) {
    const bool keep_rows = replication < visits;
    auto [records, usage] = simulate_measured(scenario, replication, keep_rows);
    try {
      send_tables(scenario, tables, replication, std::move(records), keep_rows, usage, send);
    } catch (const ContractError& error) {
      throw_with_replication(error, scenario, replication);
    }
  };
}

}  // namespace doorstroom
