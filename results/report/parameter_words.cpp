#include "results/report/parameter_words.hpp"

#include <fmt/format.h>

#include <array>
#include <boost/algorithm/string.hpp>
#include <string_view>
#include <vector>

#include "models/fields/field_text.hpp"
#include "models/fields/scenario_fields.hpp"
#include "models/messages/message.hpp"
#include "results/report/private_text.hpp"

namespace doorstroom {
namespace {

struct ParameterWord {
  std::string_view key;
  TranslatableText text;
};

/// Keys that have a shorter word than what the manual says.
constexpr std::array parameter_names{
    ParameterWord{"places", translatable_in("parameter", "places")},
    ParameterWord{"staff", translatable_in("parameter", "staff")},
};

std::vector<std::string> split_at(const std::string& text, const char* separator) {
  std::vector<std::string> parts;
  boost::split(parts, text, boost::is_any_of(separator));
  return parts;
}

/// What has the parameter: a desk, an arrangement, an intervention; empty: none of these.
std::string owner_of(const std::vector<std::string>& keys, const KpiLabels& labels,
                     Language language) {
  if (keys.size() < 3 || keys[1] == "*") return "";
  if (keys[0] == "interventions") return labels.of_intervention(keys[1], language);
  const std::string name = labels.of_node(keys[1], language);
  return name == keys[1] && keys[0] != "desks" && keys[0] != "arrangements" ? "" : name;
}

}  // namespace

std::string parameter_label(const std::string& path, const KpiLabels& labels, Language language) {
  if (names_start(path)) return path;
  const std::vector<std::string> keys = split_at(path, ".");
  const std::string owner = owner_of(keys, labels, language);
  std::string what = path;
  if (const Field* const field = field_at(path)) what = about(*field).in(language);
  for (const ParameterWord& name : parameter_names)
    if (keys.size() == 3 && keys.back() == name.key) what = name.text.in(language);
  return owner.empty() ? what : fmt::format("{}: {}", owner, what);
}

}  // namespace doorstroom
