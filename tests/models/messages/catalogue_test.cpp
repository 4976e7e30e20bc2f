/// Whatever the program says has its Dutch, with the same places to fill in.

#include "models/messages/catalogue.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include "models/fields/field_places.hpp"
#include "models/messages/said.hpp"
#include "tests/support/scenario_files.hpp"
#include "tests/support/stored_text.hpp"

namespace doorstroom {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

namespace fs = std::filesystem;

/// What is filled in, in order: "{}", "{:.6g}".
std::vector<std::string> places_of(std::string_view text) {
  static const std::regex place("\\{[^{} ]*\\}");
  const std::string whole(text);
  std::vector<std::string> places;
  for (std::sregex_iterator at(whole.begin(), whole.end(), place), end; at != end; ++at)
    places.push_back(at->str());
  return places;
}

TEST(Catalogue, fills_in_the_same_in_both_languages) {
  for (const std::span<const Translation> part : catalogue())
    for (const Translation& each : part)
      EXPECT_EQ(places_of(each.en), places_of(each.nl)) << each.en;
}

TEST(Catalogue, translates_each_text_once) {
  std::set<std::string_view> known;
  for (const std::span<const Translation> part : catalogue())
    for (const Translation& each : part) EXPECT_TRUE(known.insert(each.en).second) << each.en;
}

/// A source without comments, and with literals that stand behind each other made one.
std::string source_of(const fs::path& path) {
  std::string text = text_in(path);
  text = std::regex_replace(text, std::regex("(^|\n)\\s*//[^\n]*"), "$1");
  return std::regex_replace(text, std::regex("([^\\\\])\"\\s*\n\\s*\""), "$1");
}

/// The text that a literal of a source stands for.
std::string meant_by(const std::string& literal) {
  std::string text;
  for (std::size_t i = 0; i < literal.size(); ++i) {
    const bool escape = literal[i] == '\\' && i + 1 < literal.size();
    if (escape) ++i;
    text += escape && literal[i] == 'n' ? '\n' : literal[i];
  }
  return text;
}

/// From an opening bracket to the one that closes it.
std::string_view in_brackets(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && (text[i] == '(' || text[i] == '{')) {
      ++depth;
    } else if (!quoted && (text[i] == ')' || text[i] == '}') && --depth == 0) {
      return text.substr(0, i);
    }
  }
  return text;
}

bool is_known(const std::string& text) {
  return std::ranges::any_of(catalogue(), [&](std::span<const Translation> part) {
    return std::ranges::find(part, text, &Translation::en) != part.end();
  });
}

/// Words that are the same in Dutch: paths, examples of quantities, values of keys.
bool needs_translation(const std::string& text) {
  static const std::regex same(
      "[a-z_.0-9*: ]?|[a-z_.0-9*:]*|2 weeks|1300 hours per year|30 hours|, |, \\.\\.\\.| -> ");
  return !std::regex_match(text, same);
}

/// Literals within calls that tell people something.
std::vector<std::string> told_in(const std::string& source) {
  static const std::regex call(
      "\\b(error|warning|say|phrase|Text|tell|told|counted|either|input_error|run_error|damaged|"
      "unusable|check_names)\\(|\\bWrong\\{");
  static const std::regex literal("\"((?:[^\"\\\\]|\\\\.)*)\"");
  std::vector<std::string> texts;
  for (std::sregex_iterator at(source.begin(), source.end(), call), end; at != end; ++at) {
    const auto from = static_cast<std::size_t>(at->position() + at->length() - 1);
    const std::string inside(in_brackets(std::string_view(source).substr(from)));
    for (std::sregex_iterator word(inside.begin(), inside.end(), literal); word != end; ++word)
      if (const std::string text = meant_by((*word)[1].str()); needs_translation(text))
        texts.push_back(text);
  }
  return texts;
}

TEST(Catalogue, has_the_dutch_of_whatever_is_told) {
  std::set<std::string> unknown;
  int told = 0;
  for (const char* room : {"models", "results", "app"})
    for (const fs::directory_entry& entry :
         fs::recursive_directory_iterator(fs::path(DOORSTROOM_SOURCE_DIR) / room)) {
      const std::string name = entry.path().filename();
      if (entry.path().extension() != ".cpp" || name.starts_with("catalogue")) continue;
      for (const std::string& text : told_in(source_of(entry.path()))) {
        ++told;
        if (!is_known(text)) unknown.insert(name + ": " + text);
      }
    }
  EXPECT_GT(told, 200);
  EXPECT_THAT(unknown, IsEmpty()) << "add the Dutch of these to models/catalogue_*.cpp";
}

TEST(Catalogue, has_the_dutch_of_every_section) {
  for (const Section* root : {&sections::scenario, &sections::sweep})
    for (const SectionPlace& place : section_places(*root))
      EXPECT_TRUE(is_known(std::string(place.section->name))) << place.section->name;
}

TEST(Said, is_heard_in_the_language_of_the_reader) {
  const Text text = say("{} is {}", std::string("a.b"), Text("empty"));
  EXPECT_EQ(text.in(Language::en), "a.b is empty");
  EXPECT_EQ(text.in(Language::nl), "a.b is leeg");
}

TEST(Said, words_of_the_user_stay_as_they_are) {
  EXPECT_EQ(Text(std::string("empty")).in(Language::nl), "empty");
  EXPECT_EQ(say("{} is {}", std::string("empty"), 3).in(Language::nl), "empty is 3");
}

TEST(Said, becomes_a_failure_in_both_languages_and_a_text_again) {
  const InputError wrong = input_error(say("{} is an empty list", std::string("dates")));
  EXPECT_STREQ(wrong.what(), "dates is an empty list");
  EXPECT_EQ(wrong.dutch(), "dates is een lege lijst");
  EXPECT_EQ(run_error("there is no such file").dutch(), "there is no such file") << "unknown";
  EXPECT_EQ(say("Failed: {}", Text(wrong)).in(Language::nl), "Mislukt: dates is een lege lijst");
}

TEST(Said, a_choice_is_joined_as_the_language_does) {
  EXPECT_EQ(either(std::vector<std::string>{"3 weeks", "3 days"}).in(Language::nl),
            "3 weeks of 3 days");
  EXPECT_EQ(either(std::vector<Text>{"a list", "one value"}).in(Language::nl),
            "een lijst, of een enkele waarde");
}

}  // namespace
}  // namespace doorstroom
