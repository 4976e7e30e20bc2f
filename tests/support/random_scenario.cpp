#include "tests/support/random_scenario.hpp"

#include <functional>
#include <random>

#include "tests/support/scenario_writer.hpp"

namespace doorstroom {
namespace writing {

RandomScenario ScenarioWriter::write(AtStart at_start) {
  plan();
  Text text = head() + defaults();
  text += "sources:\n";
  for (int i = 0; i < sources_; ++i) text += source(fmt::format("s{}", i));
  text += "desks:\n";
  for (int i = 0; i < desks_; ++i) text += desk(i);
  text += help_desk();
  text += "arrangements:\n";
  for (int i = desks_; i < nodes_; ++i) text += arrangement(i);
  text += help_arrangement();
  text += "exits:\n  school: {education: full" + returns() + "}\n";
  text += "  away: {education: unchanged" + returns() + "}\n";
  text += choices();
  text += absence();
  text += clocks();
  text += budgets();
  if (at_start == AtStart::some) text += found();
  text += interventions();
  text += more([&]() -> Text { return chance(60) ? found() : ""; });
  return {std::move(text), std::move(plain_)};
}

Text ScenarioWriter::some_days() {
  return one_of({"1 day", "2 days", "1 week", "2 weeks", "30 days", "61 days"});
}

Text ScenarioWriter::days(int constant_percent) {
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

Text ScenarioWriter::noted(const Text& path, Text value, const Text& nothing) {
  plain_.push_back({path, value, nothing});
  return value;
}

Text ScenarioWriter::count_over_time(int most) {
  if (!chance(40)) return fmt::format("{}", between(most > 3 ? 1 : 0, most));
  return fmt::format(
      "[{{from: {}, count: {}}}, {{from: {}, count: {}}}]",
      one_of({"2026-05-01", "2026-08-01", "2026-08-15", "2026-09-01"}), between(0, most),
      one_of({"2026-10-26", "2027-01-01", "2027-02-01", "2027-08-01"}), between(0, most));
}

void ScenarioWriter::plan() {
  sources_ = between(1, 3);
  desks_ = between(1, 3);
  nodes_ = desks_ + between(1, 3);
  subregions_ = chance(40);
  plan_more();
  start_ = one_of({"2026-08-01", "2026-03-15", "2026-12-31"});
}

void ScenarioWriter::plan_more() {
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
  beside_ = more_rules(40);
  elsewhere_ = more_rules(50);
  stops_ = more_rules(60);
  attributes_ = more_rules(40);
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

Text ScenarioWriter::head() {
  const Text followed = more([&] { return one_of({"0 days", "0 days", "11 weeks", "1 year"}); });
  const Text follow_up = followed.empty() ? "0 days" : followed;
  const int years = between(1, 3);
  const Text warm_up = one_of({"0 days", "0 days", "6 months", "1 year", "45 days"});
  warms_up_ = warm_up != "0 days";
  Text text = fmt::format(
      "doorstroom: 1\nname: {}\nperiod: {{start: {}, years: {}, warm_up: {}, follow_up: "
      "{}}}\nseed: "
      "{}\n",
      name_, start_, years, warm_up, follow_up, between(1, 1000000));
  if (subregions_) text += "subregions: [north, south]\n";
  if (attributes_)
    text +=
        "attributes:\n  swv: {values: {town: {}, coast: {label: Coast}}}\n"
        "  gemeente: {values: [leiden, katwijk, noordwijk]}\ngroups: [swv, gemeente]\n";
  return text + more([&] { return levels() + last_age(); });
}

Text ScenarioWriter::levels() {
  if (!scales_) return "";
  return one_of(
      {"severities: {light: {}, middle: {stay: 1.5, patience: 0.5}, complex: {stay: 2, "
       "work: 1.5}}\n",
       "severities: {light: {work: 0.5}, middle: {}, complex: {patience: 0.25, work: "
       "3}}\n"});
}

Text ScenarioWriter::last_age() {
  if (!ages_ || !chance(60)) return "";
  all_leave_ = true;
  const Text to = exit_id();
  leaves_at_ = between(10, 18);
  return fmt::format("ages: {{leaves_at: {} years, to: {}}}\n", leaves_at_, to);
}

Text ScenarioWriter::defaults() {
  if (!chance(40)) return "";
  return fmt::format("defaults: {{delay: {}, bounce: {}, rework: {}, waiting: {{at_home: {}}}}}\n",
                     days_or_none(), percent(0, 50), percent(0, 100), percent(0, 60));
}

}  // namespace writing

RandomScenario random_scenario(const Choices& choose, AtStart at_start) {
  return writing::ScenarioWriter(choose, nullptr, "Random").write(at_start);
}

std::string random_scenario(std::uint64_t number) {
  std::mt19937_64 random(number);
  const Choices choose = std::ref(random);
  std::mt19937_64 more_random(~number);
  const Choices more = std::ref(more_random);
  return writing::ScenarioWriter(choose, &more, fmt::format("Random {}", number))
      .write(AtStart::nobody)
      .text;
}

}  // namespace doorstroom
