#pragma once
/// A command of the program: `doorstroom NAME`. One file holds all of it: its arguments, its
/// options, its help and the function that runs it.
///
///     struct ShowArguments {
///       std::string result;  ///< file
///     };
///
///     void describe(Options& options, ShowArguments& arguments) {
///       options.positional("FILE", arguments.result, translatable("Result file
///       (HDF5)")).required();
///     }
///
///     int run(const ShowArguments& arguments, Language language) { ... }
///
///     Command show_command() {
///       return make_command<ShowArguments>("show", translatable("Print what a result file says"),
///                                          translatable(R"(Example:
///       doorstroom show holland-rijnland.h5)"),
///                                          describe, run);
///     }
///
/// commands.hpp lists all commands.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/options.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {

struct Command {
  std::string name;
  TranslatableText summary;  ///< one line for the list of commands, and first in its own help
  /// Paragraphs below the options, with a blank line between two: examples, then explanation.
  /// Empty: those of the command of which this is a sub-command.
  TranslatableText examples;
  Options options{};
  /// Does the work, once the options are stored in the arguments. Empty: the user must name a
  /// sub-command.
  /// @param Language  of all that is printed
  /// @return the exit code: 0 fine, 1 the run failed, 2 the input is wrong. What it throws, main()
  ///         turns into one
  std::function<int(Language)> run{};
  std::vector<Command> subcommands{};
  bool reads_results = false;  ///< result files; see make_reading_command()
  /// Of such a command: whether it does so with these arguments. Empty: always.
  std::function<bool()> reads_now{};
};

/// A command whose options and arguments belong together.
/// @tparam Arguments plain struct, a member for each option
/// @param describe   adds the options, bound to the members of the arguments
/// @param arguments  by default an object of the command's own; a sub-command may share that of the
///                   command above it
template <class Arguments>
Command make_command(std::string name, TranslatableText summary, TranslatableText examples,
                     void (*describe)(Options&, Arguments&), int (*run)(const Arguments&, Language),
                     const std::shared_ptr<Arguments>& arguments = std::make_shared<Arguments>()) {
  Command command{std::move(name), summary, examples};
  describe(command.options, *arguments);
  command.run = [arguments, run](Language language) { return run(*arguments, language); };
  return command;
}

/// The same for a command that reads result files: it has --accept-changed without asking.
template <class Arguments>
Command make_reading_command(
    std::string name, TranslatableText summary, TranslatableText examples,
    void (*describe)(Options&, Arguments&), int (*run)(const Arguments&, Language),
    const std::shared_ptr<Arguments>& arguments = std::make_shared<Arguments>()) {
  Command command =
      make_command<Arguments>(std::move(name), summary, examples, describe, run, arguments);
  command.reads_results = true;
  return command;
}

}  // namespace doorstroom
