#include "results/calibration/calibration.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "models/messages/utf8.hpp"
#include "results/calibration/calibration_report.hpp"
#include "results/experiment/calibration_file.hpp"
#include "tests/support/languages.hpp"
#include "tests/support/planted_cases.hpp"

namespace doorstroom {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::ThrowsMessage;

TEST(CalibrationTest, keeps_planted_inputs_and_rules_others_out) {
  for (const std::uint32_t number : {101U, 102U, 103U}) {
    const PlantedCase planted(number);
    CalibrationQuestion question;
    question.sets = 20;
    const Calibration found = planted.calibrated(question);
    EXPECT_LT(found.space.implausibility_at(planted.place, 100), ruled_out_from) << number;
    EXPECT_LT(found.waves.back().share, 0.7) << number;
    ASSERT_GE(found.sets.size(), 20u) << number;
    for (const CalibratedSet& set : found.sets) {
      EXPECT_FALSE(set.implausibility.rules_out());
      EXPECT_LE(set.implausibility.second, set.implausibility.largest);
      EXPECT_EQ(set.values.size(), 3u);
      EXPECT_EQ(set.figures.size(), 5u);
    }
    EXPECT_EQ(found.tuned(), 4u);
    EXPECT_LE(found.most_met, found.most_met_by_point);
    EXPECT_LE(found.most_met_by_point, 4u);
    EXPECT_GT(found.sets_with_most, 0u);
    for (const TargetMatch& match : found.targets) {
      EXPECT_EQ(match.covered.has_value(), match.target.tune);
      EXPECT_GT(match.points_met, 0u);
      if (match.covered) {
        EXPECT_GT(*match.covered, 0.85);
      }
    }
  }
}

std::string folder_of(const ScenarioFiles& files) {
  return std::filesystem::path(files.write("", "in_it")).parent_path().string();
}

/// As many are there as arrive while one stays: both cannot be met while a stay lasts 75 days.
std::string impossible_pair() {
  return R"(doorstroom: 1
name: as many places as needed
period: {start: 2026-08-01, years: 4, warm_up: 1 year, follow_up: 0 days}
seed: 1
sources: {school: {per_year: 200, to: home}}
arrangements:
  home: {education: full, places: unlimited, stay: {exponential: {mean: 73 days}}, routes: {out: 100%}}
exits: {out: {education: full}}
evidence:
  sources.school.per_year: {basis: assumed, range: [100, 300]}
targets:
  home.entered_per_year: {range: [120, 130], use: tune, basis: measured}
  home.occupied_mean: {range: [49, 53], use: tune, basis: measured}
)";
}

class ImpossiblePair : public testing::Test {
 protected:
  Calibration calibrated(const std::string& text) {
    tree_.emplace(files_.write(text), std::vector<std::string>{});
    simulations_.emplace(std::vector{*tree_}, CalibrationQuestion::kpis(tree_->load().scenario),
                         SimulationSettings{.seed = 1, .pool = {.jobs = 2}});
    return calibrate(question_, *simulations_);
  }

  ScenarioFiles files_;
  CalibrationQuestion question_{.points = 20, .replications = 2, .sets = 5};
  std::optional<ScenarioTree> tree_;
  std::optional<Simulations> simulations_;
};

TEST_F(ImpossiblePair, is_told_by_name_and_never_called_proof) {
  const Calibration found = calibrated(impossible_pair());
  EXPECT_THAT(found.sets, IsEmpty());
  EXPECT_EQ(found.waves.back().share, 0);
  EXPECT_THAT(found.not_together, ElementsAre(ElementsAre(0u, 1u)));
  const std::string english = calibration_text(question_, found, *simulations_, Language::en, 80);
  EXPECT_THAT(english,
              AllOf(HasSubstr("No set of inputs was found that agrees"), HasSubstr("meets both"),
                    HasSubstr("that meets all 2"), HasSubstr("this is no proof")));
  const std::string json = calibration_json(found, *simulations_, {});
  write_calibration(folder_of(files_), json);
  EXPECT_THAT([&] { read_calibrated_sets(folder_of(files_)); },
              ThrowsMessage<InputError>(HasSubstr("left no set of inputs")));
}

TEST_F(ImpossiblePair, with_a_model_that_may_be_far_off_is_possible) {
  std::string text = impossible_pair();
  for (const char* range : {"range: [120, 130]", "range: [49, 53]"})
    text = changed(text, range, std::string(range) + ", discrepancy: 60%");
  const Calibration found = calibrated(text);
  EXPECT_GE(found.sets.size(), 5u);
}

TEST_F(ImpossiblePair, of_which_none_is_to_be_tuned_on_is_refused) {
  std::string text = impossible_pair();
  for (int i = 0; i < 2; ++i) text = changed(text, "use: tune", "use: check");
  EXPECT_THAT([&] { calibrated(text); }, ThrowsMessage<InputError>(HasSubstr("use: tune")));
  question_.at_most = 50;
  EXPECT_THAT([&] { calibrated(impossible_pair()); },
              ThrowsMessage<InputError>(HasSubstr("--at-most 50 is too few")));
}

TEST(CalibrationTest, groups_of_targets_are_told_only_if_any_fewer_go_together) {
  const std::vector<std::vector<bool>> met{
      {true, true, false, true}, {true, false, true, false}, {false, true, true, false}};
  EXPECT_THAT(never_together(met, {0, 1, 2, 3}),
              ElementsAre(ElementsAre(2u, 3u), ElementsAre(0u, 1u, 2u)));
  EXPECT_THAT(never_together(met, {0, 1}), IsEmpty());
}

TEST(CalibrationTest, is_told_within_80_columns_and_kept_as_json_that_other_commands_read) {
  const PlantedCase planted(104);
  const ScenarioFiles files;
  const ScenarioTree tree(files.write(planted.scenario), std::vector<std::string>{});
  const CalibrationQuestion question{.sets = 6};
  Simulations simulations({tree}, CalibrationQuestion::kpis(tree.load().scenario),
                          {.seed = 1, .pool = {.jobs = 2}});
  Calibration found = calibrate(question, simulations);
  found.folder = folder_of(files);
  for (const Language language : {Language::en, language_nl}) {
    std::istringstream lines(calibration_text(question, found, simulations, language, 80));
    for (std::string line; std::getline(lines, line);)
      EXPECT_LE(characters(line).size(), 80u) << line;
  }
  write_calibration(folder_of(files), calibration_json(found, simulations, {}));
  const CalibratedSets sets = read_calibrated_sets(folder_of(files));
  EXPECT_EQ(sets.scenario, "planted");
  EXPECT_THAT(sets.paths, ElementsAre("sources.arrivals.per_year", "arrangements.help.stay",
                                      "arrangements.help.routes.more.share"));
  ASSERT_EQ(sets.values.size(), found.sets.size());
  const auto bare = [](std::string value) {
    std::erase(value, '"');
    return value;
  };
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(sets.values[2][i], bare(found.sets[2].values[i]));
  const nlohmann::json json = nlohmann::json::parse(calibration_json(found, simulations, 3.5));
  EXPECT_EQ(json["format"], "doorstroom.calibration");
  EXPECT_EQ(json["seconds"], 3.5);
  EXPECT_EQ(json["targets"][4]["use"], "check");
  const Assumptions assumptions = assumptions_of({tree});
  const std::vector<WorldState> states = states_of_sets(assumptions, sets, 1);
  ASSERT_EQ(states.size(), sets.values.size());
  for (std::size_t s = 0; s < states.size(); ++s) {
    EXPECT_EQ(states[s].values, sets.values[s]);
    for (std::size_t i = 0; i < 3; ++i)
      EXPECT_NEAR(states[s].places[i], found.sets[s].places[i], 0.002);
  }
  EXPECT_EQ(calibration_tables(found).front().rows(), found.sets.size());
}

}  // namespace
}  // namespace doorstroom
