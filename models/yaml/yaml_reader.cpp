#include "models/yaml/yaml_reader.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <sstream>

#include "models/messages/utf8.hpp"
#include "models/yaml/yaml_text.hpp"
#include "models/yaml/yaml_tree.hpp"
#include "models/yaml/yaml_words.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t largest_file = std::size_t{1} << 20;

/// Turns the events of yaml-cpp into a tree, and stops at the limits before there is much of it.
class Events final : public YAML::EventHandler {
 public:
  Events(const TextPlaces& places, Issues& issues)
      : places_(places), issues_(issues), tree_(issues) {}

  std::shared_ptr<Value> root() const { return tree_.root(); }

  /// Tells what yaml-cpp could not read.
  void report(const YAML::Exception& failure) {
    const YamlWords words = plain_words(failure.msg);
    SourceLocation place = location(failure.mark);
    if (written(failure.mark).empty()) place = places_.last_before(failure.mark.pos);
    // Of a bracket that is not closed, the place that helps is where it was opened: what follows
    // was taken for a part of it.
    const bool not_closed = failure.msg.find("flow not found") != std::string::npos;
    if (not_closed) place = tree_.innermost_bracket().value_or(place);
    issues_.error(place, words.problem, words.suggestion);
  }

  void OnDocumentStart(const YAML::Mark& place) override {
    if (++documents_ == 1) return;
    if (written(place).starts_with("---")) {
      issues_.error(location(place), message("a second document begins here"),
                    message("a file is one document; remove the `---`, or split the file"));
    } else {
      issues_.error(
          location(place), message("this does not belong to what stands before it"),
          message("begin all keys of one map in the same column; a file is one map of keys"));
    }
    throw YamlTree::Stop{};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& place, YAML::anchor_t anchor) override {
    refuse_extras(place, "", anchor);
    auto value = std::make_shared<Value>();
    value->location = location_of_null(place);
    tree_.put(std::move(value));
  }

  void OnAlias(const YAML::Mark& place, YAML::anchor_t) override {
    refuse_extras(place, "", 1);
    auto value = std::make_shared<Value>();
    value->location = location(place);
    tree_.put(std::move(value));
  }

  void OnScalar(const YAML::Mark& place, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    refuse_extras(place, tag, anchor);
    const SourceLocation begin = location(place);
    if (!quote_is_closed(written(place))) {
      issues_.error(begin, message("a quote that is not closed"),
                    message("close it; an apostrophe in text stands in double quotes: \"it's\""));
      throw YamlTree::Stop{};
    }
    if (const auto foreign = first_foreign(text))
      issues_.error(begin, message("text that holds {0}", name_of(foreign->character)),
                    message("remove its escape, such as `\\x1b` or `\\u202e`"));
    auto value = Value::scalar(text, begin);
    value->quoted = tag == "!";
    tree_.put(std::move(value));
  }

  void OnSequenceStart(const YAML::Mark& place, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    auto list = std::make_shared<Value>();
    list->kind = Value::Kind::list;
    open(std::move(list), place, tag, anchor);
  }
  void OnSequenceEnd() override { tree_.close(); }

  void OnMapStart(const YAML::Mark& place, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Value::map(), place, tag, anchor);
  }
  void OnMapEnd() override { tree_.close(); }

 private:
  void open(std::shared_ptr<Value> value, const YAML::Mark& place, const std::string& tag,
            YAML::anchor_t anchor) {
    refuse_extras(place, tag, anchor);
    value->location = location(place);
    tree_.open(std::move(value), written(place));
  }

  /// Anchors, aliases and tags: a small file could stand for a huge or endless tree.
  void refuse_extras(const YAML::Mark& place, const std::string& tag, YAML::anchor_t anchor) {
    const bool implied =
        tag.empty() || tag == "?" || (tag == "!" && !written(place).starts_with('!'));
    if (implied && anchor == YAML::NullAnchor) return;
    const YamlWords words = plain_words(implied ? "anchor" : "tag");
    issues_.error(location(place), words.problem, words.suggestion);
  }

  /// yaml-cpp places an empty value where it found out, on a later line.
  SourceLocation location_of_null(const YAML::Mark& place) const {
    if (const auto key = tree_.key_location()) return *key;
    const std::string_view text = written(place);
    const bool is_written = text.starts_with('~') || text.starts_with('n') || text.starts_with('N');
    return is_written || !tree_.in_list() ? location(place) : places_.last_before(place.pos);
  }

  SourceLocation location(const YAML::Mark& place) const { return places_.location(place.pos); }
  std::string_view written(const YAML::Mark& place) const { return places_.from(place.pos); }

  const TextPlaces& places_;
  Issues& issues_;
  YamlTree tree_;
  int documents_ = 0;
};

std::shared_ptr<Value> read_document(int file, const std::string& text, Issues& issues) {
  if (!check_text(text, file, issues)) return nullptr;
  const TextPlaces places(text, file);
  Events events(places, issues);
  try {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(events)) {
    }
  } catch (const YAML::Exception& failure) {
    events.report(failure);
    return nullptr;
  } catch (const YamlTree::Stop&) {
    return nullptr;
  }

  const std::shared_ptr<Value> root = events.root();
  if (!root || root->is_null()) {
    issues.error({file, 1, 1}, message("the file holds nothing"),
                 message("begin with `doorstroom: 1`, or copy a scenario that exists"));
    return nullptr;
  }
  if (!root->is_map()) {
    issues.error(root->location,
                 message("the file holds {0}, not keys",
                         LocalizedText(root->is_list() ? message("a list") : message("text"))),
                 message("write lines as `key: value`, the first of them `doorstroom: 1`"));
    return nullptr;
  }
  return root;
}

}  // namespace

std::shared_ptr<Value> read_yaml_file(const std::string& path, std::vector<Document>& documents,
                                      Issues& issues) {
  const auto file = static_cast<int>(documents.size());
  documents.push_back({path, {}});
  auto text = read_small_file(path, largest_file, {}, issues);
  if (!text) return nullptr;
  documents.back().text = std::move(*text);
  return read_document(file, documents.back().text, issues);
}

std::shared_ptr<Value> read_yaml_text(const std::string& name, std::string text,
                                      std::vector<Document>& documents, Issues& issues) {
  const auto file = static_cast<int>(documents.size());
  documents.push_back({name, {}});
  if (text.size() > largest_file) {
    issues.error({file, 0, 0}, message("more than {0} KiB of text", largest_file / 1024),
                 message("a scenario is a small text file"));
    return nullptr;
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  documents.back().text = std::move(text);
  return read_document(file, documents.back().text, issues);
}

}  // namespace doorstroom
