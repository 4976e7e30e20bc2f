#include "app/serve/job_answer.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <array>

#include "app/serve/routes.hpp"

namespace doorstroom {
namespace {

std::string written(const std::function<void(JobAnswerWriter&)>& write_in) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return {};
  JobAnswerWriter writer(ends[1]);
  write_in(writer);
  close(ends[1]);
  std::array<char, 4096> room{};
  const ssize_t got = read(ends[0], room.data(), room.size());
  close(ends[0]);
  return {room.data(), static_cast<std::size_t>(got)};
}

TEST(JobAnswer, comes_through_whatever_the_pieces) {
  const std::string text = written([](JobAnswerWriter& writer) {
    writer.begin(200, "application/x-ndjson");
    writer.send("{\"a\": 1}\n");
    writer.send("{\"b\": \".\"}\n");
    writer.end();
  });
  for (const std::size_t size : {std::size_t{1}, std::size_t{7}, text.size()}) {
    JobAnswerReader reader;
    std::string body;
    for (std::size_t at = 0; at < text.size(); at += size) {
      EXPECT_FALSE(reader.is_whole());
      reader.add(std::string_view(text).substr(at, size));
      body += reader.take_lines();
    }
    EXPECT_EQ(reader.status(), 200);
    EXPECT_EQ(reader.type(), "application/x-ndjson");
    EXPECT_EQ(body, "{\"a\": 1}\n{\"b\": \".\"}\n");
    EXPECT_TRUE(reader.is_whole());
  }
}

TEST(JobAnswer, that_is_cut_off_is_not_whole) {
  JobAnswerReader reader;
  reader.add("200 application/json\n{\"a\": ");
  EXPECT_EQ(reader.take_lines(), "");
  EXPECT_FALSE(reader.is_whole());
  JobAnswerReader nothing;
  EXPECT_EQ(nothing.status(), std::nullopt);
  EXPECT_EQ(nothing.take_lines(), "");
}

TEST(JobRequest, is_unpacked_as_it_was_packed) {
  for (const WhatIfQuestion question : {WhatIfQuestion::model, WhatIfQuestion::save}) {
    const RawRequest asked{question, "lang=nl&x=%0A", std::string("{\n\0}", 4)};
    const RawRequest got = unpacked_request(packed_request(asked));
    EXPECT_EQ(got.question, asked.question);
    EXPECT_EQ(got.query, asked.query);
    EXPECT_EQ(got.body, asked.body);
  }
}

}  // namespace
}  // namespace doorstroom
