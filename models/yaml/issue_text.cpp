#include "models/yaml/issue_text.hpp"

#include "models/messages/did_you_mean.hpp"

namespace doorstroom {

LocalizedText shown(const Value& value) {
  constexpr std::size_t enough = 60;
  switch (value.kind) {
    case Value::Kind::null:
      return message("empty");
    case Value::Kind::list:
      return message("a list");
    case Value::Kind::map:
      return message("a map");
    case Value::Kind::scalar:
      break;
  }
  if (value.text.empty()) return message("an empty text");
  std::u32string text = characters(value.text);
  if (text.size() > enough) text = text.substr(0, enough) + U"...";
  return shown(text);
}

bool too_many_to_read(const Issues& issues) {
  constexpr std::size_t many = 100;
  return issues.all().size() >= many;
}

std::optional<std::string> suggest(const Issues& issues, std::string_view word,
                                   const std::vector<std::string>& candidates) {
  return too_many_to_read(issues) ? std::nullopt : did_you_mean(word, candidates);
}

}  // namespace doorstroom
