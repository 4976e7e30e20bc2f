#pragma once
/// Result files that are damaged on their way, or by somebody who means it, and what the commands
/// that read them make of it.

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "results/file/seal.hpp"
#include "tests/app/program.hpp"

namespace doorstroom::testing {

/// A change of bytes, and in words what it was.
struct Damage {
  std::string bytes;
  std::string what;
};

/// Damages of all kinds, at places that a seed chooses.
class Damager {
 public:
  Damager(std::string whole, unsigned seed) : whole_(std::move(whole)), random_(seed) {}

  /// As disks and networks do: a bit, a byte, a sector of zeros, the end cut off, more behind it.
  Damage accident() {
    const std::size_t at = place(0, whole_.size());
    Damage damage{whole_, ""};
    switch (kind_++ % 5) {
      case 0:
        damage.bytes[at] = static_cast<char>(damage.bytes[at] ^ (1 << at % 8));
        damage.what = fmt::format("a bit of byte {}", at);
        break;
      case 1:
        damage.bytes[at] = static_cast<char>(damage.bytes[at] + 1 + place(0, 255));
        damage.what = fmt::format("byte {}", at);
        break;
      case 2: {
        // Beginning at a byte that is not zero, so that something changes.
        const std::size_t begin = whole_.find_first_not_of('\0', at);
        if (begin == std::string::npos) return accident();
        const std::size_t length = std::min<std::size_t>(512, whole_.size() - begin);
        damage.bytes.replace(begin, length, length, '\0');
        damage.what = fmt::format("zeros from {}", begin);
        break;
      }
      case 3:
        damage.bytes.resize(at);
        damage.what = fmt::format("{} bytes left", at);
        break;
      default:
        damage.bytes += whole_.substr(at);
        damage.what = fmt::format("more behind it, from {}", at);
        break;
    }
    return damage;
  }

  /// As somebody does who seals the file anew: a byte of what describes the data, mostly.
  Damage malice() {
    Damage damage{whole_, ""};
    const bool is_near_the_front = kind_++ % 2 == 0;
    const std::size_t at =
        place(seal_bytes,
              is_near_the_front ? std::min<std::size_t>(whole_.size(), 20'000) : whole_.size());
    const std::size_t to = place(0, 4);
    const unsigned char byte = to == 0   ? 0xff
                               : to == 1 ? 0
                               : to == 2 ? static_cast<unsigned char>(place(0, 256))
                                         : static_cast<unsigned char>(damage.bytes[at]) ^
                                               static_cast<unsigned char>(1 << place(0, 8));
    damage.bytes[at] = static_cast<char>(byte);
    damage.what = fmt::format("byte {} is {}, sealed anew", at, byte);
    return damage;
  }

 private:
  std::size_t place(std::size_t from, std::size_t to) {
    return std::uniform_int_distribution<std::size_t>(from, to - 1)(random_);
  }

  std::string whole_;
  std::mt19937 random_;
  unsigned kind_ = 0;
};

/// How many commands ended how, for the wide test to print.
using Endings = std::map<std::string, int>;

class DamageTest : public ::testing::Test {
 protected:
  DamageTest() {
    const Ended run =
        doorstroom({.words = {"run", minimal, "--replications", "2", "--set", "period.years=1",
                              "--set", "period.warm_up=0 days", "-o", "good.h5"},
                    .folder = scratch_.path()});
    EXPECT_EQ(run.code, 0) << run.err;
    good_ = read_text(scratch_ / "good.h5");
    EXPECT_GT(good_.size(), 50'000u);
  }

  /// Commands that read `bad.h5`.
  static const std::vector<Words>& readers() {
    static const std::vector<Words> all{
        {"show", "bad.h5"},
        {"export", "bad.h5", "--csv", "tables", "--all", "--force"},
        {"compare", "good.h5", "bad.h5"},
        {"same", "good.h5", "bad.h5"},
        {"trace", "bad.h5"},
        {"kpis", "bad.h5"},
        {"report", "bad.h5", "-o", "bad.html", "--force"},
        {"rerun", "bad.h5", "--jobs", "1"},
    };
    return all;
  }

  Ended read(const Words& words, const Damage& damage) const {
    std::ofstream(scratch_ / "bad.h5", std::ios::binary) << damage.bytes;
    Ended ended = doorstroom({.words = words, .folder = scratch_.path()});
    EXPECT_FALSE(ended.hung) << words.front() << ", " << damage.what;
    return ended;
  }

  /// However the file was damaged, it is told, within a moment.
  void expect_told(const Words& words, const Damage& damage, Endings& endings) const {
    const Ended ended = read(words, damage);
    EXPECT_EQ(ended.code, 2) << words.front() << ", " << damage.what << "\n" << ended.err;
    EXPECT_EQ(ended.out, "") << words.front() << ", " << damage.what;
    EXPECT_THAT(ended.err, ::testing::HasSubstr("bad.h5")) << damage.what;
    EXPECT_LT(ended.took, seconds(3) * slower) << words.front() << ", " << damage.what;
    ++endings[fmt::format("{} exit {}", words.front(), ended.code)];
  }

  /// Whatever somebody wrote into the file: it is read, or refused; nothing crashes, and nothing is
  /// our fault.
  void expect_survived(const Words& words, const Damage& damage, Endings& endings) const {
    std::ofstream(scratch_ / "bad.h5", std::ios::binary) << damage.bytes;
    seal((scratch_ / "bad.h5").string());
    const Ended ended = doorstroom({.words = words, .folder = scratch_.path()});
    EXPECT_FALSE(ended.hung) << words.front() << ", " << damage.what;
    const bool is_comparison = words.front() == "same" || words.front() == "rerun";
    EXPECT_TRUE(ended.code == 0 || ended.code == 2 || (is_comparison && ended.code == 1))
        << words.front() << ", " << damage.what << ": exit " << ended.code << "\n"
        << ended.err;
    EXPECT_TRUE(ended.code != 2 || !ended.err.empty()) << words.front() << ", " << damage.what;
    const bool is_caught = ended.err.find("hostile") != std::string::npos;
    ++endings[fmt::format("{} exit {}{}", words.front(), ended.code,
                          is_caught ? " after a crash or stall" : "")];
  }

  Scratch scratch_;
  std::string good_;
};

}  // namespace doorstroom::testing
