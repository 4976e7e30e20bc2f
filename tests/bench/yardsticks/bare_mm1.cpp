#include "tests/bench/yardsticks/bare_mm1.hpp"

#include <functional>
#include <queue>
#include <random>
#include <vector>

namespace doorstroom::bench {
namespace {

struct Event {
  double at;
  bool is_arrival;

  friend bool operator>(const Event& a, const Event& b) { return a.at > b.at; }
};

}  // namespace

double bare_mm1(double arrival_rate, double mean_stay, std::uint64_t customers,
                std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::exponential_distribution<double> gap(arrival_rate);
  std::exponential_distribution<double> stay(1 / mean_stay);
  std::priority_queue<Event, std::vector<Event>, std::greater<>> pending;
  std::queue<double> asked;  // moments, of who waits
  bool busy = false;
  double waited = 0;
  std::uint64_t arrived = 0;

  pending.push({gap(random), true});
  while (!pending.empty()) {
    const Event now = pending.top();
    pending.pop();
    if (now.is_arrival) {
      if (++arrived < customers) pending.push({now.at + gap(random), true});
      asked.push(now.at);
    } else {
      busy = false;
    }
    if (busy || asked.empty()) continue;
    waited += now.at - asked.front();
    asked.pop();
    busy = true;
    pending.push({now.at + stay(random), false});
  }
  return waited / static_cast<double>(customers);
}

}  // namespace doorstroom::bench
