// Interventions at random: effects, and roles.

#include "tests/support/scenario_writer.hpp"

namespace doorstroom::writing {

Text ScenarioWriter::effect() {
  const auto any = [&](const std::vector<Text>& paths) {
    return paths[static_cast<std::size_t>(below(static_cast<int>(paths.size())))];
  };
  const Text factor = "factor: " + one_of({"0", "0.5", "0.9", "1.5", "3"});
  switch (below(6)) {
    case 0:
      return fmt::format("change: {}, {}", any(shares_),
                         chance(50) ? factor : one_of({"add: 30%", "add: -20%", "set: 25%"}));
    case 1:
      return fmt::format("change: {}, {}", any(durations_),
                         chance(50)
                             ? factor
                             : one_of({"add: 2 weeks", "add: -1 week", "set: 3 days", "set: 0 days",
                                       "set: {exponential: {mean: 9 days}}"}));
    case 2:
      if (counts_.empty()) return "change: \"**.routes.*.delay\", " + factor;
      return fmt::format("change: {}, {}", any(counts_), factor);
    case 3:
      if (hazards_.empty()) return "change: \"**.routes.*.delay\", " + factor;
      return fmt::format("change: {}, {}", any(hazards_), factor);
    case 4:
      if (inflows_.empty() || chance(50))
        return fmt::format("change: {}, {}", any(shares_), factor);
      return fmt::format("change: {}, factor: {}", any(inflows_),
                         one_of({"0", "0.4", "0.8", "1.5", "2.6"}));
    default:
      if (amounts_.empty()) return "change: \"**.routes.*.delay\", " + factor;
      return fmt::format("change: {}, factor: {}", any(amounts_), one_of({"0.5", "0.9", "1.5"}));
  }
}

Text ScenarioWriter::later(int i) {
  return i + 1 >= nodes_ || chance(30) ? exit_id() : node_id(between(i + 1, nodes_ - 1));
}

Text ScenarioWriter::divert() {
  return more([&]() -> Text {
    if (!diverts_ || routes_.empty() || !chance(60)) return "";
    const auto& [path, i] =
        routes_[static_cast<std::size_t>(below(static_cast<int>(routes_.size())))];
    return fmt::format("      elsewhere: {{divert: {}, from: {}, to: {}}}\n", percent(10, 100),
                       path, later(i));
  });
}

Text ScenarioWriter::single_desk() {
  return more([&]() -> Text {
    if (!joins_ || !chance(60)) return "";
    Text joined;
    int desks = 0;
    for (const auto& [id, closed] : staffed_)
      if (closed == staffed_.front().second) {
        joined += (desks == 0 ? "" : ", ") + id;
        ++desks;
      }
    if (desks < 2) return "";
    joins_ = false;
    return fmt::format("    single_desk: {{joins: [{}], work: {}, inflow: {}}}\n", joined,
                       one_of({"1", "0.5", "0.85"}), one_of({"1", "1.05", "1.5"}));
  });
}

Text ScenarioWriter::casework() {
  return more([&]() -> Text {
    if (!directs_ || !chance(60)) return "";
    Text placed;
    Text made;
    for (const Text& id : limited_) {
      if (chance(70)) placed += (placed.empty() ? "" : ", ") + id;
      if (chance(40))
        made += fmt::format("{}{}: {} per year", made.empty() ? "" : ", ", id, between(1, 6));
    }
    return fmt::format(
        "    casework: {{fte: {}, hours: 730.5 hours per year, per_case: {} hours, every: {}, "
        "picks: {}, may_place_in: [{}], makes: {{{}}}, else_back_at_school: {}}}\n",
        one_of({"0.3", "1", "2.5"}), between(2, 12), one_of({"1 week", "10 days", "1 month"}),
        one_of({"longest_waiting", "absent_first", "most_severe"}), placed, made, percent(0, 60));
  });
}

Text ScenarioWriter::steering() {
  return more([&]() -> Text {
    if (!steers_ || limited_.empty() || !chance(60)) return "";
    const auto one = [&] {
      return limited_[static_cast<std::size_t>(below(static_cast<int>(limited_.size())))];
    };
    const Text watches = node_id(below(nodes_));
    Text text = "    steering: {decides_on: " +
                one_of({"[05-01, 10-01]", "[02-01, 08-01]", "[09-15, 12-15, 03-15, 06-15]"});
    const int figure = below(9);
    constexpr const char* figures[] = {"wait_mean",          "wait_p50",      "wait_p90",
                                       "entered_within_6w",  "still_waiting", "occupied_mean",
                                       "entered_within_10w", "waiting_mean",  "utilisation"};
    const Text when = figure < 3                   ? one_of({"> 3 days", ">= 2 weeks", "< 10 days"})
                      : figure == 3 || figure == 6 ? one_of({"< 80.1%", "> 40.3%"})
                      : figure == 8                ? one_of({"> 70.1%", "< 95.3%"})
                                                   : one_of({"> 1.37", "< 2.13"});
    text += fmt::format(", watches: {}.{}, over: {}, when: \"{}\", after: {}", watches,
                        figures[figure], one_of({"6 months", "30 days", "1 year"}), when,
                        one_of({"0 days", "6 weeks", "6 months"}));
    if (chance(70)) text += fmt::format(", opens: {{{}: {}}}", one(), between(1, 5));
    if (chance(30)) text += fmt::format(", at_most: {}", between(1, 8));
    if (limited_.size() > 1 && chance(40))
      text += fmt::format(", moves: {{from: {}, to: {}, count: {}}}", limited_.front(),
                          limited_.back(), between(1, 4));
    return text + fmt::format(", closes: {{{}: {}}}}}\n", one(), between(0, 2));
  });
}

/// One unit of an arrangement that has two at least, or places of one without units.
Text ScenarioWriter::stops() {
  return more([&]() -> Text {
    const bool some_places = !undivided_.empty() && chance(40);
    std::vector<Text>& nodes = some_places ? undivided_ : sites_;
    if (!stops_ || nodes.empty() || !chance(70)) return "";
    const Text node = nodes.back();
    nodes.pop_back();
    return fmt::format("    stops: {{node: {}, {}, on: {}, notice: {}, youths: {}}}\n", node,
                       some_places ? one_of({"places: 1", "places: 2", "places: 5"})
                                   : one_of({"units: 1", "units: [0]", "units: [1]"}),
                       one_of({"2026-09-01", "2026-10-26", "2027-01-01", "2027-08-01"}),
                       one_of({"0 days", "2 weeks", "3 months"}),
                       one_of({"move", "move", "finish"}));
  });
}

Text ScenarioWriter::interventions() {
  const int wanted = between(0, 3);
  if (wanted == 0 || shares_.empty() || durations_.empty()) return "";
  Text text = "interventions:\n";
  for (int i = 0; i < wanted; ++i) {
    text += fmt::format("  i{}:\n    from: {}\n", i,
                        one_of({"2026-05-01", "2026-08-01", "2026-09-01", "2026-10-08",
                                "2027-01-01", "2027-02-01", "2027-08-01", "2028-01-15"}));
    text += more([&]() -> Text {
      if (!funders_.contains("gemeente") || !chance(30)) return "";
      return "    cost: {amount: 5000 EUR per year, paid_by: gemeente}\n";
    });
    if (chance(50)) text += "    ramp: " + one_of({"1 month", "6 weeks", "1 year"}) + "\n";
    if (chance(50)) {
      text += "    until: " + one_of({"2028-02-01", "2028-03-10"}) + "\n";
      if (chance(50)) text += "    afterwards: {keeps: 50%, fades_over: 2 months}\n";
    }
    text += single_desk() + casework() + steering() + stops();
    text += "    effects:\n";
    for (int k = between(1, 3); k > 0; --k) text += fmt::format("      e{}: {{{}}}\n", k, effect());
    text += divert();
  }
  return text;
}

}  // namespace doorstroom::writing
