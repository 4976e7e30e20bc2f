#include "models/yaml/yaml_writer.hpp"

#include <gmock/gmock.h>

#include "models/yaml/yaml_reader.hpp"

namespace doorstroom {
namespace {

TEST(YamlWriter, what_is_written_is_read_as_the_same_tree) {
  const std::string text =
      "a: 1\nb: \"1\"\nc: [x, {d: ~, e: \"~\"}, []]\nf: {}\n\"**.g\": 'it''s: #'\nh: "
      "\"null\"\n\"i:j\": ~\n";
  std::vector<Document> documents;
  Issues issues;
  const auto once = read_yaml_text("once", text, documents, issues);
  ASSERT_FALSE(issues.has_errors());
  const std::string written = yaml_text(*once);
  const auto twice = read_yaml_text("twice", written, documents, issues);
  ASSERT_FALSE(issues.has_errors()) << written;
  EXPECT_EQ(yaml_text(*twice), written);
  EXPECT_TRUE(twice->find("b")->value->quoted);
  EXPECT_FALSE(twice->find("a")->value->quoted);
  EXPECT_TRUE(twice->find("h")->value->quoted);
  EXPECT_NE(twice->find("i:j"), nullptr) << "a key with a colon and without a value";
  EXPECT_TRUE(twice->find("c")->value->items[1]->find("d")->value->is_null());
}

}  // namespace
}  // namespace doorstroom
