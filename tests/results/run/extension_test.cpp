// A run that goes on from a result comes to the same file as one of all replications, and is
// refused where it would not.

#include "results/run/extension.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "models/loading/scenario_loader.hpp"
#include "results/file/compare_files.hpp"
#include "results/file/result_reader.hpp"
#include "results/rows/replicate.hpp"
#include "results/run/result_writer.hpp"
#include "results/run/scenario_difference.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {
namespace {

using namespace example;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::ThrowsMessage;

/// The example with targets, whose means over replications must go on as well.
Scenario with_targets() {
  Scenario s = scenario();
  for (const char* kpi : {"dropouts_per_year", "dropouts_per_year@1", "oza.wait_p90"}) {
    Target target;
    target.kpi = kpi;
    target.low = 3;
    target.high = 80;
    s.targets.push_back(target);
  }
  return s;
}

/// Records with more visits than fit in a chunk of the file.
Records many_visits(const Scenario& s, int replication) {
  Records r = records(s, replication);
  r.visits.assign(50'000, r.visits.front());
  for (std::size_t i = 0; i < r.visits.size(); ++i)
    r.visits[i].asked = day(std::sin(static_cast<double>(i) + replication));
  return r;
}

void add(ResultWriter& writer, const Scenario& s, int first, int end) {
  for (int i = first; i < end; ++i)
    writer.append(tables_of(s, static_cast<std::uint32_t>(i), many_visits(s, i), i < 3));
}

void write_fresh(const std::string& path, const Scenario& s, int count) {
  ResultWriter writer(path, s, {"0.1.0", "abc123"}, false, 3);
  add(writer, s, 0, count);
  writer.finish(facts());
}

TEST(Extension, comes_to_the_same_file_as_a_run_of_all_replications) {
  TemporaryFolder folder;
  const Scenario s = with_targets();
  write_fresh(folder / "all.h5", s, 7);
  for (const int there : {1, 2, 4, 6}) {
    const std::string path = folder / ("some" + std::to_string(there) + ".h5");
    write_fresh(path, s, there);
    ResultWriter writer(path, s, {"0.1.0", "abc123"}, true, 3);
    writer.continue_from(ResultReader(path));
    add(writer, s, there, 7);
    writer.finish(facts());
    EXPECT_THAT(differences(folder / "all.h5", path), IsEmpty()) << there;
    ResultReader file(path);
    EXPECT_EQ(file.integer("replications"), 7);
    EXPECT_EQ(file.integer("events", "/run"), 700);
    EXPECT_EQ(file.integer("peak_pending", "/run"), 16);
  }
}

/// A result as `doorstroom run` writes it, of a scenario that reads back.
class StoredRuns : public testing::Test {
 protected:
  StoredRuns()
      : scenario_(load_scenario(DOORSTROOM_SOURCE_DIR "/scenarios/minimal.yaml").scenario) {
    scenario_.replications = 3;
    scenario_.seed = 7;
  }
  void write_to(const std::string& path, std::uint32_t visits) const {
    ResultWriter writer(path, scenario_, {"0.1.0", "abc123"}, false, visits);
    const Replicate work = replicate(scenario_, visits);
    for (std::uint32_t i = 0; i < scenario_.replications; ++i) {
      Pieces pieces;
      work(i, [&](const Bytes& piece) { pieces.push_back(piece); });
      writer.append(std::move(pieces));
    }
    writer.finish(facts());
  }
  StoredRun stored(std::uint32_t visits) const {
    const std::string path = folder_ / ("visits" + std::to_string(visits) + ".h5");
    write_to(path, visits);
    return stored_run(path);
  }

  TemporaryFolder folder_;
  Scenario scenario_;
  const Provenance here_{"0.1.0", "abc123"};
};

TEST_F(StoredRuns, are_read_back_as_they_were_asked_for) {
  const StoredRun run = stored(9);
  EXPECT_EQ(run.visits, 9u);
  EXPECT_TRUE(run.read_alike);
  EXPECT_EQ(run.scenario.seed, 7u);
  EXPECT_EQ(run.scenario.replications, 3u);
  EXPECT_EQ(run.scenario.resolved, scenario_.resolved);
  ASSERT_EQ(run.scenario.documents.size(), scenario_.documents.size());
  EXPECT_EQ(run.scenario.documents.front().path, "minimal.yaml");
  EXPECT_EQ(run.scenario.documents.front().text, scenario_.documents.front().text);
  EXPECT_EQ(run.made_by.git_commit, "abc123");
}

/// Copies a file without what `leave_out` names, or with other values.
void change(const std::string& from, const std::string& to,
            const std::function<void(H5File&)>& attributes, const std::string& leave_out,
            const std::string& cut_table = "") {
  const ResultReader old(from);
  H5File file = H5File::create(to);
  const H5File source = H5File::open(from);
  for (const std::string object : {"/", "/run"}) {
    if (object != "/") file.make_group(object);
    for (const std::string& name : source.attribute_names(object)) {
      if (name == leave_out) continue;
      const H5Content content = source.attribute(object, name);
      if (content.kind == H5Content::Kind::text)
        file.set_attribute(object, name, content.texts.front());
      else if (content.kind == H5Content::Kind::real)
        file.set_attribute(object, name, content.real(0));
      else if (content.value_size == 4)
        file.set_attribute(object, name, static_cast<std::int32_t>(content.integer(0)));
      else
        file.set_attribute(object, name, content.integer(0));
    }
  }
  for (const H5Link& link : source.links("/")) {
    const std::string path = "/" + link.name;
    if (!old.has_table(path)) continue;
    const TableSpec spec = old.spec(path);
    file.make_group(path);
    std::vector<std::string> names;
    const std::size_t rows = old.rows(spec) - (path == cut_table ? 1 : 0);
    for (std::size_t i = 0; i < spec.columns.size(); ++i) {
      file.write_column(path, spec.columns[i], old.block(spec, 0, rows).columns[i]);
      names.push_back(spec.columns[i].name);
    }
    file.set_attribute(path, "columns", names);
  }
  file.make_group("/scenario");
  ColumnSpec text{"path", ColumnType::text, "1", {}, {}};
  std::vector<std::string> paths;
  std::vector<std::string> sources;
  for (const Document& document : old.documents()) {
    paths.push_back(document.path);
    sources.push_back(document.text);
  }
  file.write_column("/scenario", text, paths);
  text.name = "source";
  file.write_column("/scenario", text, sources);
  file.write_text("/scenario/resolved", old.resolved());
  attributes(file);
  file.close();
}

TEST_F(StoredRuns, whose_file_does_not_say_what_it_keeps_keep_what_they_have_rows_of) {
  for (const std::uint32_t visits : {0u, 2u}) {
    const std::string path = folder_ / ("of" + std::to_string(visits) + ".h5");
    write_to(path, visits);
    change(
        path, path + ".old", [](H5File&) {}, "kept_replications");
    EXPECT_FALSE(ResultReader(path + ".old").has_attribute("kept_replications"));
    EXPECT_EQ(stored_run(path + ".old").visits, visits);
  }
}

TEST_F(StoredRuns, that_are_damaged_are_refused_by_what_is_wrong) {
  const std::string path = folder_ / "whole.h5";
  write_to(path, 1);
  const auto trouble = [&](const std::string& leave_out, const std::string& cut,
                           const std::function<void(H5File&)>& attributes) -> std::string {
    change(path, path + ".bad", attributes, leave_out, cut);
    try {
      const StoredRun run = stored_run(path + ".bad");
      ResultWriter writer(folder_ / "out.h5", run.scenario, here_, false);
      writer.continue_from(ResultReader(path + ".bad"));
    } catch (const InputError& error) {
      return error.what();
    }
    return "nothing";
  };
  const auto nothing = [](H5File&) {};
  EXPECT_EQ(trouble("", "", nothing), "nothing");
  EXPECT_THAT(trouble("seed", "", nothing), HasSubstr("no attribute `seed`"));
  EXPECT_THAT(trouble("wall_seconds", "", nothing), "nothing");  // not needed for the rows
  EXPECT_THAT(trouble("", "/replications", nothing),
              HasSubstr("it tells of 3 replications and has rows of 2"));
  EXPECT_THAT(
      trouble("replications", "",
              [](H5File& file) { file.set_attribute("/", "replications", std::int64_t{2}); }),
      HasSubstr("it tells of 2 replications and has rows of 3"));
  EXPECT_THAT(trouble("scenario_sha256", "",
                      [](H5File& file) {
                        file.set_attribute("/", "scenario_sha256", std::string("0123"));
                      }),
              HasSubstr("is not the one that `scenario_sha256` stands for"));
}

TEST_F(StoredRuns, of_other_tables_are_not_gone_on_from) {
  const std::string path = folder_ / "out.h5";
  write(path, scenario());
  ResultWriter writer(folder_ / "new.h5", scenario_, here_, false);
  EXPECT_THAT([&] { writer.continue_from(ResultReader(path)); },
              ThrowsMessage<InputError>(
                  AllOf(HasSubstr("the columns of /groups are not those that this program writes"),
                        HasSubstr("run the scenario again"))));
}

TEST_F(StoredRuns, are_extended_only_by_more_of_the_same) {
  const StoredRun run = stored(1);
  const auto trouble = [&](const ExtensionOrder& order, const Provenance& here,
                           const StoredRun& of) -> std::string {
    try {
      check_extension("r.h5", of, order, here);
    } catch (const InputError& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(trouble({.replications = 4}, here_, run), "");
  EXPECT_EQ(trouble({.replications = 4, .seed = 7, .visits = 1, .given = &scenario_}, here_, run),
            "");
  for (const std::uint32_t too_few : {1u, 3u})
    EXPECT_THAT(trouble({.replications = too_few}, here_, run),
                HasSubstr("r.h5 has 3 replications already\n  ask for more"));
  EXPECT_THAT(trouble({.replications = 4, .seed = 8}, here_, run),
              HasSubstr("was run with seed 7, not 8"));
  EXPECT_THAT(trouble({.replications = 4, .visits = 2}, here_, run),
              HasSubstr("of the first 1 replications, not 2"));
  for (const Provenance& other : {Provenance{"0.2.0", "abc123"}, Provenance{"0.1.0", "def"}}) {
    EXPECT_THAT(trouble({.replications = 4}, other, run),
                AllOf(HasSubstr("was made by doorstroom 0.1.0 (abc123)"), HasSubstr("--force")));
    EXPECT_EQ(trouble({.replications = 4, .force = true}, other, run), "");
  }
  StoredRun other_scheme = run;
  other_scheme.random_scheme = "philox4x32-10/0";
  EXPECT_THAT(trouble({.replications = 4, .force = true}, here_, other_scheme),
              HasSubstr("random numbers of the scheme philox4x32-10/0"));
  StoredRun read_otherwise = run;
  read_otherwise.read_alike = false;
  EXPECT_THAT(trouble({.replications = 4, .force = true}, here_, read_otherwise),
              HasSubstr("reads the scenario in the file as another one"));
}

TEST_F(StoredRuns, of_another_scenario_are_refused_with_the_difference) {
  const StoredRun run = stored(1);
  const Scenario other =
      load_scenario(DOORSTROOM_SOURCE_DIR "/scenarios/minimal.yaml", {"arrangements.oza.places=30"})
          .scenario;
  EXPECT_THAT([&] { check_extension("r.h5", run, {.replications = 4, .given = &other}, here_); },
              ThrowsMessage<InputError>(HasSubstr("arrangements.oza.places is 24 there and 30 "
                                                  "here")));
}

TEST(ScenarioDifference, names_three_places_and_counts_the_others) {
  const auto told = [](const char* there, const char* here) {
    return scenario_difference(there, here).in(Language::en);
  };
  EXPECT_EQ(told(R"({"a": 1})", R"({"a": 1})"), "");
  EXPECT_EQ(told(R"({"a": {"b": 1}, "c": 2})", R"({"a": {"b": 2}, "d": [3]})"),
            "a.b is 1 there and 2 here; c is 2 there and missing here; d.0 is missing there and 3 "
            "here");
  EXPECT_EQ(
      told(R"([1, 2, 3, 4, 5])", R"([5, 6, 7, 8, 9])"),
      "0 is 1 there and 5 here; 1 is 2 there and 6 here; 2 is 3 there and 7 here; and 2 more");
  EXPECT_EQ(told(R"({"a": 1, "b": 2})", R"({"b": 2, "a": 1})"),
            "their keys stand in another order");
}

}  // namespace
}  // namespace doorstroom
