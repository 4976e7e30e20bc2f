#include "tests/bench/yardsticks/actor_mg8.hpp"

#include <cmath>
#include <limits>
#include <random>
#include <simgrid/s4u.hpp>
#include <utility>

#include "tests/reference/bare_engine.hpp"

namespace doorstroom::bench {
namespace {

namespace s4u = simgrid::s4u;

class Servers {
 public:
  Servers(const ActorQueue& queue, std::uint64_t seed)
      : queue_(queue),
        random_(seed),
        gap_(queue.arrival_rate),
        stay_(std::log(queue.mean_stay) - variance_of_log(queue) / 2,
              std::sqrt(variance_of_log(queue))),
        patience_(1 / queue.mean_patience),
        places_(s4u::Semaphore::create(static_cast<unsigned>(queue.places))) {
    rows_.reserve(queue.customers);
  }

  /// The body of the source: a new actor for each youth.
  void let_them_come() {
    for (std::uint64_t youth = 0; youth < queue_.customers; ++youth) {
      s4u::this_actor::sleep_for(gap_(random_));
      s4u::Actor::create("youth", s4u::this_actor::get_host(), [this] { live(); });
    }
  }

  std::vector<ActorRow> take_rows() { return std::move(rows_); }

 private:
  static double variance_of_log(const ActorQueue& queue) {
    return std::log(1 + queue.cv_stay * queue.cv_stay);
  }

  /// The body of a youth.
  void live() {
    ActorRow row{s4u::Engine::get_clock(), std::numeric_limits<double>::quiet_NaN(), 0};
    const bool gave_up = places_->acquire_timeout(patience_(random_));
    if (!gave_up) {
      row.entered = s4u::Engine::get_clock();
      s4u::this_actor::sleep_for(stay_(random_));
      places_->release();
    }
    row.left = s4u::Engine::get_clock();
    rows_.push_back(row);
  }

  const ActorQueue& queue_;
  std::mt19937_64 random_;
  std::exponential_distribution<double> gap_;
  std::lognormal_distribution<double> stay_;
  std::exponential_distribution<double> patience_;
  s4u::SemaphorePtr places_;
  std::vector<ActorRow> rows_;
};

}  // namespace

std::vector<ActorRow> simulate_actors(const ActorQueue& queue, std::uint64_t seed) {
  reference::BareEngine engine(16);
  Servers servers(queue, seed);
  s4u::Actor::create("source", engine.host(), [&servers] { servers.let_them_come(); });
  engine.run();
  return servers.take_rows();
}

}  // namespace doorstroom::bench
