// A whole country: time beside that of one region, and memory of both.

#include "tests/bench/country.hpp"

#include "models/continuum/continuum.hpp"
#include "models/loading/scenario_loader.hpp"
#include "tests/app/program.hpp"
#include "tests/bench/groups.hpp"
#include "tests/bench/process.hpp"

namespace doorstroom::bench {
namespace {

using testing::Scratch;

constexpr int regions = 42;
/// After two of warm-up, and with those who are there when it begins: a million youths.
constexpr int years = 6;

std::string side_by_side(const Scratch& folder, int copies) {
  return write_country(folder.path().string(), testing::holland_rijnland, copies, years);
}

Scenario scenario_side_by_side(int copies) {
  const Scratch folder;
  return load_scenario(side_by_side(folder, copies)).scenario;
}

/// As many replications of one region as there are regions would take as long as the country does;
/// some are enough.
constexpr std::uint32_t replications = 8;

Taken one_region() {
  const Scenario scenario = scenario_side_by_side(1);
  Taken all{0, 0};
  for (std::uint32_t replication = 0; replication < replications; ++replication) {
    const Stopwatch watch;
    all.amount += static_cast<double>(simulate(scenario, replication, false).visit_count);
    all.seconds += watch.seconds();
  }
  return all;
}

Taken all_regions() {
  const Scenario scenario = scenario_side_by_side(regions);
  const Stopwatch watch;
  const auto visits = static_cast<double>(simulate(scenario, 0, false).visit_count);
  return {watch.seconds(), visits};
}

Taken memory_of(const std::string& scenario, const std::string& kept_visits) {
  const Scratch folder;
  return {0, peak_anonymous_memory(
                 run_of(scenario, folder / "out.h5",
                        {"--replications", "1", "--jobs", "1", "--visits", kept_visits})) /
                 1e6};
}

Taken memory_of_country(const std::string& kept_visits) {
  const Scratch folder;
  return memory_of(side_by_side(folder, regions), kept_visits);
}

Row memory(std::string id, std::string what, std::string side, double megabytes) {
  return {.id = std::move(id),
          .what = std::move(what),
          .side = std::move(side),
          .at_least = false,
          .target = megabytes,
          .unit = "MB"};
}

}  // namespace

Group whole_country() {
  return {
      .sides = {{"country", "s/visit", Figure::cost, fresh(all_regions)},
                {"one_region", "s/visit", Figure::cost, fresh(one_region)},
                {"country_memory", "MB", Figure::amount, [] { return memory_of_country("1"); }, 1},
                {"country_memory_0", "MB", Figure::amount, [] { return memory_of_country("0"); },
                 1},
                {"region_memory_0", "MB", Figure::amount,
                 [] { return memory_of(testing::holland_rijnland, "0"); }}},
      .rows = {
          {.id = "country",
           .what = "42 regions in one, 1 M youths, per visit",
           .yardstick = "one region, per visit",
           .side = "country",
           .yardstick_side = "one_region",
           .at_least = false,
           .target = 2,
           .unit = "x"},
          memory("country_memory", "42 regions in one, anonymous memory", "country_memory", 600),
          memory("country_memory_0", "42 regions in one, --visits 0", "country_memory_0", 300),
          memory("memory", "one region, anonymous memory, --visits 0", "region_memory_0", 24)}};
}

}  // namespace doorstroom::bench
