#include "models/messages/message.hpp"

#include "models/messages/translations.hpp"

namespace doorstroom {
namespace {

/// The pattern in a language; in English where it is not known, as of a message that another
/// version of the program wrote.
std::string_view pattern_in(const Translations& translations, const Message& message) {
  const Translation* found = translations.find(message.context, message.text);
  if (found == nullptr) return english_pattern(message);
  const std::size_t form = message.plural.empty() ? 0 : translations.plural_form(message.count);
  return form == 0 || form > found->more_forms.size() ? found->text : found->more_forms[form - 1];
}

/// Before advice.
constexpr const char* line_break = "\n  ";

}  // namespace

std::string TranslatableText::in(Language language) const {
  return LocalizedText(*this).in(language);
}

TranslatableText::operator Message() const {
  Message message;
  if (empty()) return message;
  message.kind = Message::Kind::pattern;
  message.text = english;
  message.context = context;
  return message;
}

LocalizedText::LocalizedText(TranslatableText text) : message_(text) {}

std::string LocalizedText::in(Language language) const {
  const Translations* translations = language.translations();
  if (translations == nullptr) return filled_in(message_);
  return filled_in(message_, [translations](const Message& message) {
    return pattern_in(*translations, message);
  });
}

LocalizedText operator+(const LocalizedText& first, const LocalizedText& second) {
  return first.empty() ? second : second.empty() ? first : joined({first, second});
}

LocalizedText& operator+=(LocalizedText& text, const LocalizedText& more) {
  return text = text + more;
}

LocalizedText joined(const std::vector<LocalizedText>& texts) {
  Message list;
  list.kind = Message::Kind::list;
  list.arguments.assign(texts.begin(), texts.end());
  return list;
}

LocalizedText indented(const LocalizedText& text) {
  Message lines;
  lines.kind = Message::Kind::indented;
  lines.arguments.push_back(text);
  return lines;
}

LocalizedText with_advice(const LocalizedText& problem, const LocalizedText& advice) {
  return joined({problem, std::string(line_break), advice});
}

std::pair<LocalizedText, LocalizedText> problem_and_advice(const LocalizedText& text) {
  const Message& message = text;
  const std::vector<Message>& parts = message.arguments;
  const bool advised = message.kind == Message::Kind::list && parts.size() == 3 &&
                       parts[1] == Message(std::string(line_break));
  return advised ? std::pair<LocalizedText, LocalizedText>(parts[0], parts[2])
                 : std::pair(text, LocalizedText());
}

InputError input_error(const LocalizedText& text) {
  const Message& message = text;
  InputError error(message);
  return error;
}

RunError run_error(const LocalizedText& text) {
  const Message& message = text;
  RunError error(message);
  return error;
}

LocalizedText either(const std::vector<std::string>& words) {
  LocalizedText all;
  for (const std::string& word : words) all = all.empty() ? word : message("{0} or {1}", all, word);
  return all;
}

LocalizedText either(const std::vector<LocalizedText>& texts) {
  LocalizedText all;
  for (const LocalizedText& text : texts)
    all = all.empty() ? text : message("{0}, or {1}", all, text);
  return all;
}

}  // namespace doorstroom
