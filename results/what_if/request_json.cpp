#include "results/what_if/request_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace doorstroom::request_json {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_word_of_question = 200;  ///< [byte]
constexpr std::uint32_t most_to_ask_for = 20'000;      ///< replications

/// A text or a number of an object, as text; empty where it has none.
std::string word_in(const Json& object, const char* key) {
  const auto found = object.find(key);
  std::string word;
  if (found != object.end() && found->is_number())
    word = found->dump();
  else
    word = text_in(object, key);
  if (word.size() > longest_word_of_question) refuse(message("{0} is too long", key));
  return word;
}

/// The objects of a list.
Json list_in(const Json& object, const char* key, std::size_t most) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_array() || found->empty() || found->size() > most ||
      !std::ranges::all_of(*found, [](const Json& one) { return one.is_object(); }))
    refuse(message("{0} is no list of 1 to {1} objects", key, most));
  return *found;
}

std::optional<std::uint32_t> whole_in(const Json& object, const char* key, std::uint32_t least,
                                      std::uint32_t most) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  if (!found->is_number_unsigned() || found->get<std::uint64_t>() < least ||
      found->get<std::uint64_t>() > most)
    refuse(message("{0} is no whole number from {1} to {2}", key, least, most));
  return found->get<std::uint32_t>();
}

}  // namespace

void refuse(const LocalizedText& what) {
  throw input_error(message("the request is not what this program asks for: {0}", what));
}

std::string text_in(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return "";
  if (!found->is_string()) refuse(message("{0} is no text", key));
  return found->get<std::string>();
}

WrittenSeek seek_in(const Json& body) {
  const auto found = body.find("question");
  if (found == body.end() || !found->is_object()) refuse(message("it holds no question"));
  const Json& question = *found;
  WrittenSeek written;
  constexpr std::size_t most_knobs = 3;
  for (const Json& knob : list_in(question, "vary", most_knobs)) {
    const std::string step = word_in(knob, "step");
    written.vary.push_back(word_in(knob, "path") + "=" + word_in(knob, "from") + ".." +
                           word_in(knob, "to") + (step.empty() ? "" : ":" + step));
  }
  constexpr std::size_t most_targets = 10;
  for (const Json& target : list_in(question, "so_that", most_targets)) {
    written.so_that.push_back(word_in(target, "figure") + " " + word_in(target, "relation") + " " +
                              word_in(target, "amount"));
    if (const std::string amount = word_in(target, "indifference"); !amount.empty())
      written.indifference.push_back(amount);
  }
  written.chance = word_in(question, "chance");
  written.minimise = word_in(question, "minimise");
  written.at_most = whole_in(question, "at_most", 100, most_to_ask_for).value_or(written.at_most);
  return written;
}

WrittenBottlenecks bottlenecks_in(const Json& body) {
  WrittenBottlenecks written;
  written.kpi = word_in(body, "figure");
  written.replications = whole_in(body, "replications", 10, most_to_ask_for);
  return written;
}

}  // namespace doorstroom::request_json
