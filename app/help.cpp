#include "app/help.hpp"

#include <string>
#include <string_view>

namespace doorstroom {
namespace {

std::string spoken(std::string_view english, Language language) {
  return std::string(in(language, english));
}

/// A paragraph below the options. Examples stand under a heading; they are alike in every language
/// unless there are words beside them.
std::string spoken_paragraph(std::string_view paragraph, Language language) {
  for (const std::string_view heading : {"Example:", "Examples:"})
    if (paragraph.starts_with(heading) && paragraph.size() > heading.size())
      return spoken(heading, language) + "\n" +
             spoken(paragraph.substr(heading.size() + 1), language);
  return spoken(paragraph, language);
}

/// What stands below the options, paragraph by paragraph.
std::string spoken_below(std::string_view below, Language language) {
  constexpr std::string_view blank = "\n\n";
  std::string text;
  for (;;) {
    const std::size_t end = below.find(blank);
    text += spoken_paragraph(below.substr(0, end), language);
    if (end == std::string_view::npos) return text;
    text += blank;
    below.remove_prefix(end + blank.size());
  }
}

/// The library's own words.
void speak_headings(CLI::FormatterBase& formatter, Language language) {
  const std::pair<const char*, const char*> headings[] = {{"SUBCOMMAND", "COMMAND"},
                                                          {"Positionals", "Arguments"},
                                                          {"Usage", "Usage"},
                                                          {"OPTIONS", "OPTIONS"}};
  for (const auto& [label, heading] : headings) formatter.label(label, spoken(heading, language));
}

}  // namespace

void localize_help(CLI::App& command, Language language) {
  speak_headings(*command.get_formatter(), language);
  command.description(spoken(command.get_description(), language));
  command.footer(spoken_below(command.get_footer(), language));
  command.group(spoken("Commands", language));
  for (CLI::Option* option : command.get_options()) {
    option->description(spoken(option->get_description(), language));
    option->group(spoken("Options", language));
  }
  for (CLI::App* below : command.get_subcommands([](CLI::App*) { return true; }))
    localize_help(*below, language);
}

}  // namespace doorstroom
