#include "models/yaml/yaml_writer.hpp"

#include <yaml-cpp/emitter.h>
#include <yaml-cpp/emittermanip.h>
#include <yaml-cpp/null.h>

namespace doorstroom {
namespace {

void write_value(YAML::Emitter& out, const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      out << YAML::Null;
      break;
    case Value::Kind::scalar:
      if (value.quoted) out << YAML::DoubleQuoted;
      out << value.text;
      break;
    case Value::Kind::list:
      out << YAML::BeginSeq;
      for (const auto& item : value.items) write_value(out, *item);
      out << YAML::EndSeq;
      break;
    case Value::Kind::map:
      out << YAML::BeginMap;
      for (const Entry& entry : value.entries) {
        out << YAML::Key;
        // Without quotes the reader takes the colon for one that lacks its space.
        if (entry.key.find(':') != std::string::npos) out << YAML::DoubleQuoted;
        out << entry.key << YAML::Value;
        write_value(out, *entry.value);
      }
      out << YAML::EndMap;
      break;
  }
}

}  // namespace

std::string yaml_text(const Value& value) {
  YAML::Emitter out;
  write_value(out, value);
  return std::string(out.c_str(), out.size()) + "\n";
}

}  // namespace doorstroom
