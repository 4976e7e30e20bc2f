// Arrangements that take youths in on some dates only.

#include <algorithm>
#include <map>

#include "tests/reference/plain.hpp"

namespace doorstroom::plain {
namespace {

/// How many may begin on a day of the year; none on any other.
using Starts = std::map<std::pair<unsigned, unsigned>, int>;

/// When each youth enters, or -1. Day by day: whoever is there at midnight and stays on leaves room
/// for the rest; those who wait enter in order of coming, as long as the day and the places allow.
std::vector<Ticks> entries(const std::vector<Ticks>& arrivals, const std::vector<Ticks>& stays,
                           int places, const Starts& starts, const Period& period) {
  std::vector<Ticks> entered(arrivals.size(), -1);
  for (std::int64_t today = 0; today < period.horizon_day(); ++today) {
    const std::chrono::year_month_day date{period.date_at(today)};
    const auto start = starts.find({unsigned{date.month()}, unsigned{date.day()}});
    if (start == starts.end()) continue;
    int left = start->second;
    // Within a day places come free when a stay ends, and youths come: at each such moment the
    // first of those who wait enters.
    for (std::size_t youth = 0; youth < arrivals.size() && left > 0; ++youth) {
      if (entered[youth] >= 0) continue;
      Ticks at = std::max(arrivals[youth], today * day);
      for (;;) {
        int inside = 0;
        Ticks next_leaves = (today + 1) * day;
        for (std::size_t other = 0; other < arrivals.size(); ++other) {
          if (entered[other] < 0 || entered[other] + stays[other] <= at) continue;
          ++inside;
          next_leaves = std::min(next_leaves, entered[other] + stays[other]);
        }
        if (inside < places || at >= (today + 1) * day) break;
        at = next_leaves;
      }
      if (at >= (today + 1) * day) break;  // nor does anybody behind
      entered[youth] = at;
      --left;
    }
  }
  return entered;
}

std::string school_with(const std::string& places, const std::string& starts,
                        const std::string& stay) {
  return worked::scenario(fmt::format(R"(
sources:
  signal: {{per_year: 90, to: school}}
arrangements:
  school:
    education: full
    places: {}
    starts: {}
    stay: {}
    routes: {{out: 100%}}
exits:
  out: {{education: full}}
)",
                                      places, starts, stay),
                          4);
}

void is_as_defined(int places, const std::string& starts_text, const Starts& starts,
                   const std::string& stay) {
  const worked::Worked free(school_with("unlimited", "any_day", stay));
  const worked::Worked dated(school_with(std::to_string(places), starts_text, stay));
  const std::vector<Ticks> expected =
      entries(arrivals(free), stays(free, "school"), places, starts, free.scenario().period);
  const std::vector<Visit> visited = visits(dated, "school");
  ASSERT_EQ(visited.size(), expected.size());
  int waited = 0;
  for (std::size_t youth = 0; youth < expected.size(); ++youth) {
    const Instant entered = visited[youth].entered;
    ASSERT_EQ(entered == never ? -1 : entered.ticks, expected[youth]) << "youth " << youth;
    waited += expected[youth] > visited[youth].asked.ticks;
  }
  EXPECT_GT(waited, 50) << "hardly anybody waits for a date";
}

}  // namespace

TEST(StartDates, youths_enter_on_the_dates_and_in_the_numbers_that_are_given) {
  const Starts starts{{{8, 1}, 1000}, {{10, 26}, 12}, {{1, 4}, 8}, {{2, 28}, 5}};
  const std::string text = "{08-01: all, 10-26: 12, 01-04: 8, 02-28: 5}";
  is_as_defined(40, text, starts, "{lognormal: {median: 5 months, sigma: 0.7}}");
  is_as_defined(200, text, starts, "{exponential: {mean: 60 days}}");
}

}  // namespace doorstroom::plain
