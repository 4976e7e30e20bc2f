// Files that the program makes: whole or absent, never at the other end of a link, and never one
// that another process has published.

#include "results/file/output_file.hpp"

#include <gmock/gmock.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "engine/error.hpp"
#include "results/file/output_folder.hpp"
#include "results/file/text_file.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;
using example::content_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::ThrowsMessage;

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

/// Runs work in a process of its own. @return its id
template <class Work>
pid_t forked(Work work) {
  const pid_t process = fork();
  if (process != 0) return process;
  try {
    work();
  } catch (const Failure&) {
    _exit(2);
  }
  _exit(0);
}

int exit_code(pid_t process) {
  int status = 0;
  waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

class Output : public testing::Test {
 protected:
  std::string at(const std::string& name) const { return folder_ / name; }
  /// The file is not begun for the reason, and nothing changes.
  void expect_refused(const std::string& name, const std::string& why) const {
    const std::vector<std::string> before = names_in(folder_.path());
    EXPECT_THAT([&] { OutputFile(at(name), true); }, ThrowsMessage<InputError>(HasSubstr(why)));
    EXPECT_EQ(names_in(folder_.path()), before);
  }

  example::TemporaryFolder folder_;
};

TEST_F(Output, gets_its_name_when_it_is_complete) {
  {
    OutputFile file(at("a"), false);
    file.write("one ");
    file.write("two");
    EXPECT_THAT(names_in(folder_.path()), ElementsAre("a.part"));
    file.publish();
    EXPECT_THAT(names_in(folder_.path()), ElementsAre("a"));
  }
  EXPECT_EQ(content_of(at("a")), "one two");
  OutputFile(at("b"), false).write("half");
  EXPECT_THAT(names_in(folder_.path()), ElementsAre("a"));
}

TEST_F(Output, has_the_rights_that_the_umask_leaves) {
  const mode_t before = umask(027);
  write_text_file(at("a"), "text");
  // Somebody else's leftover with wide rights does not lend them to the result.
  std::ofstream(at("b.part")) << "left";
  chmod(at("b.part").c_str(), 0666);
  write_text_file(at("b"), "text");
  umask(before);
  for (const char* name : {"a", "b"}) {
    struct stat known {};
    ASSERT_EQ(stat(at(name).c_str(), &known), 0);
    EXPECT_EQ(known.st_mode & 0777, 0640u) << name;
  }
}

TEST_F(Output, does_not_go_through_a_symbolic_link) {
  std::ofstream(at("victim")) << "precious";
  fs::create_symlink("victim", at("a.part"));
  expect_refused("a", "a.part is a link, a pipe or a device");
  fs::create_symlink("nowhere", at("b.part"));
  expect_refused("b", "b.part is a link, a pipe or a device");
  EXPECT_EQ(content_of(at("victim")), "precious");
}

TEST_F(Output, does_not_go_through_a_hard_link) {
  std::ofstream(at("victim")) << "precious";
  fs::create_hard_link(at("victim"), at("a.part"));
  expect_refused("a", "a.part has another name too");
  EXPECT_EQ(content_of(at("victim")), "precious");
}

TEST_F(Output, does_not_wait_for_a_pipe) {
  ASSERT_EQ(mkfifo(at("a.part").c_str(), 0666), 0);
  expect_refused("a", "a.part is a link, a pipe or a device");
  ASSERT_EQ(mkfifo(at("b").c_str(), 0666), 0);
  expect_refused("b", "b is a device or a pipe");
  fs::create_directory(at("c.part"));
  expect_refused("c", "c.part is a link, a pipe or a device");
}

TEST_F(Output, replaces_a_link_at_its_own_name_and_not_what_that_leads_to) {
  std::ofstream(at("victim")) << "precious";
  fs::create_symlink("victim", at("a"));
  fs::create_symlink("nowhere", at("b"));
  for (const char* name : {"a", "b"}) {
    EXPECT_THAT([&] { OutputFile(at(name), false); },
                ThrowsMessage<InputError>(HasSubstr("exists already")));
    write_text_file(at(name), "new");
    EXPECT_EQ(content_of(at(name)), "new");
  }
  EXPECT_THAT(names_in(folder_.path()), ElementsAre("a", "b", "victim"));
  EXPECT_EQ(content_of(at("victim")), "precious");
}

TEST_F(Output, of_a_process_that_was_killed_is_in_nobodys_way) {
  const pid_t killed = forked([&] {
    OutputFile file(at("a"), false);
    file.write("half");
    raise(SIGKILL);
  });
  EXPECT_EQ(exit_code(killed), 128 + SIGKILL);
  EXPECT_THAT(names_in(folder_.path()), ElementsAre("a.part"));
  write_text_file(at("a"), "whole", false);
  EXPECT_EQ(content_of(at("a")), "whole");
  EXPECT_THAT(names_in(folder_.path()), ElementsAre("a"));
}

TEST_F(Output, that_is_being_written_is_nobody_elses) {
  OutputFile mine(at("a"), false);
  mine.write("mine");
  const auto refused = [&] { OutputFile(at("a"), true); };
  EXPECT_EQ(exit_code(forked(refused)), 2);
  OutputFile::remove_left(at("a"));
  EXPECT_THAT(refused, ThrowsMessage<InputError>(HasSubstr("is being written by another run")));
  mine.publish();
  EXPECT_EQ(content_of(at("a")), "mine");
}

TEST_F(Output, does_not_replace_what_came_to_exist_meanwhile) {
  OutputFile file(at("a"), false);
  std::ofstream(at("a")) << "theirs";
  EXPECT_THAT([&] { file.publish(); }, ThrowsMessage<InputError>(HasSubstr("exists already")));
  EXPECT_EQ(content_of(at("a")), "theirs");
}

TEST_F(Output, whose_part_was_replaced_is_not_published) {
  OutputFile file(at("a"), false);
  fs::remove(at("a.part"));
  std::ofstream(at("a.part")) << "theirs";
  EXPECT_THAT([&] { file.publish(); },
              ThrowsMessage<RunError>(HasSubstr("was removed or replaced by somebody else")));
  EXPECT_FALSE(fs::exists(at("a")));
}

TEST_F(Output, left_by_the_dead_is_removed_and_nothing_else) {
  std::ofstream(at("a.part")) << "left";
  std::ofstream(at("victim")) << "precious";
  fs::create_symlink("victim", at("b.part"));
  for (const char* name : {"a", "b", "c", "absent/d"}) OutputFile::remove_left(at(name));
  EXPECT_THAT(names_in(folder_.path()), ElementsAre("b.part", "victim"));
}

// Two processes race for one name: one writes and publishes, the other begins and gives up. Of a
// published file none may take it for a part: it would empty it as it gives up.
TEST_F(Output, that_was_published_is_not_emptied_by_who_gives_up) {
  const std::string whole(1000, 'w');
  for (int round = 0; round < 600; ++round) {
    std::error_code ignored;
    fs::remove(at("a"), ignored);
    const pid_t gives_up = forked([&] {
      bool began = false;
      for (int attempt = 0; attempt < 50 || !began; ++attempt) {
        try {
          const OutputFile file(at("a"), true);
          began = true;
        } catch (const InputError&) {
          continue;  // a slow disk holds the first one longer than 50 attempts take
        }
      }
    });
    bool published = false;
    while (!published) {
      try {
        OutputFile file(at("a"), true);
        file.write(whole);
        file.publish_soon();
        published = true;
      } catch (const InputError&) {
        continue;  // the other one is at it
      }
    }
    EXPECT_EQ(exit_code(gives_up), 0);
    ASSERT_EQ(content_of(at("a")), whole) << round;
    ASSERT_THAT(names_in(folder_.path()), ElementsAre("a")) << round;
  }
}

TEST_F(Output, of_many_writers_is_that_of_one) {
  for (int round = 0; round < 100; ++round) {
    std::vector<pid_t> writers;
    for (char letter = 'a'; letter < 'e'; ++letter)
      writers.push_back(forked([&] {
        OutputFile file(at("one"), false);
        for (int i = 0; i < 10; ++i) file.write(std::string(500, letter));
        file.publish_soon();
      }));
    int won = 0;
    for (const pid_t writer : writers) won += exit_code(writer) == 0 ? 1 : 0;
    ASSERT_EQ(won, 1) << round;
    const std::string content = content_of(at("one"));
    ASSERT_EQ(content, std::string(5000, content.front())) << round;
    ASSERT_THAT(names_in(folder_.path()), ElementsAre("one")) << round;
    fs::remove(at("one"));
  }
}

TEST_F(Output, folder_that_is_new_gets_its_name_when_all_is_complete) {
  {
    OutputFolder out(at("deep/down/out/"), false);
    out.add("a").write("one");
    out.add("b").write("two");
    EXPECT_FALSE(fs::exists(at("deep/down/out")));
    EXPECT_THAT(out.publish(), ElementsAre(at("deep/down/out/a"), at("deep/down/out/b")));
  }
  EXPECT_THAT(names_in(at("deep/down")), ElementsAre("out"));
  EXPECT_THAT(names_in(at("deep/down/out")), ElementsAre("a", "b"));
  EXPECT_EQ(content_of(at("deep/down/out/b")), "two");
  {
    OutputFolder out(at("half"), false);
    out.add("a").write("one");
  }
  EXPECT_THAT(names_in(folder_.path()), ElementsAre("deep"));
}

TEST_F(Output, folder_that_came_to_exist_meanwhile_is_left_alone) {
  {
    OutputFolder out(at("out"), true);
    out.add("a").write("ours");
    fs::create_directory(at("out"));
    std::ofstream(at("out/theirs")) << "theirs";
    EXPECT_THAT([&] { out.publish(); },
                ThrowsMessage<InputError>(HasSubstr("has come to exist while it was made")));
  }
  EXPECT_THAT(names_in(folder_.path()), ElementsAre("out"));
  EXPECT_THAT(names_in(at("out")), ElementsAre("theirs"));
}

TEST_F(Output, folder_that_is_there_keeps_what_else_it_holds) {
  fs::create_directory(at("out"));
  std::ofstream(at("out/mine")) << "mine";
  std::ofstream(at("out/a")) << "old";
  EXPECT_THAT(
      [&] {
        OutputFolder out(at("out"), false);
        out.add("b").write("new");
        out.add("a");
      },
      ThrowsMessage<InputError>(HasSubstr("a exists already")));
  EXPECT_THAT(names_in(at("out")), ElementsAre("a", "mine"));
  OutputFolder out(at("out"), true);
  out.add("b").write("new");
  out.add("a").write("new");
  EXPECT_EQ(content_of(at("out/a")), "old");
  out.publish();
  EXPECT_EQ(content_of(at("out/a")), "new");
  EXPECT_EQ(content_of(at("out/mine")), "mine");
  EXPECT_THAT(names_in(at("out")), ElementsAre("a", "b", "mine"));
}

TEST_F(Output, that_is_unfinished_is_removed_by_its_own_process_alone) {
  OutputFolder out(at("out"), false);
  out.add("a").write("half");
  EXPECT_EQ(exit_code(forked([] { remove_unfinished(); })), 0);
  EXPECT_THAT(names_in(folder_.path()), testing::SizeIs(1));
  remove_unfinished();
  EXPECT_THAT(names_in(folder_.path()), IsEmpty());
}

}  // namespace
}  // namespace doorstroom
