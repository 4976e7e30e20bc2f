#include "results/file/h5_content.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <limits>
#include <vector>

namespace doorstroom {
namespace {

template <class Value>
H5Content content_of(H5Content::Kind kind, const std::vector<Value>& values) {
  H5Content content;
  content.kind = kind;
  content.type = "alike";
  content.count = values.size();
  content.value_size = sizeof(Value);
  content.bytes.resize(values.size() * sizeof(Value));
  std::memcpy(content.bytes.data(), values.data(), content.bytes.size());
  return content;
}

/// A file can say of an enum of one byte that its base has eight, so that it reads like another.
TEST(H5Content, of_another_size_is_never_the_same) {
  const H5Content narrow = content_of<std::int8_t>(H5Content::Kind::category, {1});
  const H5Content wide = content_of<std::int64_t>(H5Content::Kind::category, {1});
  EXPECT_FALSE(narrow.same_value(wide, 0));
  EXPECT_FALSE(wide.same_value(narrow, 0));
}

TEST(H5Content, is_the_same_bit_by_bit_but_for_what_is_no_number) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const H5Content one = content_of<double>(H5Content::Kind::real, {1, none, 0.0});
  const H5Content other = content_of<double>(H5Content::Kind::real, {1, -none, -0.0});
  EXPECT_TRUE(one.same_value(other, 0));
  EXPECT_TRUE(one.same_value(other, 1));
  EXPECT_FALSE(one.same_value(other, 2));
}

}  // namespace
}  // namespace doorstroom
