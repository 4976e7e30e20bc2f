// Command lines: understood, or refused with what can be written. Nothing is run. The words stand
// on lines; the first byte chooses the command that the program has, or all: to describe all of
// them takes much longer than to read words.

#include <boost/algorithm/string.hpp>

#include "app/cli/command_parser.hpp"
#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "tests/fuzz/answer.hpp"

namespace doorstroom::fuzz {
namespace {

Command program_with(std::size_t choice) {
  Command program{"doorstroom", translatable("Doorstroom"), {}};
  const bool all = choice % (commands.size() + 1) == commands.size();
  for (std::size_t i = 0; i < commands.size(); ++i)
    if (all || i == choice % (commands.size() + 1)) program.subcommands.push_back(commands[i]());
  return program;
}

void try_words(std::size_t choice, const std::string& text) {
  std::vector<std::string> words;
  boost::algorithm::split(words, text, [](char c) { return c == '\n' || c == '\0'; });
  words.insert(words.begin(), "doorstroom");
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  const int argc = static_cast<int>(words.size());
  const Command program = program_with(choice);
  const CommandLineRequest request =
      parse_command_line(program, "1", argc, argv.data(), Language());
  tell(request.mistake);
  const int answers =
      (request.command != nullptr) + !request.answer.empty() + !request.mistake.empty();
  DOORSTROOM_EXPECT(answers == 1);
}

}  // namespace
}  // namespace doorstroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 0) doorstroom::fuzz::try_words(*data, doorstroom::fuzz::text_of(data + 1, size - 1));
  return 0;
}
