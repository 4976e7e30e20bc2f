// Thousands of commands on damaged files; carries the label `slow`.

#include <fmt/format.h>

#include "tests/damage/damage.hpp"

namespace doorstroom::testing {
namespace {

void print_endings(const Endings& endings) {
  for (const auto& [ending, count] : endings) fmt::print("{:>6}  {}\n", count, ending);
}

class DamageWide : public DamageTest {};

TEST_F(DamageWide, is_told_by_every_command) {
  Damager damager(good_, 1);
  Endings endings;
  for (int sample = 0; sample < 120; ++sample) {
    const Damage damage = damager.accident();
    for (const Words& words : readers()) expect_told(words, damage, endings);
  }
  print_endings(endings);
}

TEST_F(DamageWide, that_was_meant_is_survived_by_every_command) {
  Damager damager(good_, 3);
  Endings endings;
  for (int sample = 0; sample < 120; ++sample) {
    const Damage damage = damager.malice();
    for (const Words& words : readers()) expect_survived(words, damage, endings);
  }
  print_endings(endings);
}

}  // namespace
}  // namespace doorstroom::testing
