#include "results/what_if/request.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "models/messages/message.hpp"
#include "models/messages/utf8.hpp"
#include "results/what_if/request_json.hpp"

namespace doorstroom {
namespace {

using Json = nlohmann::json;
using request_json::bottlenecks_in;
using request_json::refuse;
using request_json::seek_in;
using request_json::text_in;

constexpr std::size_t most_sets = 500;
constexpr std::uint32_t most_pairs = 10'000;

/// "a%20b+c" as "a b c"; what is no such number stays as it is.
std::string decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned char byte = 0;
    const char* const digits = text.data() + i + 1;
    const bool is_number = text[i] == '%' && i + 2 < text.size() &&
                           std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
    plain += is_number ? static_cast<char>(byte) : text[i] == '+' ? ' ' : text[i];
    if (is_number) i += 2;
  }
  return plain;
}

WhatIfVariant variant_in(const Json& body) {
  const auto found = body.find("variant");
  if (found == body.end() || !found->is_object()) refuse(message("it holds no variant"));
  WhatIfVariant variant{text_in(*found, "name"), text_in(*found, "extends"), {}};
  if (const auto text = found->find("text"); text != found->end() && !text->is_null()) {
    variant.text = text_in(*found, "text");
    return variant;
  }
  const auto sets = found->find("sets");
  if (sets == found->end()) return variant;
  if (!sets->is_array() || sets->size() > most_sets)
    refuse(message("sets is no list of at most {0} settings", most_sets));
  for (const Json& set : *sets) {
    if (!set.is_object()) refuse(message("a setting is no object"));
    variant.sets.push_back({text_in(set, "path"), text_in(set, "value")});
    if (variant.sets.back().path.find('=') != std::string::npos)
      refuse(message("the path of a setting holds `=`"));
  }
  return variant;
}

std::vector<std::string> files_in(const Json& body) {
  const auto found = body.find("variants");
  if (found == body.end() || !found->is_array() || found->size() > most_sets)
    refuse(message("variants is no list of files"));
  std::vector<std::string> files;
  for (const Json& file : *found) {
    if (!file.is_string()) refuse(message("variants is no list of files"));
    files.push_back(file.get<std::string>());
  }
  return files;
}

std::optional<std::uint32_t> replications_in(const Json& body) {
  const auto found = body.find("replications");
  if (found == body.end() || found->is_null()) return std::nullopt;
  if (!found->is_number_unsigned() || found->get<std::uint64_t>() < 2 ||
      found->get<std::uint64_t>() > most_pairs)
    refuse(message("replications is no whole number from 2 to {0}", most_pairs));
  return found->get<std::uint32_t>();
}

bool has_body(WhatIfQuestion question) {
  switch (question) {
    case WhatIfQuestion::run:
    case WhatIfQuestion::save:
    case WhatIfQuestion::report:
    case WhatIfQuestion::check:
    case WhatIfQuestion::seek:
    case WhatIfQuestion::bottlenecks:
      return true;
    case WhatIfQuestion::model:
    case WhatIfQuestion::levers:
    case WhatIfQuestion::schema:
    case WhatIfQuestion::baseline:
    case WhatIfQuestion::text:
      return false;
  }
  return false;
}

/// How deep brackets stand in each other, those in texts too: at most, so what is read is no
/// deeper.
std::size_t depth_of(std::string_view text) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (const char c : text) {
    if (c == '[' || c == '{') deepest = std::max(deepest, ++depth);
    if ((c == ']' || c == '}') && depth > 0) --depth;
  }
  return deepest;
}

Json read_body(const std::string& text) {
  constexpr std::size_t deepest = 1000;
  const Json body =
      depth_of(text) > deepest ? Json(Json::value_t::discarded) : Json::parse(text, nullptr, false);
  if (!body.is_object()) refuse(message("it is no object of JSON"));
  return body;
}

}  // namespace

bool is_answered_in_lines(WhatIfQuestion question) {
  return question == WhatIfQuestion::run || question == WhatIfQuestion::seek ||
         question == WhatIfQuestion::bottlenecks;
}

bool is_simulation(WhatIfQuestion question) {
  return is_answered_in_lines(question) || question == WhatIfQuestion::report;
}

std::map<std::string, std::string> query_fields(std::string_view query) {
  std::map<std::string, std::string> fields;
  while (!query.empty()) {
    const std::string_view field = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), field.size() + 1));
    const std::size_t equals = std::min(field.find('='), field.size());
    fields[decoded(field.substr(0, equals))] =
        equals < field.size() ? decoded(field.substr(equals + 1)) : "";
  }
  return fields;
}

WhatIfRequest read_request(const RawRequest& raw, Language standard) {
  WhatIfRequest request{.question = raw.question,
                        .language = standard,
                        .extends = {},
                        .variant = {},
                        .file = {},
                        .replications = {}};
  std::map<std::string, std::string> fields = query_fields(raw.query);
  request.extends = fields["extends"];
  request.file = fields["file"];
  if (const auto language = Language::of_code(fields["lang"])) request.language = *language;
  if (!has_body(raw.question)) return request;
  const Json body = read_body(raw.body);
  if (const auto language = Language::of_code(text_in(body, "lang"))) request.language = *language;
  request.replications = replications_in(body);
  if (raw.question == WhatIfQuestion::report) {
    request.files = files_in(body);
    return request;
  }
  if (raw.question == WhatIfQuestion::seek) request.seek = seek_in(body);
  if (raw.question == WhatIfQuestion::bottlenecks) request.bottlenecks = bottlenecks_in(body);
  request.variant = variant_in(body);
  request.file = text_in(body, "file");
  return request;
}

}  // namespace doorstroom
