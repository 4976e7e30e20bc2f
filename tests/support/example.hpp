#pragma once
/// A region of two years, one desk and two arrangements, and what happened in it, made up by hand
/// so that every figure can be worked out on paper.

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <vector>

#include "models/continuum/records.hpp"
#include "models/scenario/groups.hpp"
#include "models/scenario/scenario.hpp"
#include "results/rows/replication_rows.hpp"
#include "results/run/result_writer.hpp"
#include "results/table/description.hpp"

namespace doorstroom::example {

inline constexpr NodeId school{0}, team{1}, oza{2}, home{3}, any{4}, back{5};
inline constexpr FunderId swv{0}, gemeente{1};
inline constexpr InterventionId director{0};

/// What a column of a file means.
inline Description described(std::string english, std::string dutch) {
  return Description({{"en", std::move(english)}, {"nl", std::move(dutch)}});
}

/// Days of the segments: 2026 153, then 2027 212 | 153, then 2028 213.
inline Period period() {
  using namespace std::chrono;
  return Period(sys_days(2026y / August / 1), 2, CalendarSpan{0, 14});
}

inline Scenario scenario() {
  Scenario s;
  s.name = "Voorbeeld: één team";
  s.period = period();
  s.replications = 3;
  s.seed = 4'000'000'000;
  s.severities = {"light", "complex"};
  s.attributes[subregion_attribute].values = {"noord", "zuid"};
  s.attributes[subregion_attribute].labels.resize(2);
  s.funders = {"swv", "gemeente"};
  s.sources.resize(1);
  s.desks.resize(1);
  s.arrangements.resize(2);
  s.arrangements[1].unlimited = true;
  const auto add = [&s](const char* id, NodeKind kind, int index) -> Node& {
    Node node;
    node.id = id;
    node.kind = kind;
    node.index = index;
    node.label = {std::string("het ") + id, std::string("the ") + id};
    s.nodes.push_back(node);
    return s.nodes.back();
  };
  add("school", NodeKind::source, 0);
  Node& desk = add("team", NodeKind::desk, 0);
  desk.cost.per_hour = 85;
  desk.cost.per_case = 10;
  desk.cost.paid_by = {{no_funder, 1}};
  Node& arrangement = add("oza", NodeKind::arrangement, 0);
  arrangement.leads = Leads::education;
  arrangement.education = Education::share;
  arrangement.education_share = 0.5;
  arrangement.cost.per_place_year = 36'525;
  arrangement.cost.per_day_used = 2;
  arrangement.cost.per_stay = 1'000;
  arrangement.cost.paid_by = {{swv, 0.6}, {gemeente, 0.4}};
  add("home", NodeKind::arrangement, 1).education = Education::none;
  add("any", NodeKind::choice, 0);
  Node& exit = add("back", NodeKind::exit, 0);
  exit.education = Education::share;
  exit.education_share = 1;

  Intervention& role = s.interventions.emplace_back();
  role.id = "director";
  role.profile.from = Instant::at_day(-100);
  role.profile.full = role.profile.from;
  role.profile.until = Instant::at_day(153 + 212 + 100);
  role.cost.per_year = 36'525;
  role.cost.paid_by = {{gemeente, 1}};
  role.casework.emplace();
  role.steering.emplace();

  s.clocks.resize(2);
  s.clocks.front().id = "duty_of_care";
  s.clocks.back().id = "back_to_school";

  s.documents = {{"region.yaml", "doorstroom: 1\nextends: base.yaml\n"},
                 {"base.yaml", "name: één\n"}};
  s.resolved = R"({"name":"Voorbeeld: één team"})";
  return s;
}

inline Instant day(double days) {
  return Instant{} + Days{days};
}
inline Wait wait(double asked, double ended, WaitEnd end) {
  return {day(asked), day(ended), end};
}

/// Records in which nothing happened.
inline Records quiet(const Scenario& s) {
  Records r;
  r.years.resize(2);
  r.groups.resize(group_names(s).size());
  r.nodes.resize(s.nodes.size());
  for (const NodeId node : {team, oza, home}) {
    NodeRecord& record = r.nodes[node];
    record.waits.resize(2);
    record.waited_at_year_end.resize(2);
    record.entries.resize(2);
    record.segments.resize(4);
    record.calendar_wait_days.resize(3);
    record.groups.resize(r.groups.size());
  }
  return r;
}

/// @param more  changes some figures, so that replications differ
inline Records records(const Scenario& s, int more = 0) {
  Records r = quiet(s);
  NodeRecord& o = r.nodes[oza];
  // Asked in year 0: waits of 0, 40, 60 and 80 days that end in entry, 50 that ends in giving up.
  o.waits[0] = {wait(10, 10, WaitEnd::entered), wait(10, 50, WaitEnd::entered),
                wait(20, 80, WaitEnd::entered), wait(20, 100, WaitEnd::entered),
                wait(30, 80, WaitEnd::left_list)};
  // Asked in year 1: one still waits after 31 days, one after 11, at the horizon of day 731.
  o.waits[1] = {wait(700, 731, WaitEnd::still_waiting), wait(720, 731, WaitEnd::still_waiting)};
  o.waited_at_year_end[1] = {31, 11};
  o.groups[1] = {.asked = 4, .entered = 3, .waited_days = 60};
  // Listed at the start: one had waited 30 days and enters after 10 more.
  o.earlier = {{wait(-30, 10, WaitEnd::entered), Days{30}}};
  o.entries = {5, 2};
  o.segments = {{1530, 3060, 306, 0, 0, 0, 0, 4},
                {2120, 4240, 424, 212, 0, 0, 0, 1},
                {1530, 3060, 306, 0, 0, 0, 0, 2},
                {2130, 4260, 426, 0, 0, 0, 0, 0}};
  o.entered = 7;
  o.inside_at_start = 10;
  o.left = 6;
  o.inside_at_end = 11;

  NodeRecord& t = r.nodes[team];
  t.segments = {{153, 306, 0, 0, 0, 100, 200, 3}, {}, {}, {0, 426, 0, 0, 0, 50, 200, 1}};
  t.entries = {3, 1};
  t.groups[1] = {.asked = 2, .entered = 1, .waited_days = 20};

  r.nodes[home].segments = {{153, 0, 0, 0, 0, 0, 0, 1}, {}, {}, {}};
  r.nodes[home].entries = {1, 0};

  r.years[0].arrived = 10;
  r.years[0].dropouts = static_cast<std::uint64_t>(4 + more);
  r.years[0].absent_4w_days = 365;
  r.years[0].absent_13w_days = 73;
  r.years[0].education_days_lost = 1000;
  r.years[0].full_youth_care = 3;
  r.years[0].placement_days = {20, 70, 90, 71};
  r.years[0].care_to_education_days = {10, 30};
  r.years[0].exits = 8;
  r.years[0].exits_with_education = 6;
  r.years[0].bounces = 5;
  r.years[0].returns = 2;
  r.years[0].mediated = 1;
  r.years[1].arrived = 30;
  r.years[1].dropouts = 2;
  r.years[1].absent_4w_days = 366;

  r.groups[1].arrived = 20;
  r.groups[1].dropouts = 7;
  r.groups[1].absent_4w_days = 1462;
  r.groups[1].placement_days = {50, 71, 59};

  r.census.weeks = {-2, -1, 0};
  r.census.occupied = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  r.census.waiting = {0, 1, 0, 0, 2, 0, 0, 3, 0};
  r.census.places = {2, 20, -1, 2, 20, -1, 2, 20, -1};
  r.census.absent = {9, 8, 7};
  r.census.absent_4w = {6, 5, 4};
  r.census.absent_13w = {3, 2, 1};

  // The terms of year 0, of year 1.
  r.clocks = {{{10, 5, 2, 1, 2, 9, {10, 20, 30, 40, 50, 60}}, {}}, {{}, {1, 0, 0, 1, 0, 0, {}}}};

  r.flows = {{0, school, team, 10}, {0, team, oza, 0}, {1, oza, back, 6}};

  r.arrived = 45;
  r.present_at_start = 5;
  r.exited = 8;
  r.present_at_end = 42;

  Visit there;
  there.youth = 0;
  there.node = oza;
  there.severity = SeverityId{1};
  there.asked = day(10);
  there.entered = day(50.25);
  there.left = day(150);
  there.left_to = back;
  there.absent_days = 2.5;
  there.outcome = Outcome::completed;
  Visit waiting;
  waiting.youth = 1;
  waiting.node = oza;
  waiting.asked = day(-30);
  waiting.outcome = Outcome::censored;
  r.visits = {there, waiting};
  YouthRow youth;
  youth.source = school;
  youth.month = 2026 * 12 + 8;
  youth.ordinal = 7;
  youth.arrived = day(5);
  youth.born = day(5 - 9.5 * days_per_year);
  youth.severity = SeverityId{1};
  youth.values.set(subregion_attribute, ValueId{1});
  youth.exited = day(150);
  youth.exit = back;
  YouthRow of_today;
  of_today.source = oza;
  of_today.arrived = day(-14);
  r.youths = {youth, of_today};

  r.actions = {{day(7), director, RoleAction::What::placed, oza, 1, 10, 12.5},
               {day(273), director, RoleAction::What::decided, oza, 0, 0, 80},
               {day(365), director, RoleAction::What::opened, oza, 5}};

  r.events = 100;
  r.visit_count = 2;
  r.peak_pending = static_cast<std::uint64_t>(10 + more);
  return r;
}

inline RunFacts facts() {
  return {.started = "2026-08-01T09:00:00Z",
          .ended = "2026-08-01T09:00:02Z",
          .wall_seconds = 2,
          .peak_memory_bytes = 1 << 20,
          .workers = 2,
          .host = "host",
          .compiler = "g++ 12.2",
          .library_versions = "x 1"};
}

/// Three replications, the first with visits and youths, which differ in dropouts: 4, 5, 6 in year
/// 0.
inline void write(const std::string& path, const Scenario& s, RunFacts f = facts(),
                  bool force = false) {
  ResultWriter writer(path, s, {"0.1.0", "abc123"}, force);
  for (std::uint32_t replication = 0; replication < 3; ++replication)
    writer.append(
        tables_of(s, replication, records(s, static_cast<int>(replication)), replication == 0));
  writer.finish(f);
}

/// A folder that is there as long as the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "results-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

inline std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace doorstroom::example
