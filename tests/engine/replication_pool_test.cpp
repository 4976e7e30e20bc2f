#include "engine/replication_pool.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <new>
#include <numeric>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Bytes bytes_of(const std::string& text) {
  Bytes bytes(text.size());
  std::memcpy(bytes.data(), text.data(), text.size());
  return bytes;
}

std::string text_of(const Bytes& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Bytes records_of(std::uint32_t replication) {
  return bytes_of("records of " + std::to_string(replication));
}

/// Each replication's records as one piece.
void run_whole(const PoolOptions& options, const std::function<Bytes(std::uint32_t)>& replicate,
               const std::function<void(std::uint32_t, const Bytes&)>& deliver) {
  run_replications(
      options, [&](std::uint32_t replication, const Send& send) { send(replicate(replication)); },
      [&](std::uint32_t replication, const Pieces& records) {
        deliver(replication, records.at(0));
      });
}

/// A place for workers to leave marks that outlive them.
class ReplicationPool : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / "pool_XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  void TearDown() override {
    // Whatever happened, no child is left, running or dead.
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
    EXPECT_EQ(errno, ECHILD);
    std::filesystem::remove_all(folder_);
  }
  std::filesystem::path mark(const std::string& name) const { return folder_ / name; }
  /// @return whether it is the first time
  bool first_time(const std::string& name) const {
    const int file = open(mark(name).c_str(), O_CREAT | O_EXCL | O_WRONLY, 0600);
    if (file >= 0) close(file);
    return file >= 0;
  }

  std::vector<std::uint32_t> delivered_;
  std::vector<std::string> contents_;
  std::function<void(std::uint32_t, const Bytes&)> keep_ = [this](std::uint32_t replication,
                                                                  const Bytes& records) {
    delivered_.push_back(replication);
    contents_.push_back(text_of(records));
  };
  std::vector<std::string> reports_;
  PoolOptions options(int jobs, std::uint32_t first, std::uint32_t count) {
    PoolOptions options{.jobs = jobs, .first = first, .count = count};
    options.report = [this](const Message& report) { reports_.push_back(filled_in(report)); };
    return options;
  }

 private:
  std::filesystem::path folder_;
};

TEST_F(ReplicationPool, results_come_in_the_order_of_replications_for_any_number_of_workers) {
  const auto slow_at_first = [](std::uint32_t replication) {
    if (replication % 7 == 3) usleep(20'000);
    return records_of(replication);
  };
  for (const int jobs : {1, 2, 4}) {
    delivered_.clear();
    contents_.clear();
    run_whole(options(jobs, 3, 60), slow_at_first, keep_);
    ASSERT_EQ(delivered_.size(), 60u);
    for (std::uint32_t i = 0; i < 60; ++i) {
      EXPECT_EQ(delivered_[i], 3 + i);
      EXPECT_EQ(contents_[i], text_of(records_of(3 + i)));
    }
  }
  EXPECT_THAT(reports_, IsEmpty());
}

TEST_F(ReplicationPool, more_workers_than_replications_do_no_harm) {
  run_whole(options(8, 0, 2), records_of, keep_);
  EXPECT_THAT(delivered_, ElementsAre(0, 1));
}

TEST_F(ReplicationPool, no_replications_are_done_at_once) {
  run_whole(options(2, 5, 0), records_of, keep_);
  EXPECT_THAT(delivered_, IsEmpty());
}

TEST_F(ReplicationPool, progress_is_told_after_each_delivery) {
  std::vector<std::uint32_t> done;
  PoolOptions told = options(2, 10, 3);
  told.progress = [&](std::uint32_t so_far, std::uint32_t of) {
    EXPECT_EQ(of, 3u);
    EXPECT_EQ(delivered_.size(), so_far);
    done.push_back(so_far);
  };
  run_whole(told, records_of, keep_);
  EXPECT_THAT(done, ElementsAre(1, 2, 3));
}

TEST_F(ReplicationPool,
       that_has_enough_ends_well_at_the_same_replication_for_any_number_of_workers) {
  const auto fails_beyond = [](std::uint32_t replication) {
    if (replication > 20) throw RunError("beyond");
    if (replication == 18) usleep(50'000);
    return records_of(replication);
  };
  for (const int jobs : {1, 2, 5}) {
    delivered_.clear();
    contents_.clear();
    PoolOptions ends = options(jobs, 10, 1000);
    ends.enough = [&] { return delivered_.size() == 9; };
    run_whole(ends, fails_beyond, keep_);
    ASSERT_EQ(delivered_.size(), 9u);
    EXPECT_EQ(delivered_.back(), 18u);
  }
  EXPECT_THAT(reports_, IsEmpty());
}

TEST_F(ReplicationPool, empty_and_big_results_arrive_whole) {
  constexpr std::size_t words = 13'000'000;  // 104 MB
  const auto big = [](std::uint32_t replication) {
    if (replication == 1) return Bytes{};
    std::vector<std::uint64_t> numbers(words);
    std::iota(numbers.begin(), numbers.end(), replication);
    Bytes bytes(words * sizeof(std::uint64_t));
    std::memcpy(bytes.data(), numbers.data(), bytes.size());
    return bytes;
  };
  run_whole(options(2, 0, 3), big, [&](std::uint32_t replication, const Bytes& records) {
    delivered_.push_back(replication);
    if (replication == 1) {
      EXPECT_TRUE(records.empty());
      return;
    }
    ASSERT_EQ(records.size(), words * sizeof(std::uint64_t));
    for (std::size_t i = 0; i < words; i += 1000) {
      std::uint64_t number = 0;
      std::memcpy(&number, records.data() + i * sizeof number, sizeof number);
      ASSERT_EQ(number, replication + i);
    }
  });
  EXPECT_THAT(delivered_, ElementsAre(0, 1, 2));
}

TEST_F(ReplicationPool, pieces_arrive_together_in_the_order_in_which_they_were_sent) {
  const auto as_many_as_its_number = [](std::uint32_t replication, const Send& send) {
    for (std::uint32_t piece = 0; piece < replication; ++piece)
      send(Bytes(piece * 100'000, static_cast<std::byte>(piece)));
  };
  run_replications(options(2, 0, 20), as_many_as_its_number,
                   [&](std::uint32_t replication, const Pieces& records) {
                     delivered_.push_back(replication);
                     ASSERT_EQ(records.size(), replication);
                     for (std::uint32_t piece = 0; piece < replication; ++piece)
                       ASSERT_EQ(records[piece],
                                 Bytes(piece * 100'000, static_cast<std::byte>(piece)));
                   });
  EXPECT_EQ(delivered_.size(), 20u);
}

TEST_F(ReplicationPool, nothing_of_a_replication_that_failed_half_way_is_delivered) {
  const auto fails_half_way = [this](std::uint32_t replication, const Send& send) {
    send(bytes_of("one"));
    if (replication == 1 && first_time("killed")) {
      usleep(100'000);  // so that the first piece has arrived
      kill(getpid(), SIGKILL);
    }
    if (replication == 2) throw RunError("half way");
    send(bytes_of("other"));
  };
  EXPECT_THAT(
      [&] {
        run_replications(options(1, 0, 3), fails_half_way,
                         [&](std::uint32_t replication, const Pieces& records) {
                           delivered_.push_back(replication);
                           EXPECT_THAT(records, ElementsAre(bytes_of("one"), bytes_of("other")));
                         });
      },
      testing::ThrowsMessage<RunError>("half way"));
  EXPECT_THAT(delivered_, ElementsAre(0, 1));
  EXPECT_EQ(reports_.size(), 1u);
}

TEST_F(ReplicationPool, results_that_wait_for_an_earlier_one_are_bounded) {
  constexpr int jobs = 2;
  const auto first_is_slow = [this](std::uint32_t replication) {
    if (replication == 0) {
      usleep(300'000);
      std::uint32_t begun = 0;
      for (std::uint32_t other = 0; other < 1000; ++other) {
        begun += std::filesystem::exists(mark(std::to_string(other))) ? 1 : 0;
      }
      return bytes_of(std::to_string(begun));
    }
    first_time(std::to_string(replication));
    return Bytes{};
  };
  run_whole(options(jobs, 0, 1000), first_is_slow, keep_);
  EXPECT_EQ(delivered_.size(), 1000u);
  EXPECT_LE(std::stoi(contents_.front()), 2 * jobs + 2);
}

TEST_F(ReplicationPool, replication_whose_worker_died_is_done_once_more) {
  const auto dies_once = [this](std::uint32_t replication) {
    if (replication == 4 && first_time("killed")) kill(getpid(), SIGKILL);
    return records_of(replication);
  };
  for (const int jobs : {1, 2}) {
    std::filesystem::remove(mark("killed"));
    delivered_.clear();
    contents_.clear();
    reports_.clear();
    run_whole(options(jobs, 0, 12), dies_once, keep_);
    ASSERT_EQ(delivered_.size(), 12u);
    for (std::uint32_t i = 0; i < 12; ++i) EXPECT_EQ(contents_[i], text_of(records_of(i)));
    EXPECT_THAT(reports_, ElementsAre("replication 4: its worker process was killed by signal 9 "
                                      "(Killed); it is done once more"));
  }
}

TEST_F(ReplicationPool, worker_that_exits_is_a_worker_that_died) {
  const auto exits_once = [this](std::uint32_t replication) {
    if (replication == 1 && first_time("left")) _exit(7);
    return records_of(replication);
  };
  run_whole(options(2, 0, 3), exits_once, keep_);
  EXPECT_THAT(delivered_, ElementsAre(0, 1, 2));
  EXPECT_THAT(reports_, ElementsAre(HasSubstr("ended with exit code 7")));
}

TEST_F(ReplicationPool, second_death_ends_the_run_after_what_came_before) {
  const auto dies = [](std::uint32_t replication) {
    if (replication == 5) kill(getpid(), SIGKILL);
    return records_of(replication);
  };
  for (const int jobs : {1, 3}) {
    delivered_.clear();
    try {
      run_whole(options(jobs, 0, 50), dies, keep_);
      FAIL() << "nothing was thrown";
    } catch (const RunError& error) {
      EXPECT_THAT(error.what(), AllOf(HasSubstr("replication 5"), HasSubstr("signal 9"),
                                      HasSubstr("once more"), HasSubstr("fewer jobs")));
    }
    EXPECT_THAT(delivered_, ElementsAre(0, 1, 2, 3, 4));
  }
}

TEST_F(ReplicationPool, exceptions_come_back_as_their_kind_and_are_not_tried_again) {
  const auto throws = [this](std::uint32_t replication) -> Bytes {
    if (replication < 2) return records_of(replication);
    EXPECT_TRUE(first_time("thrown"));
    const std::ifstream file(mark("kind"));
    const auto kind = std::string(std::istreambuf_iterator<char>(file.rdbuf()), {});
    if (kind == "input") throw InputError("places is -4");
    if (kind == "run") throw RunError("disk full");
    if (kind == "contract") throw ContractError("it holds");
    if (kind == "other") throw std::out_of_range("too far");
    throw 42;
  };
  const auto run = [&](const std::string& kind) {
    std::ofstream(mark("kind")) << kind;
    std::filesystem::remove(mark("thrown"));
    delivered_.clear();
    run_whole(options(1, 0, 9), throws, keep_);
  };
  const auto message = [&](auto failure, const std::string& kind) -> std::string {
    try {
      run(kind);
    } catch (const decltype(failure)& error) {
      EXPECT_THAT(delivered_, ElementsAre(0, 1));
      return error.what();
    }
    return "nothing was thrown";
  };
  EXPECT_EQ(message(InputError(""), "input"), "places is -4");
  EXPECT_EQ(message(RunError(""), "run"), "disk full");
  EXPECT_EQ(message(ContractError(""), "contract"), "it holds");
  EXPECT_EQ(message(RunError(""), "other"), "too far");
  EXPECT_THAT(message(RunError(""), "number"), HasSubstr("not an exception"));
}

TEST_F(ReplicationPool, failures_come_back_with_their_patterns) {
  const auto message_of = [&](const std::function<void()>& fail) -> std::string {
    const auto fails = [&](std::uint32_t, const Send& send) {
      send(bytes_of("what was sent before it failed"));
      fail();
    };
    try {
      run_replications(options(1, 4, 1), fails, [](std::uint32_t, const Pieces&) {});
    } catch (const Failure& failure) {
      return failure.what() + (" | " + failure.message().text);
    }
    return "nothing was thrown";
  };
  EXPECT_EQ(message_of([] { throw InputError(Message("places is {0}", -4)); }),
            "places is -4 | places is {0}");
  EXPECT_EQ(message_of([] { throw RunError(Message("disk full")); }), "disk full | disk full");
  EXPECT_EQ(message_of([] { throw RunError(""); }), " | ");
  EXPECT_THAT(message_of([] { throw std::bad_alloc(); }),
              AllOf(HasSubstr("replication 4: out of memory"),
                    HasSubstr("replication {0}: out of memory")));
  EXPECT_THAT(message_of([] { kill(getpid(), SIGKILL); }),
              AllOf(HasSubstr("replication 4: its worker process was killed by signal 9"),
                    HasSubstr("{0}: its worker process {1}")));
}

TEST_F(ReplicationPool, no_memory_is_told_where_nobody_could_catch_it) {
#ifdef DOORSTROOM_SANITIZE
  GTEST_SKIP() << "the address sanitizer ends the process by itself";
#endif
  const auto too_much = [](std::uint32_t) noexcept -> Bytes {
    constexpr std::size_t more_than_there_is = std::size_t{1} << 60;
    return Bytes(more_than_there_is);
  };
  try {
    run_whole(options(1, 4, 1), too_much, [](std::uint32_t, const Bytes&) {});
    FAIL() << "nothing was thrown";
  } catch (const RunError& error) {
    EXPECT_THAT(error.what(), HasSubstr("replication 4: out of memory"));
  }
}

TEST_F(ReplicationPool, of_several_failures_the_first_by_number_is_thrown) {
  const auto throws = [](std::uint32_t replication) -> Bytes {
    if (replication == 2) usleep(100'000);
    if (replication >= 2) throw RunError("at " + std::to_string(replication));
    return records_of(replication);
  };
  for (const int jobs : {1, 4}) {
    try {
      run_whole(options(jobs, 0, 20), throws, keep_);
      FAIL() << "nothing was thrown";
    } catch (const RunError& error) {
      EXPECT_STREQ(error.what(), "at 2");
    }
  }
}

TEST_F(ReplicationPool, exception_from_deliver_ends_the_workers) {
  const auto deliver = [](std::uint32_t, const Bytes&) { throw RunError("cannot write"); };
  EXPECT_THROW(run_whole(options(2, 0, 20), records_of, deliver), RunError);
}

TEST_F(ReplicationPool, stop_ends_the_run_while_a_worker_never_comes_back) {
  std::atomic<bool> stop = false;
  PoolOptions stoppable = options(2, 0, 10);
  stoppable.stop = &stop;
  const auto endless = [](std::uint32_t replication) {
    volatile bool on = replication > 0;
    while (on) {
    }
    return records_of(replication);
  };
  std::chrono::steady_clock::time_point stopped;
  const auto deliver = [&](std::uint32_t replication, const Bytes&) {
    delivered_.push_back(replication);
    stop = true;
    stopped = std::chrono::steady_clock::now();
  };
  EXPECT_THROW(run_whole(stoppable, endless, deliver), Interrupted);
  EXPECT_LT(std::chrono::steady_clock::now() - stopped, 1s);
  EXPECT_THAT(delivered_, ElementsAre(0));
  EXPECT_THAT(reports_, IsEmpty());
}

std::atomic<bool> interrupted = false;

TEST_F(ReplicationPool, interrupt_sent_to_all_reaches_the_parent_only) {
  struct sigaction ours {};
  ours.sa_handler = [](int) { interrupted = true; };
  struct sigaction before {};
  sigaction(SIGINT, &ours, &before);
  PoolOptions stoppable = options(2, 0, 10);
  stoppable.stop = &interrupted;
  const pid_t parent = getpid();
  const auto interrupts = [parent](std::uint32_t) {
    raise(SIGINT);
    kill(parent, SIGINT);
    for (;;) pause();
    return Bytes{};
  };
  EXPECT_THROW(run_whole(stoppable, interrupts, keep_), Interrupted);
  EXPECT_THAT(reports_, IsEmpty());
  sigaction(SIGINT, &before, nullptr);
}

TEST_F(ReplicationPool, signals_in_the_midst_of_talking_do_no_harm) {
  struct sigaction ours {};
  ours.sa_handler = [](int) {};  // without SA_RESTART, so that calls are cut short
  struct sigaction before {};
  sigaction(SIGALRM, &ours, &before);
  const itimerval often{{0, 500}, {0, 500}};
  const itimerval off{};
  setitimer(ITIMER_REAL, &often, nullptr);
  const auto bulky = [&often](std::uint32_t replication) {
    setitimer(ITIMER_REAL, &often, nullptr);  // timers are not inherited
    return Bytes(3'000'000, static_cast<std::byte>(replication));
  };
  run_whole(options(3, 0, 30), bulky, [&](std::uint32_t replication, const Bytes& records) {
    EXPECT_EQ(records, Bytes(3'000'000, static_cast<std::byte>(replication)));
    delivered_.push_back(replication);
  });
  setitimer(ITIMER_REAL, &off, nullptr);
  sigaction(SIGALRM, &before, nullptr);
  EXPECT_EQ(delivered_.size(), 30u);
}

int open_files() {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    count += entry.path().empty() ? 0 : 1;
  }
  return count;
}

TEST_F(ReplicationPool, workers_hold_no_socket_but_their_own_and_the_parent_keeps_none) {
  const int before = open_files();
  const auto counts = [this](std::uint32_t replication) {
    // Every worker is a replacement's elder or younger once: numbers 0-3 wait for each other.
    if (replication == 6 && first_time("died")) kill(getpid(), SIGKILL);
    usleep(20'000);
    return bytes_of(std::to_string(open_files()));
  };
  run_whole(options(4, 0, 12), counts, keep_);
  for (const std::string& open_in_worker : contents_) {
    EXPECT_EQ(std::stoi(open_in_worker), before + 1);
  }
  EXPECT_EQ(open_files(), before);
}

TEST_F(ReplicationPool, workers_end_when_the_parent_dies) {
  const pid_t middle = fork();
  ASSERT_GE(middle, 0);
  if (middle == 0) {
    const auto leaves_its_number = [this](std::uint32_t) {
      std::ofstream(mark("writing")) << getpid();
      std::filesystem::rename(mark("writing"), mark("worker"));
      for (;;) pause();
      return Bytes{};
    };
    run_whole({.jobs = 1, .count = 1}, leaves_its_number, [](std::uint32_t, const Bytes&) {});
    _exit(0);
  }
  for (int i = 0; i < 500 && !std::filesystem::exists(mark("worker")); ++i) usleep(10'000);
  pid_t worker = 0;
  std::ifstream(mark("worker")) >> worker;
  ASSERT_GT(worker, 0);
  EXPECT_EQ(kill(worker, 0), 0);
  kill(middle, SIGKILL);
  waitpid(middle, nullptr, 0);
  const auto state = [worker] {  // Z: dead, and whoever adopted it has not looked yet
    std::ifstream stat("/proc/" + std::to_string(worker) + "/stat");
    std::string number, name;
    char letter = 'Z';
    stat >> number >> name >> letter;
    return letter;
  };
  for (int i = 0; i < 200 && state() != 'Z'; ++i) usleep(10'000);
  EXPECT_EQ(state(), 'Z');
}

TEST_F(ReplicationPool, pool_without_jobs_is_a_broken_contract) {
  const Replicate replicate = [](std::uint32_t, const Send&) {};
  const Deliver deliver = [](std::uint32_t, const Pieces&) {};
  EXPECT_THROW(run_replications(options(0, 0, 1), replicate, deliver), ContractError);
  EXPECT_THROW(run_replications(options(1, 0, 1), nullptr, deliver), ContractError);
  EXPECT_THROW(run_replications(options(1, 0, 1), replicate, nullptr), ContractError);
}

}  // namespace
}  // namespace doorstroom
