#include "models/scenario/label.hpp"

#include <gmock/gmock.h>

#include "tests/support/languages.hpp"

namespace doorstroom {
namespace {

TEST(Label, is_told_in_the_language_of_the_reader) {
  const Label team{.nl = "het team", .en = "the team"};
  EXPECT_EQ(name_in(Language::en, team, "team"), "the team");
  EXPECT_EQ(name_in(language_nl, team, "team"), "het team");
}

TEST(Label, is_told_in_another_language_where_it_lacks_that_of_the_reader) {
  EXPECT_EQ(name_in(Language::en, {.nl = "het team", .en = ""}, "team"), "het team");
  EXPECT_EQ(name_in(language_nl, {.nl = "", .en = "the team"}, "team"), "the team");
}

TEST(Label, is_the_id_where_there_is_none) {
  EXPECT_EQ(name_in(language_nl, {}, "team"), "team");
}

}  // namespace
}  // namespace doorstroom
