// Answers are made by hand, so that it is known what a report must say of them.

#include <gmock/gmock.h>

#include "results/answers/how_sure.hpp"
#include "results/attribution/sensitivity_report.hpp"
#include "results/choices/choices.hpp"
#include "results/decisions/bottlenecks_report.hpp"
#include "results/decisions/seek_report.hpp"
#include "results/file/h5_file.hpp"
#include "results/file/result_format.hpp"
#include "results/file/table_stream.hpp"
#include "results/table/column.hpp"
#include "tests/results/report/made_section.hpp"

namespace doorstroom {
namespace {

using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

/// The smaller scenario, with what it says of its numbers.
const std::string with_evidence = R"(
evidence:
  arrangements.oza.places: {basis: measured, source: the region}
  arrangements.oza.stay: {basis: assumed, range: [9 months, 11 months, 14 months]}
  "**.waiting.at_home": {basis: derived, range: [20%, 60%]}
targets:
  oza.entered_per_year: {range: [0, 1000], use: tune, basis: measured}
  zoa.entered_per_year: {range: [900, 1000], use: check, basis: derived}
)";

/// What the scenario of a run is called, with what is set in it.
const std::string of_the_run =
    "One desk, two arrangements: period.years = 2, period.warm_up = 1 year";

class HowSureOf : public testing::Test {
 protected:
  /// Keeps an answer as `--save` does.
  std::string kept(const FileFormat& format, const std::vector<Table>& tables,
                   const std::string& scenario = of_the_run) const {
    std::string path = runs_.folder() / (std::string(format.name) + ".h5");
    H5File file = H5File::create(path);
    file.set_attribute("/", "format", std::string(format.name));
    file.set_attribute("/", "format_version", format.version);
    file.set_attribute("/", "scenario_name", scenario);
    file.set_attribute("/", "seed", std::int64_t{2026});
    for (const Table& table : tables) write_table(file, table);
    file.close();
    return path;
  }

  /// The result that answers are shown beside, made once.
  const std::string& base() {
    if (base_.empty()) base_ = runs_.run("base");
    return base_;
  }

  ReportSection section(const std::string& answer, Language language = Language::en) {
    ReportSources sources = sources_of({base(), answer}, language);
    return how_sure(sources);
  }

  static std::vector<std::string> texts(const ReportSection& section) {
    std::vector<std::string> all;
    for (const ReportText& text : blocks_of<ReportText>(section)) all.push_back(text.text);
    return all;
  }

  RunFolder runs_;
  std::string base_;
};

const ReportTable& table_named(const std::vector<ReportTable>& tables, const std::string& id) {
  const auto found = std::ranges::find(tables, id, &ReportTable::id);
  if (found == tables.end()) throw std::runtime_error("there is no table " + id);
  return *found;
}

TEST_F(HowSureOf, targets_and_evidence_counts_what_is_met_and_measured) {
  ReportSources sources = sources_of({runs_.run("base", with_evidence)});
  const ReportSection made = how_sure(sources);
  EXPECT_THAT(texts(made),
              Contains("Of the figures that were kept to check, 0 of 1 agree with the model."));
  EXPECT_THAT(texts(made), Contains(HasSubstr("tuned on, 1 of 1 agree")));
  EXPECT_THAT(blocks_of<ReportList>(made).front().items,
              testing::ElementsAre("zoa: entered a year"));
  const std::vector<ReportTable> tables = tables_of(made);
  EXPECT_EQ(table_named(tables, "targets").rows[1].cells[3].text, "no");
  const ReportTable& evidence = table_named(tables, "evidence");
  ASSERT_THAT(evidence.rows, SizeIs(4));
  EXPECT_EQ(evidence.rows[0].cells[0].text, "1");
  EXPECT_EQ(evidence.rows[0].cells[1].text, "0");
  EXPECT_EQ(evidence.rows[2].cells[1].text, "1");
  const ReportTable& ranges = table_named(tables, "ranges");
  ASSERT_THAT(ranges.rows, SizeIs(2));
  EXPECT_EQ(ranges.rows[0].header, "oza: how long youths stay");
  EXPECT_EQ(ranges.rows[0].cells[1].text, "9 months to 14 months, middle 11 months");
}

TEST_F(HowSureOf, nothing_that_was_observed_says_so) {
  ReportSources sources = sources_of({runs_.run("base")});
  EXPECT_THAT(texts(how_sure(sources)),
              IsSupersetOf({StartsWith("The scenario names nothing that was observed"),
                            StartsWith("The scenario does not say where its numbers come from")}));
}

Sensitivity on_dropouts(double total, double low, double floor) {
  Sensitivity found;
  found.figure.kpi = KpiName::parse("dropouts_per_year");
  found.shares = {{"arrangements.oza.stay", {total / 2, {0, total}, total, {low, 1.2}}},
                  {"absence.back_to_school", {0.1, {0, 0.2}, 0.1, {0, 0.2}}}};
  found.noise_floor = floor;
  return found;
}

TEST_F(HowSureOf, sensitivity_names_the_assumption_that_decides_and_the_floor_of_noise) {
  SensitivityAnswer answer;
  answer.figures = {on_dropouts(0.75, 0.5, 0.25)};
  const ReportSection made = section(kept(sensitivity_format, sensitivity_tables(answer)));
  EXPECT_THAT(texts(made),
              Contains("Dropouts a year: most depends on oza: how long youths stay. It "
                       "makes 75% of the spread (50% to 100%)."));
  const auto chart = std::get<IntervalChart>(blocks_of<ReportChart>(made).front().chart);
  ASSERT_THAT(chart.rows, SizeIs(2));
  EXPECT_EQ(chart.rows[0].middle, 75);
  EXPECT_EQ(chart.rows[0].high, 100) << "shares are cut off at the whole";
  EXPECT_EQ(chart.rows[1].tone, IntervalRow::Tone::undecided) << "it is below the noise";
  ASSERT_THAT(chart.marks, SizeIs(1));
  EXPECT_EQ(chart.marks[0].at, 25);
}

TEST_F(HowSureOf, sensitivity_below_the_noise_claims_nothing) {
  SensitivityAnswer answer;
  answer.figures = {on_dropouts(0.75, 0.2, 0.25)};
  const std::string path = kept(sensitivity_format, sensitivity_tables(answer));
  EXPECT_THAT(texts(section(path)), Contains(HasSubstr("but noise may do as much")));
  ReportSources sources = sources_of({base(), path});
  EXPECT_THAT(texts(page_one(sources)),
              Contains("Dropouts a year: of no assumption is it shown that it decides."));
}

BottleneckRow bottleneck(const std::string& node, double low, double high, std::size_t rank_low,
                         std::size_t rank_high) {
  BottleneckRow row;
  row.node = node;
  row.lever = "arrangements." + node + ".places";
  row.capacity = 24;
  row.step = 2;
  row.effect.difference = {(low + high) / 2, low, high, 50};
  row.rank = {rank_low, rank_high};
  return row;
}

TEST_F(HowSureOf, bottlenecks_tells_ties_as_ties) {
  BottleneckQuestion question;
  question.kpi = KpiName::parse("absent_13w_mean");
  Bottlenecks found;
  found.rows = {bottleneck("oza", -9, -5, 1, 2), bottleneck("zoa", -8, -2, 1, 2),
                bottleneck("youth_team", -1, 1, 3, 3)};
  const ReportSection made =
      section(kept(bottlenecks_format, {bottlenecks_table(question, found)}));
  EXPECT_THAT(texts(made), Contains(HasSubstr("2 places more changes it by")));
  EXPECT_THAT(texts(made), Contains("It cannot be told from zoa: any of them may be the first."));
  const auto chart = std::get<IntervalChart>(blocks_of<ReportChart>(made).front().chart);
  ASSERT_THAT(chart.rows, SizeIs(3));
  EXPECT_THAT(chart.rows[0].text, HasSubstr("rank 1 to 2"));
  EXPECT_EQ(chart.rows[0].tone, IntervalRow::Tone::better);
  EXPECT_EQ(chart.rows[2].tone, IntervalRow::Tone::undecided);
  EXPECT_FALSE(chart.from_zero);
}

/// 26 places meet the target, 24 may, 22 miss it.
std::vector<Table> search_for_places(bool has_answer) {
  SeekQuestion question;
  question.knobs = {
      {.path = "arrangements.oza.places", .from = 20, .step = 2, .values = 5, .now = 24}};
  question.constraints = {{KpiName::parse("oza.entered_within_6w"), true, 0.8, 0.02}};
  SeekAnswer answer;
  if (has_answer) answer.answer = Combination{3};
  answer.answer_low = 2;
  answer.best_seen = {3};
  answer.fresh = 100;
  answer.met_chance = {0.625, 0.5, 0.75, 100};
  answer.confirmed.resize(1);
  answer.confirmed[0].figure = {{0.82, 0.8, 0.84, 100}, 0.75, 0.9};
  for (std::size_t i = 1; i < 4; ++i) {
    const double mean = 0.7 + 0.05 * static_cast<double>(i);
    answer.tried.push_back({{i}, {}, {{mean, mean - 0.01, mean + 0.01, 20}}});
    answer.tried.back().judgement.standing = i == 1   ? TargetStanding::misses
                                             : i == 2 ? TargetStanding::open
                                                      : TargetStanding::meets;
  }
  return seek_tables(question, answer);
}

TEST_F(HowSureOf, a_search_for_capacity_tells_what_noise_hides) {
  const std::string path = kept(seek_format, search_for_places(true));
  const ReportSection made = section(path);
  EXPECT_THAT(texts(made),
              IsSupersetOf({HasSubstr("it takes this: oza: places, 26 (now 24)."),
                            HasSubstr("From 24 on, noise hides whether less would do."),
                            HasSubstr("In 62% of single futures every target is met.")}));
  const auto chart = std::get<IntervalChart>(blocks_of<ReportChart>(made).front().chart);
  ASSERT_THAT(chart.rows, SizeIs(3));
  EXPECT_EQ(chart.rows[0].tone, IntervalRow::Tone::worse);
  EXPECT_EQ(chart.rows[1].tone, IntervalRow::Tone::undecided);
  EXPECT_EQ(chart.rows[2].tone, IntervalRow::Tone::better);
  EXPECT_DOUBLE_EQ(chart.marks.front().at, 80);
  ReportSources sources = sources_of({base(), path});
  const ReportSection first = page_one(sources);
  EXPECT_THAT(texts(first), Contains(HasSubstr("26 (now 24)")));
  const ReportTable options = blocks_of<ReportTable>(first).front();
  ASSERT_THAT(options.columns, SizeIs(4));
  EXPECT_EQ(options.columns.back().label, "oza: places, 26 (now 24)");
  EXPECT_EQ(options.rows.front().cells.back().text, "-") << "the search did not look at it";
  EXPECT_EQ(options.rows[3].header, "oza: entered within 6 weeks") << "its target";
  EXPECT_EQ(options.rows[3].cells.back().text, "82% (75 to 90)");
  EXPECT_THAT(options.rows[4].cells.back().text, testing::EndsWith(" (2 more)"));
}

TEST_F(HowSureOf, a_search_that_found_nothing_says_so) {
  EXPECT_THAT(texts(section(kept(seek_format, search_for_places(false)))),
              Contains(StartsWith("No capacity in the range was shown to meet the target")));
}

TEST_F(HowSureOf, answers_is_said_in_dutch) {
  const std::vector<std::string> told =
      texts(section(kept(seek_format, search_for_places(true)), language_nl));
  EXPECT_THAT(told, Contains("Vanaf 24 verbergt ruis of minder ook genoeg is."));
}

TEST_F(HowSureOf, plans_is_drawn_between_its_worst_and_its_best_tenth) {
  using column::number;
  using column::text;
  TableSpec spec{"/plans", {}};
  for (const char* name : {"plan", "kpi", "units", "fails_where"})
    spec.columns.push_back(text(name, translatable("Plan")));
  for (const char* name : {"mean", "low", "high", "worst_tenth", "best_tenth", "regret_mean",
                           "regret_max", "met_share", "open_share"})
    spec.columns.push_back(number(name, "1", translatable("Plan")));
  TableData rows(spec);
  const std::string kpi = "dropouts_per_year";
  const std::string units = "youth/year";
  rows.add(of_the_run, kpi, units, std::string("arrangements.oza.stay >= 9 months <= 11 months"),
           5.0, 4.0, 6.0, 9.0, 2.0, 0.5, 1.0, 0.25, 0.125);
  rows.add(std::string("Another plan"), kpi, units, std::string(), 6.0, 5.0, 7.0, 8.0, 3.0, 1.5,
           2.0, 0.5, 0.125);
  const ReportSection made = section(kept(choice_format, {{spec, std::move(rows)}}));
  const ReportChart block = blocks_of<ReportChart>(made).front();
  const auto& chart = std::get<IntervalChart>(block.chart);
  ASSERT_THAT(chart.rows, SizeIs(2));
  EXPECT_EQ(chart.rows[0].label, "Unchanged");
  EXPECT_EQ(chart.rows[0].low, 2);
  EXPECT_EQ(chart.rows[0].middle, 5);
  EXPECT_EQ(chart.rows[0].high, 9);
  EXPECT_THAT(texts(made), Contains("Unchanged fails its target mostly where oza: how long youths "
                                    "stay lies from 9 months to 11 months."));
}

TEST_F(HowSureOf, another_scenario_is_no_part_of_the_report) {
  const std::string path = kept(seek_format, search_for_places(true), "Elsewhere");
  try {
    sources_of({base(), path});
    FAIL() << "it was taken";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("about another scenario, Elsewhere"));
  }
}

}  // namespace
}  // namespace doorstroom
