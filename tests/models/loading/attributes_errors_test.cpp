/// What is wrong with attributes is told at its place, and what may be a trap is warned of.

#include <gmock/gmock.h>

#include "tests/models/fields/schema_validator.hpp"
#include "tests/support/scenario_files.hpp"

namespace doorstroom {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// Lines are counted by the tests.
const std::string sound = R"(doorstroom: 1
name: Attributes
period: {start: 2026-08-01, years: 1}
attributes:
  swv_po: {label: {nl: SWV, en: partnership}, values: {leiden: {label: Leiden}, bollenstreek: {}}}
  gemeente: {values: [leiden, katwijk]}
groups: [gemeente]
sources:
  school:
    per_year: 10
    gemeente: {leiden: 60%, katwijk: 40%}
    swv_po: {by: gemeente, leiden: {leiden: 100%}, katwijk: {bollenstreek: 90%, leiden: 10%}}
    to: oza
arrangements:
  oza:
    education: part
    places: 9
    units: {by: gemeente, of: {leiden: 2, katwijk: 1}}
    stay: 10 days
    routes: {zoa: {share: 50%, if: {swv_po: [leiden]}}, out: rest}
  zoa: {education: part, places: 9, stay: 10 days, admits: {gemeente: [leiden]}, routes: {out: 100%}}
exits:
  out: {education: full}
)";

struct Mistake {
  const char* from;
  const char* to;
  const char* place;
  const char* words;
  const char* advice = "";
};

const Mistake mistakes[] = {
    {"gemeente: {leiden: 60%, katwijk: 40%}", "gemeente: {leiden: 60%, katwijk: 45%}", "11:5",
     "the shares of sources.school.gemeente sum to 105%", "take 5% off"},
    {"gemeente: {leiden: 60%, katwijk: 40%}", "gemeente: {leiden: 60%, katwjik: 40%}", "11:29",
     "names katwjik, which is no gemeente", "did you mean katwijk?"},
    {"gemeente: {leiden: 60%,", "gemente: {leiden: 60%,", "11:5",
     "sources.school.gemente is not a known key", "did you mean gemeente?"},
    {"    per_year: 10\n", "    per_yaer: 10\n", "10:5", "per_yaer is not a known key",
     "did you mean per_year?"},
    {"    per_year: 10\n", "    per_year: 10\n    mnths: {aug: 2}\n", "11:5",
     "mnths is not a known key", "did you mean months?"},
    {"    per_year: 10\n", "    per_year: 10\n    school_type: {vmbo: 100%}\n", "11:5",
     "school_type is not a known key", "declared under `attributes`"},
    {"katwijk: {bollenstreek: 90%, leiden: 10%}}", "katwijk: {bollenstreek: 90%}}", "12:52",
     "the shares of sources.school.swv_po.katwijk sum to 90%"},
    {", katwijk: {bollenstreek: 90%, leiden: 10%}}", "}", "12:5",
     "sources.school.swv_po says nothing of gemeente katwijk", "katwijk: {leiden: 100%}"},
    {"{by: gemeente, leiden: {leiden: 100%}", "{by: gemente, leiden: {leiden: 100%}", "12:18",
     "names gemente, which is no attribute", "did you mean gemeente?"},
    {"{by: gemeente, leiden: {leiden: 100%}", "{by: swv_po, leiden: {leiden: 100%}", "12:18",
     "sources.school.swv_po depends on itself"},
    {"gemeente: {leiden: 60%, katwijk: 40%}",
     "gemeente: {by: swv_po, leiden: {leiden: 100%}, bollenstreek: {katwijk: 100%}}", "12:5",
     "sources.school.swv_po depends on gemeente, which depends on it", "must not go round"},
    {"    gemeente: {leiden: 60%, katwijk: 40%}\n", "", "11:5",
     "sources.school.swv_po depends on gemeente, which not all its youths have"},
    {"katwijk: {bollenstreek: 90%", "noordwijk: {bollenstreek: 90%", "12:52",
     "names noordwijk, which is no gemeente"},
    {"if: {swv_po: [leiden]}", "if: {swv_po: [lieden]}", "20:46",
     "names lieden, which is no swv_po", "did you mean leiden?"},
    {"if: {swv_po: [leiden]}", "if: {swv_op: [leiden]}", "20:37", "swv_op is not a known key",
     "did you mean swv_po?"},
    {"if: {swv_po: [leiden]}", "if: {swv_po: leiden}", "20:45", "swv_po is leiden"},
    {"admits: {gemeente: [leiden]}", "admits: {gemeente: []}", "21:71",
     "gemeente is an empty list"},
    {"units: {by: gemeente, of: {leiden: 2, katwijk: 1}}",
     "units: {by: gemeente, of: {leiden: 2, katwijt: 1}}", "18:43",
     "names katwijt, which is no gemeente"},
    {"units: {by: gemeente,", "units: {by: provincie,", "18:17",
     "names provincie, which is no attribute", "name one of subregion, swv_po, gemeente"},
    {"groups: [gemeente]", "groups: [gemente]", "7:10", "groups names gemente",
     "did you mean gemeente?"},
    {"values: [leiden, katwijk]", "values: [leiden, leiden]", "6:31",
     "attributes.gemeente.values holds leiden twice"},
    {"values: [leiden, katwijk]", "values: []", "6:22", "attributes.gemeente.values holds nothing"},
    {"values: [leiden, katwijk]", "values: [leiden, by]", "6:31", "has the id by",
     "mistaken for a key"},
    {"  gemeente: {values: [leiden, katwijk]}\n",
     "  gemeente: {values: [leiden, katwijk]}\n  severity: {values: [a]}\n", "7:3",
     "attributes.severity has a name that stands for something else"},
    {"  gemeente: {values: [leiden, katwijk]}\n",
     "  gemeente: {values: [leiden, katwijk]}\n  per_year: {values: [a]}\n", "7:3",
     "attributes.per_year has a name"},
    {"  gemeente: {values: [leiden, katwijk]}\n",
     "  gemeente: {values: [leiden, katwijk]}\n  rows: {values: [a]}\n", "7:3",
     "attributes.rows has a name"},
    {"  gemeente: {values: [leiden, katwijk]}\n",
     "  gemeente: {values: [leiden, katwijk]}\n  subregion: {values: [a]}\n", "7:3",
     "attributes.subregion has a name"},
    {"  gemeente: {values: [leiden, katwijk]}\n",
     "  gemeente: {values: [leiden, katwijk]}\n  type: {label: Type}\n", "7:3",
     "attributes.type has no values"},
    {"values: {leiden: {label: Leiden}, bollenstreek: {}}",
     "valeus: {leiden: {label: Leiden}, bollenstreek: {}}", "5:47",
     "attributes.swv_po.valeus is not a known key", "did you mean values?"},
    {"  zoa: {education",
     "  age: {education: none, places: 1, stay: 1 day, routes: {out: 100%}}\n"
     "  zoa: {education",
     "21:3", "has the id age, which is a word of the format"},
};

TEST(AttributesErrors, each_mistake_is_told_at_its_place) {
  const ScenarioFiles files;
  ASSERT_THAT(files.mistakes(sound), IsEmpty());
  for (const Mistake& each : mistakes) {
    const std::string text = changed(sound, each.from, each.to);
    ASSERT_THAT(text, Not(HasSubstr("the text has no"))) << each.from;
    const std::string told = files.mistakes(text);
    EXPECT_THAT(told, HasSubstr(std::string("a.yaml:") + each.place + ":"))
        << each.from << " -> " << each.to;
    EXPECT_THAT(told, HasSubstr(each.words)) << each.from << " -> " << each.to;
    EXPECT_THAT(told, HasSubstr(each.advice)) << each.from << " -> " << each.to;
  }
}

TEST(AttributesErrors, a_sum_that_is_wrong_is_told_beside_other_mistakes) {
  const ScenarioFiles files;
  const std::string told = files.mistakes(
      changed(changed(sound, "katwijk: 40%", "katwijk: 45%"), "places: 9", "places: many"));
  EXPECT_THAT(told, HasSubstr("sum to 105%"));
  EXPECT_THAT(told, HasSubstr("places is many"));
}

/// What is warned of.
std::string warnings(const std::string& text) {
  const ScenarioFiles files;
  std::string all;
  for (const Issue& issue : files.load(text).warnings) all += issue.problem.in(Language::en) + "\n";
  return all;
}

TEST(AttributesErrors, youths_without_a_value_that_is_asked_for_are_warned_of) {
  EXPECT_THAT(warnings(sound), IsEmpty());
  const std::string gp =
      changed(sound, "arrangements:\n", "  gp: {per_year: 5, to: oza}\narrangements:\n");
  EXPECT_THAT(warnings(gp), HasSubstr("youths of sources.gp have no gemeente"));
  EXPECT_THAT(warnings(gp), HasSubstr("youths of sources.gp have no swv_po"));
  // Of what nobody asks for, nobody needs to have a value.
  EXPECT_THAT(warnings(changed(sound, "groups:", "  type: {values: [vmbo, havo]}\ngroups:")),
              IsEmpty());
}

TEST(AttributesErrors, an_overlay_replaces_a_mix_whole_or_takes_it_away) {
  const ScenarioFiles files;
  files.write(sound, "base.yaml");
  const auto school = [&](const std::string& keys) {
    return files.load("doorstroom: 1\nextends: base.yaml\nsources:\n  school:\n" + keys)
        .scenario.sources.at(0);
  };
  const Source other = school("    gemeente: {katwijk: 100%}\n");
  EXPECT_EQ(other.mixes[AttributeId{2}].weights[ValueId{0}], 0);
  EXPECT_EQ(other.mixes[AttributeId{1}].by, AttributeId{2});
  const Source plain = school("    swv_po: {leiden: 100%}\n");
  EXPECT_FALSE(plain.mixes[AttributeId{1}].by);
  EXPECT_TRUE(school("    swv_po: ~\n").mixes[AttributeId{1}].empty());
  const Source rid = school("    gemeente: {katwijk: ~, leiden: 100%}\n");
  EXPECT_EQ(rid.mixes[AttributeId{2}].weights[ValueId{0}], 1);
}

TEST(AttributesErrors, the_schema_takes_attributes_and_other_mixes) {
  const ScenarioFiles files;
  const std::string path = files.write(sound);
  EXPECT_EQ(validated("scenario", {path}).at(path), good);
  const std::string overlay = files.write(
      "doorstroom: 1\nextends: a.yaml\nsources:\n  school:\n    gemeente: {katwijk: ~, leiden: "
      "100%}\n    swv_po: ~\n",
      "b.yaml");
  EXPECT_EQ(validated("overlay", {overlay}).at(overlay), good);
}

}  // namespace
}  // namespace doorstroom
