// The n-th call of a kind fails: for every n that there is, and for a sample in the fast suite.

#include <gmock/gmock.h>

#include <iostream>

#include "tests/faults/faults.hpp"

namespace doorstroom::testing {
namespace {

bool is_sampled(const Fault& fault) {
  return std::string(fault.kind) == "malloc";  // there are a hundred thousand
}

/// Of which there are hundreds in a command.
bool is_of_many(const Fault& fault) {
  const std::string kind = fault.kind;
  return kind.starts_with("write") || kind == "read" || kind == "malloc";
}

/// Lets calls fail, as many as `most`, spread evenly over those that there are.
void fail_some(FaultyTrial& trial, const Fault& fault, std::uint64_t most) {
  const std::uint64_t count = trial.count(fault);
  const std::uint64_t some = std::min(count, most);
  for (std::uint64_t i = 0; i < some; ++i) trial.fail(fault, 1 + i * count / some);
}

/// Lets each call fail in turn, or every so manieth.
void fail_every(FaultyTrial& trial, const Fault& fault, std::uint64_t step) {
  std::uint64_t n = 1;
  while (trial.fail(fault, n)) n += step;
}

class Faults : public ::testing::TestWithParam<std::tuple<std::size_t, std::size_t>> {
 protected:
  const Trial& trial() const { return trials()[std::get<0>(GetParam())]; }
  const Fault& fault() const { return faults[std::get<1>(GetParam())]; }

  static void tell(const Trial& trial, const Fault& fault, const FaultyTrial& tried) {
    for (const auto& [code, times] : tried.endings())
      std::cout << fmt::format("{:<13}{:<27} exit {} {:>5} times\n", trial.name, fault.name, code,
                               times);
  }
};

std::string name_of(const ::testing::TestParamInfo<Faults::ParamType>& info) {
  return fmt::format("{}_{}", trials()[std::get<0>(info.param)].name,
                     faults[std::get<1>(info.param)].name);
}

TEST_P(Faults, of_every_call_leave_nothing_half_and_are_told) {
  constexpr std::uint64_t sample = 200;
  const bool is_first_kind = std::get<1>(GetParam()) == 0;
  for (const bool over_old : {false, true}) {
    // Of thousands of writes, the first kind of fault is tried in both situations.
    if (over_old && (!trial().can_force || (is_of_many(fault()) && !is_first_kind))) continue;
    FaultyTrial tried(trial(), over_old);
    if (is_sampled(fault()))
      fail_some(tried, fault(), sample);
    else
      fail_every(tried, fault(), is_of_many(fault()) ? trial().step : 1);
    tell(trial(), fault(), tried);
  }
}

INSTANTIATE_TEST_SUITE_P(Every, Faults,
                         ::testing::Combine(::testing::Range<std::size_t>(0, trials().size()),
                                            ::testing::Range<std::size_t>(0, std::size(faults))),
                         name_of);

/// One call of each kind that files hang on, for each command.
TEST(FaultsSample, of_some_calls_leave_nothing_half_and_are_told) {
  std::uint64_t n = 0;
  for (const Trial& trial : trials()) {
    FaultyTrial tried(trial, trial.can_force);
    for (const char* kind : {"write_disk_full", "fsync_disk_fails", "rename_no_right"}) {
      const auto* const fault = std::ranges::find(faults, std::string_view(kind), &Fault::name);
      tried.fail(*fault, 1 + n++ % 40);
    }
  }
}

}  // namespace
}  // namespace doorstroom::testing
