#include "models/continuum/youths.hpp"

#include <gtest/gtest.h>

#include <set>

namespace doorstroom {
namespace {

TEST(Youths, those_present_are_told_in_order_of_slots) {
  Youths youths;
  std::set<Youth*> present;
  for (int i = 0; i < 600; ++i) present.insert(&youths.add());
  ASSERT_EQ(present.size(), 600u);
  youths.remove(**present.begin());
  present.erase(present.begin());

  std::vector<Youth*> all = youths.all();
  EXPECT_EQ(std::set<Youth*>(all.begin(), all.end()), present);
  for (std::size_t i = 1; i < all.size(); ++i) EXPECT_LT(all[i - 1]->slot, all[i]->slot);
  for (Youth* youth : all) EXPECT_EQ(&youths[youth->slot], youth);
}

TEST(Youths, who_takes_a_slot_knows_nothing_of_who_was_there) {
  Youths youths;
  Youth& first = youths.add();
  const std::uint32_t slot = first.slot;
  first.person.severity = SeverityId{2};
  first.person.care_ended = Instant::at_day(3);
  first.schooling.attendance = Attendance::absent;
  first.schooling.hazard_spells = 4;
  first.stage = Stage::inside;
  first.visit.asked = Instant::at_day(5);
  first.work.hours = 6;
  first.work.worker_busy = true;
  first.timers.next = 7;
  first.wait.in_line = 8;
  first.visits.count(NodeId{9});
  youths.remove(first);

  const Youth& second = youths.add();
  ASSERT_EQ(second.slot, slot);
  EXPECT_EQ(second.person.severity, SeverityId{0});
  EXPECT_EQ(second.person.care_ended, never);
  EXPECT_EQ(second.schooling.attendance, Attendance::attending);
  EXPECT_EQ(second.schooling.hazard_spells, 0u);
  EXPECT_EQ(second.stage, Stage::handover);
  EXPECT_EQ(second.visit.asked, Instant{});
  EXPECT_EQ(second.work.hours, 0);
  EXPECT_FALSE(second.work.worker_busy);
  EXPECT_EQ(second.timers.next, Calendar::none);
  EXPECT_EQ(second.wait.in_line, WaitList::none);
  EXPECT_EQ(second.visits.of(NodeId{9}), 0u);
}

}  // namespace
}  // namespace doorstroom
