#include <gmock/gmock.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <thread>

#include "results/file/digest.hpp"
#include "results/file/result_reader.hpp"
#include "results/run/result_writer.hpp"
#include "tests/support/example.hpp"
#include "tests/support/languages.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;
using namespace example;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(ResultFile, what_was_written_is_read) {
  TemporaryFolder folder;
  write(folder / "out.h5", scenario());
  EXPECT_FALSE(fs::exists(folder / "out.h5.part"));

  ResultReader file(folder / "out.h5");
  EXPECT_EQ(file.text("format"), "doorstroom.run");
  EXPECT_EQ(file.integer("format_version"), 1);
  EXPECT_EQ(file.text("program_version"), "0.1.0");
  EXPECT_EQ(file.text("git_commit"), "abc123");
  EXPECT_EQ(file.text("scenario_name"), "Voorbeeld: één team");
  EXPECT_EQ(file.integer("seed"), 4'000'000'000);
  EXPECT_EQ(file.integer("replications"), 3);
  EXPECT_EQ(file.text("start_date"), "2026-08-01");
  EXPECT_EQ(file.integer("horizon_days"), 731);
  EXPECT_EQ(file.text("random_scheme"), "philox4x32-10/1");
  EXPECT_EQ(file.resolved(), scenario().resolved);

  EXPECT_EQ(file.integer("events", "/run"), 300);
  EXPECT_EQ(file.integer("peak_pending", "/run"), 12);
  EXPECT_EQ(file.number("events_per_second", "/run"), 150);
  EXPECT_THAT(file.text("library_versions", "/run"), HasSubstr("x 1, HDF5 1."));

  const Table& waiting = file.table("/waiting");
  EXPECT_EQ(waiting.rows(), 27u);
  EXPECT_EQ(waiting.spec.columns[2].names,
            (std::vector<std::string>{"school", "team", "oza", "home", "any", "back"}));
  EXPECT_EQ(waiting.spec.columns[3].units, "youth");
  EXPECT_THAT(waiting.spec.columns[3].description.in(language_nl), HasSubstr("Aanmeldingen"));
  EXPECT_THAT(file.table("/replications").codes("replication"), ElementsAre(0, 1, 2));
  EXPECT_THAT(file.table("/replications").numbers("dropouts_per_year"), ElementsAre(3, 3.5, 4));
  EXPECT_EQ(file.table("/visits").rows(), 2u);
  EXPECT_EQ(file.table("/nodes").texts("label_en")[1], "the team");
}

TEST(ResultFile, the_digest_is_that_of_the_resolved_scenario) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  TemporaryFolder folder;
  write(folder / "out.h5", scenario());
  EXPECT_EQ(ResultReader(folder / "out.h5").text("scenario_sha256"), sha256(scenario().resolved));
}

TEST(ResultFile, equal_runs_give_equal_bytes_at_another_time) {
  TemporaryFolder folder;
  write(folder / "a.h5", scenario());
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  write(folder / "b.h5", scenario());
  EXPECT_TRUE(content_of(folder / "a.h5") == content_of(folder / "b.h5"));
}

TEST(ResultFile, long_columns_come_back_whole_and_take_less_room) {
  TemporaryFolder folder;
  const Scenario s = scenario();
  Records r = records(s);
  const std::size_t each = 50'000;
  const Visit like_this = r.visits.front();
  r.visits.assign(each, like_this);
  r.youths.assign(each, YouthRow(r.youths.front()));
  for (std::size_t i = 0; i < each; ++i) r.visits[i].youth = static_cast<std::uint32_t>(i);
  {
    ResultWriter writer(folder / "out.h5", s, {}, false);
    for (std::uint32_t replication = 0; replication < 3; ++replication)
      writer.append(tables_of(s, replication, r, true));
    writer.finish(facts());
  }
  ResultReader file(folder / "out.h5");
  const Table& visits = file.table("/visits");
  ASSERT_EQ(visits.rows(), 3 * each);
  for (std::size_t i = 0; i < visits.rows(); ++i) {
    ASSERT_EQ(visits.codes("youth")[i], static_cast<std::int32_t>(i % each));
    ASSERT_EQ(visits.codes("replication")[i], static_cast<std::int32_t>(i / each));
    ASSERT_EQ(visits.numbers("entered")[i], 50.25);
  }
  EXPECT_LT(fs::file_size(folder / "out.h5"), 3 * each * 72 / 4);
}

TEST(ResultFile, tables_of_persons_are_there_when_nobody_is_in_them) {
  TemporaryFolder folder;
  {
    const Scenario s = scenario();
    ResultWriter writer(folder / "out.h5", s, {}, false);
    writer.append(tables_of(s, 0, records(s), false));
    writer.finish(facts());
  }
  ResultReader file(folder / "out.h5");
  EXPECT_EQ(file.table("/visits").rows(), 0u);
  EXPECT_EQ(file.table("/visits").spec.columns.size(), 15u);
  EXPECT_EQ(file.table("/youths").rows(), 0u);
}

TEST(ResultFile, a_writer_that_goes_unfinished_leaves_nothing) {
  TemporaryFolder folder;
  {
    const Scenario s = scenario();
    ResultWriter writer(folder / "out.h5", s, {}, false);
    writer.append(tables_of(s, 0, records(s), true));
    EXPECT_TRUE(fs::exists(folder / "out.h5.part"));
  }
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(ResultFile, the_library_is_not_touched_before_there_are_rows) {
  TemporaryFolder folder;
  const Scenario s = scenario();
  ResultWriter writer(folder / "out.h5", s, {}, false);
  EXPECT_EQ(fs::file_size(folder / "out.h5.part"), 0u);
  writer.append(tables_of(s, 0, records(s), false));
  EXPECT_GT(fs::file_size(folder / "out.h5.part"), 0u);
}

TEST(ResultFile, replications_come_in_order) {
  TemporaryFolder folder;
  const Scenario s = scenario();
  ResultWriter writer(folder / "out.h5", s, {}, false);
  writer.append(tables_of(s, 1, records(s), false));
  EXPECT_THROW(writer.append(tables_of(s, 0, records(s), false)), ContractError);
}

TEST(ResultFile, a_result_is_not_overwritten_by_accident) {
  TemporaryFolder folder;
  write(folder / "out.h5", scenario());
  const std::string before = content_of(folder / "out.h5");
  EXPECT_THAT([&] { ResultWriter(folder / "out.h5", scenario(), {}, false); },
              ThrowsMessage<InputError>(AllOf(HasSubstr(folder / "out.h5"), HasSubstr("--force"))));
  EXPECT_EQ(content_of(folder / "out.h5"), before);
  { ResultWriter unfinished(folder / "out.h5", scenario(), {}, true); }
  EXPECT_EQ(content_of(folder / "out.h5"), before);
  Scenario other = scenario();
  other.name = "Anders";
  write(folder / "out.h5", other, facts(), true);
  EXPECT_EQ(ResultReader(folder / "out.h5").text("scenario_name"), "Anders");
}

TEST(ResultFile, what_stands_in_the_way_is_told_before_the_run) {
  TemporaryFolder folder;
  EXPECT_THAT([&] { ResultWriter(folder / "no/out.h5", scenario(), {}, false); },
              ThrowsMessage<InputError>(AllOf(HasSubstr("there is no folder"), HasSubstr("/no"))));
  EXPECT_THAT([&] { ResultWriter(folder.path(), scenario(), {}, true); },
              ThrowsMessage<InputError>(HasSubstr("is a folder")));
  EXPECT_THAT([&] { ResultWriter("/proc/out.h5", scenario(), {}, false); },
              ThrowsMessage<RunError>(HasSubstr("/proc/out.h5.part")));
}

TEST(ResultFile, two_runs_do_not_write_one_name) {
  TemporaryFolder folder;
  const ResultWriter writer(folder / "out.h5", scenario(), {}, false);
  EXPECT_THAT([&] { ResultWriter(folder / "out.h5", scenario(), {}, false); },
              ThrowsMessage<InputError>(HasSubstr("another run")));
  EXPECT_TRUE(fs::exists(folder / "out.h5.part"));
}

/// Writes until the disk refuses; 0 when that was told as it should be and nothing is left.
int write_until_refused(const std::string& path, const std::string& reason) {
  const Scenario s = scenario();
  Records r = records(s);
  const Visit like_this = r.visits.front();
  r.visits.assign(70'000, like_this);
  for (std::size_t i = 0; i < r.visits.size(); ++i)
    r.visits[i].asked = day(std::sin(static_cast<double>(i)));
  try {
    ResultWriter writer(path, s, {}, false);
    for (std::uint32_t replication = 0; replication < 3; ++replication)
      writer.append(tables_of(s, replication, r, true));
    writer.finish(facts());
    return 2;
  } catch (const RunError& error) {
    const std::string message = error.what();
    if (message.find(path + ".part") == std::string::npos) return 3;
    if (message.find(reason) == std::string::npos) return 4;
  }
  return fs::exists(path) || fs::exists(path + ".part") ? 5 : 0;
}

TEST(ResultFileDeathTest, a_file_that_may_not_grow_is_told_and_removed_without_a_crash) {
  TemporaryFolder folder;
  const auto write_at_most = [&](rlim_t limit) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit at_most{limit, limit};
    setrlimit(RLIMIT_FSIZE, &at_most);
    std::exit(write_until_refused(folder / "out.h5", "the file would be larger"));
  };
  for (const rlim_t limit : {100, 2'000, 9'000, 30'000, 90'000, 400'000})
    EXPECT_EXIT(write_at_most(limit), testing::ExitedWithCode(0), "") << limit;
}

TEST(ResultFileDeathTest, a_full_disk_is_told_and_freed_without_a_crash) {
  TemporaryFolder folder;
  constexpr int may_not_mount = 77;
  const auto fill = [&](const char* size) {
    if (unshare(CLONE_NEWNS) < 0 || mount("none", "/", nullptr, MS_REC | MS_PRIVATE, "") < 0 ||
        mount("tmpfs", folder.path().c_str(), "tmpfs", 0, size) < 0)
      std::exit(may_not_mount);
    std::exit(write_until_refused(folder / "out.h5", "the disk is full"));
  };
  const auto is_well = [](int status) {
    return WIFEXITED(status) && (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == may_not_mount);
  };
  for (const char* size : {"size=16k", "size=64k", "size=400k"})
    EXPECT_EXIT(fill(size), is_well, "") << size;
}

TEST(ResultReader, refuses_what_is_no_result_file) {
  TemporaryFolder folder;
  EXPECT_THAT([&] { ResultReader(folder / "no.h5"); },
              ThrowsMessage<InputError>(HasSubstr("there is no such file")));
  EXPECT_THAT([&] { ResultReader(folder.path()); }, ThrowsMessage<InputError>(HasSubstr("folder")));
  std::ofstream(folder / "text.h5") << "doorstroom: 1\n";
  EXPECT_THAT([&] { ResultReader(folder / "text.h5"); },
              ThrowsMessage<InputError>(HasSubstr("not an HDF5 file")));
  H5File::create(folder / "plain.h5").close();
  EXPECT_THAT([&] { ResultReader(folder / "plain.h5"); },
              ThrowsMessage<InputError>(AllOf(HasSubstr("no attribute `format`"),
                                              HasSubstr("expected `doorstroom.run`"))));
}

TEST(ResultReader, refuses_another_format_or_version_and_says_what_it_expected) {
  TemporaryFolder folder;
  H5File other = H5File::create(folder / "other.h5");
  other.set_attribute("/", "format", std::string("doorstroom.sweep"));
  other.close();
  EXPECT_THAT([&] { ResultReader(folder / "other.h5"); },
              ThrowsMessage<InputError>(
                  AllOf(HasSubstr("`doorstroom.sweep`"), HasSubstr("expected `doorstroom.run`"))));
  H5File later = H5File::create(folder / "later.h5");
  later.set_attribute("/", "format", std::string("doorstroom.run"));
  later.set_attribute("/", "format_version", std::int32_t{2});
  later.close();
  EXPECT_THAT(
      [&] { ResultReader(folder / "later.h5"); },
      ThrowsMessage<InputError>(AllOf(HasSubstr("format version is 2"), HasSubstr("expected 1"))));
}

TEST(ResultReader, tells_a_damaged_file_by_its_path) {
  TemporaryFolder folder;
  write(folder / "out.h5", scenario());
  const std::string whole = content_of(folder / "out.h5");
  std::ofstream(folder / "cut.h5", std::ios::binary) << whole.substr(0, whole.size() / 2);
  EXPECT_THAT([&] { ResultReader(folder / "cut.h5"); },
              ThrowsMessage<InputError>(HasSubstr("cut.h5: the end of the file is missing")));
}

TEST(ResultReader, names_a_table_column_or_attribute_that_is_not_there) {
  TemporaryFolder folder;
  write(folder / "out.h5", scenario());
  ResultReader file(folder / "out.h5");
  EXPECT_THAT([&] { file.table("/rooms"); }, ThrowsMessage<InputError>(HasSubstr("/rooms")));
  EXPECT_THAT([&] { file.table("/waiting").numbers("no"); },
              ThrowsMessage<InputError>(HasSubstr("`no`")));
  EXPECT_THAT([&] { file.table("/waiting").numbers("asked"); },
              ThrowsMessage<InputError>(HasSubstr("not of type float64")));
  EXPECT_THAT([&] { file.text("no"); }, ThrowsMessage<InputError>(HasSubstr("`no`")));
  EXPECT_THAT([&] { file.text("seed"); }, ThrowsMessage<InputError>(HasSubstr("is not text")));
}

}  // namespace
}  // namespace doorstroom
