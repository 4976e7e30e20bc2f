// The processes of the server: a change that nobody waits for any more is gone at once, and
// whatever ends the server leaves no process behind.

#include "tests/app/serve.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/file.h>

#include <deque>

namespace doorstroom::testing {
namespace {

using ::testing::HasSubstr;

class ServeProcesses : public ServeTest {
 protected:
  /// Begins a run that takes a while. Its workers are there when this returns.
  void begin_run(Connection& connection) {
    connection.send(request_text("POST", "/run?lang=en", long_run().dump(), token_line()));
    ASSERT_TRUE(connection.receive_until("\"figures\""));
  }

  pid_t zygote() const { return children_of(running_->process()).front(); }

  static bool are_gone(const std::vector<pid_t>& processes) {
    return std::ranges::none_of(processes, is_alive);
  }
  static steady_clock::duration time_until_gone(const std::vector<pid_t>& processes) {
    const auto began = steady_clock::now();
    while (!are_gone(processes) && steady_clock::now() < began + seconds(20))
      std::this_thread::sleep_for(milliseconds(1));
    return steady_clock::now() - began;
  }
};

/// Runs that have nothing to say for seconds, so that none of them ends because nobody reads it.
class ServeSlowRuns : public ServeProcesses {
 protected:
  void SetUp() override {
    fs::copy_file(holland_rijnland, scratch_ / "base.yaml");
    scratch_.write("region.yaml",
                   "doorstroom: 1\nextends: base.yaml\nname: A century\nperiod: {years: 99}\n");
  }

  /// A job and its workers are there when this returns, and have said nothing yet; the work ahead
  /// has given way to them.
  void begin_slow_run(Connection& connection) {
    connection.send(request_text("POST", "/run?lang=en", long_run().dump(), token_line()));
    ASSERT_TRUE(connection.receive_until("\"begun\""));
    ASSERT_TRUE(running_->wait_until([&] {
      const std::vector<pid_t> jobs = children_of(zygote());
      return jobs.size() == 1 && !children_of(jobs.front()).empty();
    }));
  }
};

TEST_F(ServeSlowRuns, that_nobody_waits_for_are_killed) {
  serve({"--jobs", "1"});
  std::vector<pid_t> jobs;
  steady_clock::duration took{};
  {
    Connection connection(port_);
    begin_slow_run(connection);
    jobs = processes_below();
    std::erase(jobs, zygote());
    ASSERT_GE(jobs.size(), 2U) << "a job and its worker";
  }
  took = time_until_gone(jobs);
  EXPECT_LT(took, milliseconds(1000) * slower);
  RecordProperty("milliseconds", static_cast<int>(took / milliseconds(1)));
  EXPECT_EQ(get("/model").status, 200);
}

TEST_F(ServeProcesses, a_storm_of_changes_leaves_one_process_and_a_server_that_answers) {
  serve();
  for (int i = 0; i < 60; ++i) {
    const Connection connection(port_);
    connection.send(request_text("POST", "/run", long_run().dump(), token_line()));
    if (i % 3 == 0) std::this_thread::sleep_for(milliseconds(10));
  }
  EXPECT_TRUE(running_->wait_until([&] { return processes_below().size() == 1; }));
  EXPECT_EQ(post("/run", {{"variant", variant("30")}}).lines().back()["kind"], "end");
}

TEST_F(ServeProcesses, a_job_that_is_killed_is_told_and_the_server_lives_on) {
  serve();
  Connection connection(port_);
  begin_run(connection);
  const std::vector<pid_t> jobs = children_of(zygote());
  for (const pid_t job : jobs) kill(job, SIGKILL);
  ASSERT_TRUE(connection.receive_until("\"failed\"")) << connection.received();
  EXPECT_THAT(connection.received(), HasSubstr("was killed, or crashed"));
  EXPECT_EQ(get("/model").status, 200);
}

/// A region that needs more memory than there is, in each process that simulates it.
class ServeWithoutMemory : public ServeProcesses {
 protected:
  void SetUp() override {
#ifdef DOORSTROOM_SANITIZE
    GTEST_SKIP() << "the address sanitizer needs terabytes of memory";
#endif
    fs::copy_file(holland_rijnland, scratch_ / "base.yaml");
    scratch_.write("region.yaml",
                   "doorstroom: 1\nextends: base.yaml\nname: Four centuries\n"
                   "period: {years: 400}\nset: {\"**.growth\": 0% per year}\n");
    serve({"--jobs", "2"}, {}, 40'000'000);
  }

  /// The last line of an answer tells it, the server takes the next request, and nobody is left.
  void expect_told(const std::string& target, const Json& body) const {
    const HttpAnswer answer = post(target, body);
    EXPECT_EQ(answer.status, 200) << answer.body;
    const Json last = answer.lines().back();
    EXPECT_EQ(last["kind"], "failed") << answer.body;
    EXPECT_THAT(last["text"].get<std::string>(), HasSubstr("memory")) << target;
    EXPECT_EQ(get("/levers").status, 200);
  }
};

TEST_F(ServeWithoutMemory, jobs_end_with_a_sentence_and_the_server_lives_on) {
  Json more = variant("30");
  expect_told("/run", {{"variant", more}, {"replications", 4}, {"lang", "en"}});
  expect_told("/bottlenecks", {{"variant", more}, {"replications", 10}, {"lang", "en"}});
  EXPECT_EQ(post("/check", {{"variant", more}}).json()["mistakes"].size(), 0U);
  EXPECT_EQ(post("/save", {{"variant", more}, {"file", "more.yaml"}}).status, 200);
  const HttpAnswer report = post("/report", {{"variants", {"more.yaml"}}, {"replications", 2}});
  EXPECT_EQ(report.status, 500) << report.body.substr(0, 200);
  EXPECT_THAT(report.body, HasSubstr("memory"));
  EXPECT_EQ(get("/model").status, 200);
}

TEST_F(ServeSlowRuns, end_with_a_server_that_is_killed) {
  serve({"--jobs", "1"});
  Connection connection(port_);
  begin_slow_run(connection);
  const std::vector<pid_t> below = processes_below();
  ASSERT_GE(below.size(), 3U) << "the zygote, a job and its workers";
  kill(running_->process(), SIGKILL);
  EXPECT_LT(time_until_gone(below), seconds(1) * slower);
}

TEST_F(ServeSlowRuns, end_with_a_zygote_that_is_killed_as_does_the_server) {
  serve({"--jobs", "1"});
  Connection connection(port_);
  begin_slow_run(connection);
  const std::vector<pid_t> below = processes_below();
  kill(zygote(), SIGKILL);
  EXPECT_LT(time_until_gone(below), seconds(1) * slower);
  const Ended ended = running_->wait();
  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err, HasSubstr("doorstroom serve"));
}

TEST_F(ServeProcesses, a_signal_ends_the_server_quietly) {
  for (const int signal : {SIGINT, SIGTERM}) {
    serve({"--lang", "en"});
    Connection connection(port_);
    begin_run(connection);
    const std::vector<pid_t> below = processes_below();
    running_->kill_all(signal);
    const Ended ended = running_->wait();
    EXPECT_EQ(ended.code, 130);
    EXPECT_EQ(ended.err, "Stopped.\n");
    EXPECT_TRUE(are_gone(below));
  }
}

TEST_F(ServeProcesses, a_browser_gets_a_file_that_nobody_else_can_read_and_that_goes_again) {
  scratch_.write("xdg-open",
                 "#!/bin/sh\necho $1 > opened.txt\nstat -c %a $1 >> opened.txt\n"
                 "cat $1 >> opened.txt\necho end >> opened.txt\n");
  fs::permissions(scratch_ / "xdg-open", fs::perms::owner_all);
  serve({"--open"}, {"PATH=" + scratch_.path().string() + ":/usr/bin:/bin"});
  const auto opened = [&] { return read_text(scratch_ / "opened.txt"); };
  ASSERT_TRUE(running_->wait_until([&] { return opened().ends_with("end\n"); }));
  const std::string file = opened().substr(0, opened().find('\n'));
  EXPECT_THAT(opened(), HasSubstr("\n600\n"));
  EXPECT_THAT(opened(), HasSubstr("#token=" + token_));
  EXPECT_TRUE(fs::exists(file));
  running_->kill_all(SIGTERM);
  running_->wait();
  EXPECT_FALSE(fs::exists(fs::path(file).parent_path()));
}

TEST_F(ServeProcesses, the_server_itself_neither_forks_nor_has_threads) {
  serve();
  Connection connection(port_);
  begin_run(connection);
  EXPECT_EQ(children_of(running_->process()).size(), 1U) << "the zygote alone";
  const fs::path threads = "/proc/" + std::to_string(running_->process()) + "/task";
  EXPECT_EQ(std::distance(fs::directory_iterator(threads), {}), 1);
}

/// Servers whose temporary files stand in a folder of the test.
class ServeScratch : public ServeProcesses {
 protected:
  ServeScratch() { fs::create_directory(temporary()); }
  fs::path temporary() const { return scratch_ / "temporary"; }
  void serve_there() { serve({}, {"TMPDIR=" + temporary().string()}); }
  std::vector<std::string> left() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(temporary()))
      names.push_back(entry.path().filename().string());
    return names;
  }
  /// Whether none of the processes of a server holds its folder, those forked just now included.
  static bool is_held_by_nobody(const fs::path& folder) {
    const int opened = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool locked = flock(opened, LOCK_EX | LOCK_NB) == 0;
    close(opened);
    return locked;
  }
};

TEST_F(ServeScratch, what_a_killed_server_left_goes_when_another_starts_and_nothing_else) {
  serve_there();
  ASSERT_EQ(left().size(), 1U);
  const std::string dead = left().front();
  kill(zygote(), SIGKILL);
  running_->wait();
  const auto began = steady_clock::now();
  while (!is_held_by_nobody(temporary() / dead) && steady_clock::now() < began + seconds(20))
    std::this_thread::sleep_for(milliseconds(1));
  ASSERT_EQ(left().size(), 1U) << "nobody could remove it";
  const fs::path elsewhere = scratch_ / "elsewhere";
  fs::create_directory(elsewhere);
  scratch_.write("elsewhere/kept.txt", "kept");
  fs::create_directory_symlink(elsewhere, temporary() / "doorstroom-serve-link");
  fs::create_directory_symlink(elsewhere, temporary() / dead / "link");
  fs::create_directory(temporary() / "doorstroom-serve-open");
  fs::permissions(temporary() / "doorstroom-serve-open", fs::perms::all);
  fs::create_directory(temporary() / "another");
  std::ofstream(temporary() / "doorstroom-serve-file") << "a file";
  serve_there();
  const std::vector<std::string> now = left();
  EXPECT_EQ(now.size(), 5U);
  EXPECT_THAT(now, ::testing::Not(::testing::Contains(dead)));
  EXPECT_EQ(read_text(elsewhere / "kept.txt"), "kept");
}

TEST_F(ServeScratch, a_server_that_lives_keeps_its_folder) {
  serve_there();
  const std::string first = left().front();
  Running other(Launch{.words = {"serve", "region.yaml", "--port", "0"},
                       .folder = scratch_.path(),
                       .environment = {"TMPDIR=" + temporary().string()}});
  ASSERT_TRUE(other.wait_until([&] { return other.out().find("#token=") != std::string::npos; }));
  EXPECT_EQ(left().size(), 2U);
  EXPECT_THAT(left(), ::testing::Contains(first));
  for (Running* one : {&*running_, &other}) {
    one->kill_all(SIGTERM);
    one->wait();
  }
  EXPECT_TRUE(left().empty());
}

}  // namespace
}  // namespace doorstroom::testing
