// What people give as the path of a scenario, and bytes that no person would write.
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include "models/yaml/yaml_reader.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class YamlFile : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = testing::TempDir() + "yaml_file_XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    directory_ = pattern;
  }
  void TearDown() override { fs::remove_all(directory_); }

  std::string path(const std::string& name) const { return directory_ + "/" + name; }

  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
  }

  static std::string told(const std::string& path) {
    std::vector<Document> documents;
    Issues issues;
    const auto root = read_yaml_file(path, documents, issues);
    EXPECT_EQ(documents.size(), 1u);
    EXPECT_NE(root == nullptr, !issues.has_errors());
    return issues.text(documents);
  }

  std::string directory_;
};

TEST_F(YamlFile, is_read_and_kept_under_its_path) {
  std::vector<Document> documents;
  Issues issues;
  const std::string file = write("s.yaml",
                                 "\xEF\xBB\xBF"
                                 "a: 1\n");
  const auto root = read_yaml_file(file, documents, issues);
  ASSERT_TRUE(root);
  EXPECT_EQ(documents[0].path, file);
  EXPECT_EQ(documents[0].text, "a: 1\n");
}

TEST_F(YamlFile, that_is_not_there_is_an_error) {
  EXPECT_THAT(told(path("none.yaml")), HasSubstr("there is no file `" + path("none.yaml") + "`"));
  EXPECT_THAT(told(""), HasSubstr("there is no file ``"));
  EXPECT_THAT(told(write("file", "a: 1") + "/below.yaml"), HasSubstr("no file"));
}

TEST_F(YamlFile, that_is_a_directory_pipe_or_device_is_an_error_at_once) {
  EXPECT_THAT(told(directory_), HasSubstr("is a directory"));
  ASSERT_EQ(mkfifo(path("pipe").c_str(), 0600), 0);
  EXPECT_THAT(told(path("pipe")), HasSubstr("is a pipe"));
  EXPECT_THAT(told("/dev/zero"), HasSubstr("is a device"));
}

TEST_F(YamlFile, that_may_not_be_read_is_an_error) {
  const std::string file = write("secret.yaml", "a: 1\n");
  fs::permissions(file, fs::perms::none);
  fs::permissions(path(""), fs::perms::all);
  const bool root = geteuid() == 0;  // who may read everything: be nobody for a moment
  ASSERT_EQ(root ? seteuid(65534) : 0, 0);
  const std::string message = told(file);
  ASSERT_EQ(root ? seteuid(0) : 0, 0);
  EXPECT_THAT(message, HasSubstr("cannot be read"));
}

TEST_F(YamlFile, that_is_large_is_refused_unread) {
  const std::string file = write("large.yaml", "a: 1\n");
  fs::resize_file(file, 50'000'000);
  EXPECT_THAT(told(file), HasSubstr("is larger than 1024 KiB"));
}

TEST_F(YamlFile, that_is_empty_or_binary_is_an_error_with_its_place) {
  EXPECT_THAT(told(write("empty.yaml", "")), HasSubstr("empty.yaml:1:1: the file holds nothing"));
  EXPECT_THAT(told(write("binary", std::string("\x89HDF\r\n\x1a\n", 8))),
              HasSubstr("binary:1:1: byte 0x89 is not UTF-8"));
}

constexpr const char* sample = R"(doorstroom: 1
name: "One desk, two arrangements"  # été
period: {start: 2026-08-01, years: 5, warm_up: 5 years}
sources:
  school:
    label: {nl: 'Signaal ''op'' school', en: "Signal \u0041 \"at\" school"}
    months: {aug: 0.35, sep: 0.85}
    severity: {light: 55%, middle: 33%, complex: 12%}
    routes:
      - {if: {severity: [light]}, to: {a: 50%, b: rest}}
      - to:
          a: ~
arrangements:
  a:
    places: [{from: 2021-08-01, count: 26}, {from: 2027-08-01, count: 30}]
    note: |
      text: not a key
        - nor this
  ? b
  : {education: none, places: unlimited}
)";

/// Deterministic on every machine: only the engine of <random>, no distribution.
std::string mutated(std::string text, std::mt19937& random) {
  static constexpr std::string_view bytes = "{}[]:,-?&*!|>'\"%@`#~\\ \t\n\r<=.a1\xc3\xa9\xff\x01";
  for (auto count = 1 + random() % 4; count > 0; --count) {
    const std::size_t at = random() % text.size();
    const std::size_t length = std::min<std::size_t>(1 + random() % 12, text.size() - at);
    switch (random() % 5) {
      case 0:
        text[at] = bytes[random() % bytes.size()];
        break;
      case 1:
        text.insert(at, 1, bytes[random() % bytes.size()]);
        break;
      case 2:
        text.erase(at, length);
        break;
      case 3:
        text.insert(random() % text.size(), text.substr(at, length));
        break;
      default:
        text.resize(std::max<std::size_t>(at, 1));
    }
    if (text.empty()) text = "x";
  }
  return text;
}

TEST(YamlFuzz, whatever_is_written_gives_a_map_or_an_error_with_a_place) {
  std::mt19937 random(2026);
  int maps = 0;
  int errors = 0;
  for (int i = 0; i < 4'000; ++i) {
    const std::string text = mutated(sample, random);
    std::vector<Document> documents;
    Issues issues;
    const auto root = read_yaml_text("s.yaml", text, documents, issues);
    ASSERT_TRUE(root || issues.has_errors()) << text;
    ASSERT_TRUE(!root || root->is_map()) << text;
    root ? ++maps : ++errors;
    for (const Issue& issue : issues.all()) {
      ASSERT_GE(issue.location.line, 1) << text;
      ASSERT_GE(issue.location.column, 1) << text;
      ASSERT_NE(issue.problem.in(Language::en).substr(0, 16), "this is not YAML")
          << issue.problem.in(Language::en) << text;
    }
    const std::string told = issues.text(documents);
    ASSERT_EQ(told.empty(), !issues.has_errors());
  }
  EXPECT_GT(maps, 100);
  EXPECT_GT(errors, 100);
}

}  // namespace
}  // namespace doorstroom
