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

}  // namespace

bool is_drawn(QuantityKind kind) {
  return kind == QuantityKind::drawn_duration || kind == QuantityKind::drawn_hours;
}

QuantityKind kind_of(const Field& field, QuantityKind drawn) {
  return field.kind == QuantityKind::parameter ? parameter_kind(drawn) : field.kind;
}

std::vector<std::string> known_keys(const Section& section) {
  std::vector<std::string> keys;
  for (const Field& field : section.fields) keys.emplace_back(field.key);
  return keys;
}

Text name_of(const Field& field) {
  return field.key == "*" ? Text("it") : Text(std::string(field.key));
}

Text about(const Field& field) {
  return {std::string(field.en), std::string(field.nl)};
}

Text example(const Field& field, QuantityKind drawn) {
  const bool one = field.range.least == field.range.most;
  const std::string number =
      one ? fmt::format("{}", field.range.least) : std::string(example_of(kind_of(field, drawn)));
  if (field.words.empty()) return number;
  return number.empty() ? Text(words_of(field)) : say("{} or {}", number, words_of(field));
}

Text forms(const Field& field, QuantityKind drawn) {
  std::vector<Text> ways;
  const Text such_as = example(field, drawn);
  if (field.list)
    ways.push_back(such_as.empty() ? "a list" : say("a list such as [{}]", such_as));
  else if (field.kind != QuantityKind::map)
    ways.push_back(such_as.empty() ? "one value" : say("one value, such as {}", such_as));
  if (field.map)
    ways.push_back(field.map->of_ids()
                       ? "keys of your choice with a value each"
                       : say("the keys {}", boost::join(known_keys(*field.map), ", ")));
  if (field.item)
    ways.push_back(
        say("a list of maps with the keys {}", boost::join(known_keys(*field.item), ", ")));
  return say("{} is {}; it takes {}", name_of(field), about(field), either(ways));
}

Text scalar_trouble(const Field& field, QuantityKind drawn, std::string_view text) {
  if (is_word_of(field, text)) return {};
  if (field.kind == QuantityKind::parameter && drawn == QuantityKind::any) return {};
  const QuantityKind kind = kind_of(field, drawn);
  switch (kind) {
    case QuantityKind::map:
    case QuantityKind::any:
    case QuantityKind::text:
    case QuantityKind::path:
      return {};
    case QuantityKind::id:
      return is_id(text) ? Text()
                         : "an id is a small letter, then small letters, digits and underscores";
    case QuantityKind::word:
      return say("use one of {}", words_of(field));
    case QuantityKind::date:
      return read_date(text).why;
    case QuantityKind::day_of_year:
      return read_day_of_year(text).why;
    case QuantityKind::span:
      return read_span(text).why;
    default:
      break;
  }
  const Text why = read_quantity(kind, text, field.range).why;
  if (why.empty() || field.words.empty()) return why;
  const bool one = field.words.find('|') == std::string_view::npos;
  return one ? say("{}; or the word {}", why, words_of(field))
             : say("{}; or one of the words {}", why, words_of(field));
}

bool is_id(std::string_view text) {
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  return !text.empty() && small(text.front()) && std::ranges::all_of(text, [&](char c) {
    return small(c) || (c >= '0' && c <= '9') || c == '_';
  });
}

}  // namespace doorstroom
