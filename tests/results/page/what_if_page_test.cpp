#include "results/page/what_if_page.hpp"

#include <gmock/gmock.h>

#include "results/page/what_if_words.hpp"

namespace doorstroom {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;

TEST(WhatIfPage, holds_its_style_by_nonce_asks_for_its_script_and_says_so_without) {
  const std::string html = what_if_page(*Language::of_code("nl"), "p { color: red }", "abc123");
  EXPECT_THAT(html, AllOf(HasSubstr("<html lang=\"nl\">"), HasSubstr("<title>Wat als?</title>"),
                          HasSubstr("<style nonce=\"abc123\">\np { color: red }</style>"),
                          HasSubstr("<script src=\"what-if.js\" defer"),
                          HasSubstr("<noscript><p class=\"warning\">Deze pagina")));
}

TEST(WhatIfPage, has_no_style_or_script_of_its_own_that_its_header_would_refuse) {
  const std::string html = what_if_page(Language::en, "", "abc123");
  EXPECT_THAT(html, AllOf(Not(HasSubstr("style=")), Not(HasSubstr("<script>"))));
}

TEST(WhatIfPage, every_word_of_its_script_is_said_in_both_languages) {
  const auto english = what_if_words(Language::en);
  const auto dutch = what_if_words(*Language::of_code("nl"));
  EXPECT_THAT(english, Each(Pair(Not(IsEmpty()), Not(IsEmpty()))));
  ASSERT_EQ(english.size(), dutch.size());
  EXPECT_EQ(dutch.at("save"), "Opslaan");
}

}  // namespace
}  // namespace doorstroom
