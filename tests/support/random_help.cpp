// Help beside the way of youths, at random.

#include "tests/support/scenario_writer.hpp"

namespace doorstroom::writing {

Text ScenarioWriter::route_condition() {
  const Text asks = more([&]() -> Text {
    if (!beside_ || !chance(40)) return "";
    return one_of({"{beside: [b1]}", "{beside: [b0, b1], severity: [light, middle]}",
                   "{had: [b0], within: 30 days}", "{had: [b0, b1], within: 2 weeks}"});
  });
  return asks.empty() ? condition() : asks;
}

/// Who asks for help beside the way.
Text ScenarioWriter::also() {
  return more([&]() -> Text {
    if (!beside_ || !chance(60)) return "";
    const Text of_desk = fmt::format("b0: {{share: {}, delay: {}}}", percent(0, 100), days());
    const Text of_arrangement = fmt::format("b1: {}", percent(20, 100));
    return fmt::format("    also: {}\n",
                       one_of({"b1", "b0", "{" + of_desk + "}", "{" + of_arrangement + "}",
                               "{" + of_arrangement + ", " + of_desk + "}"}));
  });
}

/// Who asks for it on entry by a route.
Text ScenarioWriter::also_on_route() {
  return more([&]() -> Text {
    if (!beside_ || !chance(25)) return "";
    if (chance(50)) return fmt::format(", also: {{b1: {}}}", percent(20, 100));
    return fmt::format(", also: {{b0: {{share: {}, delay: {}}}}}", percent(0, 100), days());
  });
}

Text ScenarioWriter::help_desk() {
  if (!beside_) return "";
  return more([&] {
    Text text = "  b0:\n    beside: true\n";
    const bool unlimited = chance(40);
    if (unlimited)
      text += "    staff: unlimited\n    takes: " + days_or_none() + "\n";
    else
      text += "    staff: " + one_of({"1 fte", "0.5 fte", "3 fte"}) +
              "\n    hours: 730.5 hours per year\n    work: " +
              one_of({"2 hours", "14 hours", "{exponential: {mean: 10 hours}}"}) + "\n" +
              units("", false);
    if (chance(50)) text += "    ends_with_main: true\n";
    if (chance(50)) text += "    order: severity\n";
    if (chance(50)) text += "    waiting: {leaves_after: " + days() + "}\n";
    if (chance(60)) text += "    helps: {worsens: 3, patience: 0.5}\n";
    return text + closed() + cost(true, unlimited);
  });
}

Text ScenarioWriter::help_arrangement() {
  if (!beside_) return "";
  return more([&] {
    Text text = fmt::format("  b1:\n    beside: true\n    places: {}\n    stay: {}\n",
                            count_over_time(4), days());
    if (chance(50)) text += "    ends_with_main: true\n";
    if (chance(50)) text += "    order: " + one_of({"severity", "longest_absent"}) + "\n";
    if (chance(50)) text += "    waiting: {leaves_after: " + days() + "}\n";
    if (chance(40)) text += "    admits: " + condition() + "\n";
    if (chance(30)) text += "    starts: {08-15: 1, 09-01: 2, 10-08: 1, 11-01: 1, 02-01: all}\n";
    if (chance(30)) text += "    until_age: 12 years\n";
    if (chance(70))
      text += "    helps: {worsens: " + one_of({"0", "0.5", "1"}) + ", patience: 1.5, stay: 0.9}\n";
    return text + units("", false) + cost(false, false);
  });
}

}  // namespace doorstroom::writing
