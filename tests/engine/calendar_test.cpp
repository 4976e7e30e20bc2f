#include "engine/calendar.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <tuple>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;

Event event(std::int64_t tick, Phase phase, std::uint32_t subject) {
  return {.due = {Instant{tick}, phase}, .precedence = {}, .subject = subject};
}

std::vector<std::uint32_t> subjects_of_all(Calendar& calendar) {
  std::vector<std::uint32_t> subjects;
  while (!calendar.empty()) subjects.push_back(calendar.pop().subject);
  return subjects;
}

TEST(Calendar, events_come_by_instant_then_phase) {
  Calendar calendar;
  calendar.schedule(event(20, Phase::endings, 1));
  calendar.schedule(event(10, Phase::departures, 2));
  calendar.schedule(event(10, Phase::endings, 3));
  calendar.schedule(event(-5, Phase::census, 4));
  EXPECT_EQ(calendar.next_due(), (Moment{Instant{-5}, Phase::census}));
  EXPECT_THAT(subjects_of_all(calendar), ElementsAre(4, 3, 2, 1));
}

TEST(Calendar, event_comes_out_as_it_was_scheduled) {
  Calendar calendar;
  const Event scheduled{{Instant{-7}, Phase::departures}, {-9, 12}, 34, 5};
  calendar.schedule(scheduled);
  const DueEvent popped = calendar.pop();
  EXPECT_EQ(popped.due, scheduled.due);
  EXPECT_EQ(popped.subject, scheduled.subject);
  EXPECT_EQ(popped.kind, scheduled.kind);
}

TEST(Calendar, ties_go_to_who_asked_first_then_standing_order_then_kind_then_making) {
  Calendar calendar;
  const Moment due{Instant{3}, Phase::endings};
  calendar.schedule({due, {2, 1}, 1, 0});
  calendar.schedule({due, {1, 2}, 2, 9});
  calendar.schedule({due, {1, 1}, 3, 1});
  calendar.schedule({due, {1, 1}, 4, 0});
  calendar.schedule({due, {1, 1}, 5, 0});
  EXPECT_THAT(subjects_of_all(calendar), ElementsAre(4, 5, 3, 2, 1));
}

TEST(Calendar, cancelled_event_is_out_at_once) {
  Calendar calendar;
  calendar.schedule(event(1, Phase::endings, 1));
  Calendar::Handle patience = calendar.schedule(event(2, Phase::departures, 2));
  calendar.schedule(event(3, Phase::endings, 3));
  calendar.cancel(patience);
  EXPECT_EQ(patience, Calendar::none);
  EXPECT_EQ(calendar.pending(), 2u);
  EXPECT_EQ(calendar.peak_pending(), 3u);
  EXPECT_THAT(subjects_of_all(calendar), ElementsAre(1, 3));
}

TEST(Calendar, cancelling_none_does_nothing) {
  Calendar calendar;
  Calendar::Handle none = Calendar::none;
  calendar.cancel(none);
  EXPECT_TRUE(calendar.empty());
}

TEST(Calendar, place_freed_in_a_late_phase_is_offered_within_the_instant) {
  Calendar calendar;
  calendar.schedule(event(10, Phase::departures, 1));
  calendar.schedule(event(10, Phase::roles, 2));
  calendar.pop();
  calendar.schedule(event(10, Phase::offers, 3));
  EXPECT_THAT(subjects_of_all(calendar), ElementsAre(3, 2));
}

TEST(Calendar, event_that_is_never_due_comes_last) {
  Calendar calendar;
  calendar.schedule(event(never.ticks, Phase::endings, 1));
  calendar.schedule(
      {.due = {Instant{} + Days{1e300}, Phase::endings}, .precedence = {}, .subject = 2});
  calendar.schedule(event(Instant::at_day(1'000'000).ticks, Phase::census, 3));
  EXPECT_EQ(calendar.pop().subject, 3u);
  EXPECT_GT(calendar.next_due().at, Instant::at_day(1'000'000'000));
}

using Key = std::tuple<Moment, Precedence, int, std::uint32_t>;

TEST(Calendar, order_is_that_of_sorting_after_any_schedules_cancels_and_pops) {
  std::mt19937 generator(5);
  const auto random = [&] { return static_cast<std::int64_t>(generator() % 5040); };
  for (const int most : {5, 60, 3000}) {
    Calendar calendar;
    std::map<Key, Calendar::Handle> model;
    std::int64_t now = 0;
    for (std::uint32_t step = 0; step < 30'000; ++step) {
      const auto choice = random() % 10;
      if (choice < 5 && model.size() < static_cast<std::size_t>(most)) {
        const Event made{{Instant{now + random() % 40}, static_cast<Phase>(1 + random() % 7)},
                         {random() % 3, static_cast<std::uint64_t>(random() % 3)},
                         step,
                         static_cast<std::uint8_t>(random() % 3)};
        model[{made.due, made.precedence, made.kind, step}] = calendar.schedule(made);
      } else if (choice < 7 && !model.empty()) {
        const auto chosen =
            std::next(model.begin(), random() % std::min(std::ssize(model), std::ptrdiff_t{50}));
        calendar.cancel(chosen->second);
        model.erase(chosen);
      } else if (!model.empty()) {
        ASSERT_EQ(calendar.next_due(), std::get<0>(model.begin()->first));
        const DueEvent popped = calendar.pop();
        ASSERT_EQ(popped.subject, std::get<3>(model.begin()->first));
        now = popped.due.at.ticks;
        model.erase(model.begin());
      }
      ASSERT_EQ(calendar.pending(), model.size());
    }
  }
}

TEST(Calendar, order_stays_when_far_more_is_cancelled_than_happens) {
  std::mt19937 generator(6);
  Calendar calendar;
  std::multimap<std::int64_t, std::uint32_t> model;
  for (std::uint32_t step = 0; step < 20'000; ++step) {
    const auto tick = static_cast<std::int64_t>(generator() % 1'000'000);
    const Event made = event(tick, Phase::endings, step);
    Calendar::Handle handle = calendar.schedule(made);
    if (step % 100 == 0) {
      model.emplace(tick, step);
    } else {
      calendar.cancel(handle);
      EXPECT_EQ(handle, Calendar::none);
    }
    ASSERT_EQ(calendar.pending(), model.size());
  }
  EXPECT_LE(calendar.peak_pending(), model.size() + 1);
  for (const auto& [tick, subject] : model) {
    ASSERT_EQ(calendar.next_due().at.ticks, tick);
    ASSERT_EQ(calendar.pop().subject, subject);
  }
  EXPECT_TRUE(calendar.empty());
}

TEST(Calendar, order_is_that_of_sorting_over_days_and_years) {
  std::mt19937 generator(8);
  Calendar calendar;
  std::map<std::tuple<std::int64_t, std::uint32_t>, Calendar::Handle> model;
  std::int64_t now = Instant::at_day(-700).ticks;
  for (std::uint32_t step = 0; step < 30'000; ++step) {
    const bool today = generator() % 4 == 0;
    const std::int64_t ahead = today ? generator() % 10'000 : generator() % (900u << 20);
    model[{now + ahead, step}] = calendar.schedule(event(now + ahead, Phase::endings, step));
    if (generator() % 3 == 0) {
      const auto chosen = std::next(model.begin(), generator() % std::min(model.size(), 50ul));
      calendar.cancel(chosen->second);
      model.erase(chosen);
    }
    if (generator() % 2 == 0 && !model.empty()) {
      ASSERT_EQ(calendar.next_due().at.ticks, std::get<0>(model.begin()->first));
      ASSERT_EQ(calendar.pop().subject, std::get<1>(model.begin()->first));
      now = std::get<0>(model.begin()->first);
      model.erase(model.begin());
    }
    ASSERT_EQ(calendar.pending(), model.size());
  }
}

TEST(Calendar, misuse_is_a_broken_contract) {
  Calendar calendar;
  EXPECT_THROW(calendar.pop(), ContractError);
  EXPECT_THROW(calendar.next_due(), ContractError);
  Calendar::Handle handle = calendar.schedule(event(10, Phase::endings, 1));
  Calendar::Handle other = calendar.schedule(event(11, Phase::endings, 1));
  calendar.pop();
  EXPECT_THROW(calendar.cancel(handle), ContractError);
  EXPECT_THROW(calendar.schedule(event(9, Phase::endings, 1)), ContractError);
  calendar.cancel(other);
  EXPECT_TRUE(calendar.empty());
}

}  // namespace
}  // namespace doorstroom
