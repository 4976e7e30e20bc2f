#pragma once
/// Sweeps of a small scenario, for the tests of what becomes of them.

#include <gmock/gmock.h>

#include <fmt/format.h>

#include <string>
#include <vector>

#include "tests/app/program.hpp"

namespace doorstroom::testing {

class SweepTest : public ::testing::Test {
 protected:
  SweepTest() {
    scratch_.write("short.yaml", fmt::format("extends: {}\n"
                                             "period: {{years: 1, warm_up: 1 year}}\n",
                                             minimal));
  }

  /// A grid over places and staff. @param places  from 16, in steps of 1
  void write_plan(int places, int replications, const std::string& name = "plan.yaml",
                  const std::string& base = "short.yaml") const {
    scratch_.write(name, fmt::format("doorstroom: 1\n"
                                     "sweep: places and staff\n"
                                     "base: {}\n"
                                     "vary:\n"
                                     "  arrangements.oza.places: {{from: 16, to: {}, step: 1}}\n"
                                     "  desks.youth_team.staff: [3 fte, 3.4 fte]\n"
                                     "replications: {}\n",
                                     base, 15 + places, replications));
  }

  Launch sweep(Words words) const {
    words.insert(words.begin(), "sweep");
    return {.words = std::move(words), .folder = scratch_.path()};
  }
  Ended run(Words words) const { return doorstroom(sweep(std::move(words))); }
  /// Runs it, and expects that all went well.
  void expect_done(Words words) const {
    const Ended ended = run(std::move(words));
    EXPECT_EQ(ended.code, 0) << ended.err;
  }
  void expect_same(const std::string& one, const std::string& other) const {
    const Ended same = doorstroom(
        {.words = {"same", one + "/result.h5", other + "/result.h5"}, .folder = scratch_.path()});
    EXPECT_EQ(same.code, 0) << same.out << same.err;
  }

  /// Runs a sweep, and kills it some time after its next task is done. @param worker_first  as many
  /// milliseconds before it, one of its workers; the sweep goes on without
  void disturb(Words words, const std::string& folder, bool worker_first,
               milliseconds after) const {
    const std::size_t before = task_files(folder).size();
    Running disturbed(sweep(std::move(words)));
    disturbed.wait_until([&] { return task_files(folder).size() > before; });
    std::this_thread::sleep_for(after);
    if (worker_first) {
      const std::vector<pid_t> workers = disturbed.workers_below();
      if (!workers.empty()) kill(workers.front(), SIGKILL);
      std::this_thread::sleep_for(after);
    }
    disturbed.kill(SIGKILL);
    EXPECT_EQ(disturbed.wait().code, 128 + SIGKILL) << "too late to disturb it";
  }

  std::vector<fs::path> task_files(const std::string& folder) const {
    std::vector<fs::path> files;
    if (!fs::exists(scratch_ / folder / "tasks")) return files;
    // Folder by folder: files come and go meanwhile.
    for (const auto& below : fs::directory_iterator(scratch_ / folder / "tasks"))
      for (const auto& entry : fs::directory_iterator(below.path()))
        if (entry.path().extension() == ".h5") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
  }

  Scratch scratch_;
};

}  // namespace doorstroom::testing
