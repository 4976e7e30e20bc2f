// `doorstroom run` and `show` say which desks and arrangements closed as money was spent.

#include <gmock/gmock.h>

#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Unfunded, is_told_with_the_month_and_in_how_many_calendar_years) {
  const Scratch scratch;
  // 10 places at 1 EUR a day each: 100 EUR are gone on 10 January, 1,000 on 10 April.
  const std::string path = scratch.write("budget.yaml", R"(doorstroom: 1
period: {start: 2027-01-01, years: 2}
sources:
  school: {arrivals: [2027-01-01, 2027-06-01], to: oza}
arrangements:
  oza:
    label: {nl: Oza, en: OZA}
    education: part
    places: 10
    stay: 5 days
    cost: {per_place: 365.25 EUR per year, paid_by: gemeente}
    routes: {out: 100%}
exits:
  out: {education: full}
budgets: {gemeente: {amount: 1000 EUR per year}}
)");
  const Ended run = doorstroom({"run", path, "--replications", "2", "-o", scratch / "out.h5"});
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("Closed for lack of money\n  OZA: from April in 2 of 2 calendar "
                                 "years\n"));
  EXPECT_THAT(doorstroom({"show", scratch / "out.h5", "--lang", "nl"}).out,
              HasSubstr("vanaf april in 2 van de 2 kalenderjaren"));
  const Ended enough = doorstroom({"run", path, "--replications", "2", "-o", scratch / "enough.h5",
                                   "--set", "budgets.gemeente.amount=4000 EUR per year"});
  EXPECT_THAT(enough.out, Not(HasSubstr("lack of money")));
}

}  // namespace
}  // namespace doorstroom::testing
