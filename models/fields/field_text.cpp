#include "models/fields/field_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/string.hpp>

namespace doorstroom {
namespace {

/// "first_come, severity"
std::string words_of(const Field& field) {
  return boost::replace_all_copy(std::string(field.words), " |", ",");
}

bool is_word_of(const Field& field, std::string_view word) {
  std::vector<std::string> words;
  boost::split(words, field.words, boost::is_any_of("| "), boost::token_compress_on);
  return !word.empty() && std::ranges::find(words, word) != words.end();
}

/// Whether people read the text in tables and headings, in one language or more.
bool is_name(const Field& field) {
  return field.map == &sections::label || sections::label.find(field.key) == &field ||
         field.key == "sweep";
}

}  // namespace

bool is_drawn(QuantityKind kind) {
  return kind == QuantityKind::drawn_duration || kind == QuantityKind::drawn_hours;
}

QuantityKind kind_of(const Field& field, QuantityKind drawn) {
  return field.kind == QuantityKind::parameter ? parameter_kind(drawn) : field.kind;
}

std::vector<std::string> known_keys(const Section& section) {
  std::vector<std::string> keys;
  for (const Field& field : section.fields)
    if (field.key != "*" || section.of_ids()) keys.emplace_back(field.key);
  return keys;
}

LocalizedText name_of(const Field& field) {
  return field.key == "*" ? message("it") : LocalizedText(std::string(field.key));
}

LocalizedText about(const Field& field) {
  return field.about;
}

LocalizedText example(const Field& field, QuantityKind drawn) {
  const bool one = field.range.least == field.range.most;
  const std::string number =
      one ? fmt::format("{}", field.range.least) : std::string(example_of(kind_of(field, drawn)));
  if (field.words.empty()) return number;
  return number.empty() ? LocalizedText(words_of(field))
                        : message("{0} or {1}", number, words_of(field));
}

LocalizedText forms(const Field& field, QuantityKind drawn) {
  std::vector<LocalizedText> ways;
  const LocalizedText such_as = example(field, drawn);
  if (field.list)
    ways.push_back(such_as.empty() ? message("a list") : message("a list such as [{0}]", such_as));
  else if (field.kind != QuantityKind::map)
    ways.push_back(such_as.empty() ? message("one value")
                                   : message("one value, such as {0}", such_as));
  if (field.list_too) ways.push_back(message("a list such as [{0}]", such_as));
  if (field.map)
    ways.push_back(field.map->of_ids()
                       ? message("keys of your choice with a value each")
                       : message("the keys {0}", boost::join(known_keys(*field.map), ", ")));
  if (field.item)
    ways.push_back(
        message("a list of maps with the keys {0}", boost::join(known_keys(*field.item), ", ")));
  return message("{0} is {1}; it takes {2}", name_of(field), about(field), either(ways));
}

LocalizedText scalar_trouble(const Field& field, QuantityKind drawn, std::string_view text) {
  if (is_word_of(field, text)) return {};
  if (field.kind == QuantityKind::parameter && drawn == QuantityKind::any) return {};
  const QuantityKind kind = kind_of(field, drawn);
  switch (form_of_scalar(kind)) {
    case ScalarForm::free:
      if (is_name(field) && text.find_first_of("\n\t") != std::string_view::npos)
        return message("write it on one line, without tabs");
      return {};
    case ScalarForm::none:
    case ScalarForm::path:
      return {};
    case ScalarForm::id: {
      if (is_id(text)) return {};
      const LocalizedText form =
          message("an id is a small letter, then small letters, digits and underscores");
      const auto meant = id_meant_by(text);
      return meant ? message("{0}; did you mean {1}?", form, *meant) : form;
    }
    case ScalarForm::word:
      return message("use one of {0}", words_of(field));
    case ScalarForm::date:
      return read_date(text).why;
    case ScalarForm::day_of_year:
      return read_day_of_year(text).why;
    case ScalarForm::span:
      return read_span(text).why;
    case ScalarForm::parameter:
    case ScalarForm::number:
      break;
  }
  const LocalizedText why = read_quantity(kind, text, field.range).why;
  if (why.empty() || field.words.empty()) return why;
  const bool one = field.words.find('|') == std::string_view::npos;
  return one ? message("{0}; or the word {1}", why, words_of(field))
             : message("{0}; or one of the words {1}", why, words_of(field));
}

bool is_id(std::string_view text) {
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  return !text.empty() && small(text.front()) && std::ranges::all_of(text, [&](char c) {
    return small(c) || (c >= '0' && c <= '9') || c == '_';
  });
}

std::optional<std::string> id_meant_by(std::string_view text) {
  std::string meant = boost::to_lower_copy(std::string(text));
  for (char& c : meant)
    if (c == '-' || c == ' ' || c == '.') c = '_';
  return meant != text && is_id(meant) ? std::optional(meant) : std::nullopt;
}

}  // namespace doorstroom
