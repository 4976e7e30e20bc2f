#include <algorithm>
#include <cmath>

#include "models/messages/message.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/report/figure_cells.hpp"
#include "results/situation/incidence_curves.hpp"
#include "results/situation/situation.hpp"
#include "results/situation/waiting_lists.hpp"
#include "results/situation/waiting_tables.hpp"

namespace doorstroom {
namespace {

/// Share of those who ask that gives up, from which the list tells of it. The table has all.
constexpr double told_from = 0.01;

/// "OZA, 24 (95%: 23 to 26)", of every 100 who ask.
LocalizedText share_text(const Placement& one) {
  return message("{0}, {1}", one.entered.label, of_hundred(one.entered.within(6)));
}

/// Where the fewest are placed within 6 weeks, and how sure that is.
LocalizedText fewest_placed(const std::vector<Placement>& placements) {
  std::vector<std::vector<double>> missed;
  for (const Placement& one : placements) {
    missed.push_back(one.entered_within_6w);
    for (double& share : missed.back()) share = 1 - share;
  }
  const std::vector<std::optional<RankRange>> ranks = joint_ranks(missed);
  std::vector<LocalizedText> fewest;
  for (std::size_t i = 0; i < placements.size(); ++i)
    if (ranks[i] && ranks[i]->low == 1) fewest.push_back(share_text(placements[i]));
  if (placements.size() == 1)
    return message("{0}: of every 100 who ask, {1} are placed within 6 weeks.",
                   placements.front().entered.label,
                   of_hundred(placements.front().entered.within(6)));
  if (fewest.empty())
    return message(
        "Of every 100 who ask, the fewest are placed within 6 weeks here: {0}. This is one "
        "possible future, which tells nothing of chance.",
        share_text(placements.front()));
  if (fewest.size() == 1)
    return message("Of every 100 who ask, the fewest are placed within 6 weeks here: {0}.",
                   fewest.front());
  if (fewest.size() <= most_ties_named)
    return message(
        "We cannot tell where the fewest are placed within 6 weeks. Of every 100 "
        "who ask, it may be any of these: {0}.",
        between_semicolons(fewest));
  return message(
      "We cannot tell where the fewest are placed within 6 weeks. {0} of {1} "
      "arrangements may be it.",
      fewest.size(), placements.size());
}

ReportList placed_within(const ReportSources& sources, const std::vector<Placement>& placements) {
  ReportList list{
      .caption = sources.localized(
          message("Of every 100 who ask, so many are placed within 6 weeks, the fewest first:")),
      .items = {}};
  for (const Placement& one : placements) {
    LocalizedText text = message("{0}: {1}", one.entered.label, of_hundred(one.entered.within(6)));
    const Interval gave_up = one.left_list.within(52);
    if (gave_up.mean >= told_from)
      text += message("; {0} give up within a year", of_hundred(gave_up));
    list.items.push_back(sources.localized(text));
  }
  return list;
}

struct FirstEnds {
  IncidenceCurve dropout;
  IncidenceCurve placed;
  IncidenceCurve left;
};

FirstEnds first_ends(ReportSources& sources) {
  const Table& table = sources.base().table("/dropout");
  const auto curve = [&](const char* end, const LocalizedText& label) {
    IncidenceCurve one = incidence_curve(table, end);
    one.id = end;
    one.label = sources.localized(label);
    return one;
  };
  return {curve("dropout", message("absent for over 4 weeks")), curve("placed", message("placed")),
          curve("left", message("left"))};
}

void add_dropout(ReportSources& sources, std::vector<ReportBlock>& blocks) {
  const FirstEnds ends = first_ends(sources);
  if (std::isnan(ends.dropout.within(0).mean)) return;
  blocks.emplace_back(
      ReportHeading{sources.localized(message("From the first signal to dropping out"))});
  blocks.emplace_back(ReportText{sources.localized(
      message("Of every 100 youths with a first signal, so many are absent for over 4 weeks before "
              "they are placed: {0} within 13 weeks, {1} within a year. Placed first, within a "
              "year: {2}.",
              of_hundred(ends.dropout.within(13)), of_hundred(ends.dropout.within(52)),
              of_hundred(ends.placed.within(52))))});
  const ChartHead head{
      .id = "dropout",
      .title = sources.localized(message("What comes first after the first signal")),
      .summary = sources.localized(message(
          "Each youth counts once, with what comes first: absent for over 4 weeks, placed in an "
          "arrangement with limited places, or left. Who was absent on arrival does not count.")),
      .unit = sources.localized(message("of every 100 youths")),
      .source = sources.chart_source()};
  blocks.emplace_back(curve_chart(
      sources, head, sources.localized(message("weeks since the first signal")),
      {{13, sources.localized(message("13 weeks"))}}, {ends.dropout, ends.placed, ends.left}));
}

}  // namespace

ReportSection waiting_and_dropout(ReportSources& sources) {
  ReportSection section{.id = "waiting-and-dropout",
                        .title = sources.localized(message("Waiting and dropout")),
                        .blocks = {}};
  const std::vector<Placement> placements = placements_of(sources);
  if (!placements.empty()) {
    section.blocks.emplace_back(
        ReportText{sources.localized(fewest_placed(placements)), ReportText::Role::lead});
    section.blocks.emplace_back(waiting_chart(sources));
    section.blocks.emplace_back(placed_within(sources, placements));
  }
  add_wait_table(sources, section.blocks);
  add_dropout(sources, section.blocks);
  add_legal_terms(sources, section.blocks);
  add_stops(sources, section.blocks);
  add_unfunded(sources, section.blocks);
  return section;
}

}  // namespace doorstroom
