#include "results/variants/variant_mistakes.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "models/messages/message.hpp"
#include "models/yaml/yaml_reader.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::size_t most_mistakes = 50;

/// Where each setting of an overlay begins.
std::vector<Entry> settings_in(const Document& overlay) {
  std::vector<Document> documents;
  Issues issues;
  const auto root = read_yaml_text(overlay.path, overlay.text, documents, issues);
  const Entry* const set = root ? root->find("set") : nullptr;
  return set ? set->value->entries : std::vector<Entry>();
}

std::string path_at(const SourceLocation& location, const std::vector<Entry>& settings) {
  std::string path;
  if (location.file != 0) return path;
  for (const Entry& setting : settings)
    if (setting.key_location.line <= location.line) path = setting.key;
  return path;
}

std::string file_name(const SourceLocation& location, const std::vector<Document>& documents) {
  const auto index = static_cast<std::size_t>(location.file);
  if (location.file < 0 || index >= documents.size()) return "";
  return std::filesystem::path(documents[index].path).filename().string();
}

}  // namespace

OrderedJson mistakes_json(const VariantMistakes& mistakes, Language language) {
  const std::vector<Entry> settings = settings_in(mistakes.documents.front());
  OrderedJson list = OrderedJson::array();
  for (const Issue& issue : mistakes.issues) {
    if (list.size() == most_mistakes) break;
    list.push_back({{"file", file_name(issue.location, mistakes.documents)},
                    {"line", issue.location.line},
                    {"column", issue.location.column},
                    {"path", path_at(issue.location, settings)},
                    {"text", with_advice(issue.problem, issue.suggestion).in(language)}});
  }
  return list;
}

OrderedJson mistake_alone(const std::string& text) {
  return {{"file", ""}, {"line", 0}, {"column", 0}, {"path", ""}, {"text", text}};
}

}  // namespace doorstroom
