#include "models/yaml/value.hpp"

#include <gtest/gtest.h>

namespace doorstroom {
namespace {

TEST(Value, keys_keep_the_order_in_which_they_were_set) {
  const auto map = Value::map();
  map->set("b", Value::scalar("1"));
  map->set("a", Value::scalar("2"));
  map->set("b", Value::scalar("3"), SourceLocation{0, 4, 1});
  ASSERT_EQ(map->entries.size(), 2u);
  EXPECT_EQ(map->entries[0].key, "b");
  EXPECT_EQ(map->entries[0].value->text, "3");
  EXPECT_EQ(map->entries[0].key_location.line, 4);
  EXPECT_EQ(map->entries[1].key, "a");
}

TEST(Value, a_key_that_is_not_there_is_not_found) {
  const auto map = Value::map();
  map->set("a", Value::scalar("1"));
  map->erase("a");
  map->erase("never there");
  EXPECT_EQ(map->find("a"), nullptr);
}

TEST(Value, a_clone_shares_nothing) {
  const auto inner = Value::map(SourceLocation{0, 2, 3});
  inner->set("x", Value::scalar("1"));
  const auto list = std::make_shared<Value>();
  list->kind = Value::Kind::list;
  list->items = {Value::scalar("first")};
  inner->set("list", list);
  const auto copy = inner->clone();
  copy->find("x")->value->text += "0";
  copy->find("list")->value->items[0]->text += " other";
  EXPECT_EQ(inner->find("x")->value->text, "1");
  EXPECT_EQ(list->items[0]->text, "first");
  EXPECT_EQ(copy->location.line, 2);
}

}  // namespace
}  // namespace doorstroom
