#include "results/provenance/checklist.hpp"

#include <algorithm>

#include "models/loading/evidence.hpp"
#include "models/messages/message.hpp"
#include "results/text/plain_words.hpp"

namespace doorstroom {
namespace {

LocalizedText sentences(const std::vector<LocalizedText>& parts) {
  LocalizedText text;
  for (const LocalizedText& part : parts) {
    if (part.empty()) continue;
    if (!text.empty()) text += std::string(" ");
    text += part;
  }
  return text;
}

/// Names of the nodes of a kind, as they stand in tables.
LocalizedText names_of_nodes(const ReportSources& sources, NodeKind kind) {
  std::vector<LocalizedText> names;
  for (const Node& node : sources.scenario().nodes)
    if (node.kind == kind)
      names.emplace_back(sources.labels().of_node(node.id, sources.language()));
  return all_of(names);
}

LocalizedText names_of_variants(const ReportSources& sources) {
  std::vector<LocalizedText> names;
  for (std::size_t i = 1; i < sources.names().size(); ++i) names.emplace_back(sources.names()[i]);
  return all_of(names);
}

LocalizedText headline_of(const ReportSources& sources) {
  std::string labels;  // in which commas stand
  for (const Headline& headline : sources.scenario().headline)
    labels += (labels.empty() ? "" : "; ") + sources.label(KpiName::parse(headline.kpi));
  return labels.empty() ? message("Waits, absence from school, places in use and costs.")
                        : message("First of all these figures, as the scenario asks: {0}.", labels);
}

LocalizedText name_of(const Attribute& attribute, Language language) {
  const std::string name = name_in(language, attribute.label, attribute.id);
  return name == "subregion" ? message("part of the region") : LocalizedText(name);
}

LocalizedText who_youths_are(const ReportSources& sources) {
  const Scenario& scenario = sources.scenario();
  std::vector<LocalizedText> levels;
  for (const std::string& level : scenario.severities)
    levels.emplace_back(sources.labels().of_level(level, sources.language()));
  std::vector<LocalizedText> attributes;
  for (const Attribute& attribute : scenario.attributes)
    if (!attribute.values.empty()) attributes.push_back(name_of(attribute, sources.language()));
  return sentences(
      {message("Youths, each with an age."),
       levels.empty() ? LocalizedText() : message("Levels of severity: {0}.", all_of(levels)),
       attributes.empty() ? LocalizedText()
                          : message("Where they differ besides: {0}.", all_of(attributes))});
}

LocalizedText interventions_of(const ReportSources& sources) {
  std::vector<LocalizedText> names;
  for (const Intervention& one : sources.scenario().interventions)
    names.emplace_back(sources.labels().of_intervention(one.id, sources.language()));
  const LocalizedText base = names.empty()
                                 ? message("{0}: none.", sources.names().front())
                                 : message("{0}: {1}.", sources.names().front(), all_of(names));
  return sources.variants() == 0
             ? base
             : sentences(
                   {base, message("What the variants do otherwise, \"What changes\" tells.")});
}

/// The sentence that the summary of a result ends with.
LocalizedText not_modelled(const ReportSources& sources) {
  std::string text = sources.localized(
      message("Not modelled: parents' choice, quality of help, crime, migration, transport.\n"));
  text.erase(text.find_last_not_of('\n') + 1);
  return text;
}

LocalizedText basis_of_inputs(const Scenario& scenario) {
  const auto of = [&](Basis basis) {
    return std::ranges::count(scenario.evidence, basis, &Evidence::basis);
  };
  const std::size_t without = without_evidence(scenario).size();
  return sentences(
      {scenario.evidence.empty()
           ? message("The scenario does not say where its inputs come from.")
           : message("The scenario says where its inputs come from. Measured: {0}; derived from "
                     "other numbers: {1}; assumed: {2}.",
                     of(Basis::measured), of(Basis::derived), of(Basis::assumed)),
       scenario.evidence.empty() || without == 0
           ? LocalizedText()
           : message_plural("Of {0} input it says nothing.", "Of {0} inputs it says nothing.",
                            without)});
}

LocalizedText targets_of(const Scenario& scenario) {
  if (scenario.targets.empty())
    return message("The scenario names no observed figures with which the model should agree.");
  return message_plural("{0} observed figure; \"How sure\" tells whether the model agrees with it.",
                        "{0} observed figures; \"How sure\" tells whether the model agrees with "
                        "them.",
                        scenario.targets.size());
}

LocalizedText tables_of_youths(const ReportSources& sources) {
  const Scenario& scenario = sources.scenario();
  std::vector<LocalizedText> listed;
  for (const Node& node : scenario.nodes)
    if (node.kind == NodeKind::source &&
        !scenario.sources[static_cast<std::size_t>(node.index)].arrivals.empty())
      listed.emplace_back(sources.labels().of_node(node.id, sources.language()));
  return sentences({scenario.today.empty()
                        ? message("None: every youth is invented.")
                        : message("The simulation begins with youths of the records; see below."),
                    listed.empty()
                        ? LocalizedText()
                        : message("Youths come on the days of a table, which is not shown: {0}.",
                                  all_of(listed))});
}

}  // namespace

ChecklistPart::ChecklistPart(const ReportSources& sources, const std::string& id,
                             const LocalizedText& caption)
    : sources_(sources),
      table_{.id = "stress-" + id,
             .caption = sources.localized(caption),
             .corner = sources.localized(message("Question")),
             .columns = {{.label = sources.localized(message("Answer")),
                          .units = {},
                          .numeric = false}},
             .rows = {}} {}

void ChecklistPart::add(const LocalizedText& asked, const LocalizedText& answer) {
  table_.rows.push_back({.header = sources_.localized(asked),
                         .cells = {{.text = sources_.localized(answer), .value = {}}}});
}

ReportTable checklist_of_objectives(const ReportSources& sources) {
  ChecklistPart part(sources, "objectives", message("1. Objectives"));
  part.add(
      message("Purpose"),
      message("To see what may happen to youths who need more than school alone: how long they "
              "wait, how many are absent from school, and what it costs whom."));
  part.add(message("What comes out"), headline_of(sources));
  part.add(
      message("What is tried"),
      sources.variants() == 0
          ? message("One way of working, as it is: {0}.", sources.names().front())
          : message("{0}, each beside {1}.", names_of_variants(sources), sources.names().front()));
  return std::move(part).table();
}

ReportTable checklist_of_logic(const ReportSources& sources) {
  ChecklistPart part(sources, "logic", message("2. Logic"));
  part.add(
      message("How it works"),
      message("Youths arrive, ask for help or a place, wait on a list, are helped or placed, "
              "and go on or leave. The clock jumps from one event to the next (discrete-event "
              "simulation). Events of one instant have a fixed order, the same in every run."));
  part.add(message("Who goes through it"), who_youths_are(sources));
  part.add(message("What takes time"),
           message("Waiting on lists, work on cases, stays, and the handover in between."));
  part.add(message("What is scarce"),
           message("Staff at the desks and places in the arrangements. The next table names them, "
                   "and tells where there is no limit."));
  part.add(message("Where youths come from"), names_of_nodes(sources, NodeKind::source));
  part.add(message("Where they leave to"), names_of_nodes(sources, NodeKind::exit));
  part.add(message("Measures that hold"), interventions_of(sources));
  part.add(message("What is left out"), not_modelled(sources));
  return std::move(part).table();
}

ReportTable checklist_of_data(const ReportSources& sources) {
  const Scenario& scenario = sources.scenario();
  ChecklistPart part(sources, "data", message("3. Data"));
  part.add(message("Inputs and what they rest on"), basis_of_inputs(scenario));
  part.add(message("Preparation"),
           message("The program takes the inputs as the scenario gives them. How records became "
                   "inputs, the sources say."));
  part.add(message("Observed figures to compare with"), targets_of(scenario));
  part.add(message("Real youths"), tables_of_youths(sources));
  return std::move(part).table();
}

}  // namespace doorstroom
