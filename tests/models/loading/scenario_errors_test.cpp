/// Every mistake is told once, at its place, with what to write instead.

#include <gmock/gmock.h>

#include <set>

#include "models/loading/scenario_shape.hpp"
#include "models/yaml/yaml_reader.hpp"
#include "tests/models/fields/schema_validator.hpp"
#include "tests/support/scenario_files.hpp"

namespace doorstroom {
namespace {

using testing::HasSubstr;

/// The small complete scenario with `from` replaced by `to` (nothing: appended), where the mistake
/// is told, and words of the message.
struct Broken {
  const char* from;
  const char* to;
  const char* place;
  const char* words;
  const char* advice = "";
};

const Broken broken[] = {
    // The top
    {"doorstroom: 1\n", "", "1:1", "the scenario has no doorstroom", "doorstroom: "},
    {"doorstroom: 1", "doorstroom: 2", "1:13", "doorstroom is 2", "use 1"},
    {"period: {", "periods: {", "3:1", "periods is not a known key", "did you mean period?"},
    {"years: 5", "years: 0", "3:36", "period.years is 0", "use 1 to 10000"},
    {"years: 5", "years: 2.5", "3:36", "period.years is 2.5", "whole number"},
    {"years: 5", "years: 10001", "3:36", "period.years is 10001"},
    {"start: 2026-08-01", "start: 2026-02-30", "3:17", "2026-02-30", "no such day"},
    {"start: 2026-08-01", "start: 1-8-2026", "3:17", "1-8-2026", "2026-08-01"},
    {"start: 2026-08-01", "start: 1850-08-01", "3:17", "1850-08-01", "between 1900"},
    {"warm_up: 5 years", "warm_up: 1.3 months", "3:48", "period.warm_up is 1.3 months",
     "whole months"},
    {"warm_up: 5 years", "follow_up: 9 weeks", "3:50", "period.follow_up is 9 weeks",
     "at least that, or 0 days"},
    {"period: {start: 2026-08-01, years: 5, warm_up: 5 years}", "period: 5", "3:9", "period is 5",
     "the keys start, years, warm_up, follow_up"},
    {"start: 2026-08-01, ", "", "3:1", "period has no start", "start: 2026-08-01"},
    {"seed: 2026", "set: {defaults.delay: 1 week}", "5:7", "defaults.delay comes too late",
     "**.routes.*.delay"},
    {"replications: 50", "replications: 0", "4:15", "replications is 0", "use 1 to"},
    {"seed: 2026", "seed: 4294967296", "5:7", "seed is 4294967296"},
    {"seed: 2026", "seed: [1]", "5:7", "seed is a list"},
    {"replications: 50", "severities: [light, light, middle, complex]", "4:21", "light twice"},
    {"replications: 50", "severities: {light: {}, middle: {}, complex: {stay: 0}}", "4:53",
     "severities.complex.stay is 0", "more than 0"},
    {"replications: 50", "severities: {light: {}, middle: {}, complex: {patence: 0.5}}", "4:47",
     "patence is not a known key", "did you mean patience?"},
    {"replications: 50", "severities: {light: {}, middle: {}, complex: 1.2}", "4:46",
     "severities.complex is 1.2", "stay, work, patience"},
    {"replications: 50", "choices: {any: {first_free: [oza, youth_team]}}", "4:35",
     "names youth_team, which is no arrangement"},
    {"replications: 50", "choices: {any: {shortest_list: [oza, oza]}}", "4:38", "names oza twice"},
    {"replications: 50", "choices: {any: {}}", "4:11",
     "choices.any has no first_free or shortest_list"},
    {"replications: 50", "choices: {any: {first_free: []}}", "4:29", "is an empty list"},
    {"replications: 50", "ages: {compulsory: [18, 5]}", "4:20", "not two ages", "[5, 18]"},
    {"replications: 50", "ages: {compulsory: [5, 12, 18]}", "4:20", "not two ages"},
    {"replications: 50", "ages: {compulsory: 18 years}", "4:20", "compulsory is 18 years"},
    {"replications: 50", "ages: {leaves_at: 18 years}", "4:8", "no ages.to", "by an exit"},
    {"replications: 50", "ages: {leaves_at: 18 years, to: home}", "4:33", "home, which is no exit"},
    {"replications: 50", "ages: {leaves_at: 18 EUR, to: back_at_school}", "4:19",
     "leaves_at is 18 EUR"},
    {"replications: 50", "replications:", "4:1", "replications is empty"},
    // Help beside the way
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months, routes: {home: 100%}}\n",
     "30:51", "help.routes is of help beside the way", "leads nowhere"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months, education: full}\n", "30:51",
     "help.education is of help beside the way", "unchanged"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months, also: help}\n", "30:51",
     "help.also is of help beside the way"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months, waiting: {at_home: 10%}}\n",
     "30:61", "waiting.at_home is of help beside the way"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months, waiting: {stays_home_after: "
     "1 month}}\n",
     "30:61", "stays_home_after is of help beside the way"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months, waiting: {worsens: 1% per "
     "month}}\n",
     "30:61", "waiting.worsens is of help beside the way"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months, waiting: {leaves_after: 1 "
     "month, leaves_to: home}}\n",
     "30:84", "leaves_to is of help beside the way", "`leaves_after` is enough"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months, limit: 5}\n", "30:51",
     "help.limit is of help beside the way"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months, holds_place: true}\n",
     "30:51", "help.holds_place is of help beside the way"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months, admits: {beside: [help]}}\n",
     "30:60", "admits.beside asks for help beside the way", "in an `if`"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months, ends_with_main: yes}\n",
     "30:67", "ends_with_main is yes", "true"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months}\n  other: {education: full, "
     "places: 5, stay: 3 months, routes: {help: 100%}}\n",
     "31:64", "arrangements.other.routes names help, which is beside", "by `also`"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months}\n  other: {education: full, "
     "places: 5, stay: 3 months, routes: {home: 100%}, waiting: {leaves_after: 1 month, leaves_to: "
     "help}}\n",
     "31:121", "leaves_to names help, which is beside"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months}\n  other: {education: full, "
     "places: 5, stay: 3 months, routes: {home: 100%}, limit: 5, when_full: help}\n",
     "31:98", "when_full names help, which is beside"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months}\n  other: {education: full, "
     "places: 5, stay: 3 months, routes: {home: 100%}, also: home}\n",
     "31:83", "other.also names home, which is not beside", "`beside: true`"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months}\n  other: {education: full, "
     "places: 5, stay: 3 months, routes: {home: 100%}, also: {help: {share: 130%}}}\n",
     "31:98", "also.help.share is 130%"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months}\n  other: {education: full, "
     "places: 5, stay: 3 months, routes: {home: 100%}, helps: {stay: 0.9}}\n",
     "31:77", "other.helps is not of help beside the way", "`beside: true`"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months}\n  other: {education: full, "
     "places: 5, stay: 3 months, routes: {back_at_school: {share: 100%, also: help}}}\n",
     "31:94", "routes.back_at_school.also is on a route to an exit", "take it out"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months}\n  other: {education: full, "
     "places: 5, stay: 3 months, routes: {home: {share: 100%, also: hepl}}}\n",
     "31:90", "routes.home.also names hepl, which is no node", "did you mean help?"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months}\n  other: {education: full, "
     "places: 5, stay: 3 months, routes: [{to: {home: 100%}, also: help}]}\n",
     "31:83", "stands beside a table of routes", "in the route"},
    // What is not built
    {"stay: {exponential: {mean: 5 months}}", "stay: {light: 5 months, rest: 3 months}", "49:11",
     "arrangements.home.stay has no by", "`by: severity`"},
    {"work: {gamma: {mean: 30 hours, cv: 0.6}}",
     "work: {by: severity, light: 20 hours, rest: 40 hours}", "22:11",
     "desks.youth_team.work differs by youth", "`severities: {complex: {work: 1.5}}`"},
    {"work: {gamma: {mean: 30 hours, cv: 0.6}}", "work: {by: subregion, rest: 40 hours}", "22:11",
     "desks.youth_team.work differs by youth", "a desk of their own"},
    {"takes: 2 weeks", "takes: {light: 2 weeks, middle: 3 weeks, complex: 4 weeks}", "23:12",
     "desks.youth_team.takes differs by youth", "a desk of their own"},
    {"stays_home_after: {lognormal: {median: 9 months, sigma: 0.9}}",
     "stays_home_after: {by: severity, rest: 9 months}", "37:25",
     "stays_home_after differs by youth", "patience: 0.5"},
    {"oza: {share: 15%, delay: 2 weeks}", "oza: {share: 15%, delay: {by: severity, rest: 2 weeks}}",
     "25:32", "delay differs by youth", "only the stay"},
    {"per_year: 120", "per_year: 120\n    batch: {uniform: {from: 1, to: 4}}", "11:12",
     "sources.school.batch is a map", "batches of random size are not built"},
    {"takes: 2 weeks", "takes: 2 weeks\n    closed: [{from: saturday, to: 08-25}]", "24:21",
     "closed[1].from is saturday", "a rhythm of weeks is not built"},
    {"takes: 2 weeks", "takes: 2 weeks\n    weekdays: [monday, tuesday]", "24:5",
     "weekdays is not a known key", "a rhythm of weeks is not built"},
    {"places: 24", "places: 24\n    starts: {monday: all}", "34:14",
     "starts.monday is not a day of the year", "a rhythm of weeks is not built"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months}\n  other: {education: full, "
     "places: 5, stay: 3 months, routes: [{if: {had: [help]}, to: {home: 100%}}, {to: {home: "
     "100%}}]}\n",
     "31:70", "has had without within", "within: 2 years"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months}\n  other: {education: full, "
     "places: 5, stay: 3 months, routes: [{if: {beside: [oza]}, to: {home: 100%}}, {to: {home: "
     "100%}}]}\n",
     "31:79", "names oza, which is not beside"},
    {"arrangements:\n",
     "arrangements:\n  help: {beside: true, places: 5, stay: 3 months}\n  other: {education: full, "
     "places: 5, stay: 3 months, beside: false}\n",
     "31:3", "arrangements.other has no routes", "`beside: true`"},
    {"arrangements:\n",
     "today: {help: {occupied: 3}}\narrangements:\n  help: {beside: true, places: 5, stay: 3 "
     "months}\n",
     "29:26", "today.help.occupied is of help beside the way", "use 0"},
    {"arrangements:\n",
     "absence: {leaves: {help: 1% per month}}\narrangements:\n  help: {beside: true, places: 5, "
     "stay: 3 months}\n",
     "29:20", "absence.leaves names help, which is beside"},
    {"arrangements:\n",
     "clocks: {c: {starts: {asks: oza}, stops: {attends: true}, within: 1 week, then: "
     "help}}\narrangements:\n  help: {beside: true, places: 5, stay: 3 months}\n",
     "29:81", "then names help, which is beside"},
    {"arrangements:\n",
     "choices: {any: {first_free: [help, oza]}}\narrangements:\n  help: {beside: true, places: 5, "
     "stay: 3 months}\n",
     "29:30", "names help, which is beside"},
    {"arrangements:\n",
     "interventions: {p: {from: 2026-09-01, effects: {e: {divert: 10%, from: \"**.routes.zoa\", "
     "to: help}}}}\narrangements:\n  help: {beside: true, places: 5, stay: 3 months}\n",
     "29:93", "to names help, which is beside"},
    {"arrangements:\n",
     "interventions: {p: {from: 2026-09-01, casework: {fte: 1, hours: 1300 hours per year, "
     "per_case: 1 hour, every: 1 week, may_place_in: [help]}}}\narrangements:\n  help: {beside: "
     "true, places: 5, stay: 3 months}\n",
     "29:133", "may_place_in names help, which is beside"},
    // Sources
    {"per_year: 120", "per_year: -1", "10:15", "sources.school.per_year is -1", "use 0 or more"},
    {"per_year: 120", "per_year: nan", "10:15", "is nan", "does not begin with a number"},
    {"per_year: 120", "per_year: inf", "10:15", "is inf"},
    {"per_year: 120", "per_year: 0x10", "10:15", "is 0x10"},
    {"per_year: 120", "per_year: 1e999", "10:15", "is 1e999", "too large"},
    {"per_year: 120", "per_year: 1,5", "10:15", "is 1,5", "write 1.5"},
    {"per_year: 120", "per_year: 1,200", "10:15", "is 1,200", "write 1200"},
    {"per_year: 120", "per_year: 1.200.000", "10:15", "is 1.200.000", "nothing for thousands"},
    {"    per_year: 120", "    per_year: 120\n    batch: 0", "11:12", "batch is 0", "1 to 1000"},
    {"    per_year: 120", "    batch: 3\n    arrivals: [2026-09-01]", "10:5",
     "has both arrivals and batch", "same day"},
    {"    per_year: 120\n", "", "8:3", "sources.school has no per_year or arrivals"},
    {"per_year: 120", "per_year: 120\n    arrivals: [2026-09-01]", "11:5",
     "both per_year and arrivals"},
    {"per_year: 120", "arrivals: [2026-09-01, 2032-08-01]", "10:28", "2032-08-01, outside the run",
     "2021-08-01 to 2032-08-01"},
    {"per_year: 120", "arrivals: []", "10:15", "arrivals is an empty list", "per_year"},
    {"per_year: 120", "arrivals: {file: arrivals.csv}", "10:22", "there is no file"},
    {"per_year: 120", "arrivals: {}", "10:5", "arrivals has no file or table"},
    {"growth: 2% per year", "growth: -100% per year", "11:13",
     "sources.school.growth is -100% per year", "more than -100%"},
    {"growth: 2% per year", "growth: 2%", "11:13", "growth is 2%", "2% per year"},
    {"aug: 0.35", "aig: 0.35", "12:14", "months.aig is not a known key", "did you mean aug?"},
    {"from: 4 years", "from: 40 years", "13:11", "age.uniform goes down", "swap"},
    {"from: 4 years", "from: 4", "13:27", "uniform.from is 4", "4 years"},
    {"from: 4 years", "from: 4 EUR", "13:27", "from is 4 EUR", "6 weeks"},
    {"age: {uniform:", "age: {unifrom:", "13:11", "unifrom is not a known key",
     "did you mean uniform?"},
    {"light: 55%", "light: 50%", "14:5", "the shares of sources.school.severity sum to 95%",
     "add 5%"},
    {"light: 55%", "lihgt: 55%", "14:16", "names lihgt, which is no severity",
     "did you mean light?"},
    {"light: 55%", "light: 155%", "14:23", "light is 155%", "0% to 100%"},
    {"light: 55%, middle: 33%", "light: rest, middle: rest", "14:37", "second rest"},
    {"to: youth_team", "to: youth_taem", "15:9", "names youth_taem, which is no node",
     "did you mean youth_team?"},
    {"to: youth_team", "to: school", "15:9", "which is a source"},
    {"growth: 2% per year", "growth: -99% per year", "11:13", "grows beyond 1e+09", "less growth"},
    {"    to: youth_team\n", "", "8:3", "sources.school has no to or routes"},
    {"to: youth_team", "to: youth_team\n    subregion: {north: 100%}", "16:17", "no subregion",
     "subregions: [north]"},
    // Desks
    {"staff: 3.4 fte", "staff: 3.4", "19:12", "staff is 3.4", "3.4 fte"},
    {"staff: 3.4 fte", "staff: -1 fte", "19:12", "staff is -1 fte", "use 0 or more"},
    {"    staff: 3.4 fte\n", "", "18:3", "desks.youth_team has no staff"},
    {"    hours: 1300 hours per year\n", "", "18:3", "desks.youth_team has no hours"},
    {"    work: {gamma: {mean: 30 hours, cv: 0.6}}\n", "", "18:3", "desks.youth_team has no work"},
    {"staff: 3.4 fte\n    growth: 2% per year\n    hours: 1300 hours per year\n    work: {gamma: "
     "{mean: 30 hours, cv: 0.6}}\n    takes: 2 weeks",
     "staff: unlimited", "18:3", "desks.youth_team has no takes"},
    {"staff: 3.4 fte", "staff: unlimited", "20:13", "of what is unlimited"},
    {"hours: 1300 hours per year", "hours: 1300 hours", "21:12", "hours is 1300 hours",
     "did you mean 1300 hours per year?"},
    {"mean: 30 hours", "mean: 0 hours", "22:26", "gamma.mean is 0 hours", "more than 0"},
    {"mean: 30 hours", "mean: 30 days", "22:26", "gamma.mean is 30 days", "30 hours"},
    {"cv: 0.6", "cv: -0.6", "22:40", "gamma.cv is -0.6"},
    {"mean: 30 hours, cv: 0.6", "mean: 30 hours", "22:12", "gamma has no cv"},
    {"takes: 2 weeks", "takes: -2 weeks", "23:12", "takes is -2 weeks"},
    {"takes: 2 weeks", "takes: 2 weks", "23:12", "takes is 2 weks", "did you mean 2 weeks?"},
    {"takes: 2 weeks", "takes: 2 weeks\n    order: longest", "24:12", "order is longest",
     "first_come, severity"},
    {"takes: 2 weeks", "takes: 2 weeks\n    units: 0", "24:12", "units is 0", "use 1 to"},
    {"takes: 2 weeks", "takes: 2 weeks\n    units: {north: 2}", "24:13",
     "names north, which is no subregion"},
    {"takes: 2 weeks", "takes: 2 weeks\n    closed: [{from: 07-15, to: 08-32}]", "24:32",
     "to is 08-32", "08-01"},
    {"takes: 2 weeks", "takes: 2 weeks\n    closed: [{from: 02-29, to: 03-05}]", "24:21",
     "from is 02-29", "use 02-28 or 03-01"},
    {"takes: 2 weeks", "takes: 2 weeks\n    closed: [{from: 07-15, to: 07-15}]", "24:32",
     "begins and ends on 07-15"},
    {"takes: 2 weeks", "takes: 2 weeks\n    closed: [{from: 01-10, to: 12-30}]", "24:13",
     "leaves fewer than 28 days"},
    {"takes: 2 weeks", "takes: 2 weeks\n    waiting: {worsens: 3%}", "24:24", "worsens is 3%",
     "3% per month"},
    {"takes: 2 weeks", "takes: 2 weeks\n    waiting: {leaves_after: 3 months}", "24:15",
     "leaves_after without leaves_to"},
    {"takes: 2 weeks", "takes: 2 weeks\n    cost: {per_hour: 85}", "24:22", "per_hour is 85",
     "85 EUR"},
    {"takes: 2 weeks", "takes: 2 weeks\n    cost: {per_fte: 85 EUR}", "24:21", "per_fte is 85 EUR",
     "did you mean 85 EUR per year?"},
    {"oza: {share: 15%, delay: 2 weeks}", "ozza: {share: 15%, delay: 2 weeks}", "25:7",
     "names ozza, which is no node", "did you mean oza?"},
    {"share: 15%, delay: 2 weeks", "share: 95%, delay: 2 weeks", "24:5", "sum to 105%",
     "take 5% off"},
    {"share: 15%, delay: 2 weeks", "delay: 2 weeks", "25:7",
     "desks.youth_team.routes.oza has no share"},
    {"back_at_school: rest", "back_at_school: {share: rest, bounce: 10%}", "27:37",
     "bounce is on a route to an exit"},
    {"share: 15%, delay: 2 weeks", "share: 15%, delya: 2 weeks", "25:25",
     "delya is not a known key", "did you mean delay?"},
    {"share: 15%, delay: 2 weeks", "share: 15%, if: {age: {from: 12, to: 10}}", "25:50",
     "age runs from 12 to 10"},
    {"share: 15%, delay: 2 weeks", "share: 15%, if: {severity: complex}", "25:40",
     "severity is complex", "a list"},
    {"share: 15%, delay: 2 weeks", "share: 15%, if: {severity: [complx]}", "25:41", "names complx",
     "did you mean complex?"},
    // Arrangements
    {"places: 24", "places: -4", "33:13", "arrangements.oza.places is -4", "use 0 or more"},
    {"places: 24", "places: 2.5", "33:13", "places is 2.5", "whole number"},
    {"places: 24", "places: 24 places", "33:13", "places is 24 places", "such as 24"},
    {"places: 24", "places: 10000001", "33:13", "places is 10000001"},
    {"places: 24", "palces: 24", "33:5", "palces is not a known key", "did you mean places?"},
    {"    places: 24\n", "", "30:3", "arrangements.oza has no places", "places: 24"},
    {"places: 24", "places: [{from: 2021-08-01}]", "33:14", "places[1] has no count"},
    {"from: 2021-08-01, count: 26", "from: 2028-08-01, count: 26", "43:52",
     "not after the one before it"},
    {"stay: {lognormal: {median: 11 months, sigma: 0.7}}",
     "stay: {lognormal: {median: 11 months, cv: 0.7}}", "34:12", "mixes two forms",
     "median with sigma"},
    {"stay: {lognormal: {median: 11 months, sigma: 0.7}}",
     "stay: {empirical: {values: [1 week, 2 weeks], weights: [1]}}", "34:12",
     "2 values and 1 weights"},
    {"stay: {lognormal: {median: 11 months, sigma: 0.7}}",
     "stay: {triangular: {from: 3 weeks, mode: 2 weeks, to: 6 weeks}}", "34:12", "out of order"},
    {"stay: {lognormal: {median: 11 months, sigma: 0.7}}",
     "stay: {exponential: {mean: 1 month}, uniform: {from: 1 day, to: 2 days}}", "34:42",
     "has both exponential and uniform"},
    {"stay: {lognormal: {median: 11 months, sigma: 0.7}}", "stay: {normal: {mean: 3 weeks}}",
     "34:12", "stay.normal is not a known key", "lognormal"},
    {"stay: {lognormal: {median: 11 months, sigma: 0.7}}", "stay: {constant: 3 weeks}", "34:12",
     "stay.constant is not a known key", "exponential"},
    {"    stay: {lognormal: {median: 11 months, sigma: 0.7}}\n", "", "30:3",
     "arrangements.oza has no stay"},
    {"education: part\n    places: 24", "places: 24", "30:3", "arrangements.oza has no education"},
    {"education: part", "education: most", "32:16", "education is most", "full, part, none"},
    {"leads: education", "leads: school", "31:12", "leads is school", "education, care, none"},
    {"leads: education", "holds_place: yes", "31:18", "holds_place is yes", "true, false"},
    {"leads: education", "starts: some_day", "31:13", "starts is some_day"},
    {"leads: education", "starts: {2026-08-01: all}", "31:14", "is not a day of the year", "08-01"},
    {"leads: education", "starts: {08-01: many}", "31:21", "is many", "all"},
    {"leads: education", "limit: 10", "31:5", "limit without when_full"},
    {"leads: education", "when_full: zoa", "31:5", "when_full without limit"},
    {"leads: education", "limit: 10\n    when_full: oza", "32:16", "when_full is the node itself"},
    {"    takes: 2 weeks", "    limit: 10", "23:5", "youth_team has limit without when_full"},
    {"    takes: 2 weeks", "    limit: 10\n    when_full: youth_team", "24:16",
     "when_full is the node itself"},
    {"leads: education", "closed: [{from: 07-15, to: 07-15}]", "31:32", "begins and ends on 07-15",
     "open again"},
    {"leads: education", "closed: [{from: 07-15, to: 07-10}]", "31:13",
     "closed leaves fewer than 28 days a year", "close fewer"},
    {"leads: education", "starts: {08-01: all}\n    closed: [{from: 07-15, to: 08-25}]", "31:14",
     "starts.08-01 lies in a time that is closed", "take the date out"},
    {"leads: education", "until_age: 13 EUR", "31:16", "until_age is 13 EUR", "years"},
    {"leads: education", "leaves_at: 20 years", "31:5", "leaves_at has no ages.to"},
    {"at_home: 40%", "at_home: 140%", "36:16", "at_home is 140%"},
    {"per_place: 22000 EUR per year", "per_place: 22000 EUR", "38:23", "per_place is 22000 EUR",
     "22000 EUR per year"},
    {"swv: 60%", "swv: 50%", "38:43", "cost.paid_by sum to 90%"},
    {"{back_at_school: 80%, zoa: 12%, home: rest}", "{}", "39:5", "oza.routes holds no route"},
    {"{back_at_school: 80%, zoa: 12%, home: rest}", "{home: {share: 100%, rework: 10%}}", "39:34",
     "rework is not on a desk's route"},
    {"exits:\n", "exits:\n  zoa: {}\n", "53:3", "exits.zoa is also the id of an arrangement",
     "rename"},
    {"exits:\n", "exits:\n  At School: {}\n", "53:3", "exits.At School is not an id",
     "small letter"},
    // Exits, absence, today
    {"education: full", "returns: {share: 24%, to: oza}", "53:20", "returns has no after"},
    {"education: full", "returns: {share: 24, after: 1 year, to: oza}", "53:37",
     "returns.share is 24"},
    {"education: full", "returns: {share: 24%, after: 1 year, to: back_at_school}", "53:61",
     "back_at_school, which is an exit", "asks somewhere"},
    {"", "absence: {case: {desk: youth_team}}\n", "54:11", "absence.case has no after"},
    {"", "absence: {case: {desk: oza, after: 4 weeks}}\n", "54:24", "oza, which is no desk"},
    {"", "absence: {case: {desk: youth_team, after: 4 weeks, share: 80}}\n", "54:59",
     "absence.case.share is 80"},
    {"", "absence: {back_to_school: 6%}\n", "54:27", "back_to_school is 6%", "per month"},
    {"", "absence: {leaves: {hom: 1% per month}}\n", "54:20", "names hom", "did you mean home?"},
    {"", "today: {oza: {fill: 100%, occupied: 3}}\n", "54:27", "both fill and occupied"},
    {"", "today: {home: {fill: 100%}}\n", "54:16", "today.home.fill is of unlimited places"},
    {"", "today: {youth_team: {occupied: 3}}\n", "54:22", "occupied is of a desk"},
    {"", "initial: {youth_team: {occupied: 3}}\n", "54:24", "initial.youth_team.occupied"},
    {"", "today: {oza: {in_work: 3}}\n", "54:24", "in_work is of an arrangement", "occupied"},
    {"", "today: {as_of: 2026-09-01}\n", "54:16", "today.as_of is 2026-09-01", "write 2026-08-01"},
    {"", "today: {rows: today.csv}\n", "54:15", "there is no file"},
    {"", "initial: {rows: today.csv}\n", "54:17", "initial.rows is today.csv"},
    {"", "today: {rows: {table: \"state\\ninside\"}}\n", "54:23", "no column node", "absent_since"},
    {"", "today: {rows: {table: \"node,state\\nozo,inside\"}}\n", "54:23", "ozo, which is no node",
     "oza"},
    {"", "today: {rows: {table: \"node,state\\nback_at_school,inside\"}}\n", "54:23",
     "back_at_school is an exit"},
    {"", "today: {rows: {table: \"node,state\\noza,there\"}}\n", "54:23", "state is there",
     "inside, in_work"},
    {"", "today: {rows: {table: \"node,state\\nyouth_team,inside\"}}\n", "54:23",
     "youth_team is a desk"},
    {"", "today: {rows: {table: \"node,state\\noza,in_work\"}}\n", "54:23",
     "oza is an arrangement"},
    {"", "today: {rows: {table: \"node,state\\nhome,waiting\"}}\n", "54:23",
     "home is where nobody"},
    {"", "today: {rows: {table: \"node,state,since\\noza,inside,2026-08-02\"}}\n", "54:23",
     "since is 2026-08-02, after the start date"},
    {"", "today: {rows: {table: \"node,state,absent_since\\noza,inside,june\"}}\n", "54:23",
     "absent_since is june"},
    {"",
     "ages: {leaves_at: 18 years, to: back_at_school}\n"
     "today: {rows: {table: \"node,state,age\\noza,inside,18\"}}\n",
     "55:23", "the youth is 18 years old, and youths leave here at 18", "leave the row out"},
    {"", "today: {oza: {occupied: 1}, rows: {table: \"node,state\\noza,inside\"}}\n", "54:9",
     "today.oza is in the rows of `today`, too"},
    {"warm_up: 5 years}",
     "warm_up: 0 days}\ntoday: {oza: {occupied: 1}}\ninitial: {oza: {fill: 9%}}", "4:9",
     "oza is in `initial` and in `today`"},
    {"arrangements:\n",
     "arrangements:\n  rows: {education: part, places: 5, stay: 3 months, routes: {home: 100%}}\n",
     "30:3", "arrangements.rows has the id rows", "a label for people"},
    {"", "today: {home: {waiting: 3}}\n", "54:25", "today.home.waiting"},
    {"", "today: {school: {waiting: 3}}\n", "54:9", "which is a source"},
    {"", "today: {back_at_school: {occupied: 3}}\n", "54:9", "is an exit"},
    // Legal clocks
    {"", "clocks: {a: {starts: {asks: oza}, stops: {decided: zoa}, within: 1 week}}\n", "54:52",
     "names zoa, one of the arrangements", "name a desk"},
    {"", "clocks: {a: {starts: {asks: home2}, stops: {enters: [oza]}, within: 1 week}}\n", "54:29",
     "names home2, which is no node", "did you mean home?"},
    {"", "clocks: {a: {starts: {asks: back_at_school}, stops: {enters: [oza]}, within: 1 week}}\n",
     "54:29", "names back_at_school, one of the exits", "a desk or an arrangement"},
    {"", "clocks: {a: {starts: {enters: oza}, stops: {enters: [oza]}, within: 1 week}}\n", "54:54",
     "which starts the clock"},
    {"",
     "clocks: {a: {starts: {asks: oza, enters: zoa}, stops: {enters: [oza]}, within: 1 week}}\n",
     "54:34", "both asks and enters"},
    {"", "clocks: {a: {starts: {asks: oza}, stops: {}, within: 1 week}}\n", "54:35",
     "has no decided or enters or attends"},
    {"", "clocks: {a: {starts: {asks: oza}, stops: {attends: false}, within: 1 week}}\n", "54:52",
     "attends is false", "true"},
    {"", "clocks: {a: {starts: {asks: oza}, stops: {attends: true}}}\n", "54:10",
     "clocks.a has no within"},
    // Budgets
    {"", "budgets: {gemente: {amount: 100 EUR per year}}\n", "54:11",
     "budgets.gemente is of nobody who pays", "did you mean gemeente?"},
    {"", "budgets: {gemeente: {}}\n", "54:11", "budgets.gemeente has no amount"},
    {"", "budgets: {gemeente: {amount: 100 EUR}}\n", "54:30", "amount is 100 EUR", "per year"},
    {"", "funders: {gemente: {label: {nl: De gemeente}}}\n", "54:11",
     "funders.gemente is of nobody who pays", "did you mean gemeente?"},
    {"", "funders: {gemeente: De gemeente}\n", "54:21", "funders.gemeente is De gemeente", "label"},
    // Evidence and targets
    {"", "evidence: {arrangements.ozza.stay: {basis: assumed}}\n", "54:12",
     "arrangements.ozza.stay, which names nothing", "did you mean arrangements.oza.stay?"},
    {"", "evidence: {arrangements.oza.stay: {basis: guessed}}\n", "54:43", "basis is guessed"},
    {"", "evidence: {arrangements.oza.stay: {basis: assumed, range: [1 week]}}\n", "54:59",
     "holds 1 values", "low"},
    {"", "evidence: {arrangements.oza.stay: {basis: assumed, together: stays}}\n", "54:62",
     "has no range in which it could rise and fall", "take `together` out"},
    {"", "targets: {arrived: {value: 5, basis: derived}}\n", "54:11", "does not say when it is met",
     "tolerance"},
    {"", "targets: {arrived: {range: [5, 3], basis: derived}}\n", "54:28", "goes down"},
    {"", "targets: {arrived: {range: [5, 6 EUR], basis: derived}}\n", "54:32", "is 6 EUR",
     "a share such as 14%"},
    {"", "targets: {arrived: {range: [5, 6], discrepancy: 1 week, basis: derived}}\n", "54:49",
     "discrepancy is 1 week"},
    {"", "headline: {arrived: many}\n", "54:21", "headline.arrived is many"},
    // Interventions
    {"", "interventions: {a: {effects: {}}}\n", "54:17", "interventions.a has no from"},
    {"", "interventions: {a: {from: 2027-01-01, until: 2026-01-01}}\n", "54:46",
     "not after 2027-01-01"},
    {"", "interventions: {a: {from: 2027-01-01, afterwards: {keeps: 50%, fades_over: 1 year}}}\n",
     "54:39", "no end to come after"},
    {"",
     "interventions: {a: {from: 2027-01-01, effects: {b: {divert: 10%, from: "
     "arrangements.zoa.stay, to: oza}}}}\n",
     "54:72", "names no route", "**.routes.zoa"},
    {"",
     "interventions: {a: {from: 2027-01-01, effects: {b: {divert: 10%, from: \"**.routes.zoaa\", "
     "to: oza}}}}\n",
     "54:72", "names nothing", "did you mean **.routes.zoa?"},
    {"",
     "interventions: {a: {from: 2027-01-01, effects: {b: {divert: 110%, from: \"**.routes.zoa\", "
     "to: oza}}}}\n",
     "54:61", "divert is 110%"},
    {"",
     "interventions: {a: {from: 2027-01-01, effects: {b: {divert: 10%, from: \"**.routes.zoa\", "
     "to: ozza}}}}\n",
     "54:93", "names ozza", "did you mean oza?"},
    {"",
     "interventions: {a: {from: 2027-01-01, effects: {b: {divert: 10%, from: \"**.routes.zoa\", "
     "to: school}}}}\n",
     "54:93", "school"},
    {"",
     "interventions: {a: {from: 2027-01-01, effects: {b: {divert: 10%, from: \"**.routes.zoa\", "
     "to: oza, factor: 2}}}}\n",
     "54:98", "factor is not a known key"},
    {"",
     "interventions: {a: {from: 2027-01-01, effects: {b: {divrt: 10%, from: \"**.routes.zoa\", to: "
     "oza}}}}\n",
     "54:53", "divrt is not a known key", "did you mean divert?"},
    {"",
     "interventions: {a: {from: 2027-01-01, effects: {b: {divert: 10%, from: \"**.routes.zoa\", "
     "to: oza, until: 2026-01-01}}}}\n",
     "54:105", "not after 2027-01-01"},
    {"", "interventions: {a: {from: 2027-01-01, effects: {b: {divert: 10%, to: oza}}}}\n", "54:49",
     "effects.b has no from"},
    {"",
     "interventions: {a: {from: 2027-01-01, effects: {b: {change: arrangements.ozza.stay, factor: "
     "0.5}}}}\n",
     "54:61", "names nothing", "did you mean arrangements.oza.stay?"},
    {"",
     "interventions: {a: {from: 2027-01-01, effects: {b: {change: \"**.delya\", factor: 0.5}}}}\n",
     "54:61", "names nothing", "did you mean **.delay?"},
    {"",
     "interventions: {a: {from: 2027-01-01, effects: {b: {change: desks.youth_team.growth, factor: "
     "0.5}}}}\n",
     "54:61", "which cannot be changed", "at_home"},
    {"",
     "interventions: {a: {from: 2027-01-01, effects: {b: {change: arrangements.home.places, "
     "factor: 0.5}}}}\n",
     "54:61", "no number to change"},
    {"", "interventions: {a: {from: 2027-01-01, effects: {b: {change: arrangements.oza.stay}}}}\n",
     "54:49", "effects.b has no factor or add or set"},
    {"",
     "interventions: {a: {from: 2027-01-01, effects: {b: {change: arrangements.oza.stay, factor: "
     "0.5, set: 3 weeks}}}}\n",
     "54:97", "both factor and set"},
    {"",
     "interventions: {a: {from: 2027-01-01, effects: {b: {change: arrangements.oza.stay, factor: "
     "-0.5}}}}\n",
     "54:92", "factor is -0.5"},
    {"",
     "interventions: {a: {from: 2027-01-01, effects: {b: {change: arrangements.oza.stay, add: "
     "5}}}}\n",
     "54:89", "add is 5", "5 weeks"},
    {"",
     "interventions: {a: {from: 2027-01-01, effects: {b: {change: arrangements.oza.stay, set: "
     "{exponential: {mean: 3 hours}}}}}}\n",
     "54:110", "mean is 3 hours"},
    {"",
     "interventions: {a: {from: 2027-01-01, effects: {b: {change: \"arrangements.oza.*\", add: "
     "1}}}}\n",
     "54:61", "names both"},
    {"", "set: {arrangements.ozza.places: 30}\n", "54:7", "arrangements.ozza.places names nothing",
     "did you mean arrangements.oza.places?"},
    {"", "set: {arrangements.oza.places: -30}\n", "54:32", "arrangements.oza.places is -30"},
    {"", "set: 5\n", "54:6", "set"},
    // Sense
    {"oza: {share: 15%, delay: 2 weeks}\n      zoa: {share: 10%, delay: 2 weeks, bounce: 20%, "
     "rework: 50%}\n      back_at_school: rest",
     "oza: {share: 100%, if: {age: {from: 4, to: 12}}}", "24:5",
     "desks.youth_team.routes have no way for a youth of 3 years", "rest"},
    {"stay: {exponential: {mean: 5 months}}\n    routes: {back_at_school: 70%, zoa: 30%}",
     "stay: 0 days\n    routes: {home: 100%}", "50:5", "home -> home goes round"},
    {"stay: {exponential: {mean: 5 months}}\n    routes: {back_at_school: 70%, zoa: 30%}",
     "stay: 0 days\n    routes: {home: 50%, zoa: 50%}", "50:5", "lead to itself"},
};

TEST(BrokenScenario, is_told_once_at_its_place_with_advice) {
  const ScenarioFiles files;
  for (const Broken& each : broken) {
    SCOPED_TRACE(each.to);
    const std::string told = files.mistakes(changed(minimal(), each.from, each.to));
    EXPECT_THAT(told, HasSubstr(std::string(".yaml:") + each.place + ": "));
    EXPECT_THAT(told, HasSubstr(each.words));
    EXPECT_THAT(told, HasSubstr(each.advice));
    EXPECT_EQ(count_mistakes(told), 1) << told;
  }
}

TEST(ScenarioErrors, an_id_with_hyphens_or_capitals_is_told_once_with_the_id_that_is_meant) {
  const ScenarioFiles files;
  std::string text = changed(minimal(), "  home:\n", "  Thuis-zonder school:\n");
  const std::string named =
      changed(changed(text, "zoa: 12%, home: rest", "zoa: 12%, thuis_zonder_school: rest"),
              "back_at_school: 70%, home: rest", "back_at_school: 70%, thuis-zonder-school: rest");
  const std::string told = files.mistakes(named);
  EXPECT_THAT(told, HasSubstr("arrangements.Thuis-zonder school is not an id"));
  EXPECT_THAT(told, HasSubstr("arrangements.zoa.routes.thuis-zonder-school is not an id"));
  EXPECT_THAT(told, HasSubstr("did you mean thuis_zonder_school?"));
  EXPECT_EQ(count_mistakes(told), 2) << told;
  EXPECT_THAT(files.mistakes(changed(minimal(), "to: youth_team", "to: Youth-team")),
              HasSubstr("did you mean youth_team?"));
}

TEST(ScenarioErrors, shares_that_are_no_whole_are_told_beside_names_that_are_wrong) {
  const ScenarioFiles files;
  const std::string routes = files.mistakes(
      changed(minimal(), "{back_at_school: 70%, zoa: 30%}", "{back-at-school: 75%, zoa: 30%}"));
  EXPECT_THAT(routes, HasSubstr("did you mean back_at_school?"));
  EXPECT_THAT(routes, HasSubstr("the shares of arrangements.home.routes sum to 105%"));
  EXPECT_EQ(count_mistakes(routes), 2) << routes;
  const std::string levels =
      files.mistakes(changed(minimal(), "{light: 55%, middle: 33%, complex: 12%}",
                             "{light: 60%, midle: 33%, complex: 12%}"));
  EXPECT_THAT(levels, HasSubstr("did you mean middle?"));
  EXPECT_THAT(levels, HasSubstr("the shares of sources.school.severity sum to 105%"));
  EXPECT_EQ(count_mistakes(levels), 2) << levels;
}

/// Whether the shape alone tells something of a text.
std::optional<bool> shape_refuses(const std::string& path) {
  std::vector<Document> documents;
  Issues issues;
  const auto tree = read_yaml_file(path, documents, issues);
  if (!tree || issues.has_errors()) return std::nullopt;
  Shape(issues).check(*tree);
  return issues.has_errors();
}

/// What the shape tells and no schema can: days that the calendar lacks, spans of whole months, and
/// numbers that YAML reads in another way.
const std::set<std::string> beyond_schemas{"start: 2026-02-30", "warm_up: 1.3 months",
                                           "follow_up: 9 weeks", "per_year: 0x10"};

TEST(ScenarioErrors, of_shape_are_those_that_the_schema_refuses) {
  const ScenarioFiles files;
  std::vector<std::string> paths;
  for (const Broken& each : broken)
    paths.push_back(
        files.write(changed(minimal(), each.from, each.to), fmt::format("{}.yaml", paths.size())));
  const auto answers = validated("scenario", paths);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const std::optional<bool> refused = shape_refuses(paths[i]);
    if (!refused || beyond_schemas.contains(broken[i].to)) continue;
    EXPECT_EQ(*refused, answers.at(paths[i]) != good)
        << broken[i].from << " -> " << broken[i].to << "\n"
        << answers.at(paths[i]);
  }
}

}  // namespace
}  // namespace doorstroom
