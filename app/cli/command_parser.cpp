#include "app/cli/command_parser.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "models/messages/did_you_mean.hpp"

namespace doorstroom {
namespace {

/// Which command of ours each command of CLI11 stands for.
using CommandMap = std::map<const CLI::App*, const Command*>;

constexpr auto every_command = [](const CLI::App*) { return true; };

/// Reads decimal digits, so 010 is ten; CLI11 by itself takes a number that begins with 0 as octal.
/// @return nothing when the text is something else, or too large
std::optional<std::uint32_t> decimal_number(const std::string& text) {
  std::uint32_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stopped != end) return std::nullopt;
  return value;
}

CLI::Validator in_range(NumberRange range, Language language) {
  return {[range, language](const std::string& text) {
            const std::optional<std::uint32_t> value = decimal_number(text);
            if (value && *value >= range.least && *value <= range.most) return std::string();
            return message("{0} is no whole number from {1} to {2}", text, range.least, range.most)
                .in(language);
          },
          ""};
}

CLI::Validator one_of(const std::vector<std::string>& words, Language language) {
  return {[words, language](const std::string& text) {
            if (std::ranges::find(words, text) != words.end()) return std::string();
            return message("{0} is not {1}", text, either(words)).in(language);
          },
          ""};
}

/// Adds an option to a CLI11 command in the way that its type of target asks for.
struct OptionAdder {
  CLI::App& app;
  const Option& option;
  std::string help;
  Language language;

  CLI::Option& operator()(std::string* target) const {
    return *app.add_option(option.name(), *target, help);
  }
  CLI::Option& operator()(std::vector<std::string>* target) const {
    CLI::Option& added = *app.add_option(option.name(), *target, help);
    if (const auto [least, most] = option.value_count(); most > 0)
      added.expected(least, most);
    else if (!option.is_positional())
      added.allow_extra_args(false);
    return added;
  }
  CLI::Option& operator()(bool* target) const {
    return *app.add_flag(option.name(), *target, help);
  }
  CLI::Option& operator()(const std::function<void(std::uint32_t)>& store) const {
    const auto store_number = [store](const std::string& text) {
      store(decimal_number(text).value());
    };
    CLI::Option& added = *app.add_option_function<std::string>(option.name(), store_number, help);
    added.check(in_range(option.range(), language));
    return added;
  }
};

void add_option(CLI::App& app, const Option& option, Language language) {
  const OptionAdder adder{app, option, option.help().in(language), language};
  CLI::Option& added =
      *std::visit([&](const auto& target) { return &adder(target); }, option.target());
  if (!option.value_name().empty()) added.option_text(option.value_name());
  if (option.is_required()) added.required();
  if (!option.words().empty()) added.check(one_of(option.words(), language));
  if (!option.needed().empty()) added.needs(app.get_option(option.needed()));
}

/// Every command takes --lang. Its value is read before all else (see command_line.hpp), so that
/// mistakes on the command line are reported in that language too; here it is only checked.
void add_language_option(CLI::App& app, Language language) {
  std::vector<std::string> known;
  for (const Language& each : Language::all()) known.emplace_back(each.code());
  const std::vector<std::string> translated(known.begin() + 1, known.end());
  app.add_option_function<std::string>(
         "--lang", [](const std::string&) {},
         message("Language of the output: {0}. Default: {1} when the\n"
                 "environment asks for it (LC_ALL, LC_MESSAGES, LANG), else en",
                 either(known), either(translated))
             .in(language))
      ->option_text("LANG")
      ->check(one_of(known, language));
}

/// Every command that reads result files takes --accept-changed.
void add_accept_option(CLI::App& app, Language language, bool& accept_changed) {
  app.add_flag("--accept-changed", accept_changed,
               message("Read result files although they are damaged, or saved by\n"
                       "another program: their checksum is another")
                   .in(language));
}

bool has_value(const CLI::App& app, const std::string& option) {
  return std::ranges::any_of(app.get_option(option)->results(),
                             [](const std::string& word) { return !word.empty(); });
}

/// Reports options that are required unless another one is given.
void check_alternatives(const CLI::App& app, const Options& options) {
  for (const Option& option : options.all())
    if (!option.alternative().empty() && !has_value(app, option.name()) &&
        !has_value(app, option.alternative()))
      throw CLI::RequiredError(option.name());
}

bool has_alternatives(const Options& options) {
  return std::ranges::any_of(options.all(),
                             [](const Option& option) { return !option.alternative().empty(); });
}

/// CLI11's own words.
void localize_headings(CLI::App& app, Language language) {
  constexpr std::pair<const char*, TranslatableText> headings[] = {
      {"SUBCOMMAND", translatable("COMMAND")},
      {"Positionals", translatable("Arguments")},
      {"Usage", translatable("Usage")},
      {"OPTIONS", translatable("OPTIONS")}};
  for (const auto& [label, heading] : headings)
    app.get_formatter()->label(label, heading.in(language));
  app.group(message("Commands").in(language));
  for (CLI::Option* option : app.get_options()) option->group(message("Options").in(language));
}

/// Describes a command and its sub-commands to CLI11.
/// @param accept_changed  set when the user gives --accept-changed
void describe(CLI::App& app, const Command& command, Language language, CommandMap& commands,
              bool& accept_changed) {
  commands[&app] = &command;
  for (const Option& option : command.options.all()) add_option(app, option, language);
  if (has_alternatives(command.options))
    app.parse_complete_callback([&] { check_alternatives(app, command.options); });
  if (command.reads_results) add_accept_option(app, language, accept_changed);
  add_language_option(app, language);
  localize_headings(app, language);
  if (!command.examples.empty()) app.footer(command.examples.in(language));
  if (!command.subcommands.empty()) app.require_subcommand(command.run ? 0 : 1, 1);
  for (const Command& subcommand : command.subcommands)
    describe(*app.add_subcommand(subcommand.name, subcommand.summary.in(language)), subcommand,
             language, commands, accept_changed);
}

/// Adds the known word that the user probably meant, as a question.
LocalizedText with_suggestion(const LocalizedText& text, const std::string& word,
                              const std::vector<std::string>& known) {
  const std::optional<std::string> meant = did_you_mean(word, known);
  return meant ? message("{0}\n  {1}", text, message("did you mean {0}?", *meant)) : text;
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands(every_command))
    names.push_back(command->get_name());
  return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

/// What CLI11 reports, as a text of ours as far as we know its messages.
LocalizedText translated(const CLI::ParseError& error) {
  const std::string text = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const std::string option = text.substr(0, text.find(':'));
    return text.find("At Most") != std::string::npos
               ? message("{0} is given more than once", option)
               : message("{0} needs a value behind it", option);
  }
  constexpr std::string_view requires_other = " requires ";
  if (const std::size_t at = text.find(requires_other);
      dynamic_cast<const CLI::RequiresError*>(&error) != nullptr && at != std::string::npos)
    return message("{0} requires {1}", text.substr(0, at), text.substr(at + requires_other.size()));
  constexpr std::string_view required = " is required";
  if (dynamic_cast<const CLI::RequiredError*>(&error) == nullptr || !text.ends_with(required))
    return text;
  const std::string missing = text.substr(0, text.size() - required.size());
  return message("{0} is required", missing == message("A subcommand") ? message("A subcommand")
                                                                       : LocalizedText(missing));
}

/// What is wrong with the words, and which command explains what can be written.
LocalizedText explain_mistake(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App* command = &app;
  std::string path;
  while (!command->get_subcommands().empty()) {
    command = command->get_subcommands().front();
    path += " " + command->get_name();
  }
  const std::vector<std::string> unknown = app.remaining(true);
  LocalizedText text = translated(error);
  if (!unknown.empty()) {
    const std::string& word = unknown.front();
    if (word.starts_with('-'))
      text = with_suggestion(message("there is no option {0}", word),
                             word.substr(0, word.find('=')), option_names(*command));
    else if (command == &app)
      text = with_suggestion(message("there is no command {0}", word), word, command_names(app));
    else
      text =
          message("{0} is one word too many\n  put quotes around a name that holds spaces", word);
  }
  return message("{0}\n  doorstroom{1} --help says what can be written", text, path);
}

}  // namespace

CommandLineRequest parse_command_line(const Command& program, const std::string& version, int argc,
                                      const char* const* argv, Language language) {
  CLI::App app(program.summary.in(language), program.name);
  app.set_help_flag("-h,--help", message("Print this help").in(language));
  app.set_version_flag("--version", version, message("Print the version").in(language));
  CommandMap commands;
  bool accept_changed = false;
  describe(app, program, language, commands, accept_changed);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return {.answer = app.help()};
  } catch (const CLI::CallForVersion& asked) {
    return {.answer = std::string(asked.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    return {.mistake = argc == 1 ? LocalizedText(app.help()) : explain_mistake(app, error)};
  }
  const CLI::App* chosen = &app;
  while (!chosen->get_subcommands().empty()) chosen = chosen->get_subcommands().front();
  return {.command = commands.at(chosen), .accept_changed = accept_changed};
}

}  // namespace doorstroom
