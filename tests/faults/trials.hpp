#pragma once
/// What is tried: commands that write, the folder in which they do, and what must hold of it when
/// something went wrong meanwhile.

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "tests/faults/folder_content.hpp"

namespace doorstroom::testing {

/// What is tried.
struct Trial {
  const char* name;
  Words words;
  Words made;              ///< files and folders that it makes
  bool can_force = false;  ///< whether it replaces them with --force
  std::uint64_t step = 1;  ///< of hundreds of calls, every so manieth is tried
};

inline const std::vector<Trial>& trials() {
  static const std::vector<Trial> all{
      {"run",
       {"run", "short.yaml", "--replications", "2", "--jobs", "1", "-o", "o.h5"},
       {"o.h5"},
       true},
      {"until",
       {"run", "short.yaml", "--until", "arrived +- 500", "--replications", "2", "--jobs", "1",
        "-o", "o.h5"},
       {"o.h5"},
       true},
      {"extend", {"run", "--extend", "r.h5", "--replications", "3", "--jobs", "1"}, {"r.h5"}},
      {"sweep", {"sweep", "plan.yaml", "-o", "new", "--jobs", "1"}, {"new"}},
      {"sweep_extend", {"sweep", "extend", "done", "--replications", "3", "--jobs", "1"}, {"done"}},
      {"sweep_work", {"sweep", "work", "planned", "--part", "1/1", "--jobs", "1"}, {"planned"}},
      {"sweep_merge", {"sweep", "merge", "begun"}, {"begun"}},
      {"export_csv", {"export", "r.h5", "--csv", "tables"}, {"tables/"}, true},
      {"export_xlsx", {"export", "r.h5", "--xlsx", "o.xlsx"}, {"o.xlsx"}, true},
      {"report", {"report", "r.h5", "-o", "o.html"}, {"o.html"}, true},
      {"plot", {"plot", "r.h5", "--kind", "waiting", "-o", "o.png"}, {"o.png"}, true},
      {"compare",
       {"compare", "short.yaml", "wide.yaml", "--replications", "2", "--jobs", "1", "--save",
        "c.h5"},
       {"c.h5"},
       true,
       7},
      {"schema", {"schema", "-o", "s.json"}, {"s.json"}},
      {"show", {"show", "r.h5"}, {}},
  };
  return all;
}

/// A folder with all that the trials read, made once.
inline const fs::path& inputs() {
  static const Scratch folder;
  static const fs::path path = [] {
    folder.write("short.yaml",
                 fmt::format("extends: {}\nperiod: {{years: 1, warm_up: 1 year}}\n", minimal));
    folder.write("wide.yaml", "extends: short.yaml\narrangements: {oza: {places: 30}}\n");
    folder.write("plan.yaml",
                 "doorstroom: 1\nsweep: places\nbase: short.yaml\nvary:\n"
                 "  arrangements.oza.places: [16, 20]\nreplications: 2\n");
    for (const Words& words :
         {Words{"run", "short.yaml", "--replications", "2", "--jobs", "1", "-o", "r.h5"},
          Words{"sweep", "plan.yaml", "-o", "done", "--jobs", "1"},
          Words{"sweep", "plan.yaml", "-o", "begun", "--jobs", "1"},
          Words{"sweep", "plan.yaml", "-o", "planned", "--no-run"}}) {
      const Ended ended = doorstroom({.words = words, .folder = folder.path()});
      if (ended.code != 0) throw std::runtime_error(ended.err);
    }
    fs::remove(folder / "begun/result.h5");
    return folder.path();
  }();
  return path;
}

/// The folder of one trial: as it was before, as it is when all goes well, and as it is now.
class TrialFolder {
 public:
  /// @param over_old  whether there are older files, which --force replaces
  TrialFolder(const Trial& trial, bool over_old) : trial_(trial), words_(trial.words) {
    fs::copy(inputs(), before_.path(), fs::copy_options::recursive);
    if (over_old) {
      words_.emplace_back("--force");
      for (const std::string& made : trial.made) add_old(made);
    }
    copy(before_.path(), after_.path());
    expected_ = doorstroom({.words = words_, .folder = after_.path()});
    if (expected_.code != 0) throw std::runtime_error(expected_.err);
    content_before_ = content_of(before_.path());
    content_after_ = content_of(after_.path());
  }

  /// Puts everything back to how it was before. @return how the command is started there
  Launch anew() const {
    copy(before_.path(), here_.path());
    return {.words = words_, .folder = here_.path()};
  }

  const Ended& expected() const { return expected_; }
  bool is_untouched() const { return content_of(here_.path()) == content_before_; }

  /// Each file is as it was, or as it is meant to be; none is there that is not meant to be.
  /// @param may_leave_parts  nobody was left who could remove what was not finished
  void expect_nothing_half(bool may_leave_parts = false) const {
    for (const auto& [name, bytes] : content_of(here_.path())) {
      if (name.find("/failed/") != std::string::npos) continue;  // why a task failed
      if (may_leave_parts && name.find(".part") != std::string::npos) continue;
      const auto old = content_before_.find(name);
      if (old != content_before_.end() && old->second == bytes) continue;
      ASSERT_TRUE(content_after_.contains(name)) << name << " is left behind";
      EXPECT_TRUE(is_same_file(here_ / name, after_ / name)) << name << " is not whole";
    }
    for (const auto& [name, bytes] : content_before_)
      if (fs::path(name).filename() != "columns.csv") {  // the first to go of an older export
        EXPECT_TRUE(fs::exists(here_ / name)) << name << " is gone";
      }
  }

  /// Everything is there as it is meant to be, and nothing else.
  void expect_done() const {
    for (const auto& [name, bytes] : content_after_) {
      ASSERT_TRUE(fs::exists(here_ / name)) << name << " is missing";
      EXPECT_TRUE(is_same_file(here_ / name, after_ / name)) << name << " is another";
    }
    for (const auto& [name, bytes] : content_of(here_.path()))
      EXPECT_TRUE(content_after_.contains(name) || name.ends_with("/failed/") ||
                  name.find(".part-") !=
                      std::string::npos)  // a folder of a command that was killed
          << name << " is left behind";
  }

  /// The same command, given again, does what it was to do.
  void expect_repeatable() const {
    Words words = words_;
    const bool is_there = std::ranges::any_of(
        trial_.made, [&](const std::string& made) { return fs::exists(here_ / made); });
    if (trial_.can_force && is_there && words.back() != "--force") words.emplace_back("--force");
    const Ended again = doorstroom({.words = words, .folder = here_.path()});
    const bool was_done = again.err.find(" replications already") != std::string::npos;
    EXPECT_TRUE(again.code == 0 || was_done) << "given again: exit " << again.code << '\n'
                                             << again.err;
    expect_done();
  }

 private:
  static void copy(const fs::path& from, const fs::path& to) {
    for (const auto& entry : fs::directory_iterator(to)) fs::remove_all(entry.path());
    fs::copy(from, to, fs::copy_options::recursive);
  }

  void add_old(const std::string& made) const {
    if (!made.ends_with('/')) {
      before_.write(made, "an older file");
      return;
    }
    fs::create_directory(before_ / made);
    for (const char* name : {"columns.csv", "replications.csv"})
      before_.write(made + name, "an older file");
  }

  const Trial& trial_;
  Words words_;
  Scratch before_;
  Scratch after_;
  Scratch here_;
  Ended expected_;
  FolderContent content_before_;
  FolderContent content_after_;
};

}  // namespace doorstroom::testing
