#include "app/command_line.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "app/about.hpp"
#include "app/cli/command_parser.hpp"
#include "app/commands.hpp"
#include "app/console/output.hpp"
#include "app/console/supervisor.hpp"
#include "results/file/seal.hpp"

namespace doorstroom {
namespace {

constexpr int wrong_arguments = 2;

/// The program itself, as the command of which all others are sub-commands.
Command whole_program() {
  Command program{
      "doorstroom",
      translatable("Doorstroom simulates how youth move through a region's education-care "
                   "continuum:\nhow long they wait, and how many stay home."),
      translatable(R"(Examples:
  doorstroom check scenarios/minimal.yaml
  doorstroom run scenarios/minimal.yaml
  doorstroom run scenarios/minimal.yaml --set arrangements.oza.places=30 -o thirty.h5
  doorstroom show minimal.h5
  doorstroom trace minimal.h5
  doorstroom same minimal.h5 thirty.h5
  doorstroom compare minimal.h5 thirty.h5
  doorstroom sweep --help

Exit codes: 0 fine, 1 the run failed (or: not the same), 2 the input is wrong, 3 our own fault,
130 interrupted.)")};
  for (const auto& make : commands) program.subcommands.push_back(make());
  return program;
}

/// From the first of the environment's variables that is set.
Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* locale = std::getenv(name);
    if (locale != nullptr && *locale != '\0') return language_of(locale);
  }
  return Language::en;
}

bool reads_results(const Command& command) {
  return command.reads_results && (!command.reads_now || command.reads_now());
}

/// The files and folders that a command may write.
std::vector<std::string> outputs_of(const Command& command) {
  std::vector<std::string> outputs;
  for (const Option& option : command.options.all()) {
    if (!option.is_output()) continue;
    if (const auto* const one = std::get_if<std::string*>(&option.target()))
      outputs.push_back(**one);
    if (const auto* const some = std::get_if<std::vector<std::string>*>(&option.target()))
      outputs.insert(outputs.end(), (*some)->begin(), (*some)->end());
  }
  return outputs;
}

}  // namespace

Language language_of(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word.starts_with("--lang=")) return language_of(word.substr(word.find('=') + 1));
    if (word == "--lang" && i + 1 < argc) return language_of(argv[i + 1]);
  }
  return language_of_environment();
}

int run_command_line(int argc, char** argv, Language language) {
  const Command program = whole_program();
  const Provenance about = this_program().provenance;
  const std::string version =
      fmt::format("doorstroom {} ({})", about.program_version, about.git_commit);
  const CommandLineRequest request = parse_command_line(program, version, argc, argv, language);
  if (!request.mistake.empty()) {
    print_message(request.mistake.in(language));
    return wrong_arguments;
  }
  if (request.accept_changed) accept_changed_files();
  if (request.command != nullptr && reads_results(*request.command))
    if (const std::optional<int> ended = supervise({outputs_of(*request.command)}, language))
      return *ended;
  if (request.command != nullptr) return request.command->run(language);
  print(request.answer);
  return 0;
}

}  // namespace doorstroom
