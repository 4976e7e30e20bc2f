// Blocking after service: who leaves for a full arrangement stays in the place that he or she has.

#include <algorithm>
#include <deque>
#include <set>

#include "tests/reference/plain.hpp"

namespace doorstroom::plain {
namespace {

/// A row of stations that all go through, first come first served.
struct Row {
  std::vector<int> places;                ///< of each station
  std::vector<Ticks> arrivals;            ///< of each youth
  std::vector<std::vector<Ticks>> stays;  ///< of each youth at each station: stays[station][youth]
};

/// When a youth entered and left each station; -1: not before the end.
struct Passage {
  std::vector<Ticks> entered;
  std::vector<Ticks> left;
};

/// The definition, step by step. Every station but the last holds: who is done there keeps the
/// place until there is room at the next one.
class BlockingRow {
 public:
  explicit BlockingRow(const Row& row)
      : row_(row),
        inside_(row.places.size()),
        lists_(row.places.size()),
        asked_(row.arrivals.size()),
        passages_(row.arrivals.size(), {std::vector<Ticks>(row.places.size(), -1),
                                        std::vector<Ticks>(row.places.size(), -1)}) {
    for (std::size_t youth = 0; youth < row.arrivals.size(); ++youth)
      due_.insert({row.arrivals[youth], asks, row.arrivals[youth], youth, 0});
  }

  std::vector<Passage> run_until(Ticks end) {
    due_.insert({end, ends, 0, 0, 0});
    for (;;) {
      const Due next = *due_.begin();
      if (next.at > now_ && offer()) continue;
      if (next.at >= end) return passages_;
      now_ = next.at;
      due_.erase(due_.begin());
      if (next.what == asks) {
        asked_[next.youth] = now_;
        lists_[next.station].push_back(next.youth);
      } else {
        end_stay(next.youth, next.station);
      }
    }
  }

 private:
  enum What { ends, asks };  ///< before places are offered
  struct Due {
    Ticks at;
    What what;
    Ticks asked;  ///< who asked first goes first
    std::size_t youth;
    std::size_t station;
    auto operator<=>(const Due&) const = default;
  };

  void end_stay(std::size_t youth, std::size_t station) {
    const std::size_t next = station + 1;
    if (next == row_.places.size()) return leave(youth, station);
    due_.insert({now_, asks, now_, youth, next});
  }

  void leave(std::size_t youth, std::size_t station) {
    passages_[youth].left[station] = now_;
    --inside_[station];
  }

  /// One place, to who asked first of those at the head of a list with room.
  bool offer() {
    std::size_t best = lists_.size();
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      if (lists_[i].empty() || inside_[i] >= row_.places[i]) continue;
      if (best == lists_.size() || head(i) < head(best)) best = i;
    }
    if (best == lists_.size()) return false;
    const std::size_t youth = lists_[best].front();
    lists_[best].pop_front();
    if (best > 0) leave(youth, best - 1);
    ++inside_[best];
    passages_[youth].entered[best] = now_;
    due_.insert({now_ + row_.stays[best][youth], ends, asked_[youth], youth, best});
    return true;
  }
  std::pair<Ticks, std::size_t> head(std::size_t station) const {
    return {asked_[lists_[station].front()], lists_[station].front()};
  }

  const Row& row_;
  Ticks now_ = 0;
  std::vector<int> inside_;
  std::vector<std::deque<std::size_t>> lists_;
  std::vector<Ticks> asked_;
  std::vector<Passage> passages_;
  std::set<Due> due_;
};

/// Three stations one after the other.
/// @param places  of each, or "unlimited"
std::string three_in_a_row(const std::array<std::string, 3>& places, const std::string& arrivals,
                           const std::array<std::string, 3>& stays) {
  std::string text = "sources:\n  school: {" + arrivals + ", to: a}\narrangements:\n";
  const std::array<std::string, 4> ids{"a", "b", "c", "out"};
  for (std::size_t i = 0; i < places.size(); ++i)
    text += fmt::format(
        "  {}: {{education: full, places: {}, stay: {}, holds_place: {}, routes: {{{}: 100%}}}}\n",
        ids[i], places[i], stays[i], i < 2, ids[i + 1]);
  return worked::scenario(text + "exits:\n  out: {education: full}\n", 3);
}

/// Whether the engine and the definition tell the same passages, to the tick.
void is_as_defined(const std::array<int, 3>& places, const std::string& arrivals_text,
                   const std::array<std::string, 3>& stays_text) {
  const std::string all = "unlimited";
  const worked::Worked free(three_in_a_row({all, all, all}, arrivals_text, stays_text));
  const worked::Worked scarce(three_in_a_row(
      {std::to_string(places[0]), std::to_string(places[1]), std::to_string(places[2])},
      arrivals_text, stays_text));

  // Nobody who comes in the last year finds out in the free run how long all stays are.
  Row row{.places = {places.begin(), places.end()}, .arrivals = arrivals(free), .stays = {}};
  for (const char* id : {"a", "b", "c"}) row.stays.push_back(stays(free, id));
  const Ticks horizon = free.scenario().period.horizon().ticks;
  const std::vector<Passage> passages = BlockingRow(row).run_until(horizon);

  int blocked = 0;
  for (std::size_t station = 0; station < 3; ++station) {
    const std::vector<Visit> visited = visits(scarce, std::array{"a", "b", "c"}[station]);
    for (std::size_t youth = 0; youth < visited.size(); ++youth) {
      const auto tick = [](Instant at) { return at == never ? Ticks{-1} : at.ticks; };
      ASSERT_EQ(tick(visited[youth].entered), passages[youth].entered[station])
          << "youth " << youth << " station " << station;
      ASSERT_EQ(tick(visited[youth].left), passages[youth].left[station])
          << "youth " << youth << " station " << station;
      blocked += passages[youth].left[station] >
                 passages[youth].entered[station] + row.stays[station][youth];
    }
  }
  EXPECT_GT(blocked, 20) << "hardly anybody is blocked";
}

}  // namespace

TEST(Blocking, who_leaves_for_a_full_arrangement_holds_the_place_as_the_definition_says) {
  const std::string arrivals = "per_year: 60";
  const std::string stay = "{lognormal: {median: 15 days, sigma: 0.8}}";
  is_as_defined({3, 2, 2}, arrivals, {stay, stay, stay});
  is_as_defined({1, 1, 1}, arrivals, {"{exponential: {mean: 5 days}}", "6 days", stay});
}

TEST(Blocking, stays_that_end_at_one_instant_are_dealt_with_in_order_of_asking) {
  std::string dates;
  for (int month = 8; month <= 12; ++month)
    for (int on : {1, 3, 8, 15, 22}) dates += fmt::format("2026-{:02}-{:02}, ", month, on);
  const std::string arrivals = "arrivals: [" + dates.substr(0, dates.size() - 2) + "]";
  is_as_defined({3, 2, 1}, arrivals, {"14 days", "7 days", "7 days"});
  is_as_defined({2, 1, 2}, arrivals, {"7 days", "7 days", "21 days"});
}

}  // namespace doorstroom::plain
