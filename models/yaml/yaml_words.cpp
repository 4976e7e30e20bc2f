#include "models/yaml/yaml_words.hpp"

#include <array>

namespace doorstroom {
namespace {

/// What a message of yaml-cpp 0.6 to 0.8 contains, and what to say instead.
struct Translation {
  std::string_view message;
  std::string_view problem;
  std::string_view suggestion;
};

constexpr std::string_view no_anchors = "anchors (`&`), aliases (`*`) and tags (`!`) are not read";
constexpr std::string_view write_out =
    "write the value out, or put text that begins with `&`, `*` or `!` in quotes";

constexpr std::array translations{
    Translation{"map flow not found", "a `{` that is not closed", "close it with `}`"},
    Translation{"sequence flow not found", "a `[` that is not closed", "close it with `]`"},
    Translation{"end of map not found", "this does not fit in the map around it",
                "begin all keys of one map in the same column, each with a colon and a space "
                "behind it;\nnothing may follow a closing quote or bracket"},
    Translation{"end of sequence not found", "this does not fit in the list around it",
                "begin all items of one list with `- ` in the same column"},
    Translation{"illegal map value", "a colon that does not fit here",
                "write one `key: value` on a line, with a space behind each colon (look at the "
                "line before, too)\nand all keys of one map in the same column; put text that "
                "holds a colon in quotes"},
    Translation{"illegal map key", "a key that does not fit here",
                "begin all keys of one map in the same column"},
    Translation{"illegal block entry", "a list item that does not fit here",
                "begin each item on a line of its own, or write the list as `[a, b]`;\nput text "
                "that begins with `- ` in quotes"},
    Translation{"illegal flow end", "a bracket that does not fit here",
                "close each `[` with `]` and each `{` with `}`, the last opened first"},
    Translation{"illegal tab", "a tab in the indentation", "indent with spaces"},
    Translation{"unknown token", "no value begins with this character", "put the text in quotes"},
    Translation{"escape character", "a backslash that begins no known escape",
                "in double quotes write `\\\\` for a backslash, or use single quotes"},
    Translation{"hex number", "an escape without its hexadecimal digits",
                "write `\\x41` or `\\u00e9`, or the character itself"},
    Translation{"invalid unicode", "an escape that is no character", "write the character itself"},
    Translation{"in block scalar", "a character that does not fit behind `|` or `>`",
                "begin the text on the next line; put text that begins with `|` or `>` in quotes"},
    Translation{"for a block scalar", "indentation 0 behind `|` or `>`",
                "leave the number out, and indent the text"},
    Translation{"in scalar", "text in quotes that is not closed", "close the quote"},
    Translation{"anchor", no_anchors, write_out},
    Translation{"alias", no_anchors, write_out},
    Translation{"tag", no_anchors, write_out},
};

}  // namespace

YamlWords plain_words(std::string_view message) {
  for (const Translation& translation : translations) {
    if (message.find(translation.message) == std::string_view::npos) continue;
    return {phrase(translation.problem), phrase(translation.suggestion)};
  }
  return {say("this is not YAML: {}", message), "look at the lines around"};
}

}  // namespace doorstroom
