#include "app/precision_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "models/messages/message.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

/// A half-width in the unit that the summary uses for the figure.
LocalizedText half_width_text(const Precision& asked, double half_width) {
  const Interval about{0, -asked.half_width, asked.half_width};
  return NumberText::of_difference(asked.kpi.definition().units, about).value(half_width);
}

double half_width_of(const Reached& reached) {
  return reached.interval.count > 1 ? reached.interval.half_width()
                                    : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

std::string reached_text(const StoppingRule& until, Language language) {
  const std::vector<Reached> all = until.reached();
  const auto needed = [](const Reached& each) {
    return std::isnan(each.needed) ? std::numeric_limits<double>::infinity() : each.needed;
  };
  const auto widest = std::ranges::max_element(all, {}, needed);
  if (widest == all.end() || std::isnan(widest->needed)) return {};
  return fmt::format("{} ± {}", widest->asked.kpi.text(),
                     half_width_text(widest->asked, half_width_of(*widest)).in(language));
}

std::string precision_text(StoppingRule& until, const RunOutcome& outcome, Language language) {
  const bool enough = until.enough(outcome.replications);
  LocalizedText line =
      outcome.was_enough
          ? message("\nPrecise enough already, nothing was added: {0} replications.\n",
                    outcome.replications)
      : enough ? message("\nPrecise enough after {0} replications.\n", outcome.replications)
               : message(
                     "\nNot precise enough after {0} replications, the most that were allowed "
                     "(--at-most).\n",
                     outcome.replications);
  std::string text = line.in(language);
  double needed = 0;
  for (const Reached& each : until.reached()) {
    text += message("  {0}: 95% interval of the mean ± {1}, asked ± {2}\n", each.asked.kpi.text(),
                    half_width_text(each.asked, half_width_of(each)),
                    half_width_text(each.asked, each.asked.half_width))
                .in(language);
    needed = std::max(needed, each.needed);  // max() keeps the left one when the right one is NaN
  }
  if (!enough && needed > outcome.replications)
    text += message(
                "  It would take roughly {0} replications: `doorstroom run --extend` goes on from "
                "these.\n",
                grouped(needed, 0))
                .in(language);
  return text;
}

}  // namespace doorstroom
