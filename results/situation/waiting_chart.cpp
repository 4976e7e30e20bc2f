#include <algorithm>
#include <cmath>

#include "models/messages/message.hpp"
#include "results/situation/incidence_curves.hpp"
#include "results/situation/situation.hpp"

namespace doorstroom {
namespace {

/// Arrangements beyond these are told in words and tables only: more curves cannot be told apart.
constexpr std::size_t most_curves_drawn = 8;

}  // namespace

ReportChart waiting_chart(ReportSources& sources, bool all) {
  const std::vector<Placement> placements = placements_of(sources);
  const std::size_t drawn =
      all ? placements.size() : std::min(placements.size(), most_curves_drawn);
  std::vector<IncidenceCurve> curves;
  for (std::size_t i = 0; i < drawn; ++i) curves.push_back(placements[i].entered);
  const ChartHead head{
      .id = "waiting",
      .title = sources.localized(message("How long until youths are placed")),
      .summary = sources.localized(
          message("The higher a line, the more of those who ask for the place are in it by then. "
                  "Some never are: they give up or grow too old. ") +
          (all ? LocalizedText()
           : drawn < placements.size()
               ? message("Drawn are the {0} of {1} arrangements where the fewest are placed within "
                         "6 weeks.",
                         drawn, placements.size())
               : message("All arrangements with limited places are drawn."))),
      .unit = sources.localized(message("of every 100 who ask")),
      .source = sources.chart_source()};
  return curve_chart(sources, head, sources.localized(message("weeks since asking")),
                     {{6, sources.localized(message("6 weeks"))}}, curves);
}

}  // namespace doorstroom
