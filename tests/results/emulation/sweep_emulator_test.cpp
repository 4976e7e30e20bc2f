#include "results/emulation/sweep_emulator.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

#include "results/emulation/emulator_report.hpp"
#include "results/emulation/prediction.hpp"
#include "tests/results/emulation/made_up_sweep.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using testing::ThrowsMessage;

using Basis = PredictedFigure::Basis;

const KpiName dropouts_a_year{.node = "", .column = "dropouts_per_year"};

std::string plan(int points, int replications) {
  return "vary:\n  arrangements.oza.places: {from: 16, to: 36}\n"
         "  desks.youth_team.takes: {from: 1 week, to: 3 weeks}\n"
         "design: {latin_hypercube: " +
         std::to_string(points) + "}\nreplications: " + std::to_string(replications) +
         "\nkeep: [dropouts_per_year]\n";
}

double truth(const std::vector<double>& values) {
  return 10 + 200 / values[0] + values[1] * values[1];
}

/// The truth, moved by a luck that all points share.
std::map<std::string, double> lucky(const std::vector<double>& values, std::uint32_t replication) {
  return {{"dropouts_per_year", truth(values) + std::sin(10. * replication)}};
}

class MadeUpEmulator : public testing::Test {
 protected:
  MadeUpEmulator() { emulator_.check.all = {60, 60, 0.1}; }
  PredictedFigure at(const std::vector<double>& values) {
    return predict(emulator_, merged_, values);
  }

  MadeUpSweep sweep_{plan(24, 6), lucky};
  ResultReader merged_ = sweep_.merged();
  SweepEmulator emulator_ = fit_sweep(merged_, sweep_.manifest(), dropouts_a_year);
};

TEST_F(MadeUpEmulator, estimates_between_the_points) {
  double luck = 0;
  for (int r = 0; r < 6; ++r) luck += std::sin(10. * r) / 6;
  for (const std::vector<double>& values : {std::vector{24.0, 1.9}, {32.0, 2.6}}) {
    const PredictedFigure found = at(values);
    EXPECT_EQ(found.basis, Basis::estimated);
    EXPECT_NEAR(found.emulated.mean, truth(values) + luck, 0.05);
    EXPECT_LE(found.emulated.noise.low, truth(values));
    EXPECT_GE(found.emulated.noise.high, truth(values));
    EXPECT_LT(found.emulated.p10, found.emulated.p90);
  }
}

TEST_F(MadeUpEmulator, shows_a_simulated_point_as_it_was) {
  const PredictedFigure found = at(emulator_.design[3]);
  EXPECT_EQ(found.basis, Basis::simulated);
  EXPECT_EQ(found.emulated.mean, found.nearest.figure.mean.mean);
  EXPECT_EQ(found.emulated.emulator.low, found.emulated.emulator.high);
}

TEST_F(MadeUpEmulator, shows_nothing_but_the_nearest_point_when_it_was_refused) {
  emulator_.check.all.agree = 53;
  const PredictedFigure found = at({24, 1.9});
  EXPECT_EQ(found.basis, Basis::refused);
  EXPECT_THAT(found.nearest.values, SizeIs(2));
  EXPECT_EQ(at(emulator_.design[3]).basis, Basis::simulated);
  EXPECT_THAT(prediction_json("s", emulator_.space, {24, 1.9}, {found}),
              HasSubstr("\"mean\": null"));
}

TEST_F(MadeUpEmulator, is_the_same_when_read_from_its_file) {
  emulator_.fresh.push_back({{24, 1.9}, 21, {21.5, {20, 23}, {21, 22}, 19, 24}, true, false});
  const SweepEmulator read = emulator_of("e.json", emulator_json(emulator_));
  EXPECT_EQ(emulator_json(read), emulator_json(emulator_));
  EXPECT_EQ(predict(read, merged_, {24, 1.9}).emulated.mean, at({24, 1.9}).emulated.mean);
}

TEST_F(MadeUpEmulator, is_not_read_from_a_damaged_file) {
  const std::string whole = emulator_json(emulator_);
  const auto refused = [&](const std::string& text, const std::string& why) {
    EXPECT_THAT([&] { emulator_of("e.json", text); }, ThrowsMessage<InputError>(HasSubstr(why)));
  };
  refused(whole.substr(0, whole.size() / 2), "no emulator of a sweep");
  refused("{}", "its format is not");
  std::string fewer = whole;
  fewer.replace(fewer.find("\"lengths\": ["), 12, "\"lengths\": [1.0,");
  refused(fewer, "its parts do not fit together");
  std::string newer = whole;
  newer.replace(newer.find("\"format_version\": 1"), 19, "\"format_version\": 2");
  refused(newer, "its format version is 2");
}

TEST_F(MadeUpEmulator, wants_a_value_within_the_space_for_every_parameter) {
  const auto refused = [&](const std::vector<std::string>& arguments, const std::string& why) {
    EXPECT_THAT([&] { values_in(emulator_.space, arguments); },
                ThrowsMessage<InputError>(HasSubstr(why)));
  };
  EXPECT_THAT(
      values_in(emulator_.space, {"desks.youth_team.takes=2 weeks", "arrangements.oza.places=20"}),
      ElementsAre(20, 2));
  refused({"arrangements.oza.places=20"}, "no value for desks.youth_team.takes");
  refused({"arrangements.oza.places=40"}, "goes from 16 to 36");
  refused({"arrangements.oza.places=2 weeks"}, "no amount as the sweep has them");
  refused({"arrangements.oza.place=20"}, "names no parameter of this sweep");
}

TEST(SweepEmulator, takes_ten_points_for_each_parameter_and_five_replications) {
  const auto why_not = [](int points, int replications) -> std::string {
    const MadeUpSweep sweep(plan(points, replications), lucky);
    ResultReader merged = sweep.merged();
    try {
      fit_sweep(merged, sweep.manifest(), dropouts_a_year);
      return "";
    } catch (const InputError& error) {
      return error.what();
    }
  };
  EXPECT_THAT(why_not(19, 5), HasSubstr("19 points are too few"));
  EXPECT_THAT(why_not(20, 4), HasSubstr("4 replications"));
  EXPECT_EQ(why_not(20, 5), "");
}

TEST(SweepEmulator, takes_no_figure_without_a_value_in_some_replications) {
  const MadeUpSweep sweep(plan(20, 5), [](const auto& values, std::uint32_t r) {
    return std::map<std::string, double>{
        {"dropouts_per_year", r == 2 ? std::nan("") : truth(values)}};
  });
  ResultReader merged = sweep.merged();
  EXPECT_THAT([&] { fit_sweep(merged, sweep.manifest(), dropouts_a_year); },
              ThrowsMessage<InputError>(HasSubstr("no value in some replications")));
}

/// What it was fitted to has nothing to do with what the scenario simulates.
TEST(SweepEmulator, is_refused_when_fresh_points_do_not_agree) {
  const MadeUpSweep sweep(plan(24, 5), lucky);
  ResultReader merged = sweep.merged();
  SweepEmulator emulator = fit_sweep(merged, sweep.manifest(), dropouts_a_year);
  const Manifest& manifest = sweep.manifest();
  Simulations simulations({ScenarioTree(manifest.base_name, manifest.base)}, manifest.keep,
                          {.program = manifest.program, .seed = manifest.seed});
  test_on_fresh_points(emulator, simulations);
  EXPECT_EQ(emulator.check.all.points, 60u);
  EXPECT_FALSE(emulator.check.accepted());
  const std::string text = emulator_text(emulator, simulations.scenario(0), Language::en, 80);
  EXPECT_THAT(text, HasSubstr("Refused"));
  EXPECT_THAT(text, Not(HasSubstr("Accepted")));
}

}  // namespace
}  // namespace doorstroom
