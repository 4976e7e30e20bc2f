#include "tests/support/random_scenario.hpp"

#include <fmt/format.h>

#include <functional>
#include <initializer_list>
#include <random>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace doorstroom {
namespace {

using Text = std::string;
using Words = std::initializer_list<std::string_view>;

class Writer {
 public:
  /// @param more  by which further rules are chosen; without, there are none
  Writer(const Choices& choose, const Choices* more, Text name)
      : choose_(&choose), more_(more), name_(std::move(name)) {}

  RandomScenario write(AtStart at_start) {
    plan();
    Text text = head() + defaults();
    text += "sources:\n";
    for (int i = 0; i < sources_; ++i) text += source(fmt::format("s{}", i));
    text += "desks:\n";
    for (int i = 0; i < desks_; ++i) text += desk(i);
    text += "arrangements:\n";
    for (int i = desks_; i < nodes_; ++i) text += arrangement(i);
    text += "exits:\n  school: {education: full" + returns() + "}\n";
    text += "  away: {education: unchanged" + returns() + "}\n";
    text += choices();
    text += absence();
    text += clocks();
    text += budgets();
    if (at_start == AtStart::some) text += today();
    text += interventions();
    return {std::move(text), std::move(plain_)};
  }

 private:
  // --- Chance ---
  int below(int bound) {
    return static_cast<int>((*choose_)() % static_cast<std::uint64_t>(bound));
  }
  int between(int from, int to) { return from + below(to - from + 1); }
  bool chance(int percent) { return below(100) >= 100 - percent; }
  Text one_of(Words words) { return Text(words.begin()[below(static_cast<int>(words.size()))]); }

  /// What is said of further rules, by choices of their own: those of the other rules stay the
  /// same.
  template <class Say>
  Text more(Say say) {
    if (!more_) return "";
    const Choices* const others = std::exchange(choose_, more_);
    Text text = say();
    choose_ = others;
    return text;
  }
  /// Whether a further rule holds in this scenario.
  bool more_rules(int percent) {
    return !more([&] { return chance(percent) ? "yes" : ""; }).empty();
  }

  // --- Quantities ---
  Text some_days() {
    return one_of({"1 day", "2 days", "1 week", "2 weeks", "30 days", "61 days"});
  }
  Text days(int constant_percent = 60) {
    if (!chance(100 - constant_percent)) return some_days();
    switch (below(6)) {
      case 0:
        return fmt::format("{{exponential: {{mean: {} days}}}}", between(3, 90));
      case 1:
        return fmt::format("{{lognormal: {{median: {} days, sigma: 0.7}}}}", between(3, 90));
      case 2:
        return fmt::format("{{gamma: {{mean: {} days, cv: 0.6}}}}", between(3, 90));
      case 3:
        return fmt::format("{{uniform: {{from: {} days, to: 60 days}}}}", between(0, 30));
      case 4:
        return fmt::format("{{weibull: {{scale: {} days, shape: 1.4}}}}", between(3, 90));
      default:
        return "{empirical: {values: [1 day, 3 days, 10 days], weights: [5, 3, 2]}}";
    }
  }
  Text days_or_none() { return chance(35) ? "0 days" : days(); }
  Text percent(int from, int to) { return fmt::format("{}%", between(from, to)); }

  /// The value, once it is noted as one that interventions may change.
  Text noted(const Text& path, Text value, const Text& nothing) {
    plain_.push_back({path, value, nothing});
    return value;
  }
  Text noted_days(const Text& path, Text value) { return noted(path, std::move(value), "0 days"); }
  Text noted_share(const Text& path, Text value) { return noted(path, std::move(value), "0%"); }

  Text count_over_time(int most) {
    if (!chance(40)) return fmt::format("{}", between(most > 3 ? 1 : 0, most));
    return fmt::format(
        "[{{from: {}, count: {}}}, {{from: {}, count: {}}}]",
        one_of({"2026-05-01", "2026-08-01", "2026-08-15", "2026-09-01"}), between(0, most),
        one_of({"2026-10-26", "2027-01-01", "2027-02-01", "2027-08-01"}), between(0, most));
  }

  // --- Parts that many nodes have ---
  Text node_id(int i) { return i < desks_ ? fmt::format("d{}", i) : fmt::format("a{}", i); }
  Text exit_id() { return one_of({"school", "away"}); }

  Text condition() {
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

  /// Where one may go from node i: onwards, and sometimes back where that takes time.
  Text target(int i, bool may_go_back) {
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

  /// @param path  where the routes stand, for interventions
  Text table(int i, bool may_go_back, const Text& path, bool of_desk) {
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
      if (chance(20) && (has_rest || !is_exit)) route += ", if: " + condition();
      text += fmt::format("{}: {{{}}}, ", to, route);
      shares_.push_back(route_path + ".share");
      routes_.emplace_back(route_path, i);
      if (!is_exit) durations_.push_back(route_path + ".delay");
      if (!is_exit && of_desk) shares_.push_back(route_path + ".bounce");
    }
    return text + (has_rest ? Text("away: rest}") : fmt::format("away: {}%}}", left));
  }

  Text routes(int i, bool may_go_back, const Text& path, bool of_desk = false) {
    if (!chance(25)) return table(i, may_go_back, path, of_desk);
    const std::size_t noted_before = plain_.size();
    const Text first = table(i, may_go_back, path, of_desk);
    const Text branches = fmt::format("[{{if: {}, to: {}}}, {{to: {}}}]", condition(), first,
                                      table(i, may_go_back, path, of_desk));
    plain_.resize(noted_before);  // one path may now stand for two values
    return branches;
  }

  Text waiting(int i, const Text& path) {
    Text text;
    if (chance(50)) {
      text += "at_home: " + noted_share(path + ".waiting.at_home", percent(0, 100)) + ", ";
      shares_.push_back(path + ".waiting.at_home");
    }
    if (chance(50)) {
      text +=
          "stays_home_after: " + noted_days(path + ".waiting.stays_home_after", days_or_none()) +
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

  // --- The scenario ---
  void plan() {
    sources_ = between(1, 3);
    desks_ = between(1, 3);
    nodes_ = desks_ + between(1, 3);
    subregions_ = chance(40);
    plan_more();
    start_ = one_of({"2026-08-01", "2026-03-15", "2026-12-31"});
  }

  void plan_more() {
    units_ = more_rules(40);
    dates_ = more_rules(30);
    closes_ = more_rules(30);
    limits_ = more_rules(40);
    holds_ = more_rules(40);
    scales_ = more_rules(40);
    worsens_ = more_rules(40);
    ages_ = more_rules(40);
    returns_ = more_rules(30);
    clocks_ = more_rules(40);
    cases_ = more_rules(40);
    diverts_ = more_rules(40);
    budgets_ = more_rules(30);
    joins_ = more_rules(50);
    directs_ = more_rules(30);
    steers_ = more_rules(30);
    if (nodes_ - desks_ < 2 || !more_rules(40)) return;
    more([&] {
      for (const char* const id : {"c0", "c1"}) {
        Pick pick{id, chance(60), {}};
        for (int i = desks_; i < nodes_; ++i)
          if (chance(70)) pick.among.push_back(i);
        if (pick.among.size() >= 2) picks_.push_back(std::move(pick));
      }
      return Text();
    });
  }

  Text head() {
    Text text = fmt::format(
        "doorstroom: 1\nname: {}\nperiod: {{start: {}, years: {}, warm_up: {}}}\nseed: {}\n", name_,
        start_, between(1, 3), one_of({"0 days", "0 days", "6 months", "1 year", "45 days"}),
        between(1, 1000000));
    if (subregions_) text += "subregions: [north, south]\n";
    return text + more([&] { return levels() + last_age(); });
  }

  Text levels() {
    if (!scales_) return "";
    return one_of(
        {"severities: {light: {}, middle: {stay: 1.5, patience: 0.5}, complex: {stay: 2, "
         "work: 1.5}}\n",
         "severities: {light: {work: 0.5}, middle: {}, complex: {patience: 0.25, work: "
         "3}}\n"});
  }
  Text last_age() {
    if (!ages_ || !chance(60)) return "";
    all_leave_ = true;
    return fmt::format("ages: {{leaves_at: {} years, to: {}}}\n", between(10, 18), exit_id());
  }

  Text defaults() {
    if (!chance(40)) return "";
    return fmt::format(
        "defaults: {{delay: {}, bounce: {}, rework: {}, waiting: {{at_home: {}}}}}\n",
        days_or_none(), percent(0, 50), percent(0, 100), percent(0, 60));
  }

  Text arrivals() {
    Text text;
    for (int i = between(1, 40); i > 0; --i)
      text += fmt::format("{}2026-{:02}-{}", text.empty() ? "" : ", ", between(8, 10),
                          one_of({"01", "08", "15"}));
    return text;
  }

  Text source(const Text& id) {
    const Text path = "sources." + id;
    Text text = "  " + id + ":\n";
    if (chance(50) || start_ > "2026-08-01") {
      const Text rate = noted(path + ".per_year", fmt::format("{}", between(10, 120)), "0");
      text += "    per_year: " + rate + "\n";
      if (chance(40)) text += "    growth: 15% per year\n";
      if (chance(40)) text += "    months: {aug: 0.3, sep: 1.5, feb: 0}\n";
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
    if (chance(60)) {
      text += "    absent: " + noted_share(path + ".absent", percent(0, 100)) + "\n";
      shares_.push_back(path + ".absent");
    }
    if (!chance(40)) return text + "    to: " + node_id(below(desks_)) + "\n";  // desks admit all
    return text + "    routes: " + routes(-1, false, path) + "\n";
  }

  Text units() {
    return more([&]() -> Text {
      if (!units_ || !chance(60)) return "";
      if (subregions_ && chance(50))
        return "    units: " +
               one_of({"{north: 2, south: 1}", "{south: 3}", "{north: 1, south: 2}"}) + "\n";
      return fmt::format("    units: {}\n", between(2, 4));
    });
  }

  Text closed() {
    return more([&]() -> Text {
      if (!closes_ || !chance(60)) return "";
      return "    closed: " +
             one_of({"[{from: 07-15, to: 08-25}]",
                     "[{from: 12-20, to: 01-05}, {from: 10-01, to: 10-15}]",
                     "[{from: 08-01, to: 09-01}]"}) +
             "\n";
    });
  }

  Text returns() {
    return more([&]() -> Text {
      if (!returns_ || !chance(60)) return "";
      return fmt::format(", returns: {{share: {}, after: {}, to: {}}}", percent(0, 60), some_days(),
                         node_id(below(nodes_)));
    });
  }

  Text cost(bool of_desk, bool unlimited) {
    return more([&]() -> Text {
      if (!budgets_ || !chance(70)) return "";
      const Text payers = one_of({"gemeente", "swv", "{gemeente: 60%, swv: 40%}"});
      for (const char* const funder : {"gemeente", "swv"})
        if (payers.find(funder) != Text::npos) funders_.insert(funder);
      const Text price = of_desk && unlimited ? "per_case: 300 EUR"
                         : of_desk            ? one_of({"per_hour: 50 EUR", "per_case: 300 EUR",
                                                        "per_hour: 20.5 EUR, per_case: 100 EUR"})
                         : unlimited
                             ? one_of({"per_day_used: 10 EUR", "per_stay: 500 EUR"})
                             : one_of({"per_place: 3652.5 EUR per year", "per_day_used: 10 EUR",
                                       "per_place: 3000 EUR per year, per_day_used: 4.5 EUR"});
      return fmt::format("    cost: {{{}, paid_by: {}}}\n", price, payers);
    });
  }

  Text budgets() {
    if (funders_.empty()) return "";
    Text text = "budgets:\n";
    return more([&] {
      for (const Text& funder : funders_)
        text += fmt::format("  {}: {{amount: {} EUR per year}}\n", funder, between(1, 40) * 1000);
      return text;
    });
  }

  Text choices() {
    Text text;
    for (const Pick& pick : picks_) {
      Text ids;
      for (const int i : pick.among) ids += (ids.empty() ? "" : ", ") + node_id(i);
      text += fmt::format("  {}: {{{}: [{}]}}\n", pick.id,
                          pick.first_free ? "first_free" : "shortest_list", ids);
    }
    return text.empty() ? "" : "choices:\n" + text;
  }

  Text desk(int i) {
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
      text += "\n    work: " + noted(path + ".work",
                                     one_of({"2 hours", "4 hours", "14 hours", "0 hours",
                                             "{gamma: {mean: 20 hours, cv: 0.6}}",
                                             "{exponential: {mean: 10 hours}}"}),
                                     "0 hours");
      if (chance(50)) text += "\n    takes: " + noted_days(path + ".takes", days_or_none());
      text += "\n";
      if (chance(40)) text += "    order: severity\n";
      text += units();
      counts_.push_back(path + ".staff");
      amounts_.push_back(path + ".hours");
      amounts_.push_back(path + ".work");
    }
    const Text closes = closed();
    if (!unlimited) staffed_.emplace_back(node_id(i), closes);
    text += closes + cost(true, unlimited);
    durations_.push_back(path + ".takes");
    text += "    waiting: " + waiting(i, path) + "\n";
    return text + "    routes: " + routes(i, false, path, true) + "\n";
  }

  Text arrangement(int i) {
    const Text path = "arrangements." + node_id(i);
    Text text = "  " + node_id(i) + ":\n";
    text +=
        "    education: " + one_of({"full", "part", "none", "exempt", "unchanged", "40%"}) + "\n";
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
      text += units();
    }
    text += more([&] { return how_to_enter(i); });
    text += cost(false, unlimited);
    const bool no_stay = chance(12);
    text += "    stay: " + (no_stay ? "0 days" : noted_days(path + ".stay", days(50))) + "\n";
    if (!no_stay) amounts_.push_back(path + ".stay");
    if (chance(50)) text += "    order: " + one_of({"severity", "longest_absent"}) + "\n";
    if (chance(40)) text += "    admits: " + condition() + "\n";
    text += "    waiting: " + waiting(i, path) + "\n";
    return text + "    routes: " + routes(i, !no_stay, path) + "\n";
  }

  /// Dates, limits of the list, and whether who leaves holds the place.
  Text how_to_enter(int i) {
    Text text;
    if (dates_ && chance(50))
      text += "    starts: " +
              one_of({"{08-01: all, 10-26: 2, 01-04: 1}", "{09-01: 5, 02-01: all}",
                      "{08-15: 1, 09-01: 1, 10-08: 1, 11-01: 1, 01-01: 2, 05-01: "
                      "all}"}) +
              "\n";
    if (limits_ && chance(60))
      text += fmt::format("    limit: {}\n    when_full: {}\n", between(0, 4), later(i));
    if (holds_ && chance(60)) text += "    holds_place: true\n";
    if (ages_ && chance(40)) text += fmt::format("    until_age: {} years\n", between(5, 16));
    if (all_leave_ && chance(30)) text += fmt::format("    leaves_at: {} years\n", between(8, 20));
    return text;
  }
  Text later(int i) {
    return i + 1 >= nodes_ || chance(30) ? exit_id() : node_id(between(i + 1, nodes_ - 1));
  }

  Text absence() {
    const Text opens = more([&]() -> Text {
      if (!cases_) return "";
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
      text += fmt::format("  leaves: {{{}: {} per month, away: {} per month}}\n", to,
                          percent(0, 20), percent(0, 10));
      hazards_.push_back("absence.leaves." + to);
    }
    return text;
  }

  Text clocks() {
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

  Text today() {
    Text text;
    for (const Text& id : limited_) {
      if (!chance(50)) continue;
      text += fmt::format("  {}: {{occupied: {}, waiting: {}, waited: {}}}\n", id, between(0, 4),
                          between(0, 4), days());
    }
    return text.empty() ? "" : "today:\n" + text;
  }

  /// What one effect does to one of the parameters of this scenario.
  Text effect() {
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
                               : one_of({"add: 2 weeks", "add: -1 week", "set: 3 days",
                                         "set: 0 days", "set: {exponential: {mean: 9 days}}"}));
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

  Text divert() {
    return more([&]() -> Text {
      if (!diverts_ || routes_.empty() || !chance(60)) return "";
      const auto& [path, i] =
          routes_[static_cast<std::size_t>(below(static_cast<int>(routes_.size())))];
      return fmt::format("      elsewhere: {{divert: {}, from: {}, to: {}}}\n", percent(10, 100),
                         path, later(i));
    });
  }

  /// One of all desks with a number of staff and one calendar, for the first intervention of them.
  Text single_desk() {
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

  Text casework() {
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

  Text steering() {
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
      const Text when = figure < 3 ? one_of({"> 3 days", ">= 2 weeks", "< 10 days"})
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

  Text interventions() {
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
      text += single_desk() + casework() + steering();
      text += "    effects:\n";
      for (int k = between(1, 3); k > 0; --k)
        text += fmt::format("      e{}: {{{}}}\n", k, effect());
      text += divert();
    }
    return text;
  }

  /// A choice between nodes, in order.
  struct Pick {
    Text id;
    bool first_free = true;
    std::vector<int> among;
  };

  const Choices* choose_;
  const Choices* more_;
  Text name_;
  int sources_ = 0;
  int desks_ = 0;
  int nodes_ = 0;  ///< desks, then arrangements
  bool subregions_ = false;
  Text start_;
  // Further rules that hold somewhere.
  bool units_ = false;
  bool dates_ = false;
  bool closes_ = false;
  bool limits_ = false;
  bool holds_ = false;
  bool scales_ = false;
  bool worsens_ = false;
  bool ages_ = false;
  bool all_leave_ = false;  ///< by age
  bool returns_ = false;
  bool clocks_ = false;
  bool cases_ = false;
  bool diverts_ = false;
  bool budgets_ = false;
  bool joins_ = false;
  bool directs_ = false;
  bool steers_ = false;
  std::set<Text> funders_;                      ///< who pays for something
  std::vector<std::pair<Text, Text>> staffed_;  ///< desks, with when they are closed
  std::vector<Pick> picks_;
  // Paths that interventions may change, by what they hold.
  std::vector<Text> shares_, durations_, counts_, amounts_, hazards_, inflows_;
  std::vector<Text> limited_;                 ///< arrangements
  std::vector<std::pair<Text, int>> routes_;  ///< paths, with the node that each leaves
  std::vector<PlainParameter> plain_;
};

}  // namespace

RandomScenario random_scenario(const Choices& choose, AtStart at_start) {
  return Writer(choose, nullptr, "Random").write(at_start);
}

std::string random_scenario(std::uint64_t number) {
  std::mt19937_64 random(number);
  const Choices choose = std::ref(random);
  std::mt19937_64 more_random(~number);
  const Choices more = std::ref(more_random);
  return Writer(choose, &more, fmt::format("Random {}", number)).write(AtStart::nobody).text;
}

}  // namespace doorstroom
