#include "engine/message.hpp"

#include <gtest/gtest.h>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

TEST(Message, is_filled_in_by_number_and_by_name) {
  EXPECT_EQ(filled_in(Message("{0}: {1} of {0}", std::string("a"), 3)), "a: 3 of a");
  EXPECT_EQ(filled_in(Message("{path} is {what}", std::string("a"), std::string("b"))), "a is b");
}

TEST(Message, holds_braces_when_they_are_doubled) {
  EXPECT_EQ(filled_in(Message("write {{from: {0}}}", 3)), "write {from: 3}");
}

TEST(Message, keeps_words_of_the_user_within_its_line) {
  EXPECT_EQ(filled_in(Message("{0}: no such file\n  name one", std::string("a\nb"))),
            "a\\nb: no such file\n  name one");
}

TEST(Message, is_translated_with_the_names_of_the_pattern_that_was_written) {
  const Message message("{path} is {what}", std::string("a"), std::string("b"));
  const auto dutch = [](const Message&) { return std::string_view("{what}: zo is {path}"); };
  EXPECT_EQ(filled_in(message, dutch), "b: zo is a");
}

TEST(Message, chooses_the_plural_by_its_count) {
  Message message("{0} youths", 1);
  message.plural = "{0} youths";
  message.text = "{0} youth";
  message.count = 1;
  EXPECT_EQ(filled_in(message), "1 youth");
  message.count = 2;
  EXPECT_EQ(english_pattern(message), "{0} youths");
}

TEST(Message, travels_whole) {
  Message inner("{0} is full", std::string("disk"));
  inner.context = "place";
  inner.plural = "{0} are full";
  inner.count = 7;
  const Message message("{0}: {1}", std::string("out.h5"), inner);
  EXPECT_EQ(unpacked(packed(message)), message);
  EXPECT_EQ(unpacked(packed(Message())), Message());
}

TEST(Message, that_is_cut_short_is_our_own_fault) {
  std::vector<std::byte> bytes = packed(Message("{0} is full", std::string("disk")));
  bytes.pop_back();
  EXPECT_THROW(unpacked(bytes), ContractError);
}

TEST(Failure, is_written_down_in_english) {
  const RunError failure(Message("{0} is full", std::string("disk")));
  EXPECT_STREQ(failure.what(), "disk is full");
  EXPECT_EQ(failure.message().text, "{0} is full");
}

}  // namespace
}  // namespace doorstroom
