// Sources, desks, arrangements, exits, and what goes with them, at random.

#include "tests/support/scenario_writer.hpp"

namespace doorstroom::writing {

Text ScenarioWriter::condition() {
  const Text of_attribute = more([&]() -> Text {
    if (!attributes_ || !chance(40)) return "";
    return one_of({"{gemeente: [leiden]}", "{gemeente: [katwijk, noordwijk], severity: [light]}",
                   "{swv: [coast]}", "{swv: [town], gemeente: [katwijk]}"});
  });
  if (!of_attribute.empty()) return of_attribute;
  switch (below(subregions_ ? 3 : 2)) {
    case 0:
      return fmt::format("{{age: {{from: {} years, to: {} years}}}}", between(4, 9),
                         between(10, 16));
    case 1:
      return one_of({"{severity: [light, middle]}", "{severity: [complex]}",
                     "{age: {from: 8 years}, severity: [middle, complex]}"});
    default:
      return one_of({"{subregion: [north]}", "{subregion: [south]}"});
  }
}

Text ScenarioWriter::target(int i, bool may_go_back) {
  const Text choice = more([&] {
    for (const Pick& pick : picks_)
      if ((may_go_back || pick.among.front() > i) && chance(40)) return pick.id;
    return Text();
  });
  if (!choice.empty()) return choice;
  if (may_go_back && chance(25)) return node_id(below(nodes_));
  if (i + 1 >= nodes_ || chance(15)) return exit_id();
  return node_id(between(i + 1, nodes_ - 1));
}

Text ScenarioWriter::table(int i, bool may_go_back, const Text& path, bool of_desk) {
  std::vector<Text> targets;
  for (int wanted = between(1, 3); wanted > 0; --wanted) {
    const Text to = target(i, may_go_back);
    bool known = to == "away";
    for (const Text& other : targets) known = known || other == to;
    if (!known) targets.push_back(to);
  }
  const bool has_rest = !chance(25);
  int left = 100;
  Text text = "{";
  for (const Text& to : targets) {
    const bool is_exit = to == "school";
    const int share = between(0, left - 1);
    left -= share;
    const Text route_path = fmt::format("{}.routes.{}", path, to);
    Text route = "share: " + noted_share(route_path + ".share", fmt::format("{}%", share));
    if (!is_exit && chance(60))
      route += ", delay: " + noted_days(route_path + ".delay", days_or_none());
    if (is_exit && chance(20))
      route += ", delay: " + noted_days(route_path + ".delay", some_days());
    if (of_desk && !is_exit && chance(60))
      route += ", bounce: " + noted_share(route_path + ".bounce", percent(0, 70));
    if (of_desk && !is_exit && chance(40))
      route += ", rework: " + noted_share(route_path + ".rework", percent(0, 100));
    if (chance(20) && (has_rest || !is_exit)) route += ", if: " + route_condition();
    if (!is_exit) route += also_on_route();
    text += fmt::format("{}: {{{}}}, ", to, route);
    shares_.push_back(route_path + ".share");
    routes_.emplace_back(route_path, i);
    if (!is_exit) durations_.push_back(route_path + ".delay");
    if (!is_exit && of_desk) shares_.push_back(route_path + ".bounce");
  }
  return text + (has_rest ? Text("away: rest}") : fmt::format("away: {}%}}", left));
}

Text ScenarioWriter::routes(int i, bool may_go_back, const Text& path, bool of_desk) {
  if (!chance(25)) return table(i, may_go_back, path, of_desk);
  const std::size_t noted_before = plain_.size();
  const Text first = table(i, may_go_back, path, of_desk);
  const Text branches = fmt::format("[{{if: {}, to: {}}}, {{to: {}}}]", route_condition(), first,
                                    table(i, may_go_back, path, of_desk));
  plain_.resize(noted_before);  // one path may now stand for two values
  return branches;
}

Text ScenarioWriter::waiting(int i, const Text& path) {
  Text text;
  if (chance(50)) {
    text += "at_home: " + noted_share(path + ".waiting.at_home", percent(0, 100)) + ", ";
    shares_.push_back(path + ".waiting.at_home");
  }
  if (chance(50)) {
    text += "stays_home_after: " + noted_days(path + ".waiting.stays_home_after", days_or_none()) +
            ", ";
    durations_.push_back(path + ".waiting.stays_home_after");
  }
  if (chance(50)) {
    const Text patience = chance(10) ? "0 days" : days();
    text += fmt::format("leaves_after: {}, leaves_to: {}, ",
                        noted_days(path + ".waiting.leaves_after", patience), target(i, false));
    durations_.push_back(path + ".waiting.leaves_after");
  }
  text += more([&]() -> Text {
    if (!worsens_ || !chance(60)) return "";
    hazards_.push_back(path + ".waiting.worsens");
    return fmt::format("worsens: {} per month, ", percent(0, 50));
  });
  return "{" + text.substr(0, text.size() - (text.empty() ? 0 : 2)) + "}";
}

/// How the attributes are spread; of some sources youths have none.
Text ScenarioWriter::mixes() {
  return more([&]() -> Text {
    if (!attributes_ || chance(20)) return "";
    return "    gemeente: " +
           one_of({"{leiden: 60%, katwijk: 40%}", "{noordwijk: 100%}",
                   "{katwijk: 30%, noordwijk: 30%, leiden: rest}"}) +
           "\n    swv: " +
           one_of({"{town: 50%, coast: 50%}",
                   "{by: gemeente, leiden: {town: 100%}, katwijk: {coast: 90%, town: 10%}, "
                   "noordwijk: {coast: rest}}"}) +
           "\n";
  });
}

Text ScenarioWriter::arrivals() {
  Text text;
  for (int i = between(1, 40); i > 0; --i)
    text += fmt::format("{}2026-{:02}-{}", text.empty() ? "" : ", ", between(8, 10),
                        one_of({"01", "08", "15"}));
  return text;
}

Text ScenarioWriter::source(const Text& id) {
  const Text path = "sources." + id;
  Text text = "  " + id + ":\n";
  if (chance(50) || start_ > "2026-08-01") {
    const Text rate = noted(path + ".per_year", fmt::format("{}", between(10, 120)), "0");
    text += "    per_year: " + rate + "\n";
    if (chance(40)) text += "    growth: 15% per year\n";
    if (chance(40)) text += "    months: {aug: 0.3, sep: 1.5, feb: 0}\n";
    text +=
        more([&] { return chance(25) ? fmt::format("    batch: {}\n", between(1, 4)) : Text(); });
    inflows_.push_back(path + ".per_year");
  } else {
    text += "    arrivals: [" + arrivals() + "]\n";
  }
  text += fmt::format("    age: {}\n", one_of({"{uniform: {from: 4 years, to: 16 years}}",
                                               "{triangular: {from: 4 years, mode: 6 years, to: "
                                               "18 years}}",
                                               "9.3 years"}));
  if (chance(60)) text += "    severity: {light: 50%, middle: 30%, complex: 20%}\n";
  if (subregions_) text += "    subregion: {north: 40%, south: 60%}\n";
  text += mixes();
  if (chance(60)) {
    text += "    absent: " + noted_share(path + ".absent", percent(0, 100)) + "\n";
    shares_.push_back(path + ".absent");
  }
  text += also();
  if (!chance(40)) return text + "    to: " + node_id(below(desks_)) + "\n";  // desks admit all
  return text + "    routes: " + routes(-1, false, path) + "\n";
}

/// @param arrangement  whose sites they are; of teams: none
/// @param may_share    whether youths may take a place at another unit
Text ScenarioWriter::units(const Text& arrangement, bool may_share) {
  return more([&]() -> Text {
    if (!units_ || !chance(60)) return "";
    const bool by_gemeente = attributes_ && chance(40);
    const bool by_subregion = !by_gemeente && subregions_ && chance(50);
    const bool by_value = by_gemeente || by_subregion;
    const Text units = by_gemeente ? one_of({"{leiden: 2, katwijk: 1}", "{noordwijk: 3}",
                                             "{leiden: 1, katwijk: 2, noordwijk: 1}"})
                       : by_subregion
                           ? one_of({"{north: 2, south: 1}", "{south: 3}", "{north: 1, south: 2}"})
                           : fmt::format("{}", between(2, 4));
    const Text in_full = by_gemeente    ? "by: gemeente, of: " + units
                         : by_subregion ? "by: subregion, of: " + units
                                        : "count: " + units;
    if (!by_value && !arrangement.empty()) sites_.push_back(arrangement);
    return !elsewhere_ || !may_share
               ? "    units: " + (by_gemeente ? "{" + in_full + "}" : units) + "\n"
               : fmt::format("    units: {{{}, elsewhere: {{share: {}, after: {}}}}}\n", in_full,
                             percent(20, 100), one_of({"0 days", "0 days", "3 days", "20 days"}));
  });
}

Text ScenarioWriter::closed() {
  return more([&]() -> Text {
    if (!closes_ || !chance(60)) return "";
    return "    closed: " +
           one_of({"[{from: 07-15, to: 08-25}]",
                   "[{from: 12-20, to: 01-05}, {from: 10-01, to: 10-15}]",
                   "[{from: 08-01, to: 09-01}]"}) +
           "\n";
  });
}

Text ScenarioWriter::returns() {
  return more([&]() -> Text {
    if (!returns_ || !chance(60)) return "";
    return fmt::format(", returns: {{share: {}, after: {}, to: {}}}", percent(0, 60), some_days(),
                       node_id(below(nodes_)));
  });
}

Text ScenarioWriter::cost(bool of_desk, bool unlimited) {
  return more([&]() -> Text {
    if (!budgets_ || !chance(70)) return "";
    const Text payers = one_of({"gemeente", "swv", "{gemeente: 60%, swv: 40%}"});
    for (const char* const funder : {"gemeente", "swv"})
      if (payers.find(funder) != Text::npos) funders_.insert(funder);
    const Text price =
        of_desk && unlimited ? "per_case: 300 EUR"
        : of_desk   ? one_of({"per_hour: 50 EUR", "per_case: 300 EUR", "per_fte: 7305 EUR per year",
                              "per_fte: 3000 EUR per year, per_hour: 20 EUR",
                              "per_hour: 20.5 EUR, per_case: 100 EUR"})
        : unlimited ? one_of({"per_day_used: 10 EUR", "per_stay: 500 EUR"})
                    : one_of({"per_place: 3652.5 EUR per year", "per_day_used: 10 EUR",
                              "per_place: 3000 EUR per year, per_day_used: 4.5 EUR"});
    return fmt::format("    cost: {{{}, paid_by: {}}}\n", price, payers);
  });
}

Text ScenarioWriter::budgets() {
  if (funders_.empty()) return "";
  Text text = "budgets:\n";
  return more([&] {
    for (const Text& funder : funders_)
      text += fmt::format("  {}: {{amount: {} EUR per year}}\n", funder, between(1, 40) * 1000);
    return text;
  });
}

Text ScenarioWriter::choices() {
  Text text;
  for (const Pick& pick : picks_) {
    Text ids;
    for (const int i : pick.among) ids += (ids.empty() ? "" : ", ") + node_id(i);
    text += fmt::format("  {}: {{{}: [{}]}}\n", pick.id,
                        pick.first_free ? "first_free" : "shortest_list", ids);
  }
  return text.empty() ? "" : "choices:\n" + text;
}

Text ScenarioWriter::desk(int i) {
  const Text path = "desks." + node_id(i);
  Text text = "  " + node_id(i) + ":\n";
  const bool unlimited = chance(25);
  if (unlimited) {
    text +=
        "    staff: unlimited\n    takes: " + noted_days(path + ".takes", days_or_none()) + "\n";
  } else {
    const Text staff = one_of({"1 fte", "0.5 fte", "2.4 fte", "1.2 fte", "3 fte", "0.8 fte"});
    text += "    staff: " + staff + "\n";
    if (chance(30))
      text += "    growth: 30% per year\n";
    else
      noted(path + ".staff", staff, "0 fte");
    // 2 hours are a day of one worker, so that work ends on whole days, too.
    text += "    hours: " + noted(path + ".hours", "730.5 hours per year", "0 hours per year");
    text += "\n    work: " +
            noted(path + ".work",
                  one_of({"2 hours", "4 hours", "14 hours", "0 hours",
                          "{gamma: {mean: 20 hours, cv: 0.6}}", "{exponential: {mean: 10 hours}}"}),
                  "0 hours");
    if (chance(50)) text += "\n    takes: " + noted_days(path + ".takes", days_or_none());
    text += "\n";
    if (chance(40)) text += "    order: severity\n";
    text += units("", !joins_);
    counts_.push_back(path + ".staff");
    amounts_.push_back(path + ".hours");
    amounts_.push_back(path + ".work");
  }
  const Text closes = closed();
  text += more([&] { return !joins_ && chance(20) ? limit(i) : ""; });
  if (!unlimited) staffed_.emplace_back(node_id(i), closes);
  text += closes + cost(true, unlimited) + also();
  durations_.push_back(path + ".takes");
  text += "    waiting: " + waiting(i, path) + "\n";
  return text + "    routes: " + routes(i, false, path, true) + "\n";
}

Text ScenarioWriter::arrangement(int i) {
  const Text path = "arrangements." + node_id(i);
  Text text = "  " + node_id(i) + ":\n";
  text += "    education: " + one_of({"full", "part", "none", "exempt", "unchanged", "40%"}) + "\n";
  const bool unlimited = chance(15);
  if (unlimited) {
    text += "    places: unlimited\n";
  } else {
    const Text places = count_over_time(chance(50) ? 3 : 12);
    text += "    places: " + places + "\n";
    if (chance(30))
      text += "    growth: 20% per year\n";
    else if (places.front() != '[')
      noted(path + ".places", places, "0");
    counts_.push_back(path + ".places");
    limited_.push_back(node_id(i));
    const Text sites = units(node_id(i), true);
    const bool has_many = places.front() != '[' && std::stoi(places) > 7;
    if (sites.empty() && has_many) undivided_.push_back(node_id(i));
    text += sites;
  }
  text += more([&] { return how_to_enter(i); });
  text += cost(false, unlimited) + also();
  const bool no_stay = chance(12);
  const std::size_t noted_before = plain_.size();
  const Text alike = no_stay ? "0 days" : noted_days(path + ".stay", days(50));
  const Text apart = more([&] { return !no_stay && chance(20) ? stay_by_youth() : ""; });
  if (!apart.empty()) plain_.resize(noted_before);
  text += "    stay: " + (apart.empty() ? alike : apart) + "\n";
  if (!no_stay) amounts_.push_back(path + (apart.empty() ? ".stay" : ".stay.*"));
  if (chance(50)) text += "    order: " + one_of({"severity", "longest_absent"}) + "\n";
  if (chance(40)) text += "    admits: " + condition() + "\n";
  text += "    waiting: " + waiting(i, path) + "\n";
  return text + "    routes: " + routes(i, !no_stay, path) + "\n";
}

Text ScenarioWriter::stay_by_youth() {
  const Text severity =
      one_of({"{by: severity, light: 20 days, rest: {exponential: {mean: 40 days}}}",
              "{by: severity, light: 5 days, middle: {gamma: {mean: 30 days, cv: 0.6}}, complex: "
              "80 days}"});
  const Text subregion =
      one_of({"{by: subregion, north: 10 days, south: {exponential: {mean: 30 days}}}",
              "{by: subregion, south: {gamma: {mean: 20 days, cv: 0.6}}, rest: 61 days}"});
  return subregions_ && chance(50) ? subregion : severity;
}

Text ScenarioWriter::how_to_enter(int i) {
  Text text;
  if (dates_ && chance(50))
    text += "    starts: " +
            one_of({"{08-01: all, 10-26: 2, 01-04: 1}", "{09-01: 5, 02-01: all}",
                    "{08-15: 1, 09-01: 1, 10-08: 1, 11-01: 1, 01-01: 2, 05-01: "
                    "all}"}) +
            "\n";
  if (text.empty()) text += closed();
  if (limits_ && chance(60)) text += limit(i);
  if (holds_ && chance(60)) text += "    holds_place: true\n";
  if (ages_ && chance(40)) text += fmt::format("    until_age: {} years\n", between(5, 16));
  if (all_leave_ && chance(30)) {
    const int age = between(8, 20);
    leaves_at_ = std::min(leaves_at_, age);
    text += fmt::format("    leaves_at: {} years\n", age);
  }
  return text;
}

Text ScenarioWriter::limit(int i) {
  return fmt::format("    limit: {}\n    when_full: {}\n", between(0, 4), later(i));
}

Text ScenarioWriter::absence() {
  const Text opens = more([&]() -> Text {
    if (!cases_) return "";
    amounts_.emplace_back("absence.case.after");
    return fmt::format("  case: {{desk: {}, after: {}, share: {}, back_to_school: {}}}\n",
                       node_id(below(desks_)), one_of({"0 days", "5 days", "17 days", "45 days"}),
                       percent(20, 100), percent(0, 100));
  });
  if (!chance(75)) return opens.empty() ? "" : "absence:\n" + opens;
  Text text = "absence:\n" + opens;
  text += fmt::format("  back_to_school: {} per month\n", percent(0, 80));
  hazards_.push_back("absence.back_to_school");
  if (chance(60)) {
    const Text to = node_id(below(nodes_));
    text += fmt::format("  leaves: {{{}: {} per month, away: {} per month}}\n", to, percent(0, 20),
                        percent(0, 10));
    hazards_.push_back("absence.leaves." + to);
  }
  return text;
}

Text ScenarioWriter::clocks() {
  return more([&]() -> Text {
    if (!clocks_) return "";
    Text text = "clocks:\n";
    for (int i = between(1, 3); i > 0; --i) {
      const int from = below(nodes_);
      const int stop = between(desks_, nodes_ - 1);
      const Text node = node_id(from);
      text += fmt::format("  k{}:\n    starts: {}\n", i,
                          one_of({"{asks: " + node + "}", "{enters: " + node + "}",
                                  "{absent: 0 days}", "{absent: 2 weeks}"}));
      text += "    stops: " +
              one_of({"{decided: " + node_id(below(desks_)) + "}",
                      stop == from ? Text("{enters: [school]}")
                                   : fmt::format("{{enters: [{}, school]}}", node_id(stop)),
                      "{attends: true}"}) +
              "\n    within: " + some_days() + "\n";
      if (chance(40)) text += "    extension: {share: 30%, by: 1 week}\n";
      if (chance(40))
        text += "    paused: {share: 40%, for: {uniform: {from: 1 week, to: 5 weeks}}}\n";
      if (chance(40)) text += "    then: " + node_id(below(nodes_)) + "\n";
    }
    return text;
  });
}

}  // namespace doorstroom::writing
