#include "results/what_if/request.hpp"

#include <gmock/gmock.h>

#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

TEST(WhatIfRequest, fields_of_a_query_are_read) {
  EXPECT_THAT(query_fields("extends=plan%2Dtwo.yaml&lang=nl&x&=y&q=a+b%zz%"),
              ElementsAre(Pair("", "y"), Pair("extends", "plan-two.yaml"), Pair("lang", "nl"),
                          Pair("q", "a b%zz%"), Pair("x", "")));
  EXPECT_TRUE(query_fields("").empty());
}

TEST(WhatIfRequest, a_variant_is_read_from_json) {
  const WhatIfRequest request =
      read_request({WhatIfQuestion::run, "",
                    R"({"variant": {"name": "More", "extends": "plan.yaml",
           "sets": [{"path": "a.b", "value": "4 weeks"}]}, "replications": 40, "lang": "nl"})"},
                   Language::en);
  EXPECT_EQ(request.variant.name, "More");
  EXPECT_EQ(request.variant.extends, "plan.yaml");
  ASSERT_EQ(request.variant.sets.size(), 1U);
  EXPECT_EQ(request.variant.sets[0].value, "4 weeks");
  EXPECT_EQ(request.replications, 40U);
  EXPECT_EQ(request.language.code(), "nl");
}

TEST(WhatIfRequest, a_variant_may_be_a_text) {
  const WhatIfRequest request = read_request(
      {WhatIfQuestion::check, "", R"({"variant": {"name": "T", "text": "a: 1\n", "sets": 7}})"},
      Language::en);
  EXPECT_EQ(request.variant.text, "a: 1\n");
  EXPECT_THROW(
      read_request({WhatIfQuestion::check, "", R"({"variant": {"text": 1}})"}, Language::en),
      InputError);
}

TEST(WhatIfRequest, a_file_to_open_is_named_by_the_query) {
  EXPECT_EQ(read_request({WhatIfQuestion::text, "file=a%2Fb.yaml", "{}"}, Language::en).file,
            "a/b.yaml");
}

TEST(WhatIfRequest, a_body_of_another_form_is_refused) {
  for (const char* body :
       {"", "{", "[]", "{\"variant\": []}", R"({"variant": {"sets": {}}})",
        R"({"variant": {"sets": [1]}})", R"({"variant": {"sets": [{"path": 1}]}})",
        R"({"variant": {"sets": [{"path": "a=b", "value": "1"}]}})",
        R"({"variant": {}, "replications": 1})", R"({"variant": {}, "replications": "many"})",
        "{\"variant\": {\"name\": \"\xff\"}}"})
    EXPECT_THROW(read_request({WhatIfQuestion::run, "", body}, Language::en), InputError) << body;
  EXPECT_THROW(read_request({WhatIfQuestion::run, "", std::string(50'000, '[')}, Language::en),
               InputError);
}

TEST(WhatIfRequest, a_language_that_the_program_does_not_speak_leaves_the_standard) {
  const Language dutch = *Language::of_code("nl");
  EXPECT_EQ(read_request({WhatIfQuestion::model, "lang=xx", ""}, dutch).language, dutch);
  EXPECT_EQ(read_request({WhatIfQuestion::model, "lang=en", ""}, dutch).language, Language::en);
}

}  // namespace
}  // namespace doorstroom
