#include "models/messages/article.hpp"

#include <gtest/gtest.h>

namespace doorstroom {
namespace {

const Language nl = *Language::of_code("nl");

TEST(Article, a_title_has_none) {
  EXPECT_EQ(without_article("het jeugdteam (toegang)", nl), "Jeugdteam (toegang)");
  EXPECT_EQ(without_article("de ambulante jeugd-ggz", nl), "Ambulante jeugd-ggz");
  EXPECT_EQ(without_article("the youth team", Language::en), "Youth team");
}

TEST(Article, a_name_that_begins_with_none_stays_as_it_is) {
  for (const char* name :
       {"Dekker", "oza", "thuis zonder onderwijs", "the youth team", "Een-loket", "de ", ""})
    EXPECT_EQ(without_article(name, nl), name);
}

TEST(Article, a_sentence_begins_with_a_capital) {
  EXPECT_EQ(with_capital_articles("het jeugdteam besloot. de zaak ging naar het loket.", nl),
            "Het jeugdteam besloot. De zaak ging naar het loket.");
  EXPECT_EQ(with_capital_articles(" the team decided; on to the oven.", Language::en),
            " The team decided; on to the oven.");
}

}  // namespace
}  // namespace doorstroom
