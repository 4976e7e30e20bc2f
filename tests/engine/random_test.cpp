#include "engine/random.hpp"

#include <Random123/philox.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "engine/error.hpp"
#include "tests/support/digest.hpp"

namespace doorstroom {
namespace {

using Philox = r123::Philox4x32;

struct Known {
  Philox::ctr_type counter;
  Philox::key_type key;
  Philox::ctr_type answer;
};

/// Published with Random123 (kat_vectors).
const std::vector<Known> known_answers = {
    {{{0, 0, 0, 0}}, {{0, 0}}, {{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}}},
    {{{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}},
     {{0xffffffff, 0xffffffff}},
     {{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}}},
    {{{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}},
     {{0xa4093822, 0x299f31d0}},
     {{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}}}};

TEST(Random, philox_gives_the_published_answers) {
  for (const Known& known : known_answers)
    EXPECT_EQ(Philox()(known.counter, known.key), known.answer);
}

TEST(Random, uniform_is_the_middle_of_its_cell_by_the_first_two_words) {
  for (const Known& known : known_answers) {
    const Stream stream{known.key[0], known.key[1]};
    const Address address{known.counter[0], known.counter[1], known.counter[2],
                          static_cast<std::uint8_t>(known.counter[3] >> 24),
                          known.counter[3] & 0xffffff};
    const double cell = std::ldexp(known.answer[0], 20) + (known.answer[1] >> 12);
    EXPECT_EQ(uniform(stream, address), std::ldexp(cell + 0.5, -52));
  }
}

TEST(Random, uniform_lies_strictly_between_zero_and_one) {
  EXPECT_GT(std::ldexp(0.5, -52), 0);
  EXPECT_LT(std::ldexp(std::ldexp(1, 52) - 1 + 0.5, -52), 1);
  for (std::uint32_t person = 0; person < 100'000; ++person) {
    const double u = uniform({1, 2}, {.person = person});
    ASSERT_GT(u, 0);
    ASSERT_LT(u, 1);
    ASSERT_EQ(std::fmod(u * 0x1p53, 2), 1);
  }
}

TEST(Random, every_part_of_the_address_makes_another_draw) {
  const Stream stream{1, 2};
  const Address address{3, 4, 5, 6, 7};
  std::set<double> draws = {uniform(stream, address), uniform({9, 2}, address),
                            uniform({1, 9}, address)};
  for (int part = 0; part < 5; ++part) {
    Address other = address;
    if (part == 0) other.source = 9;
    if (part == 1) other.person = 9;
    if (part == 2) other.node = 9;
    if (part == 3) other.decision = 9;
    if (part == 4) other.occasion = 9;
    draws.insert(uniform(stream, other));
  }
  EXPECT_EQ(draws.size(), 8u);
  EXPECT_EQ(uniform(stream, address), uniform(stream, address));
}

TEST(Random, draws_of_neighbours_are_uniform_and_unrelated) {
  constexpr int count = 200'000;
  double sum = 0;
  double squares = 0;
  double products = 0;
  double before = 0.5;
  for (std::uint32_t person = 0; person < count; ++person) {
    const double u = uniform({7, 0}, {.source = 1, .person = person, .node = 2}) - 0.5;
    sum += u;
    squares += u * u;
    products += u * before;
    before = u;
  }
  EXPECT_NEAR(sum / count, 0, 4 * std::sqrt(1.0 / 12 / count));
  EXPECT_NEAR(squares / count, 1.0 / 12, 4 * std::sqrt(1.0 / 180 / count));
  EXPECT_NEAR(products / count, 0, 4 / 12.0 / std::sqrt(count));
}

TEST(Random, occasion_beyond_24_bits_is_a_broken_contract) {
  EXPECT_NO_THROW(uniform({0, 0}, {.occasion = (1u << 24) - 1}));
  EXPECT_THROW(uniform({0, 0}, {.occasion = 1u << 24}), ContractError);
}

TEST(Random, hash_is_the_crc32_everybody_knows) {
  EXPECT_EQ(hash32(""), 0u);
  EXPECT_EQ(hash32("123456789"), 0xcbf43926u);
  EXPECT_NE(hash32("oza"), hash32("vso"));
}

/// Results of one scheme must never differ: whoever changes a draw gives random_scheme a new name,
/// and stores the new digest here with it.
TEST(Random, draws_of_this_scheme_are_what_they_always_were) {
  ASSERT_EQ(random_scheme, "philox4x32-10/1");
  Digest digest;
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    const Address address{hash32("school"), i, hash32(i % 2 == 0 ? "oza" : "zorg"),
                          static_cast<std::uint8_t>(i % 200), 256 * (i % 7) + i % 3};
    digest.add_draw(uniform({20250801, i % 100}, address));
  }
  EXPECT_EQ(digest.value(), 16360776005996358215u);
}

}  // namespace
}  // namespace doorstroom
