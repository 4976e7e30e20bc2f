#include "results/report/parameter_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/algorithm/string.hpp>
#include <string_view>
#include <vector>

#include "models/fields/field_text.hpp"
#include "models/fields/scenario_fields.hpp"
#include "models/messages/message.hpp"
#include "results/report/private_text.hpp"
#include "results/text/number_text.hpp"

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

/// Words of units, as files write the plural; the singular and the plural in the language.
constexpr std::array parameter_units{
    ParameterWord{"day", translatable_in("unit: one, several", "day,days")},
    ParameterWord{"week", translatable_in("unit: one, several", "week,weeks")},
    ParameterWord{"month", translatable_in("unit: one, several", "month,months")},
    ParameterWord{"year", translatable_in("unit: one, several", "year,years")},
    ParameterWord{"hour", translatable_in("unit: one, several", "hour,hours")},
};

std::vector<std::string> split_at(const std::string& text, const char* separator) {
  std::vector<std::string> parts;
  boost::split(parts, text, boost::is_any_of(separator));
  return parts;
}

std::string unit_word(const std::string& word, Language language) {
  for (const ParameterWord& unit : parameter_units) {
    const bool several = word == std::string(unit.key) + "s";
    if (several || word == unit.key)
      return split_at(unit.text.in(language), ",").at(several ? 1 : 0);
  }
  return word;
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

std::string parameter_unit(const std::string& unit, Language language) {
  std::vector<std::string> words = split_at(unit, " ");
  for (std::string& word : words) word = unit_word(word, language);
  return boost::join(words, " ");
}

std::string parameter_text(double value, const std::string& unit, Language language) {
  constexpr int most_decimals = 4;
  const std::string digits = fmt::format("{:.10g}", value);
  const std::size_t point = digits.find('.');
  const int decimals = point == std::string::npos
                           ? 0
                           : std::min(static_cast<int>(digits.size() - point - 1), most_decimals);
  const std::string number = grouped(value, decimals).in(language);
  return unit.empty() ? number : number + " " + parameter_unit(unit, language);
}

}  // namespace doorstroom
