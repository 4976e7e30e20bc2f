// A whole country: time beside that of one region, and memory of both.

#include "tests/bench/country.hpp"

#include <memory>

#include "models/continuum.hpp"
#include "models/scenario_loader.hpp"
#include "tests/app/program.hpp"
#include "tests/bench/groups.hpp"
#include "tests/bench/process.hpp"

namespace doorstroom::bench {
namespace {

using testing::Scratch;

constexpr int regions = 42;
/// After two of warm-up, and with those of today: a million youths.
constexpr int years = 6;

std::string country() {
  return country_of(testing::holland_rijnland, regions, years);
}

/// As many replications of one region as there are regions would take as long as the country does;
/// some are enough.
constexpr std::uint32_t replications = 8;

Taken simulated(const Scenario& scenario, std::uint32_t times) {
  Taken all{0, 0};
  for (std::uint32_t replication = 0; replication < times; ++replication) {
    const Stopwatch watch;
    all.amount += static_cast<double>(simulate(scenario, replication, false).visit_count);
    all.seconds += watch.seconds();
  }
  return all;
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
  return memory_of(folder.write("country.yaml", country()), kept_visits);
}

std::shared_ptr<const Scenario> load_country() {
  const Scratch folder;
  return std::make_shared<const Scenario>(
      load_scenario(folder.write("country.yaml", country())).scenario);
}

Row memory(std::string id, std::string what, std::string side, double megabytes) {
  return {.id = std::move(id),
          .what = std::move(what),
          .yardstick = {},
          .side = std::move(side),
          .yardstick_side = {},
          .against = Against::nothing,
          .at_least = false,
          .target = megabytes,
          .unit = "MB"};
}

}  // namespace

Group whole_country() {
  const auto one = std::make_shared<const Scenario>(
      load_scenario(testing::holland_rijnland, {"period.years=" + std::to_string(years)}).scenario);
  return {
      .sides = {{"country", "s/visit", Figure::cost,
                 fresh([all = load_country()] { return simulated(*all, 1); })},
                {"one_region", "s/visit", Figure::cost,
                 fresh([one] { return simulated(*one, replications); })},
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
