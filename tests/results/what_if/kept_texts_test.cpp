#include "results/what_if/kept_texts.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

class KeptTextsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    path_ = (fs::temp_directory_path() / ("doorstroom-kept-" + std::to_string(getpid()))).string();
    write("one");
  }
  void TearDown() override { fs::remove(path_); }

  void write(const std::string& text) const { std::ofstream(path_) << text; }
  /// So long that the file is no longer one that was changed just now.
  static void settle() { std::this_thread::sleep_for(std::chrono::milliseconds(3100)); }

  std::string asked() {
    return kept_
        .text("key",
              [&]() -> std::optional<MadeText> {
                ++made_;
                return MadeText{"text " + std::to_string(made_), {path_}};
              })
        .value();
  }

  KeptTexts kept_;
  std::string path_;
  int made_ = 0;
};

TEST_F(KeptTextsTest, a_text_is_made_once_for_all_processes_while_its_file_stays_as_it_is) {
  settle();
  const pid_t child = fork();
  if (child == 0) {
    asked();
    _exit(0);
  }
  waitpid(child, nullptr, 0);
  EXPECT_EQ(asked(), "text 1");
  EXPECT_EQ(made_, 0) << "the other process made it";
  write("two");
  EXPECT_EQ(asked(), "text 1");
  EXPECT_EQ(made_, 1) << "the file changed";
  EXPECT_EQ(asked(), "text 2") << "it changed just now, and may change again unseen";
  settle();
  EXPECT_EQ(asked(), "text 3");
  EXPECT_EQ(asked(), "text 3");
  fs::remove(path_);
  EXPECT_EQ(asked(), "text 4");
}

TEST_F(KeptTextsTest, what_is_too_long_or_is_no_text_is_not_kept) {
  int made = 0;
  const auto make = [&]() -> std::optional<MadeText> {
    ++made;
    return MadeText{std::string(20'000, 'x'), {path_}};
  };
  for (int i = 0; i < 2; ++i) EXPECT_EQ(kept_.text("long", make)->size(), 20'000U);
  EXPECT_EQ(made, 2);
  for (int i = 0; i < 2; ++i)
    EXPECT_EQ(kept_.text("none",
                         [&]() -> std::optional<MadeText> {
                           ++made;
                           return std::nullopt;
                         }),
              std::nullopt);
  EXPECT_EQ(made, 4);
}

}  // namespace
}  // namespace doorstroom
