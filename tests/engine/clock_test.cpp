#include "engine/clock.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;

void world_without_events(Moment) {}

/// Says so when it goes.
struct Leaving {
  std::vector<std::string>& said;
  std::string name;
  ~Leaving() { said.push_back(name); }
};

TEST(Clock, processes_due_on_one_day_act_in_declared_order) {
  std::vector<int> acted;
  Clock clock(world_without_events);
  for (int i = 0; i < 5; ++i) {
    clock.add_process("role", Phase::roles, [&acted, i](Clock& c) {
      for (int week = 1; week <= 20; ++week) {
        c.sleep_until(7 * week);
        acted.push_back(i);
      }
    });
  }
  clock.run(0, 365);
  ASSERT_EQ(acted.size(), 100u);
  for (std::size_t i = 0; i < acted.size(); ++i) EXPECT_EQ(acted[i], static_cast<int>(i % 5));
}

TEST(Clock, time_in_the_world_and_in_bodies_is_not_that_of_simgrid) {
  static constexpr auto pause = std::chrono::milliseconds(4);
  Clock clock([](Moment) { std::this_thread::sleep_for(pause); });
  clock.add_process("role", Phase::roles, [](Clock& c) {
    for (int day = 1; day <= 20; ++day) {
      c.sleep_until(day);
      std::this_thread::sleep_for(pause);
    }
  });
  const auto start = std::chrono::steady_clock::now();
  clock.run(0, 30);
  const std::chrono::duration<double> ran = std::chrono::steady_clock::now() - start;
  EXPECT_GT(clock.simgrid_seconds(), 0);
  EXPECT_LT(clock.simgrid_seconds(), ran.count() - 40 * 0.004);
}

TEST(Clock, processes_with_different_rhythms_that_meet_act_in_declared_order) {
  std::vector<std::pair<std::int64_t, int>> acted;
  Clock clock(world_without_events);
  const std::vector<int> rhythms = {5, 3, 7, 1, 2};
  for (int i = 0; i < 5; ++i) {
    clock.add_process("role", Phase::roles, [&, i](Clock& c) {
      for (std::int64_t day = 0;; day += rhythms[static_cast<std::size_t>(i)]) {
        c.sleep_until(day);
        acted.emplace_back(c.today(), i);
      }
    });
  }
  clock.run(0, 3000);
  EXPECT_EQ(acted.size(), 3000u / 5 + 3000 / 3 + 3000 / 7 + 1 + 3000 + 3000 / 2);
  EXPECT_TRUE(std::ranges::is_sorted(acted));
}

TEST(Clock, lower_phase_that_was_added_later_acts_first) {
  std::vector<std::string> acted;
  Clock clock(world_without_events);
  const auto add = [&](const std::string& name, Phase phase) {
    clock.add_process(name, phase, [&acted, name](Clock& c) {
      c.sleep_until(10);
      acted.push_back(name);
    });
  };
  add("census", Phase::census);
  add("meeting", Phase::roles);
  add("new places", Phase::changes);
  add("second meeting", Phase::roles);
  clock.run(0, 20);
  EXPECT_THAT(acted, ElementsAre("new places", "meeting", "second meeting", "census"));
}

TEST(Clock, processes_start_on_the_start_day_in_the_order_of_their_phases) {
  std::vector<std::string> acted;
  Clock clock([&](Moment moment) {
    EXPECT_EQ(moment.at, moment.phase == Phase::endings ? Instant::at_day(6) : Instant::at_day(-4));
  });
  clock.add_process("census", Phase::census, [&](Clock& c) {
    acted.push_back("census");
    EXPECT_EQ(c.today(), -4);
  });
  clock.add_process("change", Phase::changes, [&](Clock&) { acted.push_back("change"); });
  clock.run(-4, 6);
  EXPECT_THAT(acted, ElementsAre("change", "census"));
}

TEST(Clock, world_is_run_up_to_the_phase_of_each_process_that_wakes) {
  std::vector<Moment> reached;
  Clock clock([&](Moment moment) { reached.push_back(moment); });
  clock.add_process("census", Phase::census, [](Clock& c) { c.sleep_until(9); });
  clock.add_process("meeting", Phase::roles, [](Clock& c) {
    c.sleep_until(3);
    c.sleep_until(9);
  });
  clock.run(0, 11);
  EXPECT_THAT(reached, ElementsAre(Moment{Instant::at_day(0), Phase::roles},
                                   Moment{Instant::at_day(0), Phase::census},
                                   Moment{Instant::at_day(3), Phase::roles},
                                   Moment{Instant::at_day(9), Phase::roles},
                                   Moment{Instant::at_day(9), Phase::census},
                                   Moment{Instant::at_day(11), Phase::endings}));
}

TEST(Clock, process_that_sleeps_until_today_acts_again_at_its_own_turn) {
  std::vector<std::string> acted;
  Clock clock(world_without_events);
  clock.add_process("first", Phase::roles, [&](Clock& c) {
    c.sleep_until(5);
    acted.push_back("first");
    c.sleep_until(5);
    acted.push_back("first again");
    c.sleep_until(2);
    acted.push_back("first for a day that has passed");
    EXPECT_EQ(c.today(), 5);
  });
  clock.add_process("second", Phase::roles, [&](Clock& c) {
    c.sleep_until(5);
    acted.push_back("second");
  });
  clock.run(0, 20);
  EXPECT_THAT(acted,
              ElementsAre("first", "first again", "first for a day that has passed", "second"));
}

TEST(Clock, process_that_falls_due_while_another_acts_waits_its_turn) {
  std::vector<std::string> acted;
  Clock clock(world_without_events);
  for (const char* name : {"a", "b", "c"}) {
    clock.add_process(name, Phase::roles, [&acted, name](Clock& c) {
      c.sleep_until(1);
      acted.push_back(std::string(name) + "1");
      c.sleep_until(1);
      acted.push_back(std::string(name) + "2");
      c.sleep_until(2);
      acted.push_back(std::string(name) + "3");
    });
  }
  clock.run(0, 3);
  EXPECT_THAT(acted, ElementsAre("a1", "a2", "b1", "b2", "c1", "c2", "a3", "b3", "c3"));
}

TEST(Clock, nothing_due_at_the_horizon_happens) {
  int acted = 0;
  Clock clock([&](Moment moment) {
    EXPECT_LE(moment, (Moment{Instant::at_day(10), Phase::endings}));
  });
  clock.add_process("meeting", Phase::endings, [&](Clock& c) {
    c.sleep_until(10);
    ++acted;
  });
  clock.add_process("far", Phase::roles, [&](Clock& c) {
    c.sleep_until(std::int64_t{1} << 50);
    ++acted;
  });
  clock.run(0, 10);
  EXPECT_EQ(acted, 0);
}

TEST(Clock, world_without_processes_is_run_to_the_horizon) {
  std::vector<Moment> reached;
  Clock clock([&](Moment moment) { reached.push_back(moment); });
  clock.run(3, 8);
  EXPECT_THAT(reached, ElementsAre(Moment{Instant::at_day(8), Phase::endings}));
}

TEST(Clock, run_of_no_days_starts_nobody) {
  bool started = false;
  Clock clock(world_without_events);
  clock.add_process("meeting", Phase::roles, [&](Clock&) { started = true; });
  clock.run(8, 8);
  EXPECT_FALSE(started);
}

TEST(Clock, locals_of_a_sleeping_body_are_destroyed_after_the_world_reached_the_horizon) {
  std::vector<std::string> said;
  Clock clock([&](Moment moment) {
    if (moment.at == Instant::at_day(10)) said.push_back("world");
  });
  for (const char* name : {"first", "second"}) {
    clock.add_process(name, Phase::roles, [&said, name](Clock& c) {
      const Leaving leaving{said, name};
      for (std::int64_t day = 1;; ++day) c.sleep_until(day);
    });
  }
  clock.run(0, 10);
  EXPECT_THAT(said, ElementsAre("world", "first", "second"));
}

TEST(Clock, exception_from_a_body_ends_the_run_and_is_thrown_by_it) {
  std::vector<std::string> said;
  std::vector<Moment> reached;
  Clock clock([&](Moment moment) { reached.push_back(moment); });
  clock.add_process("sleeper", Phase::roles, [&](Clock& c) {
    const Leaving leaving{said, "sleeper"};
    c.sleep_until(50);
    said.push_back("woke");
  });
  clock.add_process("thrower", Phase::roles, [&](Clock& c) {
    const Leaving leaving{said, "thrower"};
    c.sleep_until(3);
    throw RunError("the disk is full");
  });
  try {
    clock.run(0, 100);
    FAIL() << "nothing was thrown";
  } catch (const RunError& error) {
    EXPECT_STREQ(error.what(), "the disk is full");
  }
  EXPECT_THAT(said, ElementsAre("thrower", "sleeper"));
  EXPECT_EQ(reached.back(), (Moment{Instant::at_day(3), Phase::roles}));
}

TEST(Clock, exception_from_the_world_ends_the_run_and_is_thrown_by_it) {
  std::vector<std::string> said;
  Clock clock([](Moment moment) {
    if (moment.at == Instant::at_day(6)) throw std::out_of_range("no such youth");
  });
  clock.add_process("meeting", Phase::roles, [&](Clock& c) {
    const Leaving leaving{said, "meeting"};
    for (std::int64_t day = 2;; day += 2) c.sleep_until(day);
  });
  EXPECT_THROW(clock.run(0, 100), std::out_of_range);
  EXPECT_THAT(said, ElementsAre("meeting"));

  Clock at_horizon([](Moment moment) {
    if (moment.phase == Phase::endings) throw InputError("a cycle");
  });
  EXPECT_THROW(at_horizon.run(0, 100), InputError);
}

TEST(Clock, clocks_one_after_the_other_keep_whole_days) {
  for (int round = 0; round < 5; ++round) {
    std::vector<std::int64_t> days;
    std::vector<std::int64_t> world;
    Clock clock([&](Moment moment) { world.push_back(moment.at.ticks); });
    clock.add_process("daily", Phase::roles, [&](Clock& c) {
      for (std::int64_t day = -100;; ++day) {
        c.sleep_until(day);
        days.push_back(c.today());
      }
    });
    clock.run(-100, 4383 + round);
    ASSERT_EQ(days.size(), 4483u + static_cast<unsigned>(round));
    for (std::size_t i = 0; i < days.size(); ++i) {
      ASSERT_EQ(days[i], static_cast<std::int64_t>(i) - 100);
    }
    for (const std::int64_t ticks : world) ASSERT_EQ(ticks % Instant::ticks_per_day, 0);
  }
}

TEST(Clock, clock_after_a_failed_one_works) {
  Clock failing(world_without_events);
  failing.add_process("thrower", Phase::roles, [](Clock& c) {
    c.sleep_until(3);
    throw RunError("");
  });
  EXPECT_THROW(failing.run(0, 10), RunError);

  std::vector<std::int64_t> days;
  Clock clock(world_without_events);
  clock.add_process("meeting", Phase::roles, [&](Clock& c) {
    c.sleep_until(4);
    days.push_back(c.today());
  });
  clock.run(0, 10);
  EXPECT_THAT(days, ElementsAre(4));
}

TEST(Clock, bodies_have_room_on_their_stack_for_the_events_of_the_world) {
  Clock clock(world_without_events);
  clock.add_process("deep", Phase::roles, [](Clock& c) {
    volatile char room[128 * 1024];
    for (std::size_t i = 0; i < sizeof room; i += 1024) room[i] = 1;
    c.sleep_until(1);
    EXPECT_EQ(room[1024], 1);
  });
  clock.run(0, 10);
}

TEST(Clock, misuse_is_a_broken_contract) {
  EXPECT_THROW(Clock(nullptr), ContractError);
  Clock clock(world_without_events);
  EXPECT_THROW(clock.sleep_until(3), ContractError);
  EXPECT_THROW(clock.run(4, 3), ContractError);
  clock.run(0, 1);
  EXPECT_THROW(clock.run(0, 1), ContractError);
  EXPECT_THROW(clock.add_process("late", Phase::roles, [](Clock&) {}), ContractError);

  Clock outer(world_without_events);
  outer.add_process("nested", Phase::roles, [](Clock&) {
    Clock inner(world_without_events);
    inner.run(0, 1);
  });
  EXPECT_THROW(outer.run(0, 2), ContractError);
}

/// What the program holds of heap and stacks [byte]. Not what is resident: a system may keep in
/// memory what was freed, and back 4 KB by a page of 2 MB, when it likes.
std::size_t held_bytes() {
  std::size_t held = mallinfo2().uordblks;
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    std::istringstream words(line);
    std::size_t first = 0;
    std::size_t last = 0;
    char dash = 0;
    std::string access;
    std::string offset;
    std::string device;
    std::string file;
    words >> std::hex >> first >> dash >> last >> access >> offset >> device >> file;
    const bool anonymous = file == "0" && line.find("[heap]") == std::string::npos;
    if (anonymous) held += last - first;
  }
  return held;
}

// SimGrid itself keeps some 0.5 KB of every engine.
TEST(Clock, thousand_clocks_in_one_process_hardly_grow) {
#ifdef DOORSTROOM_SANITIZE
  constexpr int rounds = 20;
  constexpr std::size_t allowed = SIZE_MAX / 2;  // the sanitizer keeps what was freed
#else
  constexpr int rounds = 1000;
  constexpr std::size_t allowed = 1'000'000;
#endif
  std::size_t early = 0;
  int acted = 0;
  for (int round = 0; round < rounds; ++round) {
    Clock clock(world_without_events);
    for (int i = 0; i < 5; ++i) {
      clock.add_process("weekly", Phase::roles, [&acted](Clock& c) {
        for (std::int64_t day = 0;; day += 7) {
          c.sleep_until(day);
          ++acted;
        }
      });
    }
    clock.run(0, 70);
    if (round == rounds / 5) early = held_bytes();
  }
  EXPECT_EQ(acted, rounds * 5 * 10);
  EXPECT_LT(held_bytes(), early + allowed);
}

volatile std::sig_atomic_t interrupts = 0;

TEST(Clock, signal_handlers_of_the_program_survive) {
  struct sigaction ours {};
  ours.sa_handler = [](int) { interrupts = interrupts + 1; };
  struct sigaction original {};
  sigaction(SIGINT, &ours, &original);
  const auto handlers = [] {
    std::vector<void (*)(int)> all;
    for (int number = 1; number < 32; ++number) {
      struct sigaction action {};
      sigaction(number, nullptr, &action);
      all.push_back(action.sa_handler);
    }
    return all;
  };
  const auto before = handlers();

  Clock clock(world_without_events);
  clock.add_process("meeting", Phase::roles, [](Clock& c) {
    std::raise(SIGINT);
    c.sleep_until(3);
    std::raise(SIGINT);
  });
  clock.run(0, 10);
  std::raise(SIGINT);
  EXPECT_EQ(interrupts, 3);
  EXPECT_EQ(handlers(), before);
  sigaction(SIGINT, &original, nullptr);
}

}  // namespace
}  // namespace doorstroom
