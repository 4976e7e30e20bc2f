#include "results/attribution/explanation.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "engine/error.hpp"
#include "results/attribution/explanation_report.hpp"
#include "tests/support/languages.hpp"
#include "tests/support/scenario_files.hpp"

namespace doorstroom {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// One place, for stays of 100 days, and 20 youths on the first day: one enters every 100 days.
constexpr auto one_place = R"(doorstroom: 1
name: a queue
period: {start: 2026-08-01, years: 1, follow_up: 0 days}
seed: 1
sources: {school: {arrivals: [2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01], to: oza}}
arrangements:
  oza: {education: full, places: 1, stay: 100 days, routes: {out: 100%}}
exits: {out: {education: full}}
)";

/// Two arrangements that have nothing to do with each other, of which places cost money.
constexpr auto two_nodes = R"(doorstroom: 1
name: two
period: {start: 2026-08-01, years: 1, follow_up: 0 days}
seed: 1
sources: {one: {per_year: 30 per year, to: a}, other: {per_year: 20 per year, to: b}}
arrangements:
  a: {education: full, places: 3, stay: {exponential: {mean: 40 days}}, routes: {out: 100%}, cost: {per_place: 1000 EUR per year, paid_by: {town: 100%}}}
  b: {education: full, places: 3, stay: {exponential: {mean: 40 days}}, routes: {out: 100%}, cost: {per_place: 3000 EUR per year, paid_by: {town: 100%}}}
exits: {out: {education: full}}
)";

std::string with_helper(const std::string& effects, const std::string& more = {}) {
  return "interventions:\n  helper:\n    from: 2026-07-01\n" + more + "    effects:\n" + effects;
}

class Explaining : public testing::Test {
 protected:
  /// @param changes  the variant, below `extends`
  void make(const std::string& base, const std::string& changes) {
    const std::vector<std::string> none;
    base_.emplace(files_.write(base, "base.yaml"), none);
    variant_.emplace(
        files_.write("doorstroom: 1\nextends: base.yaml\nname: variant\n" + changes, "b.yaml"),
        none);
  }

  VariantParts parts(const std::vector<std::string>& groups = {}) const {
    std::vector<PartGroup> joined;
    for (const std::string& group : groups) joined.push_back(PartGroup::parse(group));
    return {*base_, *variant_, joined};
  }
  static std::vector<std::string> names(const VariantParts& parts) {
    std::vector<std::string> names;
    for (const VariantPart& part : parts.parts()) names.push_back(part.name);
    return names;
  }

  ExplanationQuestion question(const std::vector<std::string>& kpis,
                               std::uint32_t replications) const {
    return {explained_figures(kpis, base_->load().scenario, variant_->load().scenario),
            replications};
  }

  ExplanationAnswer explained(const ExplanationQuestion& question) {
    const VariantParts all = parts();
    Simulations simulations(all.plans(), kpis_of(question.figures),
                            {.seed = 1, .pool = {.jobs = 1}});
    ExplanationAnswer answer =
        explain(question, all, assumptions_of({*base_, *variant_}), simulations);
    for (const Language language : {Language::en, language_nl})
      text_ += explanation_text(answer, all, simulations, language, 80);
    json_ = explanation_json(answer, all, simulations, 1);
    return answer;
  }

  static void expect_exact(const Interval& found, double value) {
    EXPECT_NEAR(found.mean, value, 1e-9);
    EXPECT_NEAR(found.low, value, 1e-9);
    EXPECT_NEAR(found.high, value, 1e-9);
  }

  ScenarioFiles files_;
  std::optional<ScenarioTree> base_, variant_;
  std::string text_, json_;
};

/// 2 places of 1000 euro a year, 1 of 3000, and 500 euro for the helper himself.
TEST_F(Explaining, parts_that_add_up_have_shares_that_are_what_each_does_alone) {
  make(two_nodes, with_helper("      roomier_a: {change: arrangements.a.places, add: 2}\n"
                              "      roomier_b: {change: arrangements.b.places, add: 1}\n",
                              "    cost: {amount: 500 EUR per year, paid_by: {town: 100%}}\n"));
  EXPECT_THAT(names(parts()), ElementsAre("roomier_a", "roomier_b", "cost"));
  const ExplanationAnswer answer = explained(question({"cost_euro_per_year"}, 3));
  EXPECT_TRUE(answer.is_exact);
  const Explanation& found = answer.figures.front();
  constexpr double year = 365 / days_per_year;
  const double euros[] = {2000 * year, 3000 * year, 500 * year};
  for (std::size_t i = 0; i < 3; ++i) {
    expect_exact(found.parts[i].alone, euros[i]);
    expect_exact(found.parts[i].share, euros[i]);
    expect_exact(found.parts[i].without, 5500 * year - euros[i]);
  }
  expect_exact(found.whole.difference, 5500 * year);
  EXPECT_EQ(found.together.mean, 0);
  EXPECT_THAT(answer.break_even, IsEmpty());
  EXPECT_THAT(text_, AllOf(HasSubstr("Most comes from roomier_b"), Not(HasSubstr("One by one"))));
}

/// A second place, or stays half as long, let 8 enter instead of 4; both together 16.
TEST_F(Explaining, what_two_parts_do_together_is_split_between_them) {
  make(one_place, with_helper("      roomier: {change: arrangements.oza.places, add: 1}\n"
                              "      shorter: {change: arrangements.oza.stay, factor: 0.5}\n"));
  const ExplanationAnswer answer = explained(question({"oza.entered_per_year"}, 2));
  const Explanation& found = answer.figures.front();
  for (const PartEffect& part : found.parts) {
    expect_exact(part.alone, 4);
    expect_exact(part.without, 4);
    expect_exact(part.share, 6);
  }
  expect_exact(found.whole.difference, 12);
  expect_exact(found.together, 4);
  EXPECT_THAT(text_, HasSubstr("together they make +4"));
  EXPECT_THAT(json_, AllOf(HasSubstr("\"format\": \"doorstroom.explanation\""),
                           HasSubstr("\"shapley\": 6.0"), HasSubstr("\"whole\": 12.0")));
}

TEST_F(Explaining, shares_add_up_to_the_whole_also_where_orders_are_drawn) {
  std::string effects;
  for (const char* id : {"a", "b", "c", "d", "e", "f", "g"})
    effects += std::string("      ") + id + ": {change: arrangements." +
               (*id % 2 == 0 ? "a" : "b") + ".stay, factor: 0.8}\n";
  make(two_nodes, with_helper(effects));
  const ExplanationAnswer answer = explained(question({"a.wait_mean", "b.waiting_mean"}, 6));
  EXPECT_FALSE(answer.is_exact);
  for (const Explanation& found : answer.figures) {
    double sum = 0;
    for (const PartEffect& part : found.parts) sum += part.share.mean;
    EXPECT_NE(found.whole.difference.mean, 0);
    EXPECT_NEAR(sum, found.whole.difference.mean,
                1e-12 * std::abs(found.whole.difference.mean) * 10);
  }
  EXPECT_THAT(text_, HasSubstr("in an order at random"));
}

TEST_F(Explaining, effects_that_go_together_and_those_that_the_user_joins_are_one_part) {
  const std::string effects = with_helper(
      "      a: {change: arrangements.a.stay, factor: 0.9}\n"
      "      b: {change: arrangements.b.stay, factor: 0.9}\n"
      "      c: {change: arrangements.b.places, add: 1}\n"
      "      d: {change: arrangements.a.places, add: 1}\n");
  make(two_nodes, effects +
                      "evidence:\n"
                      "  interventions.helper.effects.a.factor: {basis: assumed, range: [1, 0.8], "
                      "together: stays}\n"
                      "  interventions.helper.effects.b.factor: {basis: assumed, range: [1, 0.8], "
                      "together: stays}\n");
  EXPECT_THAT(names(parts()), ElementsAre("stays", "c", "d"));
  EXPECT_THAT(names(parts({"room=c,helper.d"})), ElementsAre("stays", "room"));
  EXPECT_THAT([&] { parts({"room=c,x"}); },
              ThrowsMessage<InputError>(HasSubstr("no effect, role or cost `x`")));
  EXPECT_THAT([&] { parts({"room"}); }, ThrowsMessage<InputError>(HasSubstr("--part room")));
}

/// The effect is on a desk that only the variant has; the place is there without it.
TEST_F(Explaining, parts_that_cannot_stand_alone_are_one) {
  make(one_place,
       "desks:\n  team: {staff: unlimited, takes: 1 week, routes: {oza: 100%}}\n"
       "sources: {school: {to: team}}\n" +
           with_helper("      quick: {change: desks.team.takes, factor: 0.5}\n"
                       "      roomier: {change: arrangements.oza.places, add: 1}\n"));
  const VariantParts found = parts();
  EXPECT_THAT(names(found), ElementsAre("quick+rest", "roomier"));
  EXPECT_TRUE(found.parts().front().is_merged);
  const ExplanationAnswer answer = explained(question({"oza.entered_per_year"}, 2));
  expect_exact(answer.figures.front().parts[1].alone, 4);
  EXPECT_THAT(text_, HasSubstr("quick+rest is one part"));
}

TEST_F(Explaining, a_variant_of_one_part_is_refused) {
  make(one_place, with_helper("      roomier: {change: arrangements.oza.places, add: 1}\n"));
  EXPECT_THAT([&] { parts(); }, ThrowsMessage<InputError>(HasSubstr("cannot be taken apart")));
}

/// With stays of 100 f days 4 enter for f = 1 and 9/8, one more for 7/8, one less for 5/4.
TEST_F(Explaining, break_even_is_where_the_effect_is_nil) {
  make(one_place,
       with_helper("      other: {change: arrangements.oza.stay, factor: 0.8}\n",
                   "    cost: {amount: 500 EUR per year, paid_by: {town: 100%}}\n") +
           "evidence: {interventions.helper.effects.other.factor: {basis: assumed, range: "
           "[0.5, 1.5]}}\n");
  const ExplanationAnswer answer =
      explained(question({"oza.entered_per_year", "cost_euro_per_year"}, 2));
  ASSERT_THAT(answer.break_even, SizeIs(1)) << "no assumption changes the cost";
  const BreakEven& found = answer.break_even.front();
  EXPECT_TRUE(found.decides);
  EXPECT_EQ(found.path, "interventions.helper.effects.other.factor");
  EXPECT_THAT(found.effects, SizeIs(9));
  EXPECT_THAT(found.ranges, ElementsAre(NilRange{1, 1.125}));
  EXPECT_THAT(text_, HasSubstr("from 1.00 to 1.12 the effect cannot be told from nil"));

  ExplanationQuestion named = question({"cost_euro_per_year"}, 2);
  named.break_even = {"interventions.helper.effects.other.factor"};
  EXPECT_THAT(explained(named).break_even.front().ranges, IsEmpty()) << "some 500 euro, always";
  named.break_even = {"arrangements.oza.places"};
  EXPECT_THAT([&] { explained(named); },
              ThrowsMessage<InputError>(HasSubstr("no `evidence` gives this a range")));
}

TEST_F(Explaining, replications_are_those_that_are_allowed) {
  make(two_nodes, with_helper("      roomier_a: {change: arrangements.a.places, add: 2}\n"
                              "      roomier_b: {change: arrangements.b.places, add: 1}\n"));
  ExplanationQuestion few = question({"cost_euro_per_year"}, 30);
  few.at_most = 41;
  EXPECT_EQ(explained(few).replications, 10u);
  few.at_most = 7;
  EXPECT_THAT([&] { explained(few); }, ThrowsMessage<InputError>(HasSubstr("--at-most 7")));
}

TEST_F(Explaining, an_intervention_that_ends_is_told_during_and_after) {
  make(changed(one_place, "years: 1", "years: 4"),
       "interventions:\n  helper:\n    from: 2026-08-01\n    until: 2028-08-01\n    effects:\n"
       "      roomier: {change: arrangements.oza.places, add: 1}\n"
       "      shorter: {change: arrangements.oza.stay, factor: 0.5}\n");
  const ExplanationQuestion asked = question({"oza.entered_per_year"}, 2);
  ASSERT_THAT(asked.figures, SizeIs(3));
  EXPECT_EQ(asked.figures[0].text(), "oza.entered_per_year@0..1");
  EXPECT_EQ(asked.figures[0].phase, InterventionPhase::during);
  EXPECT_EQ(asked.figures[1].text(), "oza.entered_per_year@2..3");
  EXPECT_EQ(asked.figures[2].text(), "oza.entered_per_year");
  const Scenario base = base_->load().scenario;
  EXPECT_EQ(ExplainedFigure::parse("oza.entered_per_year@2", base).first_year, 2);
  EXPECT_THAT([&] { ExplainedFigure::parse("oza.entered_per_year@3..1", base); },
              ThrowsMessage<InputError>(HasSubstr("@1..3")));
  EXPECT_THAT([&] { ExplainedFigure::parse("oza.entered_per_year@1..9", base); },
              testing::Throws<InputError>());
}

}  // namespace
}  // namespace doorstroom
