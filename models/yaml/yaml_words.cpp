#include "models/yaml/yaml_words.hpp"

#include <array>

namespace doorstroom {
namespace {

/// What a message of yaml-cpp 0.6 to 0.8 contains, and what to say instead.
struct PlainWords {
  std::string_view message;
  TranslatableText problem;
  TranslatableText suggestion;
};

constexpr TranslatableText no_anchors =
    translatable("anchors (`&`), aliases (`*`) and tags (`!`) are not read");
constexpr TranslatableText write_out =
    translatable("write the value out, or put text that begins with `&`, `*` or `!` in quotes");

constexpr std::array plain_ones{
    PlainWords{"map flow not found", translatable("a `{{` that is not closed"),
               translatable("close it with `}}`")},
    PlainWords{"sequence flow not found", translatable("a `[` that is not closed"),
               translatable("close it with `]`")},
    PlainWords{"end of map not found", translatable("this does not fit in the map around it"),
               translatable("begin all keys of one map in the same column, each with a colon and a "
                            "space behind it;\nnothing may follow a closing quote or bracket")},
    PlainWords{"end of sequence not found", translatable("this does not fit in the list around it"),
               translatable("begin all items of one list with `- ` in the same column")},
    PlainWords{"illegal map value", translatable("a colon that does not fit here"),
               translatable("write one `key: value` on a line, with a space behind each colon "
                            "(look at the line before, too)\nand all keys of one map in the same "
                            "column; put text that holds a colon in quotes")},
    PlainWords{"illegal map key", translatable("a key that does not fit here"),
               translatable("begin all keys of one map in the same column")},
    PlainWords{"illegal block entry", translatable("a list item that does not fit here"),
               translatable("begin each item on a line of its own, or write the list as `[a, "
                            "b]`;\nput text that begins with `- ` in quotes")},
    PlainWords{
        "illegal flow end", translatable("a bracket that does not fit here"),
        translatable("close each `[` with `]` and each `{{` with `}}`, the last opened first")},
    PlainWords{"illegal tab", translatable("a tab in the indentation"),
               translatable("indent with spaces")},
    PlainWords{"unknown token", translatable("no value begins with this character"),
               translatable("put the text in quotes")},
    PlainWords{"escape character", translatable("a backslash that begins no known escape"),
               translatable("in double quotes write `\\\\` for a backslash, or use single quotes")},
    PlainWords{"hex number", translatable("an escape without its hexadecimal digits"),
               translatable("write `\\x41` or `\\u00e9`, or the character itself")},
    PlainWords{"invalid unicode", translatable("an escape that is no character"),
               translatable("write the character itself")},
    PlainWords{
        "in block scalar", translatable("a character that does not fit behind `|` or `>`"),
        translatable(
            "begin the text on the next line; put text that begins with `|` or `>` in quotes")},
    PlainWords{"for a block scalar", translatable("indentation 0 behind `|` or `>`"),
               translatable("leave the number out, and indent the text")},
    PlainWords{"in scalar", translatable("text in quotes that is not closed"),
               translatable("close the quote")},
    PlainWords{"anchor", no_anchors, write_out},
    PlainWords{"alias", no_anchors, write_out},
    PlainWords{"tag", no_anchors, write_out},
};

}  // namespace

YamlWords plain_words(std::string_view message) {
  for (const PlainWords& plain : plain_ones) {
    if (message.find(plain.message) == std::string_view::npos) continue;
    return {plain.problem, plain.suggestion};
  }
  return {doorstroom::message("this is not YAML: {0}", message),
          doorstroom::message("look at the lines around")};
}

}  // namespace doorstroom
