#include "app/command_line.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <cstdint>
#include <cstdlib>
#include <limits>
#include <optional>

#include "app/about.hpp"
#include "app/commands.hpp"
#include "app/compare_command.hpp"
#include "app/options.hpp"
#include "app/output.hpp"
#include "app/sweep_command.hpp"
#include "models/nearest.hpp"

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
  doorstroom compare base.yaml variant.yaml
  doorstroom sweep --help

Exit codes: 0 fine, 1 the run failed (or: not the same), 2 the input is wrong, 3 our own fault,
130 interrupted.)";

constexpr auto run_examples = R"(Examples:
  doorstroom run scenarios/holland-rijnland.yaml
  doorstroom run scenarios/minimal.yaml --set arrangements.oza.places=30 -o thirty.h5
  doorstroom run scenarios/minimal.yaml --set "desks.*.staff=4 fte" --replications 200
  doorstroom run scenarios/minimal.yaml --seed 7 --jobs 4 --force

The result file is complete or absent: until the run has ended it is called OUT.part.
Ctrl-C stops the run.)";

constexpr auto check_examples = R"(Examples:
  doorstroom check scenarios/minimal.yaml
  doorstroom check scenarios/minimal.yaml --set "arrangements.oza.stay=9 months"

Exit code 2 when there are mistakes; warnings alone are no reason not to run.)";

constexpr auto show_examples = R"(Example:
  doorstroom show holland-rijnland.h5)";

constexpr auto trace_examples = R"(Examples:
  doorstroom trace minimal.h5                      some youths worth reading about
  doorstroom trace minimal.h5 --youth 12
  doorstroom trace minimal.h5 --youth 12 --lang nl

It tells what the youth waited for and why, what came of it, and what it cost whom. A file keeps the
youths of the first replication; `doorstroom run --visits 3` keeps those of three.)";

constexpr auto same_examples = R"(Example:
  doorstroom same one.h5 other.h5

When, where and with how many workers a run was made does not count. Exit code 0: the same; 1: not.)";

constexpr auto fields_examples = R"(Examples:
  doorstroom fields stay
  doorstroom fields desks.youth_team.staff --lang nl
  doorstroom fields                                every key, as Markdown)";

constexpr auto schema_examples = R"(Examples:
  doorstroom schema -o scenario.schema.json
  doorstroom schema overlay -o overlay.schema.json

An editor that knows YAML schemas then checks and completes a scenario that begins with
# yaml-language-server: $schema=scenario.schema.json)";

constexpr std::uint32_t most = std::numeric_limits<std::uint32_t>::max();

void add_file(CLI::App& command, const std::string& name, std::string& file,
              const std::string& what) {
  command.add_option(name, file, what)->required()->option_text(" ");
}

void add_sets(CLI::App& command, std::vector<std::string>& sets) {
  command
      .add_option("--set", sets,
                  "Change one parameter; may be given more than once. PATH: keys\n"
                  "joined by dots (* is one key, ** any number of keys).\n"
                  "VALUE: as in the scenario")
      ->option_text("PATH=VALUE")
      ->allow_extra_args(false);
}

void add_run(CLI::App& app, RunArguments& run) {
  CLI::App& command =
      *app.add_subcommand("run", "Simulate a scenario, write the result file, print what it found");
  command.footer(run_examples);
  add_file(command, "FILE", run.scenario, "Scenario (YAML)");
  command
      .add_option("-o,--out", run.out,
                  "Result file (HDF5). Default: the scenario's name with .h5, in\n"
                  "the folder where you are")
      ->option_text("OUT");
  command.add_option("--replications", run.replications, "How many runs. Default: the scenario's")
      ->option_text("N")
      ->check(whole_number(1, 10'000'000));
  command.add_option("--seed", run.seed, "Seed of all chance. Default: the scenario's")
      ->option_text("S")
      ->check(whole_number(0, most));
  command.add_option("--jobs", run.jobs, "Worker processes. Default: one for each core")
      ->option_text("N")
      ->check(whole_number(1, 1024));
  command
      .add_option("--visits", run.visits,
                  "Keep every youth and visit of the first K runs. Default: 1")
      ->option_text("K")
      ->check(whole_number(0, most));
  add_sets(command, run.sets);
  command.add_flag("--force", run.force, "Replace the result file if it exists");
  command.add_flag("--verbose", run.verbose,
                   "Tell how fast the engine was and what memory it held, on\n"
                   "standard error, once the run has ended");
}

void add_trace(CLI::App& app, TraceArguments& trace) {
  CLI::App& command = *app.add_subcommand("trace", "Tell the story of one youth in plain words");
  command.footer(trace_examples);
  add_file(command, "FILE", trace.result, "Result file (HDF5)");
  command
      .add_option("--youth", trace.youth,
                  "Number of the youth. Default: name a few worth reading about")
      ->option_text("N")
      ->check(whole_number(0, most));
  command.add_option("--replication", trace.replication, "Of which replication. Default: 0")
      ->option_text("R")
      ->check(whole_number(0, 10'000'000));
}

/// It is read before anything else, so that mistakes on the command line are told in it, too.
void add_language(CLI::App& command) {
  command
      .add_option_function<std::string>(
          "--lang", [](const std::string&) {},
          "Language of what is told: en or nl. Default: nl when the\n"
          "environment says so (LC_ALL, LC_MESSAGES, LANG), else en")
      ->option_text("LANG")
      ->check(CLI::IsMember({"en", "nl"}));
}

/// To every command, and to the commands of a command.
void add_language_below(CLI::App& app) {
  for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
    add_language(*command->group("Commands"));
    add_language_below(*command);
  }
}

/// What the environment asks for: the first of its variables that says something.
Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* locale = std::getenv(name);
    if (locale != nullptr && *locale != '\0') return language_of(locale);
  }
  return Language::en;
}

/// The word among those that somebody probably meant, as a question.
std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
  const std::optional<std::string> meant = nearest(word, known);
  return meant ? fmt::format("\n  did you mean {}?", *meant) : "";
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

/// What is wrong, and what would be right.
std::string explained(const CLI::App& app, const CLI::ParseError& error) {
  std::vector<const CLI::App*> chosen;
  std::string name;
  for (const CLI::App* next = &app; !next->get_subcommands().empty(); chosen.push_back(next)) {
    next = next->get_subcommands().front();
    name += " " + next->get_name();
  }
  const CLI::App& command = chosen.empty() ? app : *chosen.back();
  const std::vector<std::string> left = app.remaining(true);
  std::string text = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const bool too_many = text.find("At Most") != std::string::npos;
    text = text.substr(0, text.find(':')) +
           (too_many ? " is given more than once" : " needs a value behind it");
  }
  if (!left.empty()) {
    const std::string& word = left.front();
    if (word.starts_with('-'))
      text = fmt::format("there is no option {}", word) +
             did_you_mean(word.substr(0, word.find('=')), options_of(command));
    else if (chosen.empty())
      text = fmt::format("there is no command {}", word) + did_you_mean(word, commands_of(app));
    else
      text = fmt::format("{} is one word too many\n  put quotes around a name that holds spaces",
                         word);
  }
  return fmt::format("{}\n  doorstroom{} --help says what can be written", text, name);
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
  app.get_formatter()->label("SUBCOMMAND", "COMMAND");
  app.get_formatter()->label("Subcommands", "Commands");
  app.get_formatter()->label("Positionals", "Files");
  const Provenance about = this_program().provenance;
  app.set_version_flag("--version",
                       fmt::format("doorstroom {} ({})", about.program_version, about.git_commit),
                       "Print the version");

  RunArguments run;
  add_run(app, run);
  std::string file;
  std::string other;
  std::vector<std::string> sets;
  CLI::App& check_app =
      *app.add_subcommand("check", "Tell every mistake in a scenario, without running it");
  check_app.footer(check_examples);
  add_file(check_app, "FILE", file, "Scenario (YAML)");
  add_sets(check_app, sets);
  CLI::App& show_app = *app.add_subcommand("show", "Print what a result file says");
  show_app.footer(show_examples);
  add_file(show_app, "FILE", file, "Result file (HDF5)");
  TraceArguments trace;
  add_trace(app, trace);
  CompareArguments compare;
  add_compare(app, compare);
  SweepArguments sweep;
  add_sweep(app, sweep);
  CLI::App& same_app =
      *app.add_subcommand("same", "Tell whether two result files hold the same results");
  same_app.footer(same_examples);
  add_file(same_app, "A", file, "Result file (HDF5)");
  add_file(same_app, "B", other, "The other result file");

  std::string key;
  SchemaArguments schema;
  CLI::App& fields_app = *app.add_subcommand("fields", "Tell what the keys of a scenario say");
  fields_app.footer(fields_examples);
  fields_app.add_option("KEY", key, "A key, or a path of keys. Default: all")->option_text(" ");
  CLI::App& schema_app =
      *app.add_subcommand("schema", "Print the JSON Schema of scenarios, for editors");
  schema_app.footer(schema_examples);
  schema_app.add_option("KIND", schema.file, "scenario, overlay or sweep. Default: scenario")
      ->option_text(" ")
      ->check(CLI::IsMember({"scenario", "overlay", "sweep"}));
  schema_app.add_option("-o,--out", schema.out, "File to write. Default: standard output")
      ->option_text("FILE");

  add_language_below(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    print(app.help());
    return 0;
  } catch (const CLI::CallForVersion& version) {
    print(fmt::format("{}\n", version.what()));
    return 0;
  } catch (const CLI::ParseError& error) {
    tell(argc == 1 ? app.help() : explained(app, error));
    return wrong_arguments;
  }
  run.language = trace.language = sweep.language = compare.language = language;
  schema.language = language;
  if (app.got_subcommand(&fields_app)) return fields_command(key, language);
  if (app.got_subcommand(&schema_app)) return schema_command(schema);
  if (app.got_subcommand("trace")) return trace_command(trace);
  if (app.got_subcommand("run")) return run_command(run);
  if (app.got_subcommand("compare")) return compare_command(compare);
  if (app.got_subcommand("sweep")) return sweep_command(*app.get_subcommand("sweep"), sweep);
  if (app.got_subcommand(&check_app)) return check_command(file, sets, language);
  if (app.got_subcommand(&show_app)) return show_command(file, language);
  return same_command(file, other, language);
}

}  // namespace doorstroom
