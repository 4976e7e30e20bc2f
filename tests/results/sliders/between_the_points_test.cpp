#include <gmock/gmock.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "results/emulation/emulator_folder.hpp"
#include "results/emulation/emulator_report.hpp"
#include "results/file/text_file.hpp"
#include "results/page/report_page.hpp"
#include "results/page/whole_report.hpp"
#include "results/run/scenario_run.hpp"
#include "results/sliders/between_the_points.hpp"
#include "tests/results/emulation/made_up_sweep.hpp"

namespace doorstroom {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::ThrowsMessage;

const std::string places_and_days =
    "vary:\n  arrangements.oza.places: {from: 16, to: 36}\n"
    "  desks.youth_team.takes: {from: 1 week, to: 3 weeks}\n"
    "design: {latin_hypercube: 24}\nreplications: 6\nkeep: [dropouts_per_year]\n";

/// More of the first makes it fewer by 20 at most, more of the second makes it 8 more.
double mostly_places(const std::vector<double>& values) {
  return 60 - values[0] + 4 * values[1];
}

/// A luck that all points share, and one of their own.
MadeUp with_luck(double (*truth)(const std::vector<double>&)) {
  return [truth](const std::vector<double>& values, std::uint32_t replication) {
    const double own = std::sin(1000 * values[0] + 77. * replication);
    return std::map<std::string, double>{
        {"dropouts_per_year", truth(values) + std::sin(10. * replication) + 0.1 * own}};
  };
}

/// A result of the scenario that made-up sweeps are of.
class BaseResult {
 public:
  std::string with(std::vector<std::string> sets) const {
    sets.emplace_back("replications=2");
    const Scenario scenario = load_scenario(files_.write(minimal(), "base.yaml"), sets).scenario;
    RunNotes notes({});
    const std::string out = folder_ / "base.h5";
    run_to_file(scenario, {.out = out, .force = true, .jobs = 1}, {"0.1.0", "abc"}, notes);
    return out;
  }

 private:
  ScenarioFiles files_;
  example::TemporaryFolder folder_;
};

class BetweenThePoints : public ::testing::Test {
 protected:
  /// @param agree  how many of sixty points agreed in the test of the emulator
  /// @param relevant  smallest difference that matters
  static void emulate(const MadeUpSweep& sweep, std::uint32_t agree = 60,
                      std::optional<double> relevant = {}) {
    ResultReader merged = sweep.merged();
    SweepEmulator emulator = fit_sweep(merged, sweep.manifest(), sweep.manifest().keep.front());
    emulator.check.all = {60, agree, 0.25};
    emulator.smallest_relevant = relevant;
    sweep.folder().subfolder("emulators");
    write_text_file(emulator_path(sweep.folder(), emulator.kpi), emulator_json(emulator));
  }

  ReportSection section(const MadeUpSweep& sweep, const std::vector<std::string>& sets = {}) const {
    ReportSources sources({.paths = {base_.with(sets), sweep.folder().path()},
                           .language = Language::en,
                           .command = {}});
    return between_the_points(sources);
  }

  template <class Block>
  static std::vector<Block> blocks_of(const ReportSection& section) {
    std::vector<Block> found;
    for (const ReportBlock& block : section.blocks)
      if (const auto* one = std::get_if<Block>(&block)) found.push_back(*one);
    return found;
  }
  static SliderBlock sliders(const ReportSection& section) {
    return blocks_of<SliderBlock>(section).at(0);
  }
  /// What is said of the only figure.
  static std::string sentence(const ReportSection& section) {
    return blocks_of<ReportList>(section).at(1).items.at(0);
  }

  BaseResult base_;
};

TEST_F(BetweenThePoints, tells_settings_in_words_with_what_they_are_now) {
  const MadeUpSweep sweep(places_and_days, with_luck(mostly_places));
  const ReportSection told = section(sweep);
  const std::vector<SliderKnob> knobs = sliders(told).knobs;
  ASSERT_THAT(knobs, SizeIs(2));
  EXPECT_EQ(knobs[0].label, "oza: places");
  EXPECT_EQ(knobs[0].now, 24);
  EXPECT_TRUE(knobs[0].whole);
  EXPECT_EQ(knobs[1].start, 2);
  EXPECT_EQ(knobs[1].unit_label, "weeks");
  EXPECT_THAT(blocks_of<ReportList>(told).at(0).items,
              Contains("oza: places, from 16 to 36; now 24"));
}

TEST_F(BetweenThePoints, is_of_the_scenario_of_the_report) {
  const MadeUpSweep sweep(places_and_days, with_luck(mostly_places));
  EXPECT_THAT([&] { section(sweep, {"sources.school.per_year=130"}); },
              ThrowsMessage<InputError>(HasSubstr("another scenario")));
}

TEST_F(BetweenThePoints, begins_at_what_the_result_has_of_what_was_swept) {
  const MadeUpSweep sweep(places_and_days, with_luck(mostly_places));
  EXPECT_EQ(sliders(section(sweep, {"arrangements.oza.places=30"})).knobs[0].start, 30);
}

TEST_F(BetweenThePoints, begins_at_the_nearest_value_when_now_was_not_swept) {
  const MadeUpSweep sweep(places_and_days, with_luck(mostly_places));
  const ReportSection told = section(sweep, {"arrangements.oza.places=50"});
  EXPECT_EQ(sliders(told).knobs[0].start, 36);
  EXPECT_EQ(sliders(told).knobs[0].now, 50);
  EXPECT_THAT(blocks_of<ReportText>(told)[1].text,
              HasSubstr("is 50 now, which lies outside: the page begins at 36"));
}

TEST_F(BetweenThePoints, says_which_setting_moves_a_figure_most) {
  const MadeUpSweep sweep(places_and_days, with_luck(mostly_places));
  emulate(sweep);
  EXPECT_THAT(sentence(section(sweep)),
              HasSubstr("\"oza: places\" moves it most: from 16 to 36 it falls by"));
}

TEST_F(BetweenThePoints, says_when_it_cannot_tell_which_setting_moves_a_figure_most) {
  const MadeUpSweep sweep(places_and_days, with_luck([](const std::vector<double>& values) {
                            return 60 - values[0] + 10 * values[1];
                          }));
  emulate(sweep);
  EXPECT_THAT(sentence(section(sweep)),
              HasSubstr("Which of these moves it most cannot be told yet: "));
}

TEST_F(BetweenThePoints, says_when_no_setting_is_shown_to_do_anything) {
  const MadeUpSweep sweep(places_and_days,
                          with_luck([](const std::vector<double>&) { return 60.0; }));
  emulate(sweep);
  EXPECT_THAT(sentence(section(sweep)), HasSubstr("No setting is shown to move it."));
}

TEST_F(BetweenThePoints, says_when_no_setting_does_as_much_as_matters) {
  const MadeUpSweep sweep(places_and_days, with_luck(mostly_places));
  emulate(sweep, 60, 40);
  EXPECT_THAT(sentence(section(sweep)),
              HasSubstr("No setting moves it by as much as matters, 40."));
}

TEST_F(BetweenThePoints, tells_all_points_of_the_sweep_in_a_table) {
  const MadeUpSweep sweep(places_and_days, with_luck(mostly_places));
  const ReportSection told = section(sweep);
  const SliderBlock block = sliders(told);
  const ReportTable table = blocks_of<ReportTable>(told).back();
  ASSERT_THAT(table.rows, SizeIs(24));
  for (std::size_t point = 0; point < 24; ++point) {
    const std::vector<ReportCell>& cells = table.rows[point].cells;
    EXPECT_EQ(cells[0].value, block.points[point][0]);
    EXPECT_EQ(cells[2].value, block.figures[0].points[point].mean);
    EXPECT_NEAR(*cells[2].value, mostly_places(block.points[point]), 1.1);
  }
}

TEST_F(BetweenThePoints, shows_simulated_points_only_without_an_emulator) {
  const MadeUpSweep sweep(places_and_days, with_luck(mostly_places));
  const ReportSection told = section(sweep);
  EXPECT_FALSE(sliders(told).figures[0].accepted);
  EXPECT_THAT(sentence(told), HasSubstr("No estimate was made of this figure"));
  EXPECT_THAT(blocks_of<ReportTable>(told), SizeIs(1)) << "nothing is estimated";
}

TEST_F(BetweenThePoints, shows_simulated_points_only_when_the_emulator_was_refused) {
  const MadeUpSweep sweep(places_and_days, with_luck(mostly_places));
  emulate(sweep, 53);
  const ReportSection told = section(sweep);
  EXPECT_FALSE(sliders(told).figures[0].accepted);
  EXPECT_THAT(sliders(told).figures[0].emulator, IsEmpty());
  EXPECT_THAT(sentence(told),
              HasSubstr("failed its test: 53 of 60 new combinations agreed, and 54"));
  const std::vector<ReportCell> cells = blocks_of<ReportTable>(told).at(0).rows.at(0).cells;
  EXPECT_EQ(cells[1].value, 53);
  EXPECT_EQ(cells[2].value, 54);
}

TEST_F(BetweenThePoints, holds_the_settings_that_move_the_figures_least) {
  const MadeUpSweep sweep(
      "vary:\n  arrangements.oza.places: {from: 16, to: 36}\n"
      "  desks.youth_team.staff: {from: 3 fte, to: 4 fte}\n"
      "  desks.youth_team.takes: {from: 1 week, to: 3 weeks}\n"
      "  sources.school.per_year: {from: 100, to: 140}\n"
      "  arrangements.oza.waiting.at_home: {from: 20%, to: 60%}\n"
      "  desks.youth_team.hours: {from: 1200 hours per year, to: 1400 hours per year}\n"
      "  arrangements.oza.cost.per_place: {from: 20000 EUR per year, to: 24000 EUR per year}\n"
      "design: {latin_hypercube: 70}\nreplications: 5\nkeep: [dropouts_per_year]\n",
      with_luck([](const std::vector<double>& values) {
        return 60 - values[0] + 10 * values[1] + 4 * values[2] + values[3] / 4 + values[5] / 20 +
               values[6] / 400;
      }));
  emulate(sweep);
  std::vector<std::string> held;
  for (const SliderKnob& knob : sliders(section(sweep)).knobs)
    if (knob.held) held.push_back(knob.path);
  EXPECT_THAT(held, ElementsAre("arrangements.oza.waiting.at_home"));
}

TEST_F(BetweenThePoints, hands_the_page_numbers_with_all_their_digits) {
  const MadeUpSweep sweep(places_and_days, with_luck(mostly_places));
  emulate(sweep);
  Report report;
  report.sections.push_back(section(sweep));
  const auto json = nlohmann::json::parse(report_json(report));
  for (const auto& block : json["sections"][0]["blocks"])
    if (block["kind"] == "sliders") {
      EXPECT_EQ(block["points"], sliders(report.sections[0]).points);
      EXPECT_EQ(block["figures"][0]["points"][3]["mean"],
                sliders(report.sections[0]).figures[0].points[3].mean);
      EXPECT_THAT(block["figures"][0]["emulator"]["weights"], SizeIs(24));
    }
}

}  // namespace
}  // namespace doorstroom
