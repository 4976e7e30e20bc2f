#include <gmock/gmock.h>

#include "tests/app/program.hpp"

/// doorstroom trace, as people call it.

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class Trace : public ::testing::Test {
 protected:
  void SetUp() override {
    const Ended ended = doorstroom({.words = {"run", minimal, "-o", "out.h5", "--replications", "2",
                                              "--jobs", "1", "--set", "period.years=1"},
                                    .folder = scratch_.path()});
    ASSERT_EQ(ended.code, 0) << ended.err;
  }
  Ended trace(Words words) const {
    words.insert(words.begin(), "trace");
    return doorstroom({.words = std::move(words), .folder = scratch_.path()});
  }

  Scratch scratch_;
};

TEST_F(Trace, names_youths_and_tells_their_stories_in_both_languages) {
  const Ended named = trace({"out.h5", "--lang", "en"});
  EXPECT_EQ(named.code, 0) << named.err;
  EXPECT_THAT(named.out, HasSubstr("Longest wait"));
  const Ended english = trace({"out.h5", "--youth", "3", "--lang", "en"});
  EXPECT_EQ(english.code, 0) << english.err;
  EXPECT_THAT(english.out, AllOf(HasSubstr("Signal at school: a youth"), HasSubstr("In all")));
  const Ended dutch = trace({"out.h5", "--youth", "3", "--lang", "nl"});
  EXPECT_THAT(dutch.out,
              AllOf(HasSubstr("Signaal op school: een jeugdige"), HasSubstr("Alles bij elkaar")));
}

TEST_F(Trace, refuses_who_is_not_kept_and_files_that_are_damaged) {
  const Ended later = trace({"out.h5", "--youth", "3", "--replication", "1", "--lang", "en"});
  EXPECT_EQ(later.code, 2);
  EXPECT_THAT(later.err, HasSubstr("run the scenario with --visits 2"));
  const std::string whole = read_text(scratch_ / "out.h5");
  scratch_.write("cut.h5", whole.substr(0, whole.size() / 2));
  EXPECT_EQ(trace({"cut.h5", "--youth", "3"}).code, 2);
  EXPECT_EQ(trace({"out.h5", "--youth", "many"}).code, 2);
  EXPECT_EQ(trace({"none.h5"}).code, 2);
}

TEST_F(Trace, has_help_with_examples) {
  EXPECT_THAT(trace({"--help"}).out, HasSubstr("doorstroom trace minimal.h5 --youth 12"));
}

}  // namespace
}  // namespace doorstroom::testing
