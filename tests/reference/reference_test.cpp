#include "tests/reference/reference.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>

#include "models/continuum/continuum.hpp"
#include "tests/reference/agreement.hpp"
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

/// A number from the environment.
std::optional<std::uint64_t> wish(const char* name) {
  const char* value = std::getenv(name);
  if (!value) return std::nullopt;
  return std::strtoull(value, nullptr, 10);
}

using Counts = std::array<std::size_t, 10>;  ///< of visits, by outcome

void compare(std::uint64_t number, Counts& counts) {
  const std::string text = random_scenario(number);
  const std::string which = fmt::format("scenario {}:\n{}", number, text);
  const ScenarioFiles files;
  ASSERT_EQ(files.mistakes(text), "") << which;
  const Scenario scenario = files.load(text).scenario;
  const Records records = doorstroom::simulate(scenario, 1, true);
  EXPECT_EQ(static_cast<std::uint64_t>(std::ranges::count_if(
                records.youths, [](const YouthRow& youth) { return youth.exit != no_node; })),
            records.exited)
      << which;
  for (const Visit& visit : records.visits) ++counts[static_cast<std::size_t>(visit.outcome)];
  const int most = wish("DOORSTROOM_REFERENCE_ONLY") ? 1000 : 3;
  EXPECT_EQ(disagreements(scenario, records, simulate(scenario, 1), most), "") << which;
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
