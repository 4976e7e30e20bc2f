#include "results/provenance/start_table.hpp"

#include <algorithm>

#include "models/messages/message.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"

namespace doorstroom {
namespace {

ReportCell count_cell(const StartCount& count, const ReportSources& sources) {
  switch (count.shown) {
    case StartCount::Shown::number:
      return {sources.localized(grouped(count.youths, 0)), count.youths};
    case StartCount::Shown::fewer:
      return {sources.localized(message("fewer than {0}", sources.privacy().small_cells())), {}};
    case StartCount::Shown::nothing:
      return {sources.localized(message("not shown")), {}};
  }
  return {};
}

/// What of the report keeps to itself, and why.
LocalizedText what_is_hidden(const ReportSources& sources) {
  const Privacy& privacy = sources.privacy();
  if (!privacy.hides_anything())
    return privacy.small_cells() > 0
               ? message("No number in it is so small (1 to {0}) that it could point at somebody.",
                         privacy.small_cells() - 1)
               : message(
                     "All numbers are shown, also small ones, as whoever made this report chose "
                     "with --small-cells 0. Look whether it may be passed on.");
  const Scenario& scenario = sources.scenario();
  const Instant shown_from = Instant{} + Days{privacy.shown_from_day()};
  const LocalizedText from =
      shown_from < scenario.period.end()
          ? message(
                "Where a number is hidden, figures by week begin on {0} only: by then most who "
                "were there have left.",
                date_in_words(scenario.period.date_of(shown_from)))
          : message(
                "Where a number is hidden, this report has no figures by week: those who were "
                "there stay too long.");
  const bool hides_others = std::ranges::any_of(privacy.counts(), [](const StartCounts& here) {
    return here.there.shown == StartCount::Shown::nothing ||
           here.waiting.shown == StartCount::Shown::nothing;
  });
  LocalizedText text = message(
      "Numbers from 1 to {0} could point at somebody, so they are hidden, and there is no sum from "
      "which they could be worked out.",
      privacy.small_cells() - 1);
  if (hides_others)
    text += std::string(" ") + message("\"Not shown\" hides a larger number for the same reason.");
  return text + std::string(" ") + from + std::string(" ") +
         message(
             "The flows of the first year are left out, and those of the whole period are "
             "rounded.");
}

}  // namespace

std::vector<ReportBlock> start_of_records(const ReportSources& sources) {
  const Privacy& privacy = sources.privacy();
  if (privacy.counts().empty()) return {};
  const Scenario& scenario = sources.scenario();
  const std::string date = sources.localized(date_in_words(scenario.period.start()));
  ReportTable table{.id = "start-of-records",
                    .caption = sources.localized(message("Youths on {0}, by the records", date)),
                    .corner = sources.localized(message("Desk or arrangement")),
                    .columns = {{sources.localized(message("there, or case in work")), "youth"},
                                {sources.localized(message("on the list")), "youth"}},
                    .rows = {},
                    .note = sources.localized(what_is_hidden(sources))};
  for (const StartCounts& here : privacy.counts())
    table.rows.push_back(
        {.header = sources.labels().of_node(scenario.nodes[here.node].id, sources.language()),
         .cells = {count_cell(here.there, sources), count_cell(here.waiting, sources)}});
  return {ReportHeading{sources.localized(message("Who was there at the start"))},
          ReportText{.text = sources.localized(message(
                         "The simulation begins with youths of the real region: so many were there "
                         "on {0} by its records. From that day on everything is the model's.",
                         date))},
          std::move(table)};
}

}  // namespace doorstroom
