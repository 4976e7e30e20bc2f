#pragma once
/// What may be written behind each command, and its help: one function for each, in a file for
/// those of a kind. command_line.cpp puts them together.

#include <CLI/CLI.hpp>

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/messages/language.hpp"

namespace doorstroom {

/// The commands that there are, and the one that the user chose.
struct Menu {
  CLI::App& app;
  Language language = Language::en;
  std::function<int()> chosen{};  ///< does what was asked for; set once the words are read
};

void add_run_options(Menu& menu);
void add_rerun_options(Menu& menu);
void add_check_options(Menu& menu);
void add_show_options(Menu& menu);
void add_trace_options(Menu& menu);
void add_same_options(Menu& menu);
void add_compare_options(Menu& menu);
void add_sweep_options(Menu& menu);
void add_export_options(Menu& menu);
void add_fields_options(Menu& menu);
void add_schema_options(Menu& menu);

// What several of them use.

/// A command with its line in the list of commands, and its examples.
CLI::App& add_command(Menu& menu, const std::string& name, const std::string& what,
                      const std::string& examples);

/// What a command is given, and what it does with it: `arguments.language` is filled in.
template <class Arguments>
void set_action(Menu& menu, CLI::App& command, const std::shared_ptr<Arguments>& arguments,
                int (*act)(const Arguments&)) {
  arguments->language = menu.language;
  command.callback(
      [&menu, arguments, act] { menu.chosen = [arguments, act] { return act(*arguments); }; });
}

/// A file that must be named.
void add_file(CLI::App& command, const std::string& name, std::string& file,
              const std::string& what);
/// --set, any number of times.
void add_sets(CLI::App& command, std::vector<std::string>& sets);
void add_jobs(const Menu& menu, CLI::App& command, int& jobs);

inline constexpr std::uint32_t any_number = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::uint32_t most_replications = 10'000'000;
/// Text that is a whole number in that range, or one of some words; what is wrong with any other is
/// told in a language.
CLI::Validator whole_number(std::uint32_t least, std::uint32_t most, Language language);
CLI::Validator one_of(const std::vector<std::string>& words, Language language);

}  // namespace doorstroom
