#include "models/yaml/yaml_tree.hpp"

#include <ranges>
#include <utility>

namespace doorstroom {
namespace {

constexpr std::size_t deepest_level = 64;
constexpr int most_nodes = 100'000;

}  // namespace

void YamlTree::open(std::shared_ptr<Value> value, std::string_view written) {
  if (open_.size() == deepest_level) {
    issues_.error(value->location, message("more than {0} levels deep", deepest_level),
                  message("a scenario needs about ten; look for brackets that are not closed"));
    throw Stop{};
  }
  put(value);
  Frame frame;
  frame.value = std::move(value);
  frame.bracket = written.starts_with('[') || written.starts_with('{');
  open_.push_back(std::move(frame));
}

void YamlTree::put(std::shared_ptr<Value> value) {
  if (++nodes_ > most_nodes) {
    issues_.error(value->location, message("more than {0} values in one file", most_nodes),
                  message("a scenario needs a few hundred; long tables belong in a CSV file"));
    throw Stop{};
  }
  if (open_.empty()) {
    root_ = std::move(value);
    return;
  }
  Frame& frame = open_.back();
  if (frame.value->is_list()) {
    frame.value->items.push_back(std::move(value));
  } else if (!frame.key) {
    put_key(frame, std::move(value));
  } else {
    put_entry(frame, std::move(value));
  }
}

void YamlTree::put_key(Frame& frame, std::shared_ptr<Value> key) {
  frame.dropped = true;
  if (!key->is_scalar()) {
    issues_.error(key->location, message("a key that is not a word"),
                  message("write `key: value`; a list or map stands behind the colon"));
  } else if (key->text == "<<" && !key->quoted) {
    issues_.error(
        key->location, message("`<<` does not merge here"),
        message("write the keys out, or lay this file over another with `extends: FILE`"));
  } else if (const auto [known, is_new] = frame.lines.emplace(key->text, key->location.line);
             !is_new) {
    issues_.error(key->location, message("key `{0}` stands twice", key->text),
                  message("it stands on line {0} too; keep one of them", known->second));
  } else {
    frame.dropped = false;
  }
  frame.key = std::move(key);
}

void YamlTree::put_entry(Frame& frame, std::shared_ptr<Value> value) {
  const std::shared_ptr<Value> key = std::exchange(frame.key, nullptr);
  if (frame.dropped) return;
  const std::size_t colon = key->text.find(':');
  if (value->is_null() && !key->quoted && colon != std::string::npos) {
    const std::string_view text = key->text;
    issues_.error(key->location, message("`{0}` has no value", text),
                  message("put a space behind the colon: `{0}: {1}`", text.substr(0, colon),
                          text.substr(colon + 1)));
    return;
  }
  frame.value->entries.push_back({key->text, key->location, std::move(value)});
}

std::optional<SourceLocation> YamlTree::key_location() const {
  if (open_.empty() || !open_.back().key) return std::nullopt;
  return open_.back().key->location;
}

std::optional<SourceLocation> YamlTree::innermost_bracket() const {
  for (const auto& frame : std::views::reverse(open_))
    if (frame.bracket) return frame.value->location;
  return std::nullopt;
}

}  // namespace doorstroom
