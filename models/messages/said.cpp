#include "models/messages/said.hpp"

#include <boost/algorithm/string.hpp>

namespace doorstroom {

Text::Text(const char* english)
    : english_(english), dutch_(doorstroom::in(Language::nl, english)) {}

Text::Text(std::string verbatim) : english_(verbatim), dutch_(std::move(verbatim)) {}

Text phrase(std::string_view english) {
  return {std::string(english), std::string(in(Language::nl, english))};
}

InputError input_error(const Text& text) {
  return {text.in(Language::en), text.in(Language::nl)};
}

RunError run_error(const Text& text) {
  return {text.in(Language::en), text.in(Language::nl)};
}

Text either(const std::vector<std::string>& words) {
  return {boost::join(words, " or "), boost::join(words, " of ")};
}

Text either(const std::vector<Text>& texts) {
  Text all;
  for (const Text& text : texts) all = all.empty() ? text : say("{}, or {}", all, text);
  return all;
}

}  // namespace doorstroom
