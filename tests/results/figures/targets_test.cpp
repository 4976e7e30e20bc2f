#include "results/figures/targets.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "results/file/result_reader.hpp"
#include "results/text/summary.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {
namespace {

using namespace example;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::NanSensitiveDoubleEq;
using testing::Not;
using testing::ThrowsMessage;

Target target(const std::string& kpi, double low, double high, SourceLocation location = {}) {
  Target target;
  target.kpi = kpi;
  target.low = low;
  target.high = high;
  target.location = location;
  return target;
}

/// Dropouts are 3, 3.5 and 4 a year in its three replications.
Scenario with_targets() {
  Scenario s = scenario();
  s.targets = {target("dropouts_per_year", 3.4, 3.8), target("dropouts_per_year@0", 6, 9),
               target("oza.wait_p50@1", 1, 2)};
  s.targets[0].value = 3.6;
  s.targets[0].tune = true;
  return s;
}

TEST(Targets, the_model_stands_beside_what_was_found) {
  TemporaryFolder folder;
  const Scenario s = with_targets();
  write(folder / "out.h5", s);
  ResultReader file(folder / "out.h5");
  const Table& targets = file.table("/targets");
  EXPECT_THAT(targets.spec.columns[0].names,
              ElementsAre("dropouts_per_year", "dropouts_per_year@0", "oza.wait_p50@1"));
  const double nan = std::nan("");
  EXPECT_THAT(targets.numbers("mean"), ElementsAre(3.5, 5, NanSensitiveDoubleEq(nan)));
  EXPECT_NEAR(targets.numbers("mean_low")[0], 3.5 - 4.302652730 * 0.5 / std::sqrt(3), 1e-6);
  EXPECT_THAT(targets.numbers("value"),
              ElementsAre(3.6, NanSensitiveDoubleEq(nan), NanSensitiveDoubleEq(nan)));
  EXPECT_THAT(targets.numbers("low"), ElementsAre(3.4, 6, 1));
  EXPECT_THAT(targets.codes("use"), ElementsAre(0, 1, 1));
  EXPECT_THAT(targets.codes("met"), ElementsAre(1, 0, none_code));
  EXPECT_THAT(targets.numbers("met_share"),
              ElementsAre(testing::DoubleEq(1.0 / 3), testing::_, NanSensitiveDoubleEq(nan)));
}

TEST(Targets, the_summary_shows_them_below_the_key_figures) {
  TemporaryFolder folder;
  write(folder / "out.h5", with_targets());
  ResultReader file(folder / "out.h5");
  EXPECT_THAT(summary(file), AllOf(HasSubstr("Targets"), HasSubstr("Dropouts a year, 2026-27"),
                                   HasSubstr("3.4 - 3.8"), HasSubstr("yes"), HasSubstr("no")));
  write(folder / "none.h5", scenario());
  ResultReader none(folder / "none.h5");
  EXPECT_THAT(summary(none), Not(HasSubstr("Targets")));
}

TEST(Targets, a_wait_of_those_who_entered_alone_is_never_judged) {
  Scenario s = scenario();
  s.documents = {{"region.yaml", "headline:\n  oza.wait_p90: 7 days\n"}};
  s.headline = {{"oza.wait_p90", 7, {0, 2, 3}}};
  EXPECT_THAT([&] { check_kpi_names(s); },
              ThrowsMessage<InputError>(AllOf(HasSubstr("region.yaml:2:3: headline: oza.wait_p90"),
                                              HasSubstr("take entered_within_10w"))));
}

TEST(Targets, what_names_no_key_figure_is_told_at_its_place) {
  Scenario s = scenario();
  s.documents = {
      {"region.yaml", "targets:\n  dropout_per_year: 3\n  ozza.asked: 3\n  oza.asked: 3\n"}};
  s.targets = {target("dropout_per_year", 0, 1, {0, 2, 3}), target("oza.asked", 0, 1, {0, 4, 3})};
  s.headline = {{"ozza.asked", 1, {0, 3, 3}}, {"oza.asked@2", 1, {0, 4, 3}}};
  EXPECT_THAT(
      [&] { check_kpi_names(s); },
      ThrowsMessage<InputError>(AllOf(HasSubstr("region.yaml:2:3: targets: `dropout_per_year`"),
                                      HasSubstr("did you mean `dropouts_per_year`?"),
                                      HasSubstr("region.yaml:3:3: headline: `ozza.asked`"),
                                      HasSubstr("did you mean `oza`?"), HasSubstr("no year 2"))));
}

}  // namespace
}  // namespace doorstroom
