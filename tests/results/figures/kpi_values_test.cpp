#include "results/figures/kpi_values.hpp"

#include <gmock/gmock.h>
#include "tests/support/languages.hpp"

#include "results/text/summary.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {
namespace {

using namespace example;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

class KpiValues : public testing::Test {
 protected:
  KpiValues() { write(folder / "out.h5", scenario()); }

  std::vector<double> of(const std::string& name) {
    ResultReader file(folder / "out.h5");
    return kpi_values(file, name);
  }

  TemporaryFolder folder;
};

TEST_F(KpiValues, a_bare_name_is_of_the_whole_system) {
  EXPECT_THAT(of("dropouts_per_year"), ElementsAre(3, 3.5, 4));
  EXPECT_THAT(of("arrived"), ElementsAre(40, 40, 40));
}

TEST_F(KpiValues, a_year_stands_behind_the_name) {
  EXPECT_THAT(of("dropouts_per_year@0"), ElementsAre(4, 5, 6));
  EXPECT_THAT(of("dropouts_per_year@1"), ElementsAre(2, 2, 2));
}

TEST_F(KpiValues, a_node_stands_before_the_name) {
  EXPECT_THAT(of("oza.asked"), ElementsAre(7, 7, 7));
  EXPECT_THAT(of("oza.asked@1"), ElementsAre(2, 2, 2));
  EXPECT_THAT(of("team.utilisation@1"), ElementsAre(0.25, 0.25, 0.25));
}

TEST_F(KpiValues, a_name_that_is_not_known_is_told_with_what_was_meant) {
  EXPECT_THAT([&] { of("dropout_per_year"); },
              ThrowsMessage<InputError>(HasSubstr("did you mean `dropouts_per_year`?")));
  EXPECT_THAT([&] { of("oza.wait_p99"); },
              ThrowsMessage<InputError>(HasSubstr("did you mean `wait_p90`?")));
  EXPECT_THAT([&] { of("ooza.wait_p90"); },
              ThrowsMessage<InputError>(AllOf(HasSubstr("no desk or arrangement `ooza`"),
                                              HasSubstr("did you mean `oza`?"))));
  EXPECT_THAT([&] { of("school.wait_p90"); },
              ThrowsMessage<InputError>(HasSubstr("no desk or arrangement `school`")));
  EXPECT_THAT([&] { of("oza.wait_p90@2"); },
              ThrowsMessage<InputError>(HasSubstr("counts years 0 to 1")));
  EXPECT_THAT([&] { of("oza.wait_p90@x"); }, ThrowsMessage<InputError>(HasSubstr("not a year")));
  EXPECT_THAT([&] { of("oza.wait_p90@-1"); }, ThrowsMessage<InputError>(HasSubstr("not a year")));
}

TEST(KpiName, gives_back_what_it_was_made_of) {
  for (const char* name : {"arrived", "arrived@0", "oza.wait_p90", "oza.wait_p90@3"})
    EXPECT_EQ(KpiName::parse(name).text(), name);
  EXPECT_EQ(KpiName::parse("oza.utilisation@3").definition().label.in(language_nl),
            "Bezettingsgraad");
}

}  // namespace
}  // namespace doorstroom
