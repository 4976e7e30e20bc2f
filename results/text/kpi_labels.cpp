#include "results/text/kpi_labels.hpp"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>

#include "models/messages/article.hpp"
#include "models/messages/message.hpp"
#include "models/scenario/names.hpp"
#include "results/figures/breakdown_values.hpp"

namespace doorstroom {

namespace {

using Json = nlohmann::json;

bool is_lower(char letter) {
  return letter >= 'a' && letter <= 'z';
}

/// Letters outside A to Z stay as they are.
char lowered(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// As a scenario writes it: one text, or one for each language.
Label label_of(const Json& json) {
  if (json.is_string()) return {json.get<std::string>(), json.get<std::string>()};
  return json.is_object() ? Label{json.value("nl", ""), json.value("en", "")} : Label{};
}

}  // namespace

KpiLabels::KpiLabels(const std::string& resolved) {
  const Json scenario = Json::parse(resolved, nullptr, false);
  if (!scenario.is_object()) return;
  title_ = label_of(scenario.value("name", Json()));
  const Json levels = scenario.value("severities", Json());
  if (levels.is_object())
    for (const auto& [level, said] : levels.items())
      if (said.is_object() && said.contains("label")) levels_[level] = label_of(said["label"]);
  const Json clocks = scenario.value("clocks", Json());
  if (!clocks.is_object()) return;
  for (const auto& [clock, said] : clocks.items())
    if (said.contains("label")) clocks_[clock] = label_of(said["label"]);
}

KpiLabels::KpiLabels(ResultReader& file) : KpiLabels(file.resolved()) {
  start_date_ = file.text("start_date");
  if (title_.nl.empty() && title_.en.empty()) title_.en = file.text("scenario_name");
  const Table& nodes = file.table("/nodes");
  for (std::size_t row = 0; row < nodes.rows(); ++row)
    nodes_[nodes.texts("id")[row]] = {nodes.texts("label_nl")[row], nodes.texts("label_en")[row]};
}

std::string KpiLabels::of_node(const std::string& id, Language language) const {
  const auto node = nodes_.find(id);
  return node == nodes_.end() ? id : without_article(name_in(language, node->second, id), language);
}

std::string KpiLabels::of_clock(const std::string& id, Language language) const {
  const auto clock = clocks_.find(id);
  return clock == clocks_.end() ? id : name_in(language, clock->second, id);
}

std::string KpiLabels::of_level(const std::string& level, Language language) const {
  const std::string own = level_without_label(level).in(language);
  const auto label = levels_.find(level);
  return label == levels_.end() ? own : name_in(language, label->second, own);
}

std::string KpiLabels::of_group(const std::string& group, Language language) const {
  constexpr std::string_view severity = "severity.";
  return group.starts_with(severity)
             ? message("severity {0}", of_level(group.substr(severity.size()), language))
                   .in(language)
             : group_label(group).in(language);
}

LocalizedText KpiLabels::of_year(int year) const {
  int first = 0;
  const auto [end, error] =
      std::from_chars(start_date_.data(), start_date_.data() + start_date_.size(), first);
  if (error != std::errc{}) return message("year {0}", year);
  const int begins = first + year;
  return start_date_.ends_with("-01-01") ? fmt::format("{}", begins)
                                         : fmt::format("{}-{:02}", begins, (begins + 1) % 100);
}

std::string KpiLabels::of(const KpiName& kpi, Language language) const {
  std::string label = kpi.definition().label.in(language);
  if (!kpi.is_of_system()) {
    if (label.size() > 1 && is_lower(label[1])) label[0] = lowered(label[0]);
    const std::string owner =
        kpi.clock.empty() ? of_node(kpi.node, language) : of_clock(kpi.clock, language);
    label = fmt::format("{}: {}", owner, label);
  }
  return kpi.year < 0 ? label : fmt::format("{}, {}", label, of_year(kpi.year).in(language));
}

}  // namespace doorstroom
