/// Whatever a file holds, it loads or it is told what is wrong: never anything else.

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "tests/support/scenario_files.hpp"

namespace doorstroom {
namespace {

/// Everything that can stand in a file, laid over the small scenario.
const char* const everything = R"(
defaults: {delay: 1 week, bounce: 10%, waiting: {leaves_after: 1 year, leaves_to: home}}
subregions: [north, south]
absence: {back_to_school: 6% per month, leaves: {home: 1% per month}}
today: {oza: {fill: 100%, age: 9 years}, youth_team: {waiting: 3}}
interventions:
  director:
    from: 2026-09-01
    until: 2028-09-01
    ramp: 4 months
    afterwards: {keeps: 50%, fades_over: 12 months}
    effects:
      a: {change: "**.routes.*.delay", factor: 0.75}
      b: {change: arrangements.zoa.stay, set: {exponential: {mean: 3 weeks}}}
set: {arrangements.oza.places: 30}
)";

/// Portable, unlike the distributions of the standard library.
class Dice {
 public:
  explicit Dice(unsigned seed) : generator_(seed) {}
  std::size_t below(std::size_t end) { return generator_() % end; }

 private:
  std::mt19937 generator_;
};

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    const bool apart = std::string_view(" :,{}[]\n").find(c) != std::string_view::npos;
    if (apart && !word.empty()) words.push_back(std::exchange(word, {}));
    if (!apart) word += c;
  }
  return words;
}

std::string mutated(std::string text, Dice& dice) {
  static constexpr std::array junk{"~",
                                   "[]",
                                   "{}",
                                   "-4",
                                   "1e999",
                                   "nan",
                                   "rest",
                                   "- a",
                                   "a: b",
                                   "\"\"",
                                   "unlimited",
                                   "{a: 1}",
                                   "[1, 2]",
                                   "9%",
                                   "0 days",
                                   "\n",
                                   "  ",
                                   ":",
                                   "{",
                                   "&a",
                                   "*",
                                   "'",
                                   "extends: a.yaml",
                                   "\xff",
                                   "routes: []"};
  const std::vector<std::string> words = words_of(text);
  const std::size_t at = dice.below(text.size());
  switch (dice.below(5)) {
    case 0: {  // a line goes
      const std::size_t begin = text.rfind('\n', at);
      const std::size_t end = text.find('\n', at);
      if (begin != std::string::npos && end != std::string::npos && begin < end)
        text.erase(begin, end - begin);
      break;
    }
    case 1:  // a word becomes another
    case 2: {
      const std::string& from = words[dice.below(words.size())];
      const std::size_t place = text.find(from, at);
      if (place != std::string::npos)
        text.replace(place, from.size(), words[dice.below(words.size())]);
      break;
    }
    case 3: {  // a word becomes junk
      const std::string& from = words[dice.below(words.size())];
      const std::size_t place = text.find(from, at);
      if (place != std::string::npos)
        text.replace(place, from.size(), junk[dice.below(junk.size())]);
      break;
    }
    default:
      text.insert(at, junk[dice.below(junk.size())]);
  }
  return text;
}

TEST(ScenarioFuzz, a_mutated_file_loads_or_is_told_and_alike_each_time) {
  const ScenarioFiles files;
  const char* more = std::getenv("DOORSTROOM_FUZZ");
  const unsigned rounds = more ? static_cast<unsigned>(std::atoi(more)) : 300;
  int loaded = 0;
  for (unsigned seed = 1; seed <= rounds; ++seed) {
    Dice dice(seed);
    std::string text = minimal() + everything;
    for (std::size_t changes = 1 + dice.below(4); changes > 0; --changes)
      text = mutated(text, dice);
    SCOPED_TRACE(seed);
    std::string first;
    ASSERT_NO_THROW(first = files.mistakes(text)) << text;
    if (seed % 10 == 0) {
      EXPECT_EQ(files.mistakes(text), first);
    }
    if (!first.empty()) continue;
    ++loaded;
    const std::string once = files.load(text).scenario.resolved;
    EXPECT_EQ(files.load(once).scenario.resolved, once) << text;
  }
  EXPECT_GT(loaded, 0);
}

}  // namespace
}  // namespace doorstroom
