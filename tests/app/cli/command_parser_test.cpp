// Words of a command line, read by the description of a made-up program.

#include "app/cli/command_parser.hpp"
#include "tests/support/languages.hpp"

#include <gmock/gmock.h>

#include <optional>

namespace doorstroom::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

/// What `toy bake RECIPE` and `toy bake cake` are given.
struct BakeArguments {
  std::string recipe;
  std::string earlier;
  std::string shape;
  std::vector<std::string> toppings;
  std::vector<std::string> helpers;
  std::optional<std::uint32_t> minutes;
  int ovens = 1;
  bool dry = false;
};

void describe(Options& options, BakeArguments& bake) {
  options.positional("RECIPE", bake.recipe, translatable("What to bake"))
      .required_unless("--again");
  options.option("-a,--again", "EARLIER", bake.earlier, translatable("Bake this once more"));
  options.option("--shape", "SHAPE", bake.shape, translatable("Shape")).one_of({"round", "square"});
  options.option("--topping", "TOPPING", bake.toppings, translatable("One topping, or more"));
  options.option("--helpers", "NAME", bake.helpers, translatable("Two or three")).values({2, 3});
  options.whole_number("--minutes", "N", bake.minutes, translatable("Time"), {5, 90});
  options.whole_number("--ovens", "N", bake.ovens, translatable("Ovens"), {1, 4})
      .needs("--minutes");
  options.flag("--dry", bake.dry, translatable("Do nothing"));
}

int run(const BakeArguments& bake, Language language) {
  return static_cast<int>(bake.toppings.size()) + (language == language_nl ? 10 : 0);
}

class CommandParser : public ::testing::Test {
 protected:
  CommandParser() {
    Command command = make_command<BakeArguments>(
        "bake", translatable("Bake something"),
        translatable("Example:\n  doorstroom show holland-rijnland.h5"), describe, run, bake);
    command.subcommands.push_back(make_command<BakeArguments>(
        "cake", translatable("Bake a cake"), {}, [](Options&, BakeArguments&) {}, run, bake));
    program.subcommands.push_back(std::move(command));
  }

  CommandLineRequest parse(std::vector<const char*> words, Language language = Language::en) {
    words.insert(words.begin(), "toy");
    return parse_command_line(program, "toy 1", static_cast<int>(words.size()), words.data(),
                              language);
  }
  std::string mistake(const std::vector<const char*>& words) {
    return parse(words).mistake.in(Language::en);
  }

  std::shared_ptr<BakeArguments> bake = std::make_shared<BakeArguments>();
  Command program{"toy", translatable("A made-up program"), translatable("Examples:\n  toy bake")};
};

TEST_F(CommandParser, stores_each_kind_of_option_in_the_arguments) {
  const CommandLineRequest request =
      parse({"bake", "bread", "--shape=round", "--topping", "nuts", "--topping", "jam", "--helpers",
             "Ada", "Bob", "--minutes", "40", "--ovens", "2", "--dry"});
  ASSERT_NE(request.command, nullptr) << request.mistake.in(Language::en);
  EXPECT_EQ(request.command->name, "bake");
  EXPECT_EQ(bake->recipe, "bread");
  EXPECT_EQ(bake->shape, "round");
  EXPECT_THAT(bake->toppings, ElementsAre("nuts", "jam"));
  EXPECT_THAT(bake->helpers, ElementsAre("Ada", "Bob"));
  EXPECT_EQ(bake->minutes, 40u);
  EXPECT_EQ(bake->ovens, 2);
  EXPECT_TRUE(bake->dry);
  EXPECT_EQ(request.command->run(language_nl), 12);
}

TEST_F(CommandParser, leaves_what_is_not_given_as_it_was) {
  ASSERT_NE(parse({"bake", "bread"}).command, nullptr);
  EXPECT_EQ(bake->minutes, std::nullopt);
  EXPECT_EQ(bake->ovens, 1);
  EXPECT_FALSE(bake->dry);
  EXPECT_THAT(bake->toppings, IsEmpty());
}

TEST_F(CommandParser, reads_whole_numbers_with_leading_zeros_as_decimal) {
  ASSERT_NE(parse({"bake", "bread", "--minutes", "010", "--ovens=03"}).command, nullptr);
  EXPECT_EQ(bake->minutes, 10u);
  EXPECT_EQ(bake->ovens, 3);
  ASSERT_NE(parse({"bake", "bread", "--minutes", "0008"}).command, nullptr);
  EXPECT_EQ(bake->minutes, 8u);
  EXPECT_THAT(mistake({"bake", "bread", "--minutes", "0x10"}),
              HasSubstr("0x10 is no whole number"));
  EXPECT_THAT(mistake({"bake", "bread", "--minutes", "00"}), HasSubstr("00 is no whole number"));
}

TEST_F(CommandParser, chooses_the_sub_command_and_keeps_options_given_before_it) {
  const CommandLineRequest request = parse({"bake", "-a", "old", "--topping", "jam", "cake"});
  ASSERT_NE(request.command, nullptr) << request.mistake.in(Language::en);
  EXPECT_EQ(request.command->name, "cake");
  EXPECT_EQ(request.command->run(Language::en), 1);
}

TEST_F(CommandParser, refuses_what_the_conditions_exclude) {
  EXPECT_THAT(mistake({"bake"}), StartsWith("RECIPE is required\n"));
  EXPECT_EQ(mistake({"bake", "--again", "old"}), "");
  EXPECT_THAT(mistake({"bake", "bread", "--shape", "oval"}),
              StartsWith("--shape: oval is not round or square\n"));
  EXPECT_THAT(mistake({"bake", "bread", "--minutes", "4"}),
              StartsWith("--minutes: 4 is no whole number from 5 to 90\n"));
  EXPECT_THAT(mistake({"bake", "bread", "--minutes", "1e1"}), HasSubstr("1e1 is no whole number"));
  EXPECT_THAT(mistake({"bake", "bread", "--ovens", "2"}), StartsWith("--ovens requires --minutes"));
  EXPECT_THAT(mistake({"bake", "bread", "--minutes", "5", "--minutes", "6"}),
              StartsWith("--minutes is given more than once"));
  EXPECT_THAT(mistake({"bake", "bread", "--topping"}), StartsWith("--topping needs a value"));
  EXPECT_THAT(mistake({"bake", "bread", "--helpers", "Ada"}), HasSubstr("--helpers"));
  EXPECT_THAT(mistake({"bkae"}), HasSubstr("did you mean bake?"));
  EXPECT_THAT(mistake({"bake", "bread", "--mintues", "5"}), HasSubstr("did you mean --minutes?"));
  EXPECT_THAT(mistake({"--lang", "en"}), StartsWith("A subcommand is required\n"));
}

TEST_F(CommandParser, answers_help_and_version) {
  EXPECT_EQ(parse({"--version"}).answer, "toy 1\n");
  const std::string help = parse({"bake", "--help"}, language_nl).answer;
  EXPECT_THAT(help, StartsWith("Bake something\nGebruik: toy bake [OPTIES] [RECIPE] [OPDRACHT]\n"));
  EXPECT_THAT(help, HasSubstr("\n  -a,--again EARLIER          Bake this once more\n"));
  EXPECT_THAT(help, HasSubstr("\nVoorbeeld:\n  doorstroom show holland-rijnland.h5"));
  EXPECT_THAT(help, HasSubstr("  --lang LANG "));
}

TEST_F(CommandParser, shows_the_examples_of_the_command_above_when_there_are_none) {
  EXPECT_THAT(parse({"bake", "cake", "--help"}).answer,
              HasSubstr("Example:\n  doorstroom show holland-rijnland.h5"));
}

}  // namespace
}  // namespace doorstroom::testing
