#include "models/continuum/draws.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/digest.hpp"

namespace doorstroom {
namespace {

/// A draw as it is named: whose, where, about what, which time.
struct Name {
  std::uint32_t seed = 2026;
  std::uint32_t replication = 0;
  std::uint32_t source = 0;
  std::uint32_t layer = 0;
  std::uint32_t month = 0;  ///< since January 2026
  std::uint32_t ordinal = 0;
  NodeId node{0};
  std::uint8_t decision = static_cast<std::uint8_t>(Decision::stay);
  std::uint32_t visit = 0;
  std::uint32_t times = 0;
};

/// Draws by their names, in a scenario of many nodes.
class Universe {
 public:
  Universe() {
    for (int i = 0; i < 40; ++i) scenario_.nodes.emplace_back().id = fmt::format("oza_{}", i);
  }

  double draw(const Name& name) {
    Person person;
    person.source_word = word_of(name);
    person.person_word = person_word(2026 * 12 + name.month, name.ordinal);
    return draws_of(name).at(person, name.node, static_cast<Decision>(name.decision), name.visit,
                             name.times);
  }

 private:
  /// Hashing takes longer than drawing, so once for every word.
  std::uint32_t word_of(const Name& name) {
    const auto [at, is_new] =
        words_.try_emplace({name.source, name.layer, name.ordinal / ordinals_per_word});
    if (is_new)
      at->second = source_word(fmt::format("school_{}", name.source), name.layer, name.ordinal);
    return at->second;
  }
  const Draws& draws_of(const Name& name) {
    scenario_.seed = name.seed;
    return draws_.try_emplace({name.seed, name.replication}, scenario_, name.replication)
        .first->second;
  }

  Scenario scenario_;
  std::map<std::array<std::uint32_t, 3>, std::uint32_t> words_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Draws> draws_;
};

#ifdef DOORSTROOM_SANITIZE
constexpr std::uint32_t months = 6;
#else
constexpr std::uint32_t months = 240;
#endif
constexpr std::uint32_t ordinals = 4000;
constexpr double pairs = double{months} * ordinals;

/// Nearly a million pairs of draws: one, and its neighbour.
class Pairs {
 public:
  Pairs(const Name& first, const std::function<void(Name&)>& go_to_neighbour) {
    for (std::uint32_t month = 0; month < months; ++month)
      for (std::uint32_t ordinal = 0; ordinal < ordinals; ++ordinal) {
        Name name = first;
        name.month += month;
        name.ordinal += ordinal;
        const double u = universe_.draw(name);
        go_to_neighbour(name);
        add(u, universe_.draw(name));
      }
  }

  /// Of draws from 0 to 1, whose mean and variance are known.
  double correlation() const { return 12 * products_ / pairs; }

  /// Distance of the counts in a grid of pairs to what they would be on average.
  double chi_squared() const {
    const double expected = pairs / (cells * cells);
    double sum = 0;
    for (const auto& row : counts_)
      for (const double count : row) sum += (count - expected) * (count - expected) / expected;
    return sum;
  }

  static constexpr int cells = 16;  ///< of the grid, each way

 private:
  void add(double u, double v) {
    products_ += (u - 0.5) * (v - 0.5);
    ++counts_[static_cast<std::size_t>(u * cells)][static_cast<std::size_t>(v * cells)];
  }

  Universe universe_;
  double products_ = 0;
  std::array<std::array<double, cells>, cells> counts_{};
};

/// Chance that independent draws fail one of these tests, which are about thirty.
constexpr double rarely = 1e-4;

void expect_unrelated(const std::string& neighbours, const Name& first,
                      const std::function<void(Name&)>& go_to_neighbour) {
  const Pairs made(first, go_to_neighbour);
  const boost::math::chi_squared spread(Pairs::cells * Pairs::cells - 1);
  EXPECT_LT(std::abs(made.correlation()), 3.9 / std::sqrt(pairs)) << neighbours;
  EXPECT_LT(made.chi_squared(), quantile(complement(spread, rarely))) << neighbours;
  // Too even is not independent either: a low-discrepancy sequence, say.
  EXPECT_GT(made.chi_squared(), quantile(spread, rarely)) << neighbours;
}

TEST(Draws, neighbouring_youths_are_unrelated) {
  expect_unrelated("ordinals", {}, [](Name& name) { ++name.ordinal; });
  expect_unrelated("every other ordinal", {}, [](Name& name) { name.ordinal += 2; });
  expect_unrelated("months", {}, [](Name& name) { ++name.month; });
  expect_unrelated("years", {}, [](Name& name) { name.month += 12; });
  expect_unrelated("sources", {}, [](Name& name) { ++name.source; });
  expect_unrelated("layers of extra arrivals", {}, [](Name& name) { ++name.layer; });
  expect_unrelated("blocks of ordinals", {.ordinal = 12'000},
                   [](Name& name) { name.ordinal += ordinals_per_word; });
}

TEST(Draws, neighbouring_decisions_about_a_youth_are_unrelated) {
  expect_unrelated("decisions", {}, [](Name& name) { ++name.decision; });
  expect_unrelated("stay and patience", {}, [](Name& name) {
    name.decision = static_cast<std::uint8_t>(Decision::leaves_after);
  });
  expect_unrelated("nodes", {}, [](Name& name) { ++name.node; });
  expect_unrelated("far nodes", {.node = NodeId{3}}, [](Name& name) { name.node = NodeId{33}; });
  expect_unrelated("visits", {}, [](Name& name) { ++name.visit; });
  expect_unrelated("times in a visit", {}, [](Name& name) { ++name.times; });
}

TEST(Draws, neighbouring_worlds_are_unrelated) {
  expect_unrelated("replications", {}, [](Name& name) { ++name.replication; });
  expect_unrelated("later replications", {.replication = 998},
                   [](Name& name) { ++name.replication; });
  expect_unrelated("seeds", {}, [](Name& name) { ++name.seed; });
  expect_unrelated("seed and replication", {.seed = 1, .replication = 2},
                   [](Name& name) { std::swap(name.seed, name.replication); });
}

TEST(Draws, no_two_youths_share_an_address) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> addresses;
  std::size_t youths = 0;
  for (const char* source : {"school", "ggz"})
    for (std::uint32_t layer = 0; layer < 3; ++layer)
      for (std::uint32_t month = 2026 * 12; month < 2026 * 12 + 24; ++month)
        for (std::uint32_t ordinal = 0; ordinal < 40'000; ordinal += ordinal % 16 < 3 ? 1 : 13) {
          addresses.emplace(source_word(source, layer, ordinal), person_word(month, ordinal));
          ++youths;
        }
  EXPECT_EQ(addresses.size(), youths);
  EXPECT_GT(youths, 1'000'000u);
}

/// Which draw is for what belongs to the scheme: whoever changes an address, or the number of a
/// decision, gives random_scheme a new name, and stores the new digest here with it.
TEST(Draws, addresses_of_this_scheme_are_what_they_always_were) {
  ASSERT_EQ(random_scheme, "philox4x32-10/1");
  Scenario scenario;
  scenario.seed = 20260801;
  for (const char* id : {"team", "oza"}) scenario.nodes.emplace_back().id = id;
  Digest digest;
  using D = Decision;
  for (std::uint32_t i = 0; i < 300; ++i) {
    const Draws draws(scenario, i % 5);
    const std::uint32_t ordinal = i * 97;
    Person person;
    person.source_word = source_word("school", i % 3, ordinal);
    person.person_word = person_word(i % 7 == 0 ? month_of_today : 2026 * 12 + i % 24, ordinal);
    for (const D decision : {D::arrival_gap, D::arrival_kept})
      digest.add_draw(draws.arrival(person.source_word, person.person_word, decision));
    for (const D decision : {D::age, D::severity, D::subregion, D::absent_on_arrival,
                             D::residual_share, D::waited, D::today_source})
      digest.add_draw(draws.who(person, decision));
    for (const D decision : {D::route, D::delay, D::bounce, D::work, D::takes, D::stay, D::at_home,
                             D::stays_home_after, D::leaves_after, D::absence_leaves})
      digest.add_draw(draws.at(person, NodeId(i % 2), decision, i % 4, i % 3));
    digest.add_draw(draws.in_absence(person, D::back_to_school, i % 4));
  }
  EXPECT_EQ(digest.value(), 15367416355126430351u);
}

}  // namespace
}  // namespace doorstroom
