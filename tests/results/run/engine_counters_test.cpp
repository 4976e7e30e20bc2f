#include "results/run/engine_counters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "results/file/result_reader.hpp"
#include "results/rows/schema.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {
namespace {

using namespace example;

constexpr Work usual_work{
    .events = 3'000'000,
    .visits = 1'500,
    .peak_pending = 12,
    .usage = {.simulating_seconds = 4, .simgrid_seconds = 0.1, .anonymous_bytes = 20'500'000}};

TEST(EngineCounters, lines_are_aligned_and_in_plain_words) {
  EXPECT_EQ(counters_text(engine_counters(usual_work, 2)),
            "events                                    3,000,000\n"
            "visits                                        1,500\n"
            "events per second of the run              1,500,000\n"
            "visits per second of the run                    750\n"
            "time simulating, of all workers together     4.00 s\n"
            "events per second of simulating             750,000\n"
            "visits per second of simulating                 375\n"
            "SimGrid's share of the time simulating         2.5%\n"
            "events pending at once, at most                  12\n"
            "anonymous memory of the largest process     20.5 MB\n");
}

TEST(EngineCounters, no_time_gives_no_rate) {
  EXPECT_THAT(counters_text(engine_counters({.events = 5}, 0)),
              ::testing::HasSubstr("events per second of the run                   0\n"));
}

TEST(EngineCounters, run_tells_them_of_all_replications) {
  TemporaryFolder folder;
  {
    const Scenario s = scenario();
    const Records r = records(s);
    ResultWriter writer(folder / "out.h5", s, {}, false);
    for (std::uint32_t replication = 0; replication < 2; ++replication) {
      Pieces rows;
      send_tables(s, replication_tables(s), replication, Records(r), false,
                  {1.5, 0.3, std::uint64_t{1} << 40},
                  [&](const Bytes& piece) { rows.push_back(piece); });
      writer.append(rows);
    }
    writer.finish(facts());
  }
  ResultReader file(folder / "out.h5");
  EXPECT_EQ(file.number("visits_per_second", "/run"), 2);
  EXPECT_EQ(file.number("simulating_seconds", "/run"), 3);
  EXPECT_EQ(file.number("events_per_simulating_second", "/run"), 200 / 3.0);
  EXPECT_EQ(file.number("visits_per_simulating_second", "/run"), 4 / 3.0);
  EXPECT_DOUBLE_EQ(file.number("simgrid_share", "/run"), 0.2);
  EXPECT_EQ(file.integer("anonymous_memory_bytes", "/run"), std::int64_t{1} << 40);
}

TEST(EngineCounters, memory_of_the_process_that_writes_counts_too) {
  TemporaryFolder folder;
  RunFacts f = facts();
  f.anonymous_bytes = std::uint64_t{1} << 41;
  write(folder / "out.h5", scenario(), f);
  EXPECT_EQ(ResultReader(folder / "out.h5").integer("anonymous_memory_bytes", "/run"),
            std::int64_t{1} << 41);
}

}  // namespace
}  // namespace doorstroom
