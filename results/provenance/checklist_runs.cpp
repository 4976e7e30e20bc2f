#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "models/messages/message.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/provenance/checklist.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"

namespace doorstroom {
namespace {

std::string file_name(const ResultReader& file) {
  return std::filesystem::path(file.path()).filename().string();
}

/// A word that a shell takes as one.
std::string quoted(const std::string& word) {
  const bool plain = std::ranges::all_of(word, [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view("-_.,=+:/").find(c) != std::string_view::npos;
  });
  return plain && !word.empty() ? word : "'" + word + "'";
}

LocalizedText beginning_of(const Scenario& scenario) {
  const Period& period = scenario.period;
  const Days warm_up = Instant{} - period.begin();
  LocalizedText text =
      warm_up.count > 0
          ? message(
                "The run begins {0} before the start date, and what happens until then is not "
                "counted.",
                length_in_words(warm_up))
          : message("The run begins on the start date, without a warm-up.");
  text += std::string(" ");
  text += scenario.initial.empty()
              ? message("It begins with nobody there.")
              : message_plural("It begins with youths at {0} desk or arrangement, as assumed.",
                               "It begins with youths at {0} desks and arrangements, as assumed.",
                               scenario.initial.size());
  if (!scenario.today.empty())
    text +=
        std::string(" ") + message_plural(
                               "On the start date {0} desk or arrangement gets the youths of the "
                               "records.",
                               "On the start date {0} desks and arrangements get the youths of the "
                               "records.",
                               scenario.today.size());
  return text;
}

LocalizedText length_of_run(const Scenario& scenario) {
  const Period& period = scenario.period;
  const Days after = period.horizon() - period.end();
  const LocalizedText counted = message("From {0} until {1}.", date_in_words(period.start()),
                                        date_in_words(period.date_at(period.end_day())));
  if (after.count <= 0) return counted;
  return counted + std::string(" ") +
         message(
             "After that the run goes on for {0}, so that everybody who asked is followed "
             "equally long.",
             length_in_words(after));
}

std::string date_part(const std::string& moment) {
  return moment.substr(0, moment.find('T'));
}

}  // namespace

ReportTable checklist_of_experiments(ReportSources& sources) {
  const Scenario& scenario = sources.scenario();
  const std::int64_t replications = sources.base().integer("replications");
  ChecklistPart part(sources, "experiments", message("4. Runs"));
  part.add(message("How it begins"), beginning_of(scenario));
  part.add(message("What is counted"), length_of_run(scenario));
  part.add(
      message("How often"),
      replications == 1
          ? message("Once: one possible future, which tells nothing of chance.")
          : message("{0} times, each time with other chance: {0} possible futures.", replications));
  part.add(message("How figures are estimated"),
           message("A figure is the mean of these futures. Its 95% interval (Student's t) is the "
                   "noise of simulating. P10 to P90 is what 8 of 10 single futures bring. Neither "
                   "tells how sure the inputs are."));
  if (sources.variants() > 0)
    part.add(
        message("How variants are compared"),
        message("In each future every variant meets the same youths with the same luck (common "
                "random numbers). Differences are taken future by future."));
  return std::move(part).table();
}

ReportTable checklist_of_implementation(ReportSources& sources) {
  const ResultReader& file = sources.base();
  ChecklistPart part(sources, "implementation", message("5. Implementation"));
  part.add(message("Program"),
           message("Doorstroom {0}, written in C++20; {1}.", file.text("program_version"),
                   file.text("compiler", "/run")));
  part.add(message("Libraries"), file.text("library_versions", "/run"));
  part.add(message("Chance"),
           message("Random numbers {0}, seed {1}. Every draw has an address of its own: whoever "
                   "changes one thing does not change the luck of everybody else.",
                   file.text("random_scheme"), file.integer("seed")));
  part.add(
      message("Time it took"),
      message("{0} seconds, by {1}; begun on {2}.", grouped(file.number("wall_seconds", "/run"), 1),
              message_plural("{0} process", "{0} processes", file.integer("workers", "/run")),
              date_part(file.text("started", "/run"))));
  part.add(message("Computer"),
           message("Not named, for the privacy of whoever ran it. The figures depend neither on it "
                   "nor on the number of processes."));
  return std::move(part).table();
}

ReportTable checklist_of_code(ReportSources& sources) {
  ChecklistPart part(sources, "code", message("6. Code"));
  part.add(message("Who may use the program"),
           message("Everybody: Doorstroom is open source, under the Apache License 2.0."));
  part.add(message("The model itself"),
           message("Stands whole in the result file, as it was read: scenario, seed and program "
                   "version. Ask whoever made this report for the file; it is not in the report."));
  const bool hides = sources.privacy().hides_anything();
  part.add(message("Fingerprint of the scenario"),
           hides
               ? message("Not shown: who has the rest of the scenario could try out with it which "
                         "small numbers it begins with.")
               : LocalizedText(sources.base().text("scenario_sha256")));
  return std::move(part).table();
}

ReportTable results_table(ReportSources& sources) {
  ReportTable table{.id = "results",
                    .caption = sources.localized(message("The results behind this report")),
                    .corner = sources.localized(message("Result")),
                    .columns = {},
                    .rows = {}};
  for (const LocalizedText& column : {message("file"), message("program"), message("commit"),
                                      message("replications"), message("seed")})
    table.columns.push_back({.label = sources.localized(column), .units = {}, .numeric = false});
  table.columns[3].numeric = table.columns[4].numeric = true;
  for (std::size_t i = 0; i < sources.results().size(); ++i) {
    const ResultReader& file = sources.results()[i];
    const std::int64_t replications = file.integer("replications");
    const std::int64_t seed = file.integer("seed");
    table.rows.push_back(
        {.header = sources.names()[i],
         .cells = {{file_name(file), {}},
                   {file.text("program_version"), {}},
                   {file.text("git_commit"), {}},
                   {fmt::format("{}", replications), static_cast<double>(replications)},
                   {fmt::format("{}", seed), static_cast<double>(seed)}}});
  }
  return table;
}

ReportList commands_again(ReportSources& sources) {
  ReportList list{.caption = sources.localized(message("Commands that make it again")),
                  .items = {}};
  for (const ResultReader& file : sources.results()) {
    list.items.push_back("doorstroom rerun " + quoted(file_name(file)));
    const std::vector<Document> documents = file.documents();
    const bool sets = std::ranges::count(documents, "--set", &Document::path) > 0;
    if (documents.empty() || sets) continue;  // the result alone holds all of it
    const std::filesystem::path scenario(documents.front().path);
    list.items.push_back(fmt::format("doorstroom run {} --seed {} --replications {} -o {}",
                                     quoted(scenario.filename().string()), file.integer("seed"),
                                     file.integer("replications"), quoted(file_name(file))));
  }
  if (!sources.request().command.empty()) list.items.push_back(sources.request().command);
  return list;
}

}  // namespace doorstroom
