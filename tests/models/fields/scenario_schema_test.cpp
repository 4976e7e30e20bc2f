/// The schemas and the manual are made from the field table, and the shipped ones are those.

#include "models/fields/scenario_schema.hpp"

#include <gmock/gmock.h>

#include <set>

#include "models/fields/field_manual.hpp"
#include "models/fields/field_places.hpp"
#include "tests/models/fields/schema_validator.hpp"
#include "tests/support/languages.hpp"
#include "tests/support/scenario_files.hpp"
#include "tests/support/stored_text.hpp"

namespace doorstroom {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace fs = std::filesystem;

const std::string scenarios = DOORSTROOM_SOURCE_DIR "/scenarios/";

TEST(StoredSchema, of_scenarios_is_what_the_table_makes) {
  expect_stored(scenarios + "scenario.schema.json", schema_of(FileKind::scenario, Language::en));
}

TEST(StoredSchema, of_overlays_is_what_the_table_makes) {
  expect_stored(scenarios + "overlay.schema.json", schema_of(FileKind::overlay, Language::en));
}

TEST(StoredSchema, of_sweeps_is_what_the_table_makes) {
  expect_stored(scenarios + "sweep.schema.json", schema_of(FileKind::sweep, Language::en));
}

TEST(StoredManual, is_what_the_table_makes) {
  expect_stored(scenarios + "README.md", manual(Language::en),
                "<!-- made by `doorstroom fields` -->\n");
}

TEST(Schema, takes_every_shipped_scenario) {
  std::map<std::string, std::vector<std::string>> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(scenarios)) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string text = text_in(entry.path());
    const std::string kind = text.find("\nextends: ") != std::string::npos ? "overlay" : "scenario";
    EXPECT_EQ(text.find("# yaml-language-server: $schema=" + kind + ".schema.json\n"), 0U)
        << entry.path();
    files[kind].push_back(entry.path());
  }
  EXPECT_EQ(files.size(), 2U);
  for (const auto& [kind, of_kind] : files)
    for (const auto& [file, answer] : validated(kind, of_kind)) EXPECT_EQ(answer, good) << file;
}

TEST(SweepSchema, takes_every_shipped_plan) {
  std::vector<std::string> plans;
  for (const fs::directory_entry& entry : fs::directory_iterator(scenarios + "sweeps")) {
    EXPECT_EQ(text_in(entry.path()).find("# yaml-language-server: $schema=../sweep.schema.json\n"),
              0U)
        << entry.path();
    plans.push_back(entry.path());
  }
  EXPECT_FALSE(plans.empty());
  for (const auto& [file, answer] : validated("sweep", plans)) EXPECT_EQ(answer, good) << file;
}

/// What ajv says of one text.
std::string answer(const std::string& schema, const std::string& text) {
  const ScenarioFiles files;
  return validated(schema, {files.write(text)}).begin()->second;
}

TEST(OverlaySchema, lets_everything_out_but_extends) {
  const std::string change = "extends: a.yaml\narrangements: {oza: {waiting: {at_home: 30%}}}\n";
  EXPECT_EQ(answer("overlay", change), good);
  EXPECT_THAT(answer("overlay", "arrangements: {}\n"), HasSubstr("'extends'"));
  EXPECT_THAT(answer("scenario", change), HasSubstr("additional properties"));
}

TEST(OverlaySchema, takes_away_with_a_tilde_but_not_half_a_distribution) {
  EXPECT_EQ(answer("overlay", "extends: a.yaml\narrangements: {oza: ~, zoa: {cost: ~}}\n"), good);
  EXPECT_NE(answer("overlay", "extends: a.yaml\narrangements: {oza: {stay: {gamma: {cv: 1}}}}\n"),
            good);
}

TEST(OverlaySchema, knows_the_values_too) {
  EXPECT_NE(answer("overlay", "extends: a.yaml\narrangements: {oza: {places: many}}\n"), good);
  EXPECT_EQ(answer("overlay", "extends: a.yaml\nset: {a.places: [{from: 2026-08-01, count: 1}]}\n"),
            good);
}

constexpr const char* sweep =
    "doorstroom: 1\nsweep: places\nbase: a.yaml\nvary:\n  arrangements.oza.places: [20, 30]\n"
    "  arrangements.zoa.places: {from: 20, to: 40, step: 5}\n  \"**.routes.*.bounce\": {from: 10%, "
    "to: 30%}\ndesign: {latin_hypercube: 200}\nreplications: 20\nkeep: [oza.wait_p90]\n";

TEST(SweepSchema, takes_a_sweep) {
  EXPECT_EQ(answer("sweep", sweep), good);
  EXPECT_EQ(answer("sweep", changed(sweep, "{latin_hypercube: 200}", "grid")), good);
  EXPECT_EQ(answer("sweep", changed(sweep, "{latin_hypercube: 200}", "{sobol: 256}")), good);
  EXPECT_EQ(answer("sweep", changed(sweep, "replications: 20", "until: {oza.wait_p90: 5 days}")),
            good);
}

TEST(SweepSchema, refuses_what_is_no_sweep) {
  EXPECT_NE(answer("sweep", changed(sweep, "{latin_hypercube: 200}", "{sobol: 2, grid: 1}")), good);
  EXPECT_NE(answer("sweep", changed(sweep, "replications: 20", "replications: 0")), good);
  EXPECT_NE(answer("sweep", changed(sweep, "to: 40", "too: 40")), good);
  EXPECT_NE(answer("sweep", changed(sweep, "base: a.yaml\n", "")), good);
  EXPECT_NE(answer("sweep", std::string(sweep) + "until: {oza.wait_p90: 5 days}\n"), good);
}

TEST(FieldTable, names_each_section_once) {
  std::set<std::string_view> names;
  for (const SectionPlace& place : section_places(sections::scenario))
    EXPECT_TRUE(names.insert(place.section->name.english).second) << place.section->name.english;
}

TEST(Explained, tells_a_key_wherever_it_stands) {
  const std::optional<std::string> stay = explained("stay", Language::en);
  ASSERT_TRUE(stay);
  EXPECT_EQ(
      *stay,
      "severities.ID.stay\n  the factor on stays at this level\n  Written as: 1.5\n"
      "  Without it: 1\n  An intervention can change it.\n\n"
      "stay\n  the factor on stays that begin meanwhile\n  Written as: 1.5\n"
      "  Without it: 1\n  An intervention can change it.\n"
      "  It may stand at: desks.ID.helps.stay, arrangements.ID.helps.stay\n\n"
      "arrangements.ID.stay\n  how long youths stay\n  Written as: 6 weeks or distribution or "
      "stays that differ\n"
      "  Without it: must be there\n  An intervention can change it.\n");
}

TEST(Explained, tells_the_key_of_a_path) {
  const std::optional<std::string> order = explained("desks.youth_team.order", language_nl);
  ASSERT_TRUE(order);
  EXPECT_THAT(*order, AllOf(HasSubstr("wie het eerst aan de beurt is"),
                            HasSubstr("first_come of severity"), Not(HasSubstr("longest_absent"))));
}

TEST(Explained, knows_no_other_keys) {
  EXPECT_FALSE(explained("stays", Language::en));
  EXPECT_FALSE(explained("desks.youth_team.stay", Language::en));
  EXPECT_EQ(nearest_key("stays"), "stay");
}

}  // namespace
}  // namespace doorstroom
