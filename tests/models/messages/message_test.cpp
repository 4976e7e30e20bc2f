/// Texts that are made in one place and read in the language of the user.

#include "models/messages/message.hpp"

#include <gmock/gmock.h>

#include "models/messages/translations.hpp"
#include "tests/support/languages.hpp"

namespace doorstroom {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Message, is_read_in_the_language_of_the_reader) {
  const LocalizedText text = message("{0} is {1}", std::string("a.b"), message("empty"));
  EXPECT_EQ(text.in(Language::en), "a.b is empty");
  EXPECT_EQ(text.in(language_nl), "a.b is leeg");
}

TEST(Message, words_of_the_user_stay_as_they_are) {
  EXPECT_EQ(LocalizedText(std::string("empty")).in(language_nl), "empty");
  EXPECT_EQ(message("{0} is {1}", std::string("empty"), 3).in(language_nl), "empty is 3");
}

TEST(Message, words_of_the_user_are_no_pattern) {
  EXPECT_EQ(message("{0} is {1}", std::string("{1}"), std::string("{{0}}")).in(language_nl),
            "{1} is {{0}}");
}

TEST(Message, becomes_a_failure_that_is_read_in_any_language) {
  const InputError wrong = input_error(message("{0} is an empty list", std::string("dates")));
  EXPECT_STREQ(wrong.what(), "dates is an empty list");
  EXPECT_EQ(LocalizedText(wrong).in(language_nl), "dates is een lege lijst");
  EXPECT_EQ(message("Failed: {0}", LocalizedText(wrong)).in(language_nl),
            "Mislukt: dates is een lege lijst");
}

TEST(Message, of_a_plural_takes_the_form_of_its_count) {
  const auto warnings = [](int count) {
    return message_plural("{0} warning", "{0} warnings", count);
  };
  EXPECT_EQ(warnings(1).in(Language::en), "1 warning");
  EXPECT_EQ(warnings(0).in(Language::en), "0 warnings");
  EXPECT_EQ(warnings(1).in(language_nl), "1 waarschuwing");
  EXPECT_EQ(warnings(2).in(language_nl), "2 waarschuwingen");
}

TEST(Message, of_a_context_is_not_that_of_another) {
  EXPECT_EQ(message_in("decimal point", ".").in(language_nl), ",");
  EXPECT_EQ(message_in("between thousands", ",").in(language_nl), ".");
}

TEST(Message, has_its_advice_apart) {
  const LocalizedText text =
      with_advice(message("{0} is an empty list", std::string("dates")), std::string("fill it"));
  EXPECT_EQ(text.in(Language::en), "dates is an empty list\n  fill it");
  const auto [problem, advice] = problem_and_advice(text);
  EXPECT_EQ(problem.in(language_nl), "dates is een lege lijst");
  EXPECT_EQ(advice.in(language_nl), "fill it");
  EXPECT_TRUE(problem_and_advice(problem).second.empty());
}

TEST(Message, a_choice_is_joined_as_the_language_does) {
  EXPECT_EQ(either(std::vector<std::string>{"3 weeks", "3 days"}).in(language_nl),
            "3 weeks of 3 days");
  EXPECT_EQ(
      either(std::vector<LocalizedText>{message("a list"), message("one value")}).in(language_nl),
      "een lijst, of een enkele waarde");
}

TEST(Language, is_that_of_the_locale_or_english) {
  EXPECT_EQ(language_of("nl_NL.UTF-8"), language_nl);
  EXPECT_EQ(language_of("nl_BE@euro"), language_nl);
  EXPECT_EQ(language_of("nl"), language_nl);
  for (const char* other : {"", "C", "POSIX", "en_GB.UTF-8", "xx_XX"})
    EXPECT_EQ(language_of(other), Language::en) << other;
}

TEST(LocalizedText, is_put_behind_another) {
  LocalizedText text;
  text += LocalizedText();
  EXPECT_TRUE(text.empty());
  text += message("{0} year", 1) + LocalizedText() + std::string(".");
  EXPECT_EQ(text.in(Language::en), "1 year.");
  EXPECT_EQ(LocalizedText() + message("no"), message("no"));
}

/// A message of the pattern, every placeholder filled in.
Message filled(const Translation& translation, std::uint64_t count) {
  constexpr std::size_t most_arguments = 10;
  Message message;
  message.kind = Message::Kind::pattern;
  message.context = translation.context;
  message.text = translation.english;
  message.arguments.assign(most_arguments, Message(std::string("<argument>")));
  if (!translation.more_forms.empty()) message.plural = message.text;
  message.count = count;
  return message;
}

TEST(Translations, leave_no_placeholder_unfilled) {
  constexpr std::uint64_t up_to = 200;  // reaches each plural form of any language
  for (const Translations& language : all_translations())
    for (const Translation& each : language.sorted) {
      EXPECT_FALSE(each.text.empty()) << each.english;
      for (std::uint64_t count = 0; count < (each.more_forms.empty() ? 1 : up_to); ++count)
        for (const std::string& text :
             {LocalizedText(filled(each, count)).in(Language::en),
              LocalizedText(filled(each, count)).in(*Language::of_code(language.code))})
          EXPECT_THAT(text, Not(testing::ContainsRegex("\\{[a-z0-9_]+\\}"))) << language.code;
    }
}

TEST(Translations, have_as_many_forms_as_their_rule_chooses_among) {
  for (const Translations& language : all_translations())
    for (const Translation& each : language.sorted)
      for (std::uint64_t count = 0; !each.more_forms.empty() && count < 200; ++count)
        EXPECT_LE(language.plural_form(count), each.more_forms.size()) << each.english;
}

TEST(Translations, are_sorted_so_that_they_are_found) {
  for (const Translations& language : all_translations())
    for (const Translation& each : language.sorted)
      EXPECT_EQ(language.find(each.context, each.english), &each) << each.english;
}

}  // namespace
}  // namespace doorstroom
