#include "results/table/code_name.hpp"

#include <gtest/gtest.h>

#include "engine/error.hpp"
#include "results/table/column.hpp"

namespace doorstroom {
namespace {

TEST(CodeName, is_the_one_behind_the_code_and_none_is_told) {
  Table table{{"/t", {column::category("which", {"first", "second"}, translatable("Which"))}}, {}};
  table.data = TableData(table.spec);
  EXPECT_EQ(name_of_code(table, "which", 1), "second");
  EXPECT_THROW(name_of_code(table, "which", none_code), InputError);
}

}  // namespace
}  // namespace doorstroom
