#include "results/variants/scenario_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "engine/regular_file.hpp"
#include "models/messages/message.hpp"
#include "models/yaml/yaml_reader.hpp"
#include "models/yaml/yaml_writer.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 300;

/// A link may lead to anything.
bool is_plain_file(const fs::path& path) {
  std::error_code ignored;
  return fs::symlink_status(path, ignored).type() == fs::file_type::regular;
}

/// What a file says, without what it extends; null when it is no YAML.
std::shared_ptr<Value> own_part(const std::string& path) {
  std::vector<Document> documents;
  Issues issues;
  const std::shared_ptr<Value> root = read_yaml_file(path, documents, issues);
  return issues.has_errors() ? nullptr : root;
}

/// A value as after --set; only of what stands on one line there.
std::string one_line(const Value& value) {
  std::string text = yaml_text(value);
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

std::vector<std::string> paths_of(const std::vector<Document>& documents) {
  std::vector<std::string> paths;
  for (const Document& document : documents) paths.push_back(document.path);
  return paths;
}

[[noreturn]] void refuse_file(const std::string& file) {
  throw input_error(message("{0} is no overlay in the folder of the scenario", file));
}

/// Whether the files that a tree was read from hold the scenario, behind the first.
bool extends_scenario(const ScenarioTree& tree, const WhatIfPlace& place) {
  const std::vector<Document>& documents = tree.documents();
  std::error_code ignored;
  return std::any_of(documents.begin() + 1, documents.end(), [&](const Document& document) {
    return fs::equivalent(document.path, place.scenario, ignored);
  });
}

}  // namespace

std::vector<std::string> yaml_files(const WhatIfPlace& place) {
  std::vector<std::string> files;
  fs::path folder = fs::path(place.scenario).parent_path();
  if (folder.empty()) folder = ".";
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (is_overlay_name(name) && is_plain_file(entry.path())) files.push_back(name);
  }
  std::ranges::sort(files);
  if (files.size() > most_files) files.resize(most_files);
  return files;
}

std::optional<LookedAtFile> look_at(const WhatIfPlace& place, const std::string& file) {
  const std::string path = beside(place, file);
  const std::shared_ptr<Value> own = own_part(path);
  const Entry* const extends = own ? own->find("extends") : nullptr;
  if (extends == nullptr || !extends->value->is_scalar()) return LookedAtFile{{}, {path}};
  try {
    const ScenarioTree tree(path, std::vector<std::string>());
    if (!extends_scenario(tree, place)) return LookedAtFile{{}, paths_of(tree.documents())};
    Scenario scenario = tree.load().scenario;
    std::vector<std::string> read = paths_of(scenario.documents);
    return LookedAtFile{FolderOverlay{.extends = extends->value->text,
                                      .scenario = std::move(scenario),
                                      .variant = settings_alone(*own, file_of(place))},
                        std::move(read)};
  } catch (const InputError&) {
    return std::nullopt;
  }
}

std::optional<WhatIfVariant> settings_alone(const Value& own, const std::string& scenario) {
  WhatIfVariant variant;
  for (const Entry& entry : own.entries) {
    const Value& value = *entry.value;
    if (entry.key == "extends" && value.is_scalar()) {
      variant.extends = value.text == scenario ? "" : value.text;
    } else if (entry.key == "name" && value.is_scalar()) {
      variant.name = value.text;
    } else if (entry.key == "set" && value.is_map()) {
      for (const Entry& set : value.entries) {
        if (set.value->is_map() || set.value->is_list()) return std::nullopt;
        variant.sets.push_back({set.key, one_line(*set.value)});
      }
    } else if (entry.key != "doorstroom") {
      return std::nullopt;
    }
  }
  return variant;
}

bool may_be_extended(const WhatIfPlace& place, const std::string& file) {
  if (file == file_of(place)) return true;
  if (!is_overlay_name(file) || !is_plain_file(beside(place, file))) return false;
  constexpr int longest_chain = 16;
  fs::path next = beside(place, file);
  for (int links = 0; links < longest_chain; ++links) {
    const std::shared_ptr<Value> own = own_part(next.string());
    const Entry* const extends = own ? own->find("extends") : nullptr;
    if (extends == nullptr || !extends->value->is_scalar()) return false;
    next = (next.parent_path() / extends->value->text).lexically_normal();
    std::error_code ignored;
    if (fs::equivalent(next, place.scenario, ignored)) return true;
  }
  return false;
}

std::string text_of(const WhatIfPlace& place, const std::string& file) {
  constexpr std::size_t largest = std::size_t{60} << 10;  // less than a request may hold [byte]
  if (file == file_of(place) || !may_be_extended(place, file)) refuse_file(file);
  const RegularFile opened = open_regular_file(beside(place, file));
  std::string text;
  if (!opened.file.is_open() || !read_whole(opened.file, largest + 1, text)) refuse_file(file);
  if (text.size() > largest)
    throw input_error(
        message("{0} is too long to be changed here\n  {1} KiB is most", file, largest >> 10));
  return text;
}

ScenarioTree tree_of(const WhatIfPlace& place, const std::string& file) {
  if (!file.empty() && !may_be_extended(place, file)) refuse_file(file);
  const std::string path = file.empty() ? place.scenario : beside(place, file);
  return ScenarioTree(path, std::vector<std::string>());
}

}  // namespace doorstroom
