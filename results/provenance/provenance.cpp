#include "results/provenance/provenance.hpp"
#include "models/messages/message.hpp"
#include "results/provenance/checklist.hpp"
#include "results/provenance/start_table.hpp"

namespace doorstroom {

ReportSection provenance(ReportSources& sources) {
  ReportSection section{
      .id = "provenance", .title = sources.localized(message("How this was made")), .blocks = {}};
  std::vector<ReportBlock>& blocks = section.blocks;
  blocks.emplace_back(ReportText{
      .text = sources.localized(message(
          "These are the answers to the checklist for reports on simulations, STRESS-DES (Monks "
          "and "
          "others, Journal of Simulation, 2019). With them others can judge the model, and run it "
          "again."))});
  blocks.emplace_back(checklist_of_objectives(sources));
  blocks.emplace_back(checklist_of_logic(sources));
  blocks.emplace_back(modelled_nodes(sources));
  blocks.emplace_back(checklist_of_data(sources));
  if (!sources.scenario().evidence.empty()) blocks.emplace_back(evidence_table(sources));
  for (ReportBlock& block : start_of_records(sources)) blocks.emplace_back(std::move(block));
  blocks.emplace_back(checklist_of_experiments(sources));
  blocks.emplace_back(checklist_of_implementation(sources));
  blocks.emplace_back(checklist_of_code(sources));
  blocks.emplace_back(results_table(sources));
  blocks.emplace_back(commands_again(sources));
  blocks.emplace_back(
      ReportText{.text = sources.localized(
                     message("Folders and names of users are left out of files and commands.")),
                 .role = ReportText::Role::note});
  return section;
}

}  // namespace doorstroom
