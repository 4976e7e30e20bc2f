// One request on the lists of several arrangements: the first place offered is taken.

#include <algorithm>
#include <map>
#include <set>

#include "tests/reference/plain.hpp"

namespace doorstroom::plain {
namespace {

/// Two arrangements, which some youths ask for alone and others together, in this order.
struct Pair {
  std::array<int, 2> places{};
  std::vector<Ticks> asked;                    ///< by each youth
  std::vector<std::vector<std::size_t>> for_;  ///< which of the two, in declared order
  std::array<std::vector<Ticks>, 2> stays;     ///< of each youth, if it is there
};

/// Where a youth entered, and when; -1: nowhere before the end.
struct Entry {
  Ticks at = -1;
  std::size_t where = 0;
};

/// Whoever waits longest and asks for a place that is free gets it; of two, the first he or she
/// named. That is looked at whenever somebody asks or leaves.
std::vector<Entry> entries(const Pair& pair, Ticks end) {
  std::vector<Entry> entered(pair.asked.size());
  std::set<Ticks> moments(pair.asked.begin(), pair.asked.end());
  std::array<std::multiset<Ticks>, 2> ends;  // of stays
  while (!moments.empty() && *moments.begin() < end) {
    const Ticks now = *moments.begin();
    moments.erase(moments.begin());
    for (auto& stays : ends) stays.erase(stays.begin(), stays.upper_bound(now));
    // Youths are numbered in order of asking.
    for (std::size_t youth = 0; youth < entered.size() && pair.asked[youth] <= now; ++youth) {
      if (entered[youth].at >= 0) continue;
      for (const std::size_t where : pair.for_[youth]) {
        if (static_cast<int>(ends[where].size()) >= pair.places[where]) continue;
        entered[youth] = {now, where};
        moments.insert(*ends[where].insert(now + pair.stays[where][youth]));
        break;
      }
    }
  }
  return entered;
}

/// Routes to one arrangement each, or to both by a choice.
std::string region(const std::array<std::string, 2>& places, const std::string& routes) {
  std::string text = "sources:\n  signal: {per_year: 150, routes: " + routes + "}\n";
  text += "choices:\n  any: {first_free: [south, north]}\narrangements:\n";
  for (const std::size_t i : {0u, 1u})
    text += fmt::format(
        "  {}: {{education: full, places: {}, stay: {{lognormal: {{mean: {} days, cv: 0.8}}}}, "
        "routes: {{out: 100%}}}}\n",
        i ? "north" : "south", places[i], i ? 30 : 50);
  return worked::scenario(text + "exits:\n  out: {education: full}\n", 3);
}

}  // namespace

TEST(Registrations, the_first_place_offered_is_taken_and_the_other_request_lapses) {
  const std::array<std::string, 2> all{"unlimited", "unlimited"};
  const std::string mixed = "{south: 30%, north: 30%, any: 40%}";
  const worked::Worked south(region(all, "{south: 100%}"));
  const worked::Worked north(region(all, "{north: 100%}"));
  const worked::Worked scarce(region({"8", "5"}, mixed));

  Pair pair{.places = {8, 5},
            .asked = arrivals(south),
            .for_ = std::vector<std::vector<std::size_t>>(arrivals(south).size()),
            .stays = {stays(south, "south"), stays(north, "north")}};
  const std::array<std::vector<Visit>, 2> told{visits(scarce, "south"), visits(scarce, "north")};
  for (std::size_t youth = 0; youth < pair.asked.size(); ++youth)
    for (const std::size_t i : {0u, 1u})
      if (told[i][youth].asked != never) pair.for_[youth].push_back(i);

  const Ticks horizon = scarce.scenario().period.horizon().ticks;
  const std::vector<Entry> expected = entries(pair, horizon);
  int both = 0;
  for (std::size_t youth = 0; youth < expected.size(); ++youth) {
    for (const std::size_t i : pair.for_[youth]) {
      const Visit& visit = told[i][youth];
      const bool here = expected[youth].at >= 0 && expected[youth].where == i;
      ASSERT_EQ(visit.asked.ticks, pair.asked[youth]);
      ASSERT_EQ(visit.entered == never ? -1 : visit.entered.ticks, here ? expected[youth].at : -1)
          << "youth " << youth;
      if (here || expected[youth].at < 0) continue;
      ASSERT_EQ(visit.outcome, Outcome::lapsed) << "youth " << youth;
      ASSERT_EQ(visit.left.ticks, expected[youth].at) << "youth " << youth;
    }
    both += pair.for_[youth].size() == 2 && expected[youth].at > pair.asked[youth];
  }
  EXPECT_GT(both, 50) << "hardly anybody waits on two lists";
}

}  // namespace doorstroom::plain
