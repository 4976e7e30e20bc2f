#include "app/precision_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "models/messages/said.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

/// A half-width in the unit that the summary uses for the figure.
std::string half_width_text(const Precision& asked, double half_width, Language language) {
  const Interval about{0, -asked.half_width, asked.half_width};
  return NumberText::of_difference(asked.kpi.definition().units, about, language).value(half_width);
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
                     half_width_text(widest->asked, half_width_of(*widest), language));
}

std::string precision_text(StoppingRule& until, const RunOutcome& outcome, Language language) {
  const bool enough = until.enough(outcome.replications);
  Text told = outcome.was_enough
                  ? say("\nPrecise enough already, nothing was added: {} replications.\n",
                        outcome.replications)
              : enough ? say("\nPrecise enough after {} replications.\n", outcome.replications)
                       : say("\nNot precise enough after {} replications, the most that were "
                             "allowed (--at-most).\n",
                             outcome.replications);
  std::string text = told.in(language);
  double needed = 0;
  for (const Reached& each : until.reached()) {
    text += say("  {}: 95% interval of the mean ± {}, asked ± {}\n", each.asked.kpi.text(),
                half_width_text(each.asked, half_width_of(each), language),
                half_width_text(each.asked, each.asked.half_width, language))
                .in(language);
    needed = std::max(needed, each.needed);  // max() keeps the left one when the right one is NaN
  }
  if (!enough && needed > outcome.replications)
    text += say("  It would take roughly {} replications: `doorstroom run --extend` goes on from "
                "these.\n",
                grouped(needed, 0, language))
                .in(language);
  return text;
}

}  // namespace doorstroom
