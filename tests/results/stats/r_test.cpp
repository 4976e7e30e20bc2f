/// R as the oracle: samples made here, the same figures from both, equal to 1e-10 of their size.

#include <gmock/gmock.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "engine/random.hpp"
#include "results/stats/incidence.hpp"
#include "results/stats/paired.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;
constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

/// A number without rounding, as R reads it too.
std::string hexadecimal(double value) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%a", value);
  return std::isnan(value) ? "NA" : text.data();
}

bool succeeds(const std::string& command) {
  return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

/// What R found: by "sample name".
using Figures = std::map<std::string, double>;

/// A folder of its own in which a script of R reads what is written there.
class AskR : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
  }
  Figures answers(const std::string& script, const std::string& files) const {
    const std::string command = "cd " + folder_.string() + " && Rscript --vanilla " +
                                DOORSTROOM_SOURCE_DIR + "/tests/results/stats/" + script + " " +
                                files + " >answers 2>errors";
    if (std::system(command.c_str()) != 0) {
      std::stringstream told;
      told << std::ifstream(folder_ / "errors").rdbuf();
      ADD_FAILURE() << command << "\n" << told.str();
    }
    Figures found;
    std::ifstream lines(folder_ / "answers");
    for (std::string sample, name, value; lines >> sample >> name >> value;)
      found[sample + " " + name] = std::strtod(value.c_str(), nullptr);
    return found;
  }

 private:
  fs::path folder_ = fs::path(testing::TempDir()) /
                     (std::string("doorstroom_r_") +
                      testing::UnitTest::GetInstance()->current_test_info()->name());
};

void expect_same(const Figures& of_r, const std::string& which, double ours) {
  const auto found = of_r.find(which);
  ASSERT_NE(found, of_r.end()) << which;
  const double theirs = found->second;
  if (std::isnan(theirs))
    EXPECT_TRUE(std::isnan(ours)) << which << ": " << ours;
  else
    EXPECT_NEAR(ours, theirs, 1e-10 * std::max(std::abs(theirs), 1e-300)) << which;
}

// Pairs.

struct Sample {
  std::string name;
  std::vector<double> base;
  std::vector<double> other;
  double smallest_relevant = 0;
};

/// Replications that share most of their luck.
/// @param common  share of the variance that both have in common
Sample sample_of(std::uint32_t number, int count, double level, double effect, double common,
                 double missing = 0) {
  Sample sample{"s" + std::to_string(number), {}, {}, 0.4};
  for (int i = 0; i < count; ++i) {
    const auto u = [&](std::uint32_t which) {
      return uniform({number, static_cast<std::uint32_t>(i)}, {.node = which});
    };
    // Skewed, as waiting times are.
    const auto noise = [&](std::uint32_t which) { return -std::log(u(which)); };
    const double shared = std::sqrt(common) * noise(0);
    const double own = std::sqrt(1 - common);
    sample.base.push_back(u(3) < missing ? no_value : level + shared + own * noise(1));
    sample.other.push_back(u(4) < missing ? no_value : level + effect + shared + own * noise(2));
  }
  return sample;
}

TEST_F(AskR, agrees_on_paired_differences) {
  if (!succeeds("Rscript --version")) GTEST_SKIP() << "no R here";
  const std::vector<Sample> samples{
      sample_of(1, 2, 10, 0.5, 0.5),      sample_of(2, 3, 10, 0, 0.9),
      sample_of(3, 5, 0, -1, 0.3),        sample_of(4, 10, 100, 0.1, 0.99),
      sample_of(5, 30, 1e5, 2, 0.8),      sample_of(6, 200, 10, 0.02, 0.95),
      sample_of(7, 1000, 3, 0.3, 0, 0.2), sample_of(8, 25, 10, 0.4, 0.5, 0.3),
      sample_of(9, 40, 1e-3, 5, 0.999),
  };
  std::string rows = "sample,base,other,smallest_relevant\n";
  for (const Sample& sample : samples)
    for (std::size_t i = 0; i < sample.base.size(); ++i)
      rows += sample.name + "," + hexadecimal(sample.base[i]) + "," + hexadecimal(sample.other[i]) +
              "," + hexadecimal(sample.smallest_relevant) + "\n";
  write("pairs.csv", rows);
  const Figures of_r = answers("paired.R", "pairs.csv");

  for (const Sample& sample : samples) {
    const auto expect = [&](const std::string& name, double ours) {
      expect_same(of_r, sample.name + " " + name, ours);
    };
    const Simultaneous together{.confidence = 0.95,
                                .statements = static_cast<std::uint32_t>(samples.size())};
    const PairedDifference found = compare_pairs(sample.base, sample.other, together);
    expect("count", static_cast<double>(found.count));
    expect("base_mean", found.base_mean);
    expect("other_mean", found.other_mean);
    expect("mean", found.difference.mean);
    expect("low_together", found.difference.low);
    expect("high_together", found.difference.high);
    expect("standard_error", found.standard_error);
    expect("p", found.p);
    expect("p_adjusted", found.p_adjusted);
    expect("correlation", found.correlation);
    expect("variance_saved", found.variance_saved);
    expect("p10", found.p10);
    expect("p90", found.p90);
    for (const int percent : {50, 80, 90, 95, 99}) {
      const Interval alone =
          compare_pairs(sample.base, sample.other, {.confidence = percent / 100.0}).difference;
      expect("low_" + std::to_string(percent), alone.low);
      expect("high_" + std::to_string(percent), alone.high);
    }
    const Relevance relevance = relevance_of(found, sample.smallest_relevant, together);
    expect("p_below", relevance.p_below);
    expect("p_above", relevance.p_above);
  }
}

// Episodes.

/// @param late     share that is followed from later on
/// @param rounded  to so many days, so that ends, censorings and entries tie; 0: not
std::vector<Episode> episodes_of(std::uint32_t number, int count, double late, double rounded) {
  std::vector<Episode> episodes;
  for (int i = 0; i < count; ++i) {
    const auto u = [&](std::uint32_t which) {
      return uniform({100 + number, static_cast<std::uint32_t>(i)}, {.node = which});
    };
    const auto round = [&](double days) {
      return rounded > 0 ? rounded * std::floor(days / rounded) : days;
    };
    Episode episode;
    episode.end = round(-60 * std::log(u(0)));
    episode.cause = static_cast<int>(u(1) * 4);
    if (u(2) < late) episode.entry = round(u(3) * 80);
    if (episode.entry == 0 || episode.entry < episode.end) episodes.push_back(episode);
  }
  return episodes;
}

TEST_F(AskR, agrees_on_cumulative_incidence) {
  if (!succeeds("Rscript -e 'library(survival); library(cmprsk)'"))
    GTEST_SKIP() << "no survival or cmprsk here";
  const std::vector<std::vector<Episode>> sets{
      episodes_of(0, 12, 0, 0),   episodes_of(1, 200, 0, 0),      episodes_of(2, 300, 0, 7),
      episodes_of(3, 40, 0.5, 0), episodes_of(4, 500, 0.3, 7),    episodes_of(5, 800, 0.2, 1),
      episodes_of(6, 30, 1, 10),  episodes_of(7, 700, 0.1, 0.25),
  };
  std::vector<double> at;
  for (int week = 0; week <= 30; ++week) at.push_back(7 * week);
  std::string times;
  for (const double time : at) times += hexadecimal(time) + "\n";
  std::string rows = "set,entry,end,cause\n";
  for (std::size_t set = 0; set < sets.size(); ++set)
    for (const Episode& episode : sets[set])
      rows += std::to_string(set) + "," + hexadecimal(episode.entry) + "," +
              hexadecimal(episode.end) + "," + std::to_string(episode.cause) + "\n";
  write("episodes.csv", rows);
  write("times", times);
  const Figures of_r = answers("incidence.R", "episodes.csv times");

  int compared_with_cmprsk = 0;
  for (std::size_t set = 0; set < sets.size(); ++set)
    for (int cause = 1; cause <= 3; ++cause) {
      const std::vector<double> ours = cumulative_incidence(sets[set], cause, at);
      for (std::size_t i = 0; i < at.size(); ++i) {
        const auto which = [&](const char* package) {
          return std::to_string(set) + " " + package + "/" + std::to_string(cause) + "/" +
                 std::to_string(i);
        };
        const auto expect = [&](const Figures::const_iterator& theirs) {
          EXPECT_NEAR(ours[i], theirs->second, 1e-12) << theirs->first;
        };
        const auto survival = of_r.find(which("survival"));
        ASSERT_NE(survival, of_r.end()) << which("survival");
        expect(survival);
        // Which tells nothing beyond the last moment.
        if (const auto cmprsk = of_r.find(which("cmprsk")); cmprsk != of_r.end()) {
          ++compared_with_cmprsk;
          expect(cmprsk);
        }
      }
    }
  EXPECT_GT(compared_with_cmprsk, 150);
}

}  // namespace
}  // namespace doorstroom
