#pragma once
/// Queues with exact answers, from first principles: nothing here knows the simulation. Times are
/// in one unit, rates in its inverse; waits are of everybody who asks, also those who wait not at
/// all.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

namespace doorstroom::queues {

/// Mean, second and third moment of a stay or of time at work.
struct Moments {
  double first = 0;
  double second = 0;
  double third = 0;

  static Moments constant(double value) { return {value, value * value, value * value * value}; }
  static Moments exponential(double mean) {
    return {mean, 2 * mean * mean, 6 * mean * mean * mean};
  }
  static Moments lognormal(double mean, double cv) {
    const double spread = 1 + cv * cv;
    return {mean, mean * mean * spread, std::pow(mean * spread, 3)};
  }
  static Moments gamma(double mean, double cv) {
    const double spread = 1 + cv * cv;
    return {mean, mean * mean * spread, std::pow(mean, 3) * spread * (1 + 2 * cv * cv)};
  }
  static Moments uniform(double from, double to) {
    const double width = to - from;
    return {(from + to) / 2, (std::pow(to, 3) - std::pow(from, 3)) / (3 * width),
            (std::pow(to, 4) - std::pow(from, 4)) / (4 * width)};
  }
};

/// M/M/c (Erlang 1917; Cooper, Introduction to Queueing Theory, 1981, chapter 3).
class ErlangC {
 public:
  ErlangC(double arrival_rate, double mean_stay, int places)
      : arrival_rate_(arrival_rate), mean_stay_(mean_stay), places_(places) {
    const double load = arrival_rate * mean_stay;
    double loss = 1;
    for (int k = 1; k <= places; ++k) loss = load * loss / (k + load * loss);
    waits_ = loss / (1 - utilisation() * (1 - loss));
  }

  double utilisation() const { return arrival_rate_ * mean_stay_ / places_; }
  double occupied() const { return arrival_rate_ * mean_stay_; }
  double share_that_waits() const { return waits_; }
  double mean_wait() const { return waits_ / drain(); }
  double mean_waiting() const { return arrival_rate_ * mean_wait(); }
  double entered_within(double time) const { return 1 - waits_ * std::exp(-drain() * time); }
  /// The wait that a share does not exceed.
  double wait_quantile(double share) const {
    return share <= 1 - waits_ ? 0 : std::log(waits_ / (1 - share)) / drain();
  }
  /// Share of time in which nobody is listed.
  double empty_list() const { return 1 - waits_ * utilisation(); }

 private:
  double drain() const { return places_ / mean_stay_ - arrival_rate_; }

  double arrival_rate_;
  double mean_stay_;
  int places_;
  double waits_ = 0;
};

/// M/M/c+M: whoever waits gives up after an exponential time (Palm 1957; Mandelbaum and Zeltyn, The
/// Palm/Erlang-A queue, 2005). Birth and death, cut off where nobody ever comes.
class ErlangA {
 public:
  ErlangA(double arrival_rate, double mean_stay, int places, double mean_patience)
      : arrival_rate_(arrival_rate),
        places_(places),
        full_rate_(places / mean_stay),
        give_up_rate_(1 / mean_patience) {
    double weight = 1;
    for (int n = 0; n < most; ++n) {
      if (n > 0)
        weight *= arrival_rate /
                  (std::min(n, places) / mean_stay + std::max(0, n - places) * give_up_rate_);
      presence_.push_back(weight);
    }
    const double sum = std::accumulate(presence_.begin(), presence_.end(), 0.0);
    for (double& probability : presence_) probability /= sum;
  }

  double share_that_waits() const {
    return sum([this](int n) { return n >= places_ ? 1.0 : 0.0; });
  }
  double mean_waiting() const {
    return sum([this](int n) { return std::max(0, n - places_); });
  }
  double occupied() const {
    return sum([this](int n) { return std::min(n, places_); });
  }
  double utilisation() const { return occupied() / places_; }
  double share_that_gives_up() const { return give_up_rate_ * mean_waiting() / arrival_rate_; }
  double mean_wait() const { return mean_waiting() / arrival_rate_; }

  /// Of those who enter. With k ahead, the next to leave the list or the places is somebody else
  /// than the one who asks with probability (m + k h) / (m + (k + 1) h); it takes
  /// 1 / (m + (k + 1) h), whoever it is.
  double mean_wait_of_who_enters() const {
    double entered = 0;
    double waited = 0;
    double chance = 1;
    double wait = 0;
    for (int n = 0; n < most; ++n) {
      if (n >= places_) {
        const double leaving = full_rate_ + (n - places_ + 1) * give_up_rate_;
        chance *= (leaving - give_up_rate_) / leaving;
        wait += 1 / leaving;
      }
      entered += presence_[static_cast<std::size_t>(n)] * chance;
      waited += presence_[static_cast<std::size_t>(n)] * chance * wait;
    }
    return waited / entered;
  }

  /// Share of all who enter within a time: u(k) of who has k ahead follows
  /// u(k)' = (m + k h) u(k - 1) - (m + (k + 1) h) u(k), u(-1) = 1, solved by Runge-Kutta.
  double entered_within(double time) const {
    constexpr int steps = 2000;
    const double step = time / steps;
    std::vector<double> reached(static_cast<std::size_t>(most - places_), 0.0);
    const auto slope = [this](const std::vector<double>& u) {
      std::vector<double> rise(u.size());
      for (std::size_t k = 0; k < u.size(); ++k) {
        const double others = full_rate_ + static_cast<double>(k) * give_up_rate_;
        rise[k] = others * (k == 0 ? 1.0 : u[k - 1]) - (others + give_up_rate_) * u[k];
      }
      return rise;
    };
    const auto moved = [](std::vector<double> u, const std::vector<double>& rise, double by) {
      for (std::size_t k = 0; k < u.size(); ++k) u[k] += by * rise[k];
      return u;
    };
    for (int i = 0; i < steps; ++i) {
      const auto a = slope(reached);
      const auto b = slope(moved(reached, a, step / 2));
      const auto c = slope(moved(reached, b, step / 2));
      const auto d = slope(moved(reached, c, step));
      for (std::size_t k = 0; k < reached.size(); ++k)
        reached[k] += step / 6 * (a[k] + 2 * b[k] + 2 * c[k] + d[k]);
    }
    return sum(
        [&](int n) { return n < places_ ? 1.0 : reached[static_cast<std::size_t>(n - places_)]; });
  }

 private:
  static constexpr int most = 120;

  template <class Value>
  double sum(Value value) const {
    double total = 0;
    for (int n = 0; n < most; ++n) total += presence_[static_cast<std::size_t>(n)] * value(n);
    return total;
  }

  double arrival_rate_;
  int places_;
  double full_rate_;     ///< m: at which full places come free
  double give_up_rate_;  ///< h: of one who waits
  std::vector<double> presence_;
};

/// M/M/c/K: at most so many wait, and whoever comes then goes elsewhere (Cooper, Introduction to
/// Queueing Theory, 1981, chapter 3).
class FiniteList {
 public:
  FiniteList(double arrival_rate, double mean_stay, int places, int limit)
      : mean_stay_(mean_stay), places_(places) {
    double weight = 1;
    for (int n = 0; n <= places + limit; ++n) {
      if (n > 0) weight *= arrival_rate * mean_stay / std::min(n, places);
      presence_.push_back(weight);
    }
    const double sum = std::accumulate(presence_.begin(), presence_.end(), 0.0);
    for (double& probability : presence_) probability /= sum;
  }

  double share_that_finds_it_full() const { return presence_.back(); }
  double share_that_waits() const {
    return sum([this](int n) { return n >= places_ && n < most() ? 1.0 : 0.0; });
  }
  double occupied() const {
    return sum([this](int n) { return std::min(n, places_); });
  }
  double mean_waiting() const {
    return sum([this](int n) { return std::max(0, n - places_); });
  }
  /// With k ahead, k + 1 of the places must come free, each after stay / places on average.
  double mean_wait_of_who_enters() const {
    const double wait = sum([this](int n) {
      return n >= places_ && n < most() ? (n - places_ + 1) * mean_stay_ / places_ : 0.0;
    });
    return wait / (1 - share_that_finds_it_full());
  }

 private:
  int most() const { return static_cast<int>(presence_.size()) - 1; }

  template <class Value>
  double sum(Value value) const {
    double total = 0;
    for (int n = 0; n <= most(); ++n) total += presence_[static_cast<std::size_t>(n)] * value(n);
    return total;
  }

  double mean_stay_;
  int places_;
  std::vector<double> presence_;
};

/// Mean of the later of two exponential times.
inline double mean_of_later(double first, double second) {
  return first + second - 1 / (1 / first + 1 / second);
}

/// M/G/1 (Pollaczek 1930, Khinchine 1932; the second moment: Takacs 1962).
class PollaczekKhinchine {
 public:
  PollaczekKhinchine(double arrival_rate, const Moments& stay)
      : arrival_rate_(arrival_rate), stay_(stay) {}

  double utilisation() const { return arrival_rate_ * stay_.first; }
  double mean_wait() const { return arrival_rate_ * stay_.second / (2 * (1 - utilisation())); }
  double mean_waiting() const { return arrival_rate_ * mean_wait(); }
  double mean_squared_wait() const {
    return 2 * mean_wait() * mean_wait() + arrival_rate_ * stay_.third / (3 * (1 - utilisation()));
  }

 private:
  double arrival_rate_;
  Moments stay_;
};

/// M/D/1: share that waits no longer than a time (Erlang 1909). Not for times of many stays, where
/// large terms cancel.
inline double constant_stay_entered_within(double arrival_rate, double stay, double time) {
  double sum = 0;
  double factorial = 1;
  for (int k = 0; k * stay <= time; ++k) {
    if (k > 0) factorial *= k;
    const double x = arrival_rate * (time - k * stay);
    sum += std::pow(-x, k) / factorial * std::exp(x);
  }
  return (1 - arrival_rate * stay) * sum;
}

/// Mean waits when whoever ranks higher goes first and nobody is interrupted (Cobham 1954), all
/// classes staying alike.
/// @param shares          of the arrivals, highest class first
/// @param utilisation     of all together
/// @param remaining_work  mean wait until the next place comes free, zero while one is: with one
///                        place rate x second moment / 2, with c exponential ones P(wait) x stay /
///                        c
inline std::vector<double> cobham(const std::vector<double>& shares, double utilisation,
                                  double remaining_work) {
  std::vector<double> waits;
  double higher = 0;
  for (const double share : shares) {
    const double with_own = higher + share * utilisation;
    waits.push_back(remaining_work / ((1 - higher) * (1 - with_own)));
    higher = with_own;
  }
  return waits;
}

/// Rates at which youths ask at the nodes of a network with feedback: the rate from outside plus
/// what the others send (Jackson 1957).
/// @param from_outside  rate per node
/// @param routes        routes[i][j]: share of who leaves i that goes to j
inline std::vector<double> traffic(const std::vector<double>& from_outside,
                                   const std::vector<std::vector<double>>& routes) {
  std::vector<double> rates = from_outside;
  for (int round = 0; round < 1000; ++round) {
    std::vector<double> next = from_outside;
    for (std::size_t i = 0; i < rates.size(); ++i)
      for (std::size_t j = 0; j < rates.size(); ++j) next[j] += rates[i] * routes[i][j];
    rates = next;
  }
  return rates;
}

/// Integral from 0 to x of the probability that a lognormal stay lasts longer: of a constant
/// inflow of 1 that began x ago, the mean number still there.
inline double lognormal_survivors(double mean, double cv, double x) {
  if (x <= 0) return 0;
  const double sigma = std::sqrt(std::log(1 + cv * cv));
  const double z = (std::log(x / mean) + sigma * sigma / 2) / sigma;
  const auto normal = [](double value) { return std::erfc(-value / std::sqrt(2.0)) / 2; };
  return x * normal(-z) + mean * normal(z - sigma);
}

}  // namespace doorstroom::queues
