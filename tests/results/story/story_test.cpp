#include "results/story/story.hpp"

#include <gmock/gmock.h>

#include "models/messages/message.hpp"
#include "tests/support/example.hpp"
#include "tests/support/languages.hpp"
#include "tests/support/stored_text.hpp"
#include "tests/support/worked.hpp"

/// Stories of youths in scenarios that are worked by hand, against stored text, and what is said
/// where there is no story.

namespace doorstroom {
namespace {

using example::TemporaryFolder;
using testing::AllOf;
using testing::HasSubstr;
using testing::Throws;
using testing::ThrowsMessage;
using testing::Truly;

const std::string stored = DOORSTROOM_SOURCE_DIR "/tests/results/stories/";

const std::string three_arrive = R"(
sources:
  school:
    label: {nl: Signaal op school, en: Signal at school}
    arrivals: [2026-08-01, 2026-08-02, 2026-08-03]
    age: 9.5 years
    to: oza
)";
const std::string out = R"(
exits:
  out: {label: {nl: Terug naar school, en: Back at school}, education: full}
  gone: {label: {nl: Uit beeld, en: Out of sight}, education: none}
)";
const std::string team = R"(
desks:
  team:
    label: {nl: het jeugdteam, en: the youth team}
    staff: 1 fte
    hours: 365.25 hours per year
)";
const std::string oza_label = "{nl: Onderwijszorgarrangement, en: Education-care arrangement}";

/// A scenario of a year, and the youth in it whose story is told.
struct Case {
  std::string title;
  std::string scenario;
  std::int64_t youth;
  int years = 1;
  std::string warm_up{};
};

std::vector<Case> cases() {
  return {
      {"waits for a place, and stays home meanwhile", three_arrive + R"(
arrangements:
  oza:
    label: )" + oza_label + R"(
    education: part
    places: 1
    stay: 30 days
    waiting: {stays_home_after: 10 days}
    cost: {per_place: 36525 EUR per year, paid_by: {swv: 60%, gemeente: 40%}}
    routes: {out: 100%}
)",
       2},
      {"waits for a start date", three_arrive + R"(
arrangements:
  oza:
    label: )" + oza_label + R"(
    education: full
    places: 3
    starts: {08-01: all, 10-26: all}
    stay: 5 months
    cost: {per_stay: 1500 EUR, per_day_used: 10 EUR, paid_by: gemeente}
    routes: {out: 100%}
)",
       1},
      {"waits for a place and then for a start date", three_arrive + R"(
arrangements:
  oza:
    label: )" + oza_label + R"(
    education: none
    places: 1
    starts: {08-01: all, 10-26: all}
    stay: 6 weeks
    routes: {out: 100%}
)",
       1},
      {"finds the desk closed", R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-07, 2026-08-08], to: team}
)" + team + R"(
    closed: [{from: 08-06, to: 09-15}]
    work: 6 hours
    cost: {per_case: 100 EUR, per_hour: 85 EUR, paid_by: gemeente}
    routes: {out: 100%}
)",
       2},
      {"is sent back by the next intake", R"(
sources:
  school: {arrivals: [2026-08-01], to: team}
)" + team + R"(
    work: 4 hours
    takes: 2 weeks
    cost: {per_fte: 31046.25 EUR per year, paid_by: gemeente}
    routes: {oza: {share: 100%, delay: 3 weeks, bounce: 100%, rework: 50%}}
arrangements:
  oza: {education: part, places: unlimited, stay: 8 months, routes: {out: 100%}}
)",
       0},
      {"gives up",
       three_arrive + R"(
arrangements:
  oza:
    label: )" +
           oza_label + R"(
    education: part
    places: 1
    stay: 7 months
    waiting: {at_home: 100%, leaves_after: 70 days, leaves_to: gone}
    routes: {out: 100%}
)",
       1},
      {"keeps a place until the next has room", three_arrive + R"(
arrangements:
  oza:
    label: )" + oza_label + R"(
    education: part
    places: 1
    holds_place: true
    stay: 4 weeks
    cost: {per_day_used: 100 EUR, paid_by: swv}
    routes: {so: 100%}
  so: {label: Speciaal onderwijs, education: full, places: 1, stay: 10 weeks, routes: {out: 100%}}
)",
       1},
      {"is too old before there is a place", R"(
sources:
  younger: {arrivals: [2026-08-01], to: oza}
  school: {arrivals: [2026-08-02], age: 17.5 years, to: oza}
arrangements:
  oza: {education: part, places: 1, stay: 300 days, routes: {out: 100%}}
ages: {leaves_at: 18 years, to: gone}
)",
       1},
      {"is too old to stay", R"(
sources:
  school: {arrivals: [2026-08-03], age: 12.5 years, to: oza}
arrangements:
  oza: {education: full, places: 1, until_age: 13 years, stay: 30 months, routes: {out: 100%}}
)",
       0, 2},
      {"meets a full list", three_arrive + R"(
arrangements:
  oza: {education: part, places: 1, limit: 1, when_full: zoa, stay: 60 days, routes: {out: 100%}}
  zoa: {education: unchanged, places: unlimited, stay: 90 days, routes: {out: 100%}}
)",
       2},
      {"stands on two lists", R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-02, 2026-08-03], to: any}
choices:
  any: {first_free: [north, south]}
arrangements:
  north: {education: part, places: 1, stay: 40 days, routes: {out: 100%}}
  south: {education: part, places: 1, stay: 20 days, routes: {out: 100%}}
)",
       2},
      {"is moved by a process director", three_arrive + R"(
arrangements:
  oza: {education: part, places: 1, stay: 200 days, routes: {out: 100%}}
  zoa: {education: part, places: 1, stay: 30 days, routes: {out: 100%}}
interventions:
  director:
    label: {nl: De procesregisseur, en: The process director}
    from: 2026-08-08
    casework: {fte: 1, hours: 730.5 hours per year, every: 4 weeks, per_case: 30 hours, may_place_in: [zoa]}
)",
       1},
      {"was waiting when it all began, and still is", R"(
sources:
  school: {arrivals: [2026-12-01], to: oza}
arrangements:
  oza: {education: part, places: 1, stay: 400 days, routes: {out: 100%}}
today:
  oza: {waiting: 2, waited: 9 weeks, age: 7 years}
)",
       1},
      {"was inside when it all began", R"(
sources:
  school: {arrivals: [2026-12-01], to: oza}
arrangements:
  oza: {education: part, places: 1, stay: 300 days, cost: {per_stay: 900 EUR, per_day_used: 10 EUR}, routes: {out: 100%}}
today:
  oza: {occupied: 1, age: 7 years}
)",
       0},
      {"was at work when it all began", R"(
sources:
  school: {arrivals: [2026-12-01], to: team}
)" + team + R"(
    work: 60 hours
    routes: {out: 100%}
today:
  team: {in_work: 1, age: 7 years}
)",
       0},
      {"makes way for the records", R"(
sources:
  school: {arrivals: [2026-07-01, 2026-07-10], to: oza}
arrangements:
  oza: {education: part, places: 1, stay: 300 days, routes: {out: 100%}}
today:
  oza: {occupied: 1, waiting: 1, waited: 9 weeks, age: 7 years}
)",
       0, 1, "1 year"},
      {"makes way for the records while waiting", R"(
sources:
  school: {arrivals: [2026-07-01, 2026-07-10], to: oza}
arrangements:
  oza: {education: part, places: 1, stay: 300 days, routes: {out: 100%}}
today:
  oza: {occupied: 1}
)",
       1, 1, "1 year"},
      {"is named by the records", R"(
sources:
  school: {arrivals: [2026-07-01], to: oza}
arrangements:
  oza: {education: part, places: 1, stay: 100 days, cost: {per_stay: 900 EUR, per_day_used: 10 EUR}, routes: {out: 100%}}
today:
  rows: {table: "node,state,since,age,severity\noza,inside,2026-07-02,8,light\noza,waiting,2026-06-02,9,complex"}
)",
       2, 1, "1 year"},
      {"is absent, and a second desk opens a case", R"(
sources:
  school: {arrivals: [2026-08-01], absent: 100%, to: oza}
desks:
  rbl: {label: {nl: Leerplicht, en: Attendance office}, staff: 1 fte, hours: 365.25 hours per year, work: 10 hours, routes: {gone: 100%}}
arrangements:
  oza: {education: full, places: [{from: 2026-08-01, count: 0}, {from: 2026-12-01, count: 1}], stay: 100 days, routes: {out: 100%}}
absence: {case: {desk: rbl, after: 4 weeks}}
)",
       0},
      {"is absent, and asks where a case is open", R"(
sources:
  school: {arrivals: [2026-08-01], absent: 100%, to: oza}
desks:
  rbl: {label: {nl: Leerplicht, en: Attendance office}, staff: 1 fte, hours: 365.25 hours per year, work: 10 hours, routes: {gone: 100%}}
arrangements:
  oza: {education: full, places: 0, stay: 100 days, waiting: {leaves_after: 30 days, leaves_to: rbl}, routes: {out: 100%}}
absence: {case: {desk: rbl, after: 4 weeks}}
)",
       0},
      {"is helped beside school", R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-02], to: so}
arrangements:
  so: {education: full, places: 9, stay: 200 days, also: {help: {delay: 2 weeks}}, routes: {out: 100%}}
  help: {label: {nl: Jeugdhulp, en: Youth care}, beside: true, ends_with_main: true, places: 1, stay: 120 days, cost: {per_day_used: 10 EUR, paid_by: gemeente}}
)",
       1},
      {"gets worse, goes first, and comes back", R"(
severities: [light, complex]
subregions: [noord, zuid]
sources:
  school: {arrivals: [2026-08-01, 2026-08-02], severity: {light: 100%}, subregion: {noord: 100%}, to: oza}
  care: {arrivals: [2026-08-05], severity: {complex: 100%}, subregion: {zuid: 100%}, to: oza}
arrangements:
  oza:
    education: part
    order: severity
    places: 1
    stay: 50 days
    waiting: {worsens: 30% per month}
    routes: {back: 100%}
exits:
  back: {education: full, returns: {share: 100%, after: 120 days, to: oza}}
)",
       1},
      {"waits for money", R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-10, 2026-09-01], to: oza}
arrangements:
  oza: {education: part, places: 3, stay: 30 days, cost: {per_stay: 1000 EUR, paid_by: gemeente}, routes: {out: 100%}}
budgets: {gemeente: {amount: 2400 EUR per year}}
)",
       2},
      {"is placed elsewhere because a legal term ran out, and is never at home", R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-01], to: team}
)" + team + R"(
    work: 60 hours
    routes: {oza: {share: 100%, delay: 2 weeks}}
arrangements:
  oza: {education: part, places: 3, stay: 30 days, routes: {out: 100%}}
  bridge: {label: {nl: Tijdelijke plaatsing, en: Temporary place}, education: part, places: 3, stay: 30 days, routes: {out: 100%}}
clocks:
  duty: {label: {nl: Zorgplicht, en: Duty of care}, starts: {asks: team}, stops: {decided: team}, within: 6 weeks, then: bridge}
)",
       1},
      {"is on the way when it all ends", R"(
sources:
  school: {arrivals: [2027-06-01], to: team}
)" + team + R"(
    work: 10 hours
    routes: {oza: {share: 100%, delay: 26 weeks}}
arrangements:
  oza: {education: part, places: 3, units: 3, stay: 30 days, routes: {out: 100%}}
)",
       0},
  };
}

void write_simulated(const std::string& path, const Scenario& scenario, bool keep_rows = true) {
  ResultWriter writer(path, scenario, {"0.1.0", "abc123"}, true);
  writer.append(tables_of(scenario, 0, simulate(scenario, 0, keep_rows), keep_rows));
  writer.finish(example::facts());
}

Scenario scenario_of(const Case& one) {
  const bool own_exits = one.scenario.find("exits:") != std::string::npos;
  std::string text = worked::scenario(one.scenario + (own_exits ? "" : out), one.years);
  const std::string period = "follow_up: 0 days";
  if (!one.warm_up.empty())
    text.replace(text.find(period), period.size(), "warm_up: " + one.warm_up + ", " + period);
  return worked::load(text);
}

class Stories : public testing::TestWithParam<std::string> {
 protected:
  TemporaryFolder folder_;
};

TEST_P(Stories, are_told_as_stored) {
  const Language language = language_of(GetParam());
  std::string told;
  for (const Case& one : cases()) {
    write_simulated(folder_ / "out.h5", scenario_of(one));
    ResultReader file(folder_ / "out.h5");
    told += "==== " + one.title + " ====\n" + story_of(file, 0, one.youth, language) + "\n";
  }
  expect_stored(stored + GetParam() + ".txt", told);
}

INSTANTIATE_TEST_SUITE_P(Stored, Stories, testing::Values("en", "nl"),
                         [](const auto& test) { return test.param; });

/// A file in which one youth goes at once, one waits for a month, and one for two.
class Tracing : public testing::Test {
 protected:
  std::string file(bool keep_rows = true) {
    write_simulated(folder_ / "out.h5", scenario_of(cases().front()), keep_rows);
    return folder_ / "out.h5";
  }
  TemporaryFolder folder_;
};

TEST_F(Tracing, names_youths_worth_reading_about) {
  ResultReader result(file());
  EXPECT_THAT(suggested_youths(result, 0, Language::en),
              AllOf(HasSubstr("3 youths"),
                    HasSubstr("Longest wait\n         2  8 weeks\n         1  4 weeks\n\n"),
                    HasSubstr("Longest absent from school within one step\n         2  7 weeks\n"),
                    HasSubstr("--youth 2\n")));
  EXPECT_THAT(suggested_youths(result, 0, language_nl),
              HasSubstr("Langste wachttijd\n         2  8 weken\n"));
}

TEST_F(Tracing, tells_which_youths_there_are) {
  ResultReader result(file());
  EXPECT_THAT(
      [&] { story_of(result, 0, 3, Language::en); },
      ThrowsMessage<InputError>(AllOf(HasSubstr("there is no youth 3"), HasSubstr("from 0 to 2"))));
  EXPECT_THAT([&] { story_of(result, 0, 3, language_nl); },
              Throws<InputError>(Truly(is_in_dutch("van 0 tot en met 2"))));
}

TEST_F(Tracing, tells_which_replications_are_kept_and_how_to_keep_more) {
  ResultReader result(file());
  EXPECT_THAT([&] { story_of(result, 1, 0, Language::en); },
              ThrowsMessage<InputError>(AllOf(HasSubstr("only those of replication 0"),
                                              HasSubstr("the run had 1 of them"))));
  ResultReader empty(file(false));
  EXPECT_THAT([&] { story_of(empty, 0, 0, Language::en); },
              ThrowsMessage<InputError>(HasSubstr("--visits 1")));
  EXPECT_THAT([&] { suggested_youths(empty, 0, language_nl); },
              Throws<InputError>(Truly(is_in_dutch("dit bestand bevat geen jeugdigen"))));
}

TEST_F(Tracing, needs_no_table_of_arrivals_beside_the_file) {
  const std::string table = testing::TempDir() + "story-arrivals.csv";
  std::ofstream(table) << "day,age\n2026-08-03,7\n";
  const Scenario scenario = worked::load(worked::scenario(R"(
sources:
  school: {arrivals: {file: story-arrivals.csv}, to: oza}
arrangements:
  oza: {education: part, places: 1, stay: 30 days, routes: {out: 100%}}
)" + out));
  std::remove(table.c_str());
  write_simulated(folder_ / "out.h5", scenario);
  ResultReader result(folder_ / "out.h5");
  EXPECT_THAT(story_of(result, 0, 0, Language::en), HasSubstr("school: a youth, 7 years old"));
}

class Damaged : public Tracing {
 protected:
  /// What is said of a result whose records were changed before it was written.
  template <class Change>
  std::string told_of(Change change) const {
    const Scenario scenario = scenario_of(cases().front());
    Records records = simulate(scenario, 0, true);
    change(records);
    ResultWriter writer(folder_ / "odd.h5", scenario, {"0.1.0", "abc123"}, true);
    writer.append(tables_of(scenario, 0, records, true));
    writer.finish(example::facts());
    ResultReader result(folder_ / "odd.h5");
    try {
      story_of(result, 0, 0, Language::en);
    } catch (const InputError& error) {
      return error.what();
    }
    return "";
  }
};

TEST_F(Damaged, codes_that_stand_for_nothing_are_refused) {
  EXPECT_THAT(told_of([](Records& records) { records.visits.front().left_to = NodeId{99}; }),
              AllOf(HasSubstr("odd.h5: /visits/left_to holds 99"), HasSubstr("damaged")));
}

TEST_F(Damaged, moments_beyond_all_time_are_refused) {
  EXPECT_THAT(told_of([](Records& records) {
                records.visits.front().asked = Instant{-(std::int64_t{1} << 60)};
              }),
              AllOf(HasSubstr("of /visits/asked holds -1099511627776, which stands for nothing"),
                    HasSubstr("damaged")));
}

}  // namespace
}  // namespace doorstroom
