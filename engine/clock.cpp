#include "engine/clock.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <exception>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/actors.hpp"
#include "engine/error.hpp"

namespace doorstroom {
namespace {

using std::chrono::duration;
using std::chrono::steady_clock;

/// Unwinds the body of a process that still sleeps when the run ends, so that the destructors of
/// its locals run: SimGrid skips them for actors that are left alive. Not a std::exception, so that
/// a body does not take it for a failure.
struct RunEnded {};

}  // namespace

struct Clock::State {
  /// Whose turn it is: day, phase, order of adding.
  using Turn = std::tuple<std::int64_t, Phase, std::size_t>;

  struct Process {
    std::string name;
    Phase phase;
    std::function<void(Clock&)> body;
    std::size_t order;
  };

  std::function<void(Moment)> run_world_before;
  std::unique_ptr<Actors> actors;  ///< while running
  std::vector<Process> processes;
  std::set<Turn> agenda;  ///< of all who sleep or wait for their turn
  const Process* acting = nullptr;
  std::int64_t today = 0;
  std::int64_t horizon = 0;
  /// SimGrid's clock goes on from where the last run of this program stopped: its date on our
  /// day zero. Whole days, so that sums stay exact.
  double day_zero = 0;
  bool started = false;
  std::optional<steady_clock::time_point> woke;  ///< while somebody is awake
  steady_clock::duration awake{};                ///< in the world and the bodies of processes
  steady_clock::duration ran{};                  ///< in run()
  std::exception_ptr failure;

  /// The horizon comes before anybody else of its day: who then wakes finds the world as it stayed.
  // NOLINTNEXTLINE(bugprone-invalid-enum-default-initialization): before every phase
  Turn last_turn() const { return {horizon, Phase{}, 0}; }

  /// Sleeps until that day, and then until nobody on the agenda comes first.
  void wait_for(const Turn& turn) {
    const std::int64_t day = std::get<0>(turn);
    agenda.insert(turn);
    if (day > today) actors->sleep_until(day_zero + static_cast<double>(day));
    // All who are due on one day wake at one date of SimGrid's, so whoever is first is awake too,
    // and acts within a few rounds.
    Turn first = *agenda.begin();
    for (int patience = 1000; first != turn; --patience) {
      DOORSTROOM_EXPECT(patience > 0);
      actors->yield();
      if (std::exchange(first, *agenda.begin()) != *agenda.begin()) patience = 1000;
    }
    agenda.erase(agenda.begin());
    today = day;
    woke = steady_clock::now();
  }

  /// The turn goes back to SimGrid.
  void rest() {
    if (woke) awake += steady_clock::now() - *woke;
    woke.reset();
  }

  /// A process goes on when it is its turn and the world has come as far. Who comes first again, so
  /// that nobody acts in between, goes on at once: SimGrid's clock follows with the next sleep.
  void sleep_as(const Process& process, std::int64_t day) {
    day = std::clamp(day, today, horizon);
    const Turn turn{day, process.phase, process.order};
    acting = nullptr;
    if (turn < *agenda.begin()) {
      today = day;
    } else {
      rest();
      wait_for(turn);
      if (failure || day == horizon) throw RunEnded();
    }
    run_world_before({Instant::at_day(day), process.phase});
    acting = &process;
  }

  /// An exception that left an actor would abort the program, so the first is kept for run().
  template <class Work>
  void guard(const Work& work) {
    try {
      work();
    } catch (const RunEnded&) {
    } catch (...) {
      if (actors->ends_actor(std::current_exception())) throw;
      if (!failure) failure = std::current_exception();
    }
    acting = nullptr;
    rest();
  }
};

Clock::Clock(std::function<void(Moment)> run_world_before) : state_(std::make_unique<State>()) {
  DOORSTROOM_EXPECT(run_world_before != nullptr);
  state_->run_world_before = std::move(run_world_before);
}

Clock::~Clock() = default;

void Clock::add_process(std::string name, Phase phase, std::function<void(Clock&)> body) {
  DOORSTROOM_EXPECT(!state_->started);
  DOORSTROOM_EXPECT(body != nullptr);
  const std::size_t order = state_->processes.size();
  state_->processes.push_back({std::move(name), phase, std::move(body), order});
}

void Clock::run(std::int64_t start_day, std::int64_t horizon_day) {
  State& state = *state_;
  DOORSTROOM_EXPECT(!state.started);
  DOORSTROOM_EXPECT(start_day <= horizon_day);
  state.started = true;
  state.today = start_day;
  state.horizon = horizon_day;
  const auto start = steady_clock::now();

  state.actors = make_actors();
  state.day_zero = std::ceil(state.actors->date()) - static_cast<double>(start_day);
  // Everybody stands on the agenda before anybody starts, since all start on one day.
  state.agenda.insert(state.last_turn());
  state.actors->add("horizon", [&state] {
    state.guard([&state] {
      state.wait_for(state.last_turn());
      if (state.failure) return;
      state.run_world_before({Instant::at_day(state.horizon), Phase::endings});
    });
  });
  for (const State::Process& process : state.processes) {
    state.agenda.insert({start_day, process.phase, process.order});
    state.actors->add(process.name, [this, &state, &process, start_day] {
      state.guard([&] {
        state.sleep_as(process, start_day);
        process.body(*this);
      });
    });
  }
  state.actors->run();
  state.actors.reset();
  state.ran = steady_clock::now() - start;
  if (state.failure) std::rethrow_exception(state.failure);
}

double Clock::simgrid_seconds() const {
  return duration<double>(state_->ran - state_->awake).count();
}

std::int64_t Clock::today() const {
  return state_->today;
}

void Clock::sleep_until(std::int64_t day) {
  DOORSTROOM_EXPECT(state_->acting != nullptr);
  const State::Process& process = *state_->acting;
  state_->sleep_as(process, day);
}

}  // namespace doorstroom
