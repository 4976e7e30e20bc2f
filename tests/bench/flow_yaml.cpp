#include "tests/bench/flow_yaml.hpp"

namespace doorstroom::bench {
namespace {

/// A plain scalar may not hold what means something inside brackets.
std::string scalar(const Value& value) {
  const bool plain = !value.quoted && !value.text.empty() &&
                     value.text.find_first_of(":#,[]{}&*!|>'\"@`") == std::string::npos;
  if (plain) return value.text;
  std::string quoted = "'";
  for (const char c : value.text) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'";
}

std::string flow(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      return "~";
    case Value::Kind::scalar:
      return scalar(value);
    case Value::Kind::list:
    case Value::Kind::map:
      break;
  }
  std::string text;
  for (const auto& item : value.items) text += (text.empty() ? "" : ", ") + flow(*item);
  for (const Entry& entry : value.entries)
    text += (text.empty() ? "" : ", ") + entry.key + ": " + flow(*entry.value);
  return value.is_list() ? "[" + text + "]" : "{" + text + "}";
}

}  // namespace

std::string flow_yaml(const Value& scenario) {
  std::string text;
  for (const Entry& section : scenario.entries) {
    text += section.key + ":";
    if (!section.value->is_map() || section.value->entries.empty()) {
      text += " " + flow(*section.value) + "\n";
      continue;
    }
    text += "\n";
    for (const Entry& entry : section.value->entries)
      text += " " + entry.key + ": " + flow(*entry.value) + "\n";
  }
  return text;
}

}  // namespace doorstroom::bench
