// Files that extend each other, and changes by path: laid over one another and loaded, or refused.
// What was merged, written as one file and read again, is the same.
//
// An input is one to four files with a line "@@" between: the first extends the second, and so on.
// The words of --set stand behind a line "@set", each on a line.

#include "models/yaml/overlay.hpp"

#include <boost/algorithm/string.hpp>

#include "models/fields/canonical.hpp"
#include "models/loading/scenario_loader.hpp"
#include "models/yaml/yaml_reader.hpp"
#include "tests/fuzz/answer.hpp"
#include "tests/fuzz/folder.hpp"

namespace doorstroom::fuzz {
namespace {

constexpr std::size_t most_files = 4;
constexpr std::size_t most_sets = 4;
constexpr std::size_t largest_text = std::size_t{1} << 20;  // that is read

std::vector<std::string> parts_of(const std::string& text, const std::string& line) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(line, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string::npos) return parts;
    begin = end + line.size();
  }
}

std::string name_of(std::size_t file) {
  return std::string(1, static_cast<char>('a' + file)) + ".yaml";
}

/// Writes the files. @return the path of the first
std::string write(const std::vector<std::string>& texts) {
  const std::size_t count = std::min(texts.size(), most_files);
  for (std::size_t i = 0; i < count; ++i)
    folder().write(name_of(i),
                   (i + 1 < count ? "extends: " + name_of(i + 1) + "\n" : "") + texts[i]);
  return folder().path(name_of(0));
}

void merge(const std::string& path, const std::vector<std::string>& sets) {
  std::vector<Document> documents;
  Issues issues;
  std::vector<Removal> removals;
  const std::shared_ptr<Value> tree = read_with_bases(path, documents, issues, removals);
  tell(issues.report(documents));
  if (!tree) return;
  for (const std::string& set : sets) {
    const std::string pattern = set.substr(0, set.find('='));
    for (const std::string& found : matching_paths(*tree, pattern))
      DOORSTROOM_EXPECT(path_matches(pattern, found));
  }
  if (issues.has_errors()) return;
  DOORSTROOM_EXPECT(tree->is_map() && tree->find("extends") == nullptr);
  const std::string json = canonical_json(*tree);
  if (tree->entries.empty() || json.size() > largest_text) return;
  const std::shared_ptr<Value> again = read_yaml_text("again", json, documents, issues);
  DOORSTROOM_EXPECT(again && !issues.has_errors() && canonical_json(*again) == json);
}

void try_text(const std::string& text) {
  const std::vector<std::string> parts = parts_of(text, "\n@set\n");
  std::vector<std::string> sets;
  if (parts.size() > 1) sets = parts_of(parts[1], "\n");
  sets.resize(std::min(sets.size(), most_sets));
  const std::string path = write(parts_of(parts.front(), "\n@@\n"));
  merge(path, sets);
  answered([&] {
    const LoadedScenario loaded = load_scenario(path, sets);
    if (loaded.scenario.resolved.size() > largest_text) return;
    DOORSTROOM_EXPECT(load_resolved("again", loaded.scenario.resolved).scenario.resolved ==
                      loaded.scenario.resolved);
  });
}

}  // namespace
}  // namespace doorstroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  doorstroom::fuzz::try_text(doorstroom::fuzz::text_of(data, size));
  return 0;
}
