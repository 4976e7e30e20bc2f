#include "results/page/whole_report.hpp"

#include "results/answers/how_sure.hpp"
#include "results/choices/choices.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/page/page_words.hpp"
#include "results/page/report_filter.hpp"
#include "results/provenance/provenance.hpp"
#include "results/situation/situation.hpp"
#include "results/sliders/between_the_points.hpp"
#include "results/text/plain_words.hpp"

namespace doorstroom {
namespace {

std::string subtitle_of(ReportSources& sources) {
  ResultReader& file = sources.base();
  return sources.localized(
      message("From {0} on, {1}; {2}", date_in_words(sources.scenario().period.start()),
              message_plural("{0} year", "{0} years", years_of(file)),
              message_plural("{0} possible future simulated", "{0} possible futures simulated",
                             file.integer("replications"))));
}

}  // namespace

Report whole_report(ReportSources& sources) {
  Report report{.language = sources.language(),
                .title = sources.names().front(),
                .subtitle = subtitle_of(sources),
                .program = "doorstroom " + sources.base().text("program_version"),
                .sections = {},
                .words = page_words(sources.language())};
  for (const auto section : {page_one, where_it_hurts, waiting_and_dropout, over_the_years,
                             what_changes, between_the_points, how_sure, one_youth, provenance}) {
    ReportSection made = section(sources);
    if (!made.blocks.empty()) report.sections.push_back(std::move(made));
  }
  filter(report, sources.privacy());
  return report;
}

}  // namespace doorstroom
