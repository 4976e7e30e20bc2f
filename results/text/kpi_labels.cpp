#include "results/text/kpi_labels.hpp"

#include <fmt/format.h>

#include <boost/algorithm/string/replace.hpp>
#include <charconv>
#include <nlohmann/json.hpp>

#include "models/messages/article.hpp"
#include "models/messages/message.hpp"
#include "models/scenario/names.hpp"
#include "results/figures/breakdown_values.hpp"
#include "results/text/json_label.hpp"

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

/// The label that is said, or the id in words.
Label label_or_id(const Json& said, const std::string& id) {
  const bool has_label = said.is_object() && said.contains("label");
  Label label = has_label ? label_of(said["label"]) : Label{};
  if (label.nl.empty() && label.en.empty()) label.en = boost::replace_all_copy(id, "_", " ");
  return label;
}

/// The labels of a list or a map of values.
void add_values(const std::string& attribute, const Json& values,
                std::map<std::string, Label>& labels) {
  for (const auto& [key, said] : values.items()) {
    const std::string id = said.is_string() ? said.get<std::string>() : key;
    labels[attribute + "." + id] = label_or_id(said, id);
  }
}

/// The labels of what a section declares, by id.
std::map<std::string, Label> labels_in(const Json& scenario, const char* section) {
  std::map<std::string, Label> labels;
  const Json declared = scenario.value(section, Json());
  if (!declared.is_object()) return labels;
  for (const auto& [id, said] : declared.items())
    if (said.is_object() && said.contains("label")) labels[id] = label_of(said["label"]);
  return labels;
}

}  // namespace

KpiLabels::KpiLabels(const std::string& resolved) {
  const Json scenario = Json::parse(resolved, nullptr, false);
  if (!scenario.is_object()) return;
  title_ = label_of(scenario.value("name", Json()));
  levels_ = labels_in(scenario, "severities");
  clocks_ = labels_in(scenario, "clocks");
  interventions_ = labels_in(scenario, "interventions");
  funders_ = labels_in(scenario, "funders");
  add_values("subregion", scenario.value("subregions", Json()), values_);
  const Json attributes = scenario.value("attributes", Json());
  if (attributes.is_object())
    for (const auto& [id, said] : attributes.items()) {
      attributes_[id] = label_or_id(said, id);
      if (said.is_object()) add_values(id, said.value("values", Json()), values_);
    }
}

KpiLabels::KpiLabels(ResultReader& file) : KpiLabels(file.resolved()) {
  start_date_ = file.text("start_date");
  if (title_.nl.empty() && title_.en.empty()) title_.en = file.text("scenario_name");
  const Table& nodes = file.table("/nodes");
  for (std::size_t row = 0; row < nodes.rows(); ++row)
    nodes_[nodes.texts("id")[row]] = {nodes.texts("label_nl")[row], nodes.texts("label_en")[row]};
}

KpiLabels::KpiLabels(const Scenario& scenario) : KpiLabels(scenario.resolved) {
  start_date_ = to_text(scenario.period.start());
  if (title_.nl.empty() && title_.en.empty()) title_.en = scenario.name;
  for (const Node& node : scenario.nodes) nodes_[node.id] = node.label;
}

std::string KpiLabels::of_node(const std::string& id, Language language) const {
  const auto node = nodes_.find(id);
  return node == nodes_.end() ? id : without_article(name_in(language, node->second, id), language);
}

std::string KpiLabels::of_clock(const std::string& id, Language language) const {
  const auto clock = clocks_.find(id);
  return clock == clocks_.end() ? id : name_in(language, clock->second, id);
}

std::string KpiLabels::of_intervention(const std::string& id, Language language) const {
  const auto one = interventions_.find(id);
  return one == interventions_.end() ? id : name_in(language, one->second, id);
}

std::string KpiLabels::of_funder(const std::string& id, Language language) const {
  if (id == nobody) return message("nobody named").in(language);
  const auto funder = funders_.find(id);
  return funder == funders_.end()
             ? id
             : without_article(name_in(language, funder->second, id), language);
}

std::string KpiLabels::of_level(const std::string& level, Language language) const {
  const std::string own = level_without_label(level).in(language);
  const auto label = levels_.find(level);
  return label == levels_.end() ? own : name_in(language, label->second, own);
}

std::string KpiLabels::of_group(const std::string& group, Language language) const {
  constexpr std::string_view severity = "severity.";
  if (const auto value = values_.find(group); value != values_.end()) {
    const std::string name = name_in(language, value->second, group);
    const auto attribute = attributes_.find(group.substr(0, group.find('.')));
    return attribute == attributes_.end()
               ? message("subregion {0}", name).in(language)
               : fmt::format("{}: {}", name_in(language, attribute->second, attribute->first),
                             name);
  }
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
