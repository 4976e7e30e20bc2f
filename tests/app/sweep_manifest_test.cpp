// The manifest of a sweep, damaged in the ways in which disks and hands damage it: it is refused
// before a task is looked for, and never makes the program crash, go on for ever or count twice.

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include <functional>

#include "tests/app/sweep.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

using ManifestJson = nlohmann::ordered_json;

class SweepManifest : public SweepTest {
 protected:
  SweepManifest() {
    write_plan(2, 4);  // 4 points
    expect_done({"plan.yaml", "-o", "places", "--block", "2"});
    whole_ = ManifestJson::parse(read_text(scratch_ / "places/manifest.json"));
  }

  void write_manifest(const ManifestJson& manifest) const {
    scratch_.write("places/manifest.json", manifest.dump(1) + "\n");
  }
  /// Refused at once, with the reason. @param words  of `doorstroom sweep`
  void expect_refused(const ManifestJson& manifest, const std::string& told,
                      Words words = {"status", "places"}) const {
    write_manifest(manifest);
    Running running(sweep(words));
    const Ended ended = running.wait(seconds(10));
    EXPECT_FALSE(ended.hung) << words.front() << ": " << told;
    EXPECT_EQ(ended.code, 2) << words.front() << ": " << told << '\n' << ended.out << ended.err;
    EXPECT_THAT(ended.err, AllOf(HasSubstr("places/manifest.json: this is no manifest of a sweep"),
                                 HasSubstr(told)))
        << words.front();
    EXPECT_FALSE(first_foreign(ended.err)) << told;
  }
  void expect_refused_when(const std::function<void(ManifestJson&)>& damage,
                           const std::string& told) const {
    ManifestJson manifest = whole_;
    damage(manifest);
    expect_refused(manifest, told);
  }

  ManifestJson whole_;
};

TEST_F(SweepManifest, without_points_factors_or_figures_is_refused) {
  expect_refused_when([](ManifestJson& m) { m["points"] = ManifestJson::array(); },
                      "it has 0 points, and work for 4");
  expect_refused_when([](ManifestJson& m) { m["points"].erase(3); },
                      "it has 3 points, and work for 4");
  expect_refused_when([](ManifestJson& m) { m["points"][0]["values"] = ManifestJson::array(); },
                      "its point 0 has 0 values for 2 factors");
  expect_refused_when([](ManifestJson& m) { m["factors"] = ManifestJson::array(); },
                      "it has 0 factors");
  expect_refused_when([](ManifestJson& m) { m["factors"][0].erase("levels"); },
                      "its factor arrangements.oza.places has no values");
  expect_refused_when([](ManifestJson& m) { m["factors"][1] = m["factors"][0]; },
                      "its factor arrangements.oza.places is there twice");
  expect_refused_when([](ManifestJson& m) { m["keep"] = ManifestJson::array(); },
                      "it keeps no key figure");
  expect_refused_when([](ManifestJson& m) { m["keep"].push_back(m["keep"][0]); }, "is there twice");
  expect_refused_when([](ManifestJson& m) { m["until"] = {"oza.wait_p90 +- 1 week"}; },
                      "it does not keep oza.wait_p90");
}

TEST_F(SweepManifest, with_impossible_numbers_is_refused) {
  expect_refused_when([](ManifestJson& m) { m["block"] = 0; }, "its tasks have no replications");
  for (const ManifestJson& number :
       {ManifestJson(-1), ManifestJson(1e30), ManifestJson(2.5), ManifestJson(true),
        ManifestJson("3"), ManifestJson(), ManifestJson(4294967295U)}) {
    expect_refused_when([&](ManifestJson& m) { m["block"] = number; },
                        "`block` is " + number.dump());
    expect_refused_when([&](ManifestJson& m) { m["batches"][0]["points"] = number; },
                        "`points` is " + number.dump());
    expect_refused_when([&](ManifestJson& m) { m["batches"][0]["first_replication"] = number; },
                        "`first_replication` is " + number.dump());
  }
  expect_refused_when([](ManifestJson& m) { m["seed"] = -1; }, "`seed` is -1");
  expect_refused_when([](ManifestJson& m) { m["format_version"] = 1e300; },
                      "its format version is 1e+300");
  expect_refused_when(
      [](ManifestJson& m) {
        m["block"] = 1;
        m["batches"][0]["points"] = 1'000'000;
        m["batches"][0]["replications"] = 1'000'000;
      },
      "in 1000000000000 tasks, are more than a sweep may have");
}

TEST_F(SweepManifest, whose_batches_count_twice_or_leave_out_is_refused) {
  const std::string told = "its batches overlap, or leave something out";
  expect_refused_when([](ManifestJson& m) { m["batches"].push_back(m["batches"][0]); }, told);
  expect_refused_when([](ManifestJson& m) { m["batches"][0]["first_point"] = 1; }, told);
  expect_refused_when([](ManifestJson& m) { m["batches"][0]["first_replication"] = 1; }, told);
  expect_refused_when([](ManifestJson& m) { m["batches"][0]["points"] = 0; }, told);
  expect_refused_when([](ManifestJson& m) { m["batches"][0]["replications"] = 0; }, told);
  expect_refused_when(
      [](ManifestJson& m) {
        m["batches"].push_back(m["batches"][0]);
        m["batches"][1]["first_replication"] = 3;  // of four
      },
      told);
  expect_refused_when([](ManifestJson& m) { m["batches"] = ManifestJson::array(); },
                      "it has 4 points, and work for 0");
}

TEST_F(SweepManifest, with_another_value_scenario_or_seed_is_refused) {
  expect_refused_when([](ManifestJson& m) { m["points"][2]["values"][0] = 99; },
                      "its point 2 has other values than it was made with");
  expect_refused_when([](ManifestJson& m) { m["factors"][0]["path"] = "arrangements.oza.other"; },
                      "its point 0 has other values than it was made with");
  const auto other_base = [](ManifestJson& m) {
    std::string base = m["base"];
    const std::size_t at = base.find("\"seed\": ");
    ASSERT_NE(at, std::string::npos);
    m["base"] = base.insert(at + 8, "1");
  };
  expect_refused_when(other_base, "its scenario is not the one that it was made with");
  expect_refused_when([](ManifestJson& m) { m["seed"] = 7; },
                      "its seed is not the one of its scenario");
}

TEST_F(SweepManifest, with_points_that_are_not_of_its_design_is_refused) {
  const std::string told = "its point 0 is not one of its design";
  expect_refused_when([](ManifestJson& m) { m["design"] = "latin_hypercube"; }, told);
  expect_refused_when([](ManifestJson& m) { m["design"] = "sobol"; }, told);
  expect_refused_when([](ManifestJson& m) { std::swap(m["points"][0], m["points"][1]); }, told);
}

TEST_F(SweepManifest, that_is_damaged_is_refused_by_every_command) {
  ManifestJson manifest = whole_;
  manifest["batches"].push_back(manifest["batches"][0]);
  for (const Words& words : {Words{"status", "places"},
                             {"merge", "places"},
                             {"retry", "places"},
                             {"work", "places", "--part", "1/1"},
                             {"extend", "places", "--replications", "9"},
                             {"plan.yaml", "-o", "places"}})
    expect_refused(manifest, "its batches overlap", words);
}

TEST_F(SweepManifest, that_is_deep_or_holds_text_for_a_terminal_is_refused) {
  expect_refused_when([](ManifestJson& m) { m["sweep"] = "\x1b]0;gone\x07"; },
                      "it has control character U+001B in a text");
  expect_refused_when([](ManifestJson& m) { m["base_name"] = "\u202e"; }, "it has U+202E");
  expect_refused_when([](ManifestJson& m) { m["factors"][0]["path"] = "\u009b"; },
                      "it has control character U+009B");
  expect_refused_when([](ManifestJson& m) { m["git_commit"] = "a\nb"; },
                      "one of its names has several lines");
  std::string text = whole_.dump();
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  scratch_.write("places/manifest.json", text.insert(1, "\"deep\": " + deep + ", "));
  const Ended status = run({"status", "places"});
  EXPECT_EQ(status.code, 2) << status.err;
  EXPECT_THAT(status.err, HasSubstr("it is more than 64 levels deep"));
}

TEST_F(SweepManifest, that_keeps_a_figure_of_another_scenario_is_refused_before_tasks_fail) {
  ManifestJson manifest = whole_;
  manifest["keep"] = {"elsewhere.wait_p90"};
  write_manifest(manifest);
  const Ended retried = run({"retry", "places"});
  EXPECT_EQ(retried.code, 2);
  EXPECT_THAT(retried.err, HasSubstr("elsewhere"));
}

TEST_F(SweepManifest, as_it_was_written_is_read_though_its_lines_are_others) {
  scratch_.write("places/manifest.json", whole_.dump());
  const Ended status = run({"status", "places"});
  EXPECT_EQ(status.code, 0) << status.err;
  EXPECT_THAT(status.out, HasSubstr("8 done, 0 failed, 0 to do"));
}

TEST_F(SweepManifest, counts_as_done_only_tasks_that_hold_their_values) {
  const std::vector<fs::path> files = task_files("places");
  ASSERT_EQ(files.size(), 8u);
  std::ofstream(files[0], std::ios::binary) << "no HDF5";
  fs::copy_file(files[2], files[1], fs::copy_options::overwrite_existing);
  fs::remove(files[3]);
  const Ended status = run({"status", "places"});
  EXPECT_EQ(status.code, 0) << status.err;
  EXPECT_THAT(status.out, AllOf(HasSubstr("5 done, 0 failed, 3 to do"),
                                HasSubstr("2 of those to do are there, but damaged:"),
                                HasSubstr(files[0].filename().string()),
                                HasSubstr("the result of another task"),
                                Not(HasSubstr(files[3].filename().string()))));
}

TEST_F(SweepManifest, with_more_work_than_a_sweep_may_have_is_not_made) {
  scratch_.write("long.yaml",
                 "doorstroom: 1\nsweep: long\nbase: short.yaml\n"
                 "vary: {arrangements.oza.places: {from: 16, to: 4000, step: 1}}\n"
                 "replications: 1000000\n");
  const Ended made = run({"long.yaml", "-o", "long", "--no-run"});
  EXPECT_EQ(made.code, 2);
  EXPECT_THAT(made.err, HasSubstr("are more than a sweep may have"));
  EXPECT_FALSE(fs::exists(scratch_ / "long/manifest.json"));
}

TEST_F(SweepManifest, that_failed_deep_in_words_is_told_as_it_stands) {
  fs::remove(task_files("places").front());
  const std::string id = task_files("places").front().stem().string();
  fs::remove(task_files("places").front());
  fs::create_directories(scratch_ / "places/failed");
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  scratch_.write("places/failed/" + id + ".json",
                 "{\"message\": {\"kind\": \"list\", \"arguments\": " + deep + "}}");
  const Ended status = run({"status", "places"});
  EXPECT_EQ(status.code, 0) << status.err;
  EXPECT_THAT(status.out, HasSubstr("6 done, 1 failed, 1 to do"));
}

}  // namespace
}  // namespace doorstroom::testing
