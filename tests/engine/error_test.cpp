#include "engine/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace doorstroom {
namespace {

TEST(Error, broken_contract_tells_its_condition_and_its_line_in_the_source_tree) {
  const int line = __LINE__ + 2;
  try {
    DOORSTROOM_EXPECT(1 + 1 == 3);
    FAIL() << "nothing was thrown";
  } catch (const ContractError& error) {
    EXPECT_EQ(
        std::string(error.what()),
        "contract broken: 1 + 1 == 3 (tests/engine/error_test.cpp:" + std::to_string(line) + ")");
  }
}

TEST(Error, file_outside_the_source_tree_keeps_its_path) {
  try {
    contract_broken("it holds", "/elsewhere/file.cpp", 7);
  } catch (const ContractError& error) {
    EXPECT_STREQ(error.what(), "contract broken: it holds (/elsewhere/file.cpp:7)");
  }
}

TEST(Error, contract_that_holds_is_silent) {
  EXPECT_NO_THROW(DOORSTROOM_EXPECT(1 + 1 == 2));
}

TEST(Error, condition_is_looked_at_once) {
  int looked = 0;
  DOORSTROOM_EXPECT(++looked == 1);
  EXPECT_EQ(looked, 1);
}

TEST(Error, no_failure_is_taken_for_another) {
  const auto throw_input_error = [] { throw InputError("places is -4"); };
  const auto throw_contract_error = [] { contract_broken("x", "y", 1); };
  EXPECT_THROW(
      {
        try {
          throw_input_error();
        } catch (const RunError&) {
        } catch (const ContractError&) {
        }
      },
      InputError);
  EXPECT_THROW(throw_contract_error(), std::logic_error);
}

TEST(Error, what_is_told_to_users_keeps_its_pattern) {
  const RunError failure(Message("the disk of {0} is full", std::string("oza")));
  EXPECT_STREQ(failure.what(), "the disk of oza is full");
  EXPECT_EQ(failure.message().text, "the disk of {0} is full");
  EXPECT_EQ(InputError("oza").message(), Message(std::string("oza")));
}

}  // namespace
}  // namespace doorstroom
