#pragma once
/// Scenarios small enough to be worked by hand: YAML in, visits out.

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "models/continuum/continuum.hpp"
#include "models/loading/scenario_loader.hpp"

namespace doorstroom::worked {

/// A scenario that starts on 1 August 2026, or another date, counts from there, and ends with the
/// period.
inline std::string scenario(const std::string& rest, int years = 1,
                            const std::string& start = "2026-08-01") {
  return fmt::format(
      "doorstroom: 1\nname: Worked by hand\nperiod: {{start: {}, years: {}, follow_up: 0 days}}\n"
      "replications: 1\nseed: 1\n{}",
      start, years, rest);
}

/// Three youths for one arrangement, a day apart.
inline const std::string three_arrive = R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-02, 2026-08-03], to: oza}
)";
inline const std::string out = R"(
exits:
  out: {education: full}
  gone: {education: none}
)";

/// Loads YAML text as if it were a file.
inline Scenario load(const std::string& yaml, const std::vector<std::string>& sets = {}) {
  const std::string path = fmt::format("{}worked-{}.yaml", testing::TempDir(), getpid());
  std::ofstream(path) << yaml;
  LoadedScenario loaded = load_scenario(path, sets);
  std::remove(path.c_str());
  return std::move(loaded.scenario);
}

/// One replication of it, with every visit.
class Worked {
 public:
  explicit Worked(const std::string& yaml)
      : scenario_(load(yaml)), records_(simulate(scenario_, 0, true)) {}

  const Scenario& scenario() const { return scenario_; }
  const Records& records() const { return records_; }

  NodeId node(const std::string& id) const { return scenario_.nodes.find(id, &Node::id); }
  /// Visits of one youth in order of ending.
  std::vector<Visit> of(std::uint32_t youth) const {
    std::vector<Visit> visits;
    for (const Visit& visit : records_.visits)
      if (visit.youth == youth) visits.push_back(visit);
    return visits;
  }
  /// The visit told in days: "oza 0 10 20 completed out" is node, asked, entered, left, outcome,
  /// to.
  std::string told(const Visit& visit) const {
    static const char* const outcomes[] = {"completed", "left_list", "bounced",  "lapsed",
                                           "refused",   "mediated",  "aged_out", "censored",
                                           "displaced", "replaced"};
    const auto day = [](Instant at) {
      return at == never ? std::string("-") : fmt::format("{}", at.days());
    };
    return fmt::format("{} {} {} {} {} {}", scenario_.nodes[visit.node].id, day(visit.asked),
                       day(visit.entered), day(visit.left),
                       outcomes[static_cast<int>(visit.outcome)],
                       visit.left_to == no_node ? "-" : scenario_.nodes[visit.left_to].id);
  }
  std::vector<std::string> told(std::uint32_t youth) const {
    std::vector<std::string> lines;
    for (const Visit& visit : of(youth)) lines.push_back(told(visit));
    return lines;
  }

 private:
  Scenario scenario_;
  Records records_;
};

}  // namespace doorstroom::worked
