#include "models/continuum/route_selector.hpp"

#include <gtest/gtest.h>

#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

/// The ways on from a school in a scenario whose routes are given.
class Crossing {
 public:
  explicit Crossing(const std::string& routes)
      : run_(worked::scenario("sources:\n  school: {arrivals: [2026-08-01], routes: " + routes +
                              "}\n" +
                              R"(
arrangements:
  oza: {education: part, places: unlimited, stay: 1 day, routes: {out: 100%}}
  zoa: {education: part, places: unlimited, stay: 1 day, routes: {out: 100%}, admits: {age: {from: 12 years}}}
)" + worked::out)),
        ways_(run_.scenario(), run_.scenario().nodes[run_.node("school")].routes) {}

  /// Id of the node that u leads to, for a youth of that age.
  std::string at(double u, double age_years = 14) const {
    const Route* route = ways_.choose({age_years, SeverityId{0}, {}}, u, {});
    return route ? run_.scenario().nodes[route->to].id : "-";
  }
  bool is_certain() const { return ways_.fixed_route() != nullptr; }

 private:
  worked::Worked run_;
  RouteSelector ways_;
};

TEST(Referral, u_falls_in_the_shares_as_declared_and_the_rest_lies_above) {
  const Crossing school("{out: rest, oza: 25%, gone: 50%}");
  EXPECT_EQ(school.at(0.2499), "oza");
  EXPECT_EQ(school.at(0.25), "gone");
  EXPECT_EQ(school.at(0.7499), "gone");
  EXPECT_EQ(school.at(0.75), "out");
  EXPECT_FALSE(school.is_certain());
}

TEST(Referral, share_of_who_is_not_admitted_goes_to_the_rest) {
  const Crossing school("{zoa: 40%, oza: 20%, out: rest}");
  EXPECT_EQ(school.at(0.3, 14), "zoa");
  EXPECT_EQ(school.at(0.1, 11), "oza");
  EXPECT_EQ(school.at(0.3, 11), "out");
}

TEST(Referral, without_a_rest_the_other_shares_are_rescaled) {
  const Crossing school("{zoa: 50%, oza: 30%, out: 20%}");
  EXPECT_EQ(school.at(0.59, 11), "oza");
  EXPECT_EQ(school.at(0.61, 11), "out");
}

TEST(Referral, only_target_takes_no_draw_unless_it_does_not_admit_everybody) {
  EXPECT_TRUE(Crossing("{oza: rest}").is_certain());
  EXPECT_TRUE(Crossing("{oza: 100%}").is_certain());
  EXPECT_FALSE(Crossing("{zoa: 50%, oza: rest}").is_certain());
}

TEST(Referral, first_branch_that_applies_is_taken) {
  const Crossing school(
      "[{if: {age: {to: 12 years}}, to: {oza: 100%}}, {to: {out: 60%, gone: rest}}]");
  EXPECT_EQ(school.at(0.9, 11), "oza");
  EXPECT_EQ(school.at(0.5, 12), "out");
  EXPECT_EQ(school.at(0.9, 12), "gone");
  EXPECT_FALSE(school.is_certain());
}

}  // namespace
}  // namespace doorstroom
