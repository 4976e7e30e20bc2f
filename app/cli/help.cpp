#include "app/cli/help.hpp"

namespace doorstroom {
namespace {

std::string localize_paragraph(std::string_view paragraph, Language language) {
  for (const std::string_view heading : {"Example:", "Examples:"})
    if (paragraph.starts_with(heading) && paragraph.size() > heading.size())
      return std::string(in(language, heading)) + "\n" +
             std::string(in(language, paragraph.substr(heading.size() + 1)));
  return std::string(in(language, paragraph));
}

}  // namespace

std::string localize_paragraphs(std::string_view english, Language language) {
  constexpr std::string_view blank_line = "\n\n";
  std::string text;
  for (;;) {
    const std::size_t end = english.find(blank_line);
    text += localize_paragraph(english.substr(0, end), language);
    if (end == std::string_view::npos) return text;
    text += blank_line;
    english.remove_prefix(end + blank_line.size());
  }
}

}  // namespace doorstroom
