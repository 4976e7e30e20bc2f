#include "results/text/kpi_labels.hpp"

#include <gtest/gtest.h>

#include "models/loading/scenario_loader.hpp"
#include "models/scenario/names.hpp"
#include "tests/support/languages.hpp"
#include "tests/support/scenario_files.hpp"

namespace doorstroom {
namespace {

const std::string plain_name = "name: One desk, two arrangements";

class Names : public testing::Test {
 protected:
  Scenario load(const std::string& text, const std::vector<std::string>& sets = {}) {
    return files_.load(text, sets).scenario;
  }

  ScenarioFiles files_;
};

TEST_F(Names, of_a_scenario_are_one_text_or_one_for_each_language) {
  const Scenario plain = load(minimal());
  EXPECT_EQ(KpiLabels(plain.resolved).title(Language::en), "One desk, two arrangements");
  EXPECT_EQ(KpiLabels(plain.resolved).title(language_nl), "One desk, two arrangements");
  const Scenario both = load(changed(minimal(), plain_name, "name: {nl: Een loket, en: One desk}"));
  EXPECT_EQ(both.name, "One desk");
  EXPECT_EQ(KpiLabels(both.resolved).title(Language::en), "One desk");
  EXPECT_EQ(KpiLabels(both.resolved).title(language_nl), "Een loket");
  const Scenario dutch = load(changed(minimal(), plain_name, "name: {nl: Een loket}"));
  EXPECT_EQ(KpiLabels(dutch.resolved).title(Language::en), "Een loket");
}

TEST_F(Names, tell_what_the_command_line_set) {
  const std::vector<std::string> sets{"arrangements.oza.places=230", "desks.*.staff = 4 fte"};
  EXPECT_EQ(load(minimal(), sets).name,
            "One desk, two arrangements: oza.places = 230, *.staff = 4 fte");
  EXPECT_EQ(
      KpiLabels(load(changed(minimal(), plain_name, "name: {nl: Een, en: One}"), sets).resolved)
          .title(language_nl),
      "Een: oza.places = 230, *.staff = 4 fte");
  EXPECT_EQ(load(minimal(), {"name=Other"}).name, "Other");
}

TEST_F(Names, of_subregions_and_of_values_of_attributes_are_those_of_the_scenario) {
  const Scenario labelled = load(
      minimal() +
      "subregions: {noord_oost: {}, west: {label: {nl: het westen, en: the west}}}\n"
      "attributes:\n"
      "  gemeente: {label: {nl: Gemeente, en: Municipality}, values: {leiden: {label: Leiden}, "
      "kaag_en_braassem: }}\n"
      "  swv: {values: [po_1]}\n");
  const KpiLabels labels(labelled.resolved);
  EXPECT_EQ(labels.of_group("subregion.west", language_nl), "subregio het westen");
  EXPECT_EQ(labels.of_group("subregion.west", Language::en), "subregion the west");
  EXPECT_EQ(labels.of_group("subregion.noord_oost", language_nl), "subregio noord oost");
  EXPECT_EQ(labels.of_group("gemeente.leiden", language_nl), "Gemeente: Leiden");
  EXPECT_EQ(labels.of_group("gemeente.kaag_en_braassem", Language::en),
            "Municipality: kaag en braassem");
  EXPECT_EQ(labels.of_group("swv.po_1", Language::en), "swv: po 1");
  EXPECT_EQ(labels.of_group("age.5_to_12", Language::en), "5 to 12 years");
  EXPECT_EQ(labels.of_group("severity.light", language_nl), "zwaarte licht");
}

TEST_F(Names, of_levels_of_severity_are_translated_or_their_own) {
  const Scenario standard = load(minimal());
  EXPECT_EQ(KpiLabels(standard.resolved).of_level("light", language_nl), "licht");
  EXPECT_EQ(KpiLabels(standard.resolved).of_level("middle", language_nl), "midden");
  EXPECT_EQ(KpiLabels(standard.resolved).of_level("middle", Language::en), "middle");
  const Scenario labelled = load(minimal() +
                                 "severities: {light: {}, middle: {label: {nl: matig, en: fair}}, "
                                 "complex: {stay: 1.2}}\n");
  EXPECT_EQ(KpiLabels(labelled.resolved).of_level("light", language_nl), "licht");
  EXPECT_EQ(KpiLabels(labelled.resolved).of_level("middle", language_nl), "matig");
  EXPECT_EQ(KpiLabels(labelled.resolved).of_level("middle", Language::en), "fair");
  EXPECT_EQ(level_without_label("zwaar").in(language_nl), "zwaar");
}

}  // namespace
}  // namespace doorstroom
