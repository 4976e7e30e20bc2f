// What `run --verbose` tells.

#include <gmock/gmock.h>

#include "results/file/result_reader.hpp"
#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::Gt;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Lt;

TEST(Verbose, the_engine_is_told_of_on_standard_error_and_only_when_asked_for) {
  const Scratch folder;
  const Words run{"run", minimal, "--jobs", "2", "-o"};
  const auto with = [&](const Words& more) {
    Words words = run;
    words.insert(words.end(), more.begin(), more.end());
    return doorstroom(words);
  };
  const Ended plain = with({folder / "plain.h5"});
  const Ended verbose = with({folder / "verbose.h5", "--verbose"});
  EXPECT_EQ(verbose.code, 0);
  EXPECT_THAT(plain.err, IsEmpty());
  EXPECT_THAT(verbose.err,
              AllOf(HasSubstr("events per second of simulating "), HasSubstr("SimGrid's share"),
                    HasSubstr("events pending at once"), HasSubstr(" MB\n")));
  EXPECT_EQ(plain.out.substr(0, plain.out.find("Result file")),
            verbose.out.substr(0, verbose.out.find("Result file")));
  EXPECT_EQ(doorstroom({"same", folder / "plain.h5", folder / "verbose.h5"}).code, 0);
}

TEST(Verbose, what_is_measured_is_plausible) {
  const Scratch folder;
  ASSERT_EQ(doorstroom({"run", minimal, "--jobs", "1", "-o", folder / "out.h5"}).code, 0);
  ResultReader file(folder / "out.h5");
  const auto number = [&](const char* name) { return file.number(name, "/run"); };
  EXPECT_THAT(number("simulating_seconds"), AllOf(Gt(0), Lt(number("wall_seconds"))));
  EXPECT_THAT(number("collecting_seconds"), AllOf(Gt(0), Lt(number("wall_seconds"))));
  EXPECT_THAT(number("simgrid_share"), AllOf(Gt(0), Lt(1)));
  EXPECT_GT(number("events_per_simulating_second"), number("events_per_second"));
  EXPECT_GT(number("visits_per_simulating_second"), number("visits_per_second"));
  EXPECT_THAT(file.integer("anonymous_memory_bytes", "/run"),
              AllOf(Gt(1'000'000), Lt(file.integer("peak_memory_bytes", "/run"))));
}

}  // namespace
}  // namespace doorstroom::testing
