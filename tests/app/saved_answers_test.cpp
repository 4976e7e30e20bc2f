// The files of answers to questions about decisions, read by those who know nothing of Doorstroom:
// Python and R with the lines of results/README.md, and a reader of spreadsheets.

#include <gmock/gmock.h>

#include <fmt/format.h>

#include "tests/app/program.hpp"
#include "tests/support/readme_reader.hpp"

namespace doorstroom::testing {
namespace {

/// A question, and what its answer must hold: a table with a column.
struct Question {
  std::string name;
  Words words;
  std::string table;
  std::string column;
};

void PrintTo(const Question& question, std::ostream* out) {
  *out << question.name;
}

const Question questions[]{
    {"seek",
     {"seek", "base.yaml", "--vary", "arrangements.oza.places=16..48:8", "--so-that",
      "oza.entered_within_10w >= 60%"},
     "tried",
     "verdict"},
    {"bottlenecks",
     {"bottlenecks", "base.yaml", "--kpi", "absent_4w_mean", "--replications", "10"},
     "bottlenecks",
     "rank_low"},
    {"choose",
     {"choose", "base.yaml", "plan.yaml", "--over", "evidence", "--kpi", "absent_4w_mean",
      "--states", "20", "--inner", "2"},
     "plans",
     "worst_tenth"},
    {"explain",
     {"explain", "base.yaml", "plan.yaml", "--kpi", "absent_4w_mean", "--replications", "4"},
     "parts",
     "shapley"},
    {"sensitivity",
     {"sensitivity", "base.yaml", "--kpi", "absent_4w_mean", "--replications", "2", "--rows", "4",
      "--trajectories", "4"},
     "morris",
     "mu_star"},
    {"calibrate",
     {"calibrate", "base.yaml", "-o", "kept", "--points", "10", "--replications", "2", "--sets",
      "4"},
     "targets",
     "sets_met"},
};

class SavedAnswer : public ::testing::TestWithParam<Question> {
 protected:
  SavedAnswer() {
    scratch_.write("base.yaml", "doorstroom: 1\nextends: " + minimal + R"(
period: {years: 1, warm_up: 1 year}
evidence:
  arrangements.oza.places: {basis: assumed, range: [20, 24, 30]}
  desks.youth_team.staff: {basis: assumed, range: [3.2 fte, 3.6 fte]}
targets:
  oza.entered_per_year: {range: [5, 60], use: tune, basis: assumed}
)");
    scratch_.write("plan.yaml", R"(doorstroom: 1
extends: base.yaml
name: more places
interventions:
  helper:
    from: 2026-09-01
    effects:
      more_places: {change: arrangements.oza.places, add: 3}
      less_work: {change: desks.youth_team.work, factor: 0.8}
)");
    Words words = GetParam().words;
    words.insert(words.end(), {"--save", "result.h5"});
    const Ended saved = run(words);
    EXPECT_EQ(saved.code, 0) << saved.err;
  }
  Ended run(const Words& words) const {
    return doorstroom({.words = words, .folder = scratch_.path()});
  }
  /// Runs a program of some lines beside the file. @param check  behind those of the page
  void expect_read(const std::string& program, const std::string& lines) const {
    scratch_.write("reader", lines);
    const std::string out = (scratch_ / "out").string();
    EXPECT_EQ(
        std::system(fmt::format("cd {} && {} reader > out 2>&1", scratch_.path().string(), program)
                        .c_str()),
        0)
        << read_text(out);
  }

  Scratch scratch_;
};

TEST_P(SavedAnswer, is_read_by_h5py) {
  if (!succeeds("/usr/bin/python3 -c 'import h5py'")) GTEST_SKIP() << "no h5py here";
  expect_read(
      "/usr/bin/python3",
      readme_reader("python") + fmt::format("\nassert len(tables['{}']['{}']) > 0, tables.keys()\n",
                                            GetParam().table, GetParam().column));
}

TEST_P(SavedAnswer, is_read_by_r) {
  if (!succeeds("Rscript -e 'library(rhdf5)'")) GTEST_SKIP() << "no rhdf5 here";
  expect_read("Rscript",
              readme_reader("r") + fmt::format("\nstopifnot(length(tables[['/{}']]${}) > 0)\n",
                                               GetParam().table, GetParam().column));
}

TEST_P(SavedAnswer, is_read_as_a_spreadsheet) {
  if (!succeeds("/usr/bin/python3 -c 'import openpyxl'")) GTEST_SKIP() << "no openpyxl here";
  const Ended exported = run({"export", "result.h5", "--xlsx", "answer.xlsx"});
  EXPECT_EQ(exported.code, 0) << exported.err;
  expect_read("/usr/bin/python3",
              fmt::format("import openpyxl\n"
                          "rows = list(openpyxl.load_workbook('answer.xlsx')['{}'].values)\n"
                          "assert '{}' in rows[0] and len(rows) > 1, rows\n",
                          GetParam().table, GetParam().column));
}

INSTANTIATE_TEST_SUITE_P(Each, SavedAnswer, ::testing::ValuesIn(questions),
                         [](const auto& asked) { return asked.param.name; });

}  // namespace
}  // namespace doorstroom::testing
