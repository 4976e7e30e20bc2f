#include "results/sweep/message_json.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <string>

namespace doorstroom {
namespace {

using Json = nlohmann::json;

constexpr std::array kinds{"verbatim", "pattern", "list", "indented"};

Message::Kind kind_of(const std::string& name) {
  for (std::size_t i = 0; i < kinds.size(); ++i)
    if (name == kinds[i]) return static_cast<Message::Kind>(i);
  return Message::Kind::verbatim;
}

}  // namespace

Json json_of(const Message& message) {
  if (message.kind == Message::Kind::verbatim) return message.text;
  Json json{{"kind", kinds.at(static_cast<std::size_t>(message.kind))}};
  if (!message.text.empty()) json["pattern"] = message.text;
  if (!message.context.empty()) json["context"] = message.context;
  if (!message.plural.empty()) {
    json["plural"] = message.plural;
    json["count"] = message.count;
  }
  for (const Message& argument : message.arguments) json["arguments"].push_back(json_of(argument));
  return json;
}

Message message_of(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  if (!json.is_object()) return json.dump();
  Message message;
  message.kind = kind_of(json.value("kind", ""));
  message.text = json.value("pattern", "");
  message.context = json.value("context", "");
  message.plural = json.value("plural", "");
  message.count = json.value("count", std::uint64_t{0});
  if (json.contains("arguments"))
    for (const Json& argument : json["arguments"])
      message.arguments.push_back(message_of(argument));
  return message;
}

}  // namespace doorstroom
