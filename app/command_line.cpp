#include "app/command_line.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <cstdlib>
#include <optional>

#include "app/about.hpp"
#include "app/help.hpp"
#include "app/options.hpp"
#include "app/output.hpp"
#include "models/messages/did_you_mean.hpp"
#include "models/messages/said.hpp"

namespace doorstroom {
namespace {

constexpr int wrong_arguments = 2;

constexpr auto examples = R"(Examples:
  doorstroom check scenarios/minimal.yaml
  doorstroom run scenarios/minimal.yaml
  doorstroom run scenarios/minimal.yaml --set arrangements.oza.places=30 -o thirty.h5
  doorstroom show minimal.h5
  doorstroom trace minimal.h5
  doorstroom same minimal.h5 thirty.h5
  doorstroom compare minimal.h5 thirty.h5
  doorstroom sweep --help

Exit codes: 0 fine, 1 the run failed (or: not the same), 2 the input is wrong, 3 our own fault,
130 interrupted.)";

/// To a command, and to the commands below it. It is read before anything else, so that mistakes on
/// the command line are told in it, too.
void add_language(CLI::App& command, Language language) {
  command
      .add_option_function<std::string>(
          "--lang", [](const std::string&) {},
          "Language of what is told: en or nl. Default: nl when the\n"
          "environment says so (LC_ALL, LC_MESSAGES, LANG), else en")
      ->option_text("LANG")
      ->check(one_of({"en", "nl"}, language));
  for (CLI::App* below : command.get_subcommands([](CLI::App*) { return true; }))
    add_language(*below, language);
}

/// What the environment asks for: the first of its variables that says something.
Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* locale = std::getenv(name);
    if (locale != nullptr && *locale != '\0') return language_of(locale);
  }
  return Language::en;
}

/// With the word among those that somebody probably meant, as a question.
Text with_nearest(const Text& text, const std::string& word,
                  const std::vector<std::string>& known) {
  const std::optional<std::string> meant = did_you_mean(word, known);
  return meant ? say("{}\n  {}", text, say("did you mean {}?", *meant)) : text;
}

std::vector<std::string> commands_of(const CLI::App& app) {
  const auto every = [](const CLI::App*) { return true; };
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands(every)) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> options_of(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

/// What the library says of words that do not fit, as far as that can be told in Dutch, too.
Text told(const CLI::ParseError& error) {
  const std::string text = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const std::string option = text.substr(0, text.find(':'));
    return text.find("At Most") != std::string::npos ? say("{} is given more than once", option)
                                                     : say("{} needs a value behind it", option);
  }
  constexpr std::string_view requires_other = " requires ";
  if (const std::size_t at = text.find(requires_other);
      dynamic_cast<const CLI::RequiresError*>(&error) != nullptr && at != std::string::npos)
    return say("{} requires {}", text.substr(0, at), text.substr(at + requires_other.size()));
  constexpr std::string_view required = " is required";
  if (dynamic_cast<const CLI::RequiredError*>(&error) == nullptr || !text.ends_with(required))
    return text;
  const std::string missing = text.substr(0, text.size() - required.size());
  return say("{} is required", missing == "A subcommand" ? Text("A subcommand") : Text(missing));
}

/// What is wrong, and what would be right.
Text explained(const CLI::App& app, const CLI::ParseError& error) {
  std::vector<const CLI::App*> chosen;
  std::string name;
  for (const CLI::App* next = &app; !next->get_subcommands().empty(); chosen.push_back(next)) {
    next = next->get_subcommands().front();
    name += " " + next->get_name();
  }
  const CLI::App& command = chosen.empty() ? app : *chosen.back();
  const std::vector<std::string> left = app.remaining(true);
  Text text = told(error);
  if (!left.empty()) {
    const std::string& word = left.front();
    if (word.starts_with('-'))
      text = with_nearest(say("there is no option {}", word), word.substr(0, word.find('=')),
                          options_of(command));
    else if (chosen.empty())
      text = with_nearest(say("there is no command {}", word), word, commands_of(app));
    else
      text = say("{} is one word too many\n  put quotes around a name that holds spaces", word);
  }
  return say("{}\n  doorstroom{} --help says what can be written", text, name);
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

int dispatch(int argc, char** argv, Language language) {
  CLI::App app{
      "Doorstroom simulates how youth move through a region's education-care continuum:\n"
      "how long they wait, and how many stay home."};
  app.name("doorstroom");
  app.footer(examples);
  app.require_subcommand(1);
  app.set_help_flag("-h,--help", "Print this help");
  const Provenance about = this_program().provenance;
  app.set_version_flag("--version",
                       fmt::format("doorstroom {} ({})", about.program_version, about.git_commit),
                       "Print the version");

  Menu menu{app, language};
  add_run_options(menu);
  add_rerun_options(menu);
  add_check_options(menu);
  add_show_options(menu);
  add_trace_options(menu);
  add_compare_options(menu);
  add_sweep_options(menu);
  add_same_options(menu);
  add_export_options(menu);
  add_fields_options(menu);
  add_schema_options(menu);
  add_language(app, language);
  localize_help(app, language);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    print(app.help());
    return 0;
  } catch (const CLI::CallForVersion& version) {
    print(fmt::format("{}\n", version.what()));
    return 0;
  } catch (const CLI::ParseError& error) {
    tell(argc == 1 ? app.help() : explained(app, error).in(language));
    return wrong_arguments;
  }
  return menu.chosen();
}

}  // namespace doorstroom
