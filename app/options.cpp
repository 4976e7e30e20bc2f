#include "app/options.hpp"

#include <algorithm>
#include <charconv>

#include "models/messages/said.hpp"

namespace doorstroom {

CLI::App& add_command(Menu& menu, const std::string& name, const std::string& what,
                      const std::string& examples) {
  CLI::App& command = *menu.app.add_subcommand(name, what);
  command.footer(examples);
  return command;
}

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

void add_jobs(const Menu& menu, CLI::App& command, int& jobs) {
  command.add_option("--jobs", jobs, "Worker processes. Default: one for each core")
      ->option_text("N")
      ->check(whole_number(1, 1024, menu.language));
}

CLI::Validator whole_number(std::uint32_t least, std::uint32_t most, Language language) {
  return {[least, most, language](const std::string& text) {
            std::uint32_t value = 0;
            const char* end = text.data() + text.size();
            const auto [stopped, error] = std::from_chars(text.data(), end, value);
            const bool good = error == std::errc() && stopped == end;
            if (good && value >= least && value <= most) return std::string();
            return say("{} is no whole number from {} to {}", text, least, most).in(language);
          },
          ""};
}

CLI::Validator one_of(const std::vector<std::string>& words, Language language) {
  return {[words, language](const std::string& text) {
            if (std::ranges::find(words, text) != words.end()) return std::string();
            return say("{} is not {}", text, either(words)).in(language);
          },
          ""};
}

}  // namespace doorstroom
