#pragma once
/// Phrases for the story of one scenario: places, funders and dates. A story is made once for each
/// language, because the scenario names its places in each.

#include <string>

#include "models/messages/message.hpp"
#include "models/scenario/scenario.hpp"
#include "results/text/kpi_labels.hpp"
#include "results/text/plain_words.hpp"

namespace doorstroom {

class StoryPhrases {
 public:
  StoryPhrases(const Scenario& scenario, Language language)
      : scenario_(scenario), labels_(scenario.resolved), language_(language) {}

  const Node& node(NodeId id) const { return scenario_.nodes[id]; }
  std::string name(NodeId id) const { return name(node(id).label, node(id).id); }
  std::string name(const Label& label, const std::string& id) const {
    return name_in(language_, label, id);
  }
  std::string title() const { return labels_.title(language_); }
  std::string level(SeverityId severity) const {
    return labels_.of_level(scenario_.severities[severity], language_);
  }
  std::string attribute(AttributeId id) const {
    return name(scenario_.attributes[id].label, scenario_.attributes[id].id);
  }
  std::string value(AttributeId id, ValueId value) const {
    const Attribute& attribute = scenario_.attributes[id];
    return name(attribute.labels[value], attribute.values[value]);
  }
  LocalizedText funder(FunderId id) const {
    return id ? LocalizedText(name(scenario_.funder_labels[id], scenario_.funders[id]))
              : message("a funder who is not named");
  }
  LocalizedText date(Instant at) const { return date_in_words(scenario_.period.date_of(at)); }

 private:
  const Scenario& scenario_;
  KpiLabels labels_;
  Language language_;
};

}  // namespace doorstroom
