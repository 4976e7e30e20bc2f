#pragma once
/// What is measured, beside what, and how near to it the program must come.
///
/// A side does one piece of work once and tells how long it took. A row compares two sides, or
/// holds one against a bound. Sides that are compared stand in one group: a round takes each of
/// them once, in order, so that whatever else the machine does meanwhile meets them alike; then the
/// next round begins (A B A B ...). A row's figure is worked out in each round, and its median over
/// the rounds is what counts.

#include <time.h>

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace doorstroom::bench {

/// What a side came to, once.
struct Taken {
  double seconds = 0;
  double amount = 1;  ///< of what was done in that time, or what was measured instead of time
};

/// What a side's figure is made of.
enum class Figure {
  rate,    ///< amount a second
  cost,    ///< seconds for one of the amount
  amount,  ///< the amount itself, such as memory
};

struct Side {
  std::string id;    ///< unique
  std::string unit;  ///< of the figure, such as "customers/s"
  Figure figure = Figure::rate;
  std::function<Taken()> work;
  int rounds = 1000;  ///< at most so many; for what takes long and hardly varies
};

/// What a row makes of its two figures; without a yardstick, the figure is as it is.
enum class Against {
  ratio,       ///< measured / yardstick
  difference,  ///< measured - yardstick
};

struct Row {
  std::string id;           ///< what --row asks for
  std::string what;         ///< in words
  std::string yardstick{};  ///< in words
  std::string side;
  std::string yardstick_side{};  ///< empty: none
  Against against = Against::ratio;
  bool at_least = true;  ///< else at most
  double target = 0;
  std::string unit;  ///< of figure and target: "x", "ms"
  double scale = 1;  ///< from the figure to that unit
};

struct Group {
  std::vector<Side> sides;
  std::vector<Row> rows;
};

class Stopwatch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// Counts the time that this process has a processor: what else the machine does meanwhile does not
/// count.
class ProcessorWatch {
 public:
  double seconds() const { return now() - start_; }

 private:
  static double now() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  }

  double start_ = now();
};

/// Does the work in a fork: each time in a process as fresh as the first, with memory that nobody
/// used before and a SimGrid clock that stands at zero. What the work takes is timed inside.
/// @throws RunError when it does not come to its end
Taken in_a_child(const std::function<Taken()>& work);

/// The same, as the work of a side.
inline std::function<Taken()> fresh(std::function<Taken()> work) {
  return [work = std::move(work)] { return in_a_child(work); };
}

/// The same, done once before: what counts is the second time, as in a worker that has made a
/// replication before, when the system has given memory out once.
inline std::function<Taken()> warm(std::function<Taken()> work) {
  return fresh([work = std::move(work)] {
    work();
    return work();
  });
}

}  // namespace doorstroom::bench
