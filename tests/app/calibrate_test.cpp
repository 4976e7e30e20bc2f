#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/app/program.hpp"
#include "tests/support/planted_cases.hpp"

/// doorstroom calibrate, and what other commands make of its sets, as people call them.

namespace doorstroom::testing {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;

constexpr auto seen = R"(targets:
  help.entered_per_year: {value: 95, tolerance: 10%, use: tune, basis: measured}
  help.occupied_mean: {value: 11, tolerance: 10%, use: tune, basis: measured}
  more.entered_per_year: {value: 33, tolerance: 10%, use: tune, basis: measured}
  more.occupied_mean: {value: 5, tolerance: 10%, use: check, basis: measured}
)";

class CalibrateCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    scratch_.write("base.yaml", planted_region(seen));
    scratch_.write(
        "more.yaml",
        "doorstroom: 1\nextends: base.yaml\nname: more\narrangements: {help: {places: 20}}\n");
  }
  Ended command(Words words) const {
    return doorstroom({.words = std::move(words), .folder = scratch_.path()});
  }
  Ended calibrate(Words more = {}) const {
    Words words{"calibrate", "base.yaml", "-o", "kept", "--sets", "20"};
    words.insert(words.end(), more.begin(), more.end());
    return command(std::move(words));
  }
  static void expect_narrow(const Ended& ended) {
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_LE(widest_line(ended.out), 80u) << ended.out;
  }
  static Json json_of(const Ended& ended) {
    EXPECT_EQ(ended.code, 0) << ended.err;
    return ended.code == 0 ? Json::parse(ended.out) : Json();
  }

  Scratch scratch_;
};

TEST_F(CalibrateCommand, says_what_it_plans_and_fits_in_80_columns_in_both_languages) {
  for (const char* language : {"en", "nl"}) {
    const Ended ended = calibrate({"--lang", language});
    EXPECT_THAT(ended.err, HasSubstr("--at-most"));
    EXPECT_THAT(ended.out, HasSubstr("--over kept"));
    expect_narrow(ended);
  }
}

TEST_F(CalibrateCommand, goes_on_where_it_was_and_says_the_same) {
  const Json whole = json_of(calibrate({"--json", "--save", "a.h5"}));
  const std::string kept = read_text(scratch_ / "kept/calibration.json");
  Json second = json_of(calibrate({"--json", "--jobs", "1"}));
  second["seconds"] = whole["seconds"];
  EXPECT_EQ(second, whole);
  EXPECT_EQ(read_text(scratch_ / "kept/calibration.json"), kept);
  EXPECT_GE(whole["sets"].size(), 20u);
  EXPECT_TRUE(whole["sets"][0]["values"]["arrangements.help.stay"].is_string());
  const Ended exported = command({"export", "a.h5", "--csv", "tables"});
  EXPECT_EQ(exported.code, 0) << exported.err;
  EXPECT_THAT(read_text(scratch_ / "tables/targets.csv"), HasSubstr("more.occupied_mean"));
}

TEST_F(CalibrateCommand, leaves_sets_that_other_commands_take_as_states_of_the_world) {
  const std::size_t sets = json_of(calibrate({"--json"}))["sets"].size();
  const Words choose{"choose", "base.yaml", "more.yaml", "--kpi", "help.waiting_mean <= 1",
                     "--over", "kept"};
  for (const char* language : {"en", "nl"}) {
    Words words = choose;
    words.insert(words.end(), {"--lang", language});
    expect_narrow(command(words));
  }
  Words words = choose;
  words.push_back("--json");
  const Json choice = json_of(command(words));
  EXPECT_EQ(choice["states"], sets);
  EXPECT_EQ(choice["over"]["same_scenario"], true);
  EXPECT_EQ(choice["over"]["inputs"], 3);
  EXPECT_EQ(choice["over"]["drawn"], 0);

  const Json compared = json_of(command({"compare", "base.yaml", "more.yaml", "--replications", "4",
                                         "--over", "kept", "--inner", "2", "--json"}));
  EXPECT_EQ(compared["over_evidence"]["points"], sets);
  EXPECT_EQ(compared["over_evidence"]["over"]["folder"], "kept");

  const Json seek =
      json_of(command({"seek", "base.yaml", "--vary", "arrangements.help.places=8..24", "--so-that",
                       "help.waiting_mean <= 2", "--over", "kept", "--json"}));
  EXPECT_EQ(seek["states"], sets);
  EXPECT_GT(seek["answer"], 8);
  EXPECT_LE(seek["met_share"].get<double>() + seek["open_share"].get<double>(), 1);
  EXPECT_LE(seek["constraints"][0]["states_p10"], seek["constraints"][0]["mean"]);

  for (const char* language : {"en", "nl"})
    expect_narrow(command({"sensitivity", "base.yaml", "--kpi", "help.waiting_mean", "--over",
                           "kept", "--lang", language}));
  const Json hangs_on = json_of(command({"sensitivity", "base.yaml", "more.yaml", "--kpi",
                                         "help.waiting_mean", "--over", "kept", "--json"}));
  EXPECT_EQ(hangs_on["figures"][0]["given_data"].size(), 3u);
  EXPECT_FALSE(hangs_on["figures"][0].contains("sobol"));
}

/// A variant brings an assumption of its own, and the base is not what was calibrated any more.
TEST_F(CalibrateCommand, tells_what_its_sets_do_not_know) {
  calibrate();
  scratch_.write("costly.yaml",
                 "doorstroom: 1\nextends: base.yaml\nname: costly\n"
                 "arrangements: {more: {cost: {per_stay: 100 EUR}}}\n"
                 "evidence: {arrangements.more.cost.per_stay: {basis: assumed, range: [50 EUR, 200 "
                 "EUR]}}\n");
  const Ended ended = command({"choose", "base.yaml", "costly.yaml", "--kpi", "cost_euro_per_year",
                               "--over", "kept", "--set", "period.years=2", "--lang", "en"});
  expect_narrow(ended);
  EXPECT_THAT(ended.out, HasSubstr("1 assumption was not calibrated"));
  EXPECT_THAT(ended.out, HasSubstr("not the same"));
}

TEST_F(CalibrateCommand, folders_that_hold_no_calibration_are_refused_with_what_to_do) {
  const auto over = [&](const char* folder) {
    return command({"choose", "base.yaml", "more.yaml", "--kpi", "help.waiting_mean", "--over",
                    folder, "--lang", "en"});
  };
  fs::create_directory(scratch_ / "broken");
  scratch_.write("broken/calibration.json", "{\"format\": \"doorstroom.calibration\"}");
  for (const char* folder : {"nowhere", "broken"}) {
    EXPECT_EQ(over(folder).code, 2);
    EXPECT_THAT(over(folder).err, HasSubstr("doorstroom calibrate FILE -o"));
  }
  const Ended nowhere = command({"calibrate", "base.yaml", "--lang", "en"});
  EXPECT_EQ(nowhere.code, 2);
  EXPECT_THAT(nowhere.err, HasSubstr("-o DIR"));
}

}  // namespace
}  // namespace doorstroom::testing
