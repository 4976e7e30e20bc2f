#include "results/choices/option_assumptions.hpp"

#include <gmock/gmock.h>

#include "tests/results/report/made_section.hpp"

namespace doorstroom {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

/// A base, and a variant of which is known what it assumes.
class OptionOf : public testing::Test {
 protected:
  std::vector<ReportBlock> assumed(const std::string& more, const Sets& sets = {},
                                   Language language = Language::en) {
    ReportSources sources =
        sources_of({runs_.run("base"), runs_.run("option", more, sets)}, language);
    return option_assumptions(sources, AssumptionNames(sources), 0, "assumes");
  }

  static std::string sentence(const std::vector<ReportBlock>& blocks) {
    return std::get<ReportText>(blocks.at(0)).text;
  }
  static std::vector<std::vector<std::string>> rows(const std::vector<ReportBlock>& blocks) {
    std::vector<std::vector<std::string>> rows;
    for (const ReportRow& row : std::get<ReportTable>(blocks.at(1)).rows) {
      rows.push_back({row.header});
      for (const ReportCell& cell : row.cells) rows.back().push_back(cell.text);
    }
    return rows;
  }

  RunFolder runs_;
};

TEST_F(OptionOf, another_number_shows_both_beside_each_other) {
  const auto blocks = assumed({}, {"name=Six more", "arrangements.oza.places=30"});
  EXPECT_THAT(rows(blocks), ElementsAre(ElementsAre("oza: places", "24", "30", "-", "-")));
  EXPECT_THAT(std::get<ReportTable>(blocks.at(1)).caption,
              AllOf(StartsWith("Six more"), EndsWith(": what it assumes")));
}

TEST_F(OptionOf, an_intervention_lists_what_it_does_when_and_how_sure_that_is) {
  const auto blocks = assumed(R"(
interventions:
  helper:
    label: A helper
    from: 2026-08-01
    until: 2027-08-01
    cost: {amount: 50000 EUR per year, paid_by: {swv: 100%}}
    effects:
      quicker: {label: Quicker work, change: desks.youth_team.work, factor: 0.5}
      bigger: {change: arrangements.oza.places, add: 6}
evidence:
  interventions.helper.effects.quicker.factor: {basis: assumed, range: [0.9, 0.5, 0.4]}
  interventions.*.cost.amount: {basis: measured, source: the budget}
)");
  EXPECT_THAT(sentence(blocks), HasSubstr("Some of its values were not measured."));
  const auto made = rows(blocks);
  using Row = std::vector<std::string>;
  EXPECT_THAT(made, testing::IsSupersetOf(
                        {Row{"Quicker work", "-", "times 0.5", "assumed", "0.9 to 0.4, middle 0.5"},
                         Row{"Oza: places", "-", "+6", "-", "-"}}));
  const auto row_of = [&made](const std::string& value) {
    return std::ranges::find(made, value, [](const Row& row) { return row[2]; });
  };
  ASSERT_NE(row_of("1 August 2027"), made.end());
  EXPECT_THAT(row_of("1 August 2027")->front(), StartsWith("A helper: "));
  EXPECT_THAT(row_of("100%")->front(), StartsWith("A helper, swv: "));
  const auto cost = std::ranges::find(made, "measured", [](const Row& row) { return row[3]; });
  ASSERT_NE(cost, made.end());
  EXPECT_EQ((*cost)[2], "50,000 EUR per year");
}

TEST_F(OptionOf, the_same_values_assumes_nothing) {
  EXPECT_THAT(assumed({}, {"name=Another name"}), IsEmpty());
}

TEST_F(OptionOf, none_of_its_values_measured_says_so_in_dutch) {
  const auto blocks = assumed({}, {"arrangements.oza.places=30"}, language_nl);
  EXPECT_EQ(
      sentence(blocks),
      "De oordelen gelden onder wat deze optie aanneemt: zie de tabel. Geen van de waarden is "
      "gemeten.");
  EXPECT_THAT(rows(blocks), SizeIs(1));
}

}  // namespace
}  // namespace doorstroom
