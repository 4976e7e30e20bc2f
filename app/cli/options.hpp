#pragma once
/// The options of a command: what a user may type after its name, and where each value is stored.
///
/// A command describes its options once, bound to the members of its own arguments:
///
///     void describe(Options& options, RunArguments& arguments) {
///       options.positional("FILE", arguments.scenario, translatable("Scenario
///       (YAML)")).required(); options.option("-o,--out", "OUT", arguments.out,
///       translatable("Result file (HDF5)")); options.whole_number("--seed", "S", arguments.seed,
///       translatable("Seed"), {0, any_number}); options.flag("--force", arguments.force,
///       translatable("Replace the result file if it exists"));
///     }
///
/// This is a description only; command_parser.cpp reads the user's words by it. --help lists the
/// options in the order of the calls. Help is written in English, with line breaks where the help
/// should break, and marked for translation. Every command has --help and --lang without asking.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <variant>
#include <vector>

#include "models/messages/message.hpp"

namespace doorstroom {

inline constexpr std::uint32_t any_number = std::numeric_limits<std::uint32_t>::max();

/// Whole numbers from `least` to `most`, both included.
struct NumberRange {
  std::uint32_t least = 0;
  std::uint32_t most = any_number;
};

/// How many values follow one option.
struct ValueCount {
  int least = 1;
  int most = 1;
};

/// One option, flag or positional argument. Made by Options; the functions below add conditions,
/// which the parser checks, and return the option itself.
class Option {
 public:
  /// Where the value goes: text, texts, whether the flag was given, or a function that stores a
  /// number.
  using Target = std::variant<std::string*, std::vector<std::string>*, bool*,
                              std::function<void(std::uint32_t)>>;

  Option(std::string name, std::string value_name, Target target, TranslatableText help);

  /// The user must give it.
  Option& required();
  /// The user must give this option or the other one. @param other  its name, "--extend"
  Option& required_unless(const std::string& other);
  /// May only be given together with another option, described earlier. @param other  "--over"
  Option& needs(const std::string& other);
  /// Accepts these words only.
  Option& one_of(std::vector<std::string> words);
  /// Accepts numbers in this range only.
  Option& in_range(NumberRange range);
  /// Takes so many values in one go, as in `--over A B`. Without it, an option for several values
  /// takes one at a time, and is repeated for more.
  Option& values(ValueCount count);

  /// Its value is a file or folder that the command writes, or beside which it writes. When the
  /// value may be left out, the command then writes where the user stands.
  Option& names_output();

  const std::string& name() const { return name_; }
  const std::string& value_name() const { return value_name_; }
  TranslatableText help() const { return help_; }
  const Target& target() const { return target_; }
  bool is_required() const { return required_; }
  bool is_output() const { return output_; }
  bool is_positional() const { return !name_.starts_with('-'); }
  /// Names of other options; empty: no such condition.
  const std::string& alternative() const { return alternative_; }
  const std::string& needed() const { return needed_; }
  /// Words between which the user chooses; empty: any.
  const std::vector<std::string>& words() const { return words_; }
  /// For options that take a number.
  const NumberRange& range() const { return range_; }
  /// 0 when values(...) was not called.
  const ValueCount& value_count() const { return value_count_; }

 private:
  std::string name_;
  std::string value_name_;
  Target target_;
  TranslatableText help_;
  bool required_ = false;
  bool output_ = false;
  std::string alternative_;
  std::string needed_;
  std::vector<std::string> words_;
  NumberRange range_;
  ValueCount value_count_{0, 0};
};

/// The options of one command, in the order in which --help lists them. Targets must outlive the
/// parsing, so a command keeps its arguments on the heap (see make_command in command.hpp).
///
/// A returned reference is good for adding conditions, until the next option is added.
class Options {
 public:
  /// An argument known by its place among the words. @param name  in capitals, "FILE"
  Option& positional(const std::string& name, std::string& target, TranslatableText help);
  /// All words that are left, at least one when required.
  Option& positional(const std::string& name, std::vector<std::string>& target,
                     TranslatableText help);

  /// An option with a value, given at most once.
  /// @param name        "--seed"; with a short form "-o,--out"
  /// @param value_name  what stands for the value in the help, "OUT"
  Option& option(const std::string& name, const std::string& value_name, std::string& target,
                 TranslatableText help);
  /// An option that may be given more than once.
  Option& option(const std::string& name, const std::string& value_name,
                 std::vector<std::string>& target, TranslatableText help);

  /// An option whose value is a whole number in a range; other values are a mistake of the user.
  /// @param target  a whole number that can hold the range, or a std::optional of one
  template <class Number>
  Option& whole_number(const std::string& name, const std::string& value_name, Number& target,
                       TranslatableText help, NumberRange range) {
    const auto store = [&target](std::uint32_t value) { assign(target, value); };
    return add({name, value_name, store, help}).in_range(range);
  }

  /// An option without a value: true once it is given.
  Option& flag(const std::string& name, bool& target, TranslatableText help);

  const std::vector<Option>& all() const { return all_; }

 private:
  Option& add(Option option);
  template <class Number>
  static void assign(Number& target, std::uint32_t value) {
    if constexpr (std::is_integral_v<Number>)
      target = static_cast<Number>(value);
    else
      target = static_cast<typename Number::value_type>(value);
  }

  std::vector<Option> all_;
};

}  // namespace doorstroom
