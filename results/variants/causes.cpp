#include "results/variants/causes.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "engine/error.hpp"
#include "models/yaml/yaml_reader.hpp"
#include "models/yaml/yaml_writer.hpp"

namespace doorstroom {
namespace {

using KeysOfEntry = std::vector<std::string>;

/// Without these it is no overlay, or another one.
constexpr std::array<std::string_view, 3> kept_keys{"doorstroom", "extends", "name"};

std::string told(const Issue& issue) {
  return issue.problem.in(Language::en);
}

void erase(Value& map, const KeysOfEntry& keys, std::size_t at = 0) {
  if (at + 1 == keys.size()) return map.erase(keys[at]);
  erase(*map.find(keys[at])->value, keys, at + 1);
}

/// Finds causes by leaving parts of an overlay out, one at a time: from whole sections to what
/// stands in them.
class Causes {
 public:
  Causes(const Value& own, std::string path, const FurtherCheck& further)
      : own_(own), path_(std::move(path)), further_(further) {}

  /// Where the smallest part begins that alone makes the mistake; none: there is no such part.
  std::optional<SourceLocation> of(const std::string& mistake) {
    std::optional<SourceLocation> found;
    const Value* part = &own_;
    for (KeysOfEntry keys; const Entry* entry = cause_in(*part, keys, mistake);) {
      found = entry->key_location;
      keys.push_back(entry->key);
      part = entry->value.get();
    }
    return found;
  }

 private:
  const Entry* cause_in(const Value& part, const KeysOfEntry& above, const std::string& mistake) {
    const auto makes_it = [&](const Entry& entry) {
      if (above.empty() && std::ranges::find(kept_keys, entry.key) != kept_keys.end()) return false;
      KeysOfEntry keys = above;
      keys.push_back(entry.key);
      const std::optional<std::set<std::string>>& left = mistakes_without(keys);
      return left && !left->contains(mistake);
    };
    const auto found = std::ranges::find_if(part.entries, makes_it);
    return found == part.entries.end() ? nullptr : &*found;
  }

  /// The mistakes of the overlay without an entry; none when nothing is left to look at, or too
  /// much was looked at.
  const std::optional<std::set<std::string>>& mistakes_without(const KeysOfEntry& keys) {
    constexpr std::size_t most_tries = 60;  // some seconds, in a large region
    static const std::optional<std::set<std::string>> unknown;
    if (const auto known = tried_.find(keys); known != tried_.end()) return known->second;
    if (tried_.size() == most_tries) return unknown;
    std::optional<std::set<std::string>>& found = tried_[keys];
    const std::shared_ptr<Value> rest = own_.clone();
    erase(*rest, keys);
    try {
      const ScenarioTree tree(ScenarioText{.path = path_, .text = yaml_text(*rest)});
      found.emplace();
      for (const Issue& issue : tree.mistakes(further_)) found->insert(told(issue));
    } catch (const InputError&) {
      found.reset();
    }
    return found;
  }

  const Value& own_;
  std::string path_;
  const FurtherCheck& further_;
  std::map<KeysOfEntry, std::optional<std::set<std::string>>> tried_;
};

/// What was told of several places may now be told of one.
void drop_repeated(std::vector<Issue>& issues) {
  std::set<std::tuple<int, int, int, std::string>> known;
  std::erase_if(issues, [&](const Issue& issue) {
    const SourceLocation& at = issue.location;
    return !known.emplace(at.file, at.line, at.column, told(issue)).second;
  });
}

}  // namespace

void place_at_causes(std::vector<Issue>& issues, const ScenarioText& overlay,
                     const FurtherCheck& further) {
  const auto is_elsewhere = [](const Issue& issue) { return issue.location.file != 0; };
  if (std::ranges::none_of(issues, is_elsewhere)) return;
  std::vector<Document> documents;
  Issues unread;
  const std::shared_ptr<Value> own = read_yaml_text(overlay.path, overlay.text, documents, unread);
  if (!own || unread.has_errors()) return;
  Causes causes(*own, overlay.path, further);
  for (Issue& issue : issues)
    if (is_elsewhere(issue))
      if (const auto cause = causes.of(told(issue))) issue.location = *cause;
  drop_repeated(issues);
}

}  // namespace doorstroom
