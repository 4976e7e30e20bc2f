#include <algorithm>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <span>
#include <unordered_set>

#include "models/yaml/overlay.hpp"

namespace doorstroom {
namespace {

using Keys = std::vector<std::string_view>;

Keys split(std::string_view path) {
  Keys keys;
  boost::algorithm::split(keys, path, boost::is_any_of("."));
  return keys;
}

/// Goes back to the last `**` only: what an earlier one might take, the last can take as well. So
/// the time is pattern x path at most.
bool matches(std::span<const std::string_view> pattern, std::span<const std::string_view> path) {
  constexpr std::size_t none = SIZE_MAX;
  std::size_t in_pattern = 0;
  std::size_t in_path = 0;
  std::size_t behind_last = none;  // place in the pattern behind the last `**`
  std::size_t taken_until = 0;     // what that `**` has taken of the path
  while (in_path < path.size()) {
    if (in_pattern < pattern.size() && pattern[in_pattern] == "**") {
      behind_last = ++in_pattern;
      taken_until = in_path;
    } else if (in_pattern < pattern.size() &&
               (pattern[in_pattern] == "*" || pattern[in_pattern] == path[in_path])) {
      ++in_pattern;
      ++in_path;
    } else if (behind_last != none) {
      in_pattern = behind_last;
      in_path = ++taken_until;
    } else {
      return false;
    }
  }
  return std::ranges::all_of(pattern.subspan(in_pattern),
                             [](std::string_view key) { return key == "**"; });
}

/// Walks the tree with the keys from the top, and keeps the paths that match.
class Finder {
 public:
  explicit Finder(std::string_view pattern) : pattern_(split(pattern)) {
    // Several `**` in a row mean one.
    const auto repeated =
        std::ranges::unique(pattern_, [](auto a, auto b) { return a == "**" && b == "**"; });
    pattern_.erase(repeated.begin(), repeated.end());
    fixed_ = static_cast<std::size_t>(std::ranges::find(pattern_, "**") - pattern_.begin());
  }

  void walk(const Value& value) {
    for (const Entry& entry : value.entries) {
      if (!may_match(entry.key)) continue;
      if (entry.key.empty() || entry.key.find('.') != std::string::npos) continue;
      keys_.push_back(entry.key);
      if (matches(pattern_, keys_)) keep();
      walk(*entry.value);
      if (entry.key == "routes" && entry.value->is_list()) walk_branches(*entry.value);
      keys_.pop_back();
    }
  }

  std::vector<std::string> found() && { return std::move(found_); }

 private:
  /// A target that several branches name is one path.
  void walk_branches(const Value& routes) {
    for (const auto& branch : routes.items) {
      const Entry* to = branch->is_map() ? branch->find("to") : nullptr;
      if (to) walk(*to->value);
    }
  }

  /// Whether a path of the keys so far and this one can match, or one that goes on from it. Most of
  /// the tree is passed over so.
  bool may_match(std::string_view key) const {
    const std::size_t place = keys_.size();
    if (place >= fixed_) return fixed_ < pattern_.size();
    return pattern_[place] == "*" || pattern_[place] == key;
  }

  void keep() {
    std::string path;
    for (const std::string_view key : keys_) {
      if (!path.empty()) path += '.';
      path += key;
    }
    if (known_.insert(path).second) found_.push_back(std::move(path));
  }

  Keys pattern_;
  std::size_t fixed_ = 0;  ///< keys of the pattern before its first `**`
  Keys keys_;
  std::vector<std::string> found_;
  std::unordered_set<std::string> known_;
};

}  // namespace

bool path_matches(std::string_view pattern, std::string_view path) {
  return matches(split(pattern), split(path));
}

std::vector<std::string> matching_paths(const Value& tree, std::string_view pattern) {
  Finder finder(pattern);
  finder.walk(tree);
  return std::move(finder).found();
}

}  // namespace doorstroom
