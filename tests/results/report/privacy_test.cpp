#include "results/report/privacy.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include "tests/support/worked.hpp"

/// What may be told of the youths of a real region, with whom a scenario begins.

namespace doorstroom {
namespace {

constexpr int five = 5;

/// Two arrangements and a desk, and the youths of the start date.
Scenario beginning_with(const std::string& today, const std::string& warm_up = "1 year") {
  std::string yaml = worked::scenario(R"(
sources:
  school: {per_year: 60, to: team}
desks:
  team: {staff: 2 fte, hours: 1300 hours per year, work: 20 hours, routes: {oza: 60%, so: rest}}
arrangements:
  oza: {education: part, places: 20, stay: 10 months, routes: {so: 20%, out: rest}}
  so: {education: full, places: 40, stay: {exponential: {mean: 2 years}}, routes: {out: 100%}}
exits:
  out: {education: full}
today:
)" + today,
                                      3);
  const std::string follow_up = "follow_up: 0 days";
  yaml.replace(yaml.find(follow_up), follow_up.size(), follow_up + ", warm_up: " + warm_up);
  return worked::load(yaml);
}

const std::string none_small = "  oza: {occupied: 20, waiting: 6}\n  so: {occupied: 30}\n";
const std::string one_small =
    "  oza: {occupied: 20, waiting: 3}\n  so: {occupied: 30, waiting: 12}\n  team: {in_work: 8}\n";

TEST(Privacy, hides_nothing_where_no_count_is_small) {
  const Privacy privacy(beginning_with(none_small), five);
  EXPECT_FALSE(privacy.hides_anything());
  EXPECT_FALSE(privacy.hides_start_of("oza"));
  EXPECT_EQ(privacy.flow(3.21, 3), 3.21);
  EXPECT_FALSE(privacy.hides_flows_of_year(0));
}

TEST(Privacy, hides_nothing_when_no_count_is_called_small) {
  EXPECT_FALSE(Privacy(beginning_with(one_small), 0).hides_anything());
}

TEST(Privacy, hides_the_node_of_a_small_count_and_one_by_which_it_would_follow) {
  const Privacy privacy(beginning_with(one_small), five);
  EXPECT_TRUE(privacy.hides_start_of("oza"));
  EXPECT_TRUE(privacy.hides_start_of("so"));
  EXPECT_FALSE(privacy.hides_start_of("team"));
  EXPECT_TRUE(privacy.hides_start_of_all());
}

TEST(Privacy, counts_rows_and_numbers_of_a_node_together) {
  // A name of its own: other tests run at the same time.
  const std::string rows = testing::TempDir() + "privacy_rows-" + std::to_string(getpid()) + ".csv";
  std::ofstream(rows) << "node,state,absent_since\noza,inside,\noza,waiting,2026-01-01\n";
  const Privacy privacy(beginning_with("  rows: " + rows + "\n  team: {waiting: 9}\n"), five);
  ASSERT_EQ(privacy.counts().size(), 2U);
  EXPECT_EQ(privacy.counts()[0].waiting.youths, 9);
  EXPECT_EQ(privacy.counts()[1].there.youths, 1);
  EXPECT_EQ(privacy.counts()[1].waiting.youths, 1);
  EXPECT_TRUE(privacy.hides_start_of_absence());  // one of the records is absent
}

TEST(Privacy, variant_with_fewer_youths_hides_them_too) {
  Privacy privacy(beginning_with(none_small), five);
  privacy.add_variant(beginning_with("  oza: {occupied: 20, waiting: 3}\n  so: {occupied: 30}\n"));
  EXPECT_TRUE(privacy.hides_start_of("oza"));
  EXPECT_FALSE(privacy.counts()[0].waiting.is_hidden());  // of the base
}

TEST(Privacy, absence_follows_from_the_records_when_there_is_no_warm_up) {
  EXPECT_FALSE(Privacy(beginning_with(one_small), five).hides_start_of_absence());
  EXPECT_TRUE(Privacy(beginning_with(one_small, "0 days"), five).hides_start_of_absence());
}

TEST(Privacy, where_few_are_inside_it_is_shown_after_twice_the_mean_stay) {
  // Two stays of 2 years, in whole weeks.
  const Privacy privacy(beginning_with("  so: {occupied: 2}\n  team: {waiting: 7}\n"), five);
  EXPECT_EQ(privacy.shown_from_day(), 7 * 209);
  EXPECT_TRUE(privacy.hides_year_of("so", 4));
  EXPECT_FALSE(privacy.hides_year_of("so", 5));
  EXPECT_FALSE(privacy.hides_year_of("so", -1));
  EXPECT_FALSE(privacy.hides_year_of("team", 0));
  EXPECT_TRUE(privacy.hides_day_of("so", 7 * 208));
  EXPECT_FALSE(privacy.hides_day_of("so", 7 * 209));
}

TEST(Privacy, lists_and_desks_are_shown_after_a_year) {
  EXPECT_EQ(Privacy(beginning_with(one_small), five).shown_from_day(), 7 * 52);
  const Privacy privacy(beginning_with("  team: {in_work: 2}\n"), five);
  EXPECT_EQ(privacy.shown_from_day(), 7 * 52);
  EXPECT_TRUE(privacy.hides_year_of("team", 0));
  EXPECT_FALSE(privacy.hides_year_of("team", 1));
}

TEST(Privacy, flow_of_all_years_leaves_more_than_a_small_count_open) {
  const Privacy privacy(beginning_with(one_small), five);
  EXPECT_EQ(privacy.flow(12.4, 10), 12);
  EXPECT_EQ(privacy.flow(12.4, 5), 12);
  EXPECT_EQ(privacy.flow(13.4, 5), 14);  // in steps of 2
  EXPECT_EQ(privacy.flow(13.4, 2), 15);  // of 5
  EXPECT_EQ(privacy.flow(13.4, 1), 10);  // of 10
}

}  // namespace
}  // namespace doorstroom
