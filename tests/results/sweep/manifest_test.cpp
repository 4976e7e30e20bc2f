#include "results/sweep/manifest.hpp"

#include <gmock/gmock.h>

#include <set>

#include "engine/error.hpp"
#include "results/file/digest.hpp"
#include "tests/results/sweep/plans.hpp"

namespace doorstroom {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

class Manifests : public testing::Test {
 protected:
  PlanFiles plans_;
};

TEST_F(Manifests, hold_every_point_of_a_grid_the_last_factor_first) {
  const Manifest manifest = plans_.manifest(places_and_takes);
  ASSERT_EQ(manifest.points.size(), 4u);
  EXPECT_THAT(manifest.points[0].values, ElementsAre("20", "\"1 week\""));
  EXPECT_THAT(manifest.points[1].values, ElementsAre("20", "\"2 weeks\""));
  EXPECT_THAT(manifest.points[3].values, ElementsAre("30", "\"2 weeks\""));
  EXPECT_THAT(manifest.sets_of(manifest.points[1]),
              ElementsAre("arrangements.oza.places=20", "desks.youth_team.takes=\"2 weeks\""));
  EXPECT_EQ(manifest.seed, 2026u);
  EXPECT_EQ(manifest.base_sha256, sha256(manifest.base));
  EXPECT_EQ(manifest.replications(), 10u);
}

TEST_F(Manifests, are_read_as_they_were_written) {
  for (const std::string& plan :
       {places_and_takes,
        std::string("vary: {arrangements.oza.places: {from: 20, to: 40}}\n"
                    "design: {latin_hypercube: 5}\nreplications: 3\n"),
        std::string("vary: {desks.youth_team.takes: {from: 1 week, to: 3 weeks}}\n"
                    "design: {sobol: 8}\nuntil: {oza.wait_p90: 1 week}\nat_most: 40\n")}) {
    const Manifest manifest = plans_.manifest(plan);
    const std::string json = to_json(manifest);
    const Manifest again = manifest_of("m", json);
    EXPECT_EQ(to_json(again), json);
    EXPECT_EQ(again.tasks().size(), manifest.tasks().size());
    EXPECT_EQ(again.task_id(again.tasks()[0]), manifest.task_id(manifest.tasks()[0]));
    EXPECT_EQ(again.keep, manifest.keep);
    EXPECT_EQ(again.factors[0].from, manifest.factors[0].from);
    EXPECT_EQ(again.factors[0].whole, manifest.factors[0].whole);
  }
  const Manifest more = with_replications(plans_.manifest(places_and_takes), 12);
  EXPECT_EQ(manifest_of("m", to_json(more)).extends, more.extends);
}

TEST_F(Manifests, of_another_kind_or_version_are_refused) {
  EXPECT_THAT([] { manifest_of("m.json", "{"); },
              ThrowsMessage<InputError>(HasSubstr("m.json: this is no manifest of a sweep")));
  EXPECT_THAT([] { manifest_of("m.json", R"({"format": "other"})"); },
              ThrowsMessage<InputError>(HasSubstr("its format is not")));
  const std::string json = to_json(plans_.manifest(places_and_takes));
  EXPECT_THAT(
      [&] {
        manifest_of("m.json", changed(json, "\"format_version\": 1", "\"format_version\": 9"));
      },
      ThrowsMessage<InputError>(
          AllOf(HasSubstr("its format version is 9"), HasSubstr("doorstroom 0.1.0"))));
  EXPECT_THAT([&] { manifest_of("m.json", changed(json, "\"grid\"", "\"spiral\"")); },
              ThrowsMessage<InputError>(HasSubstr("its design is unknown")));
}

std::vector<std::vector<std::uint32_t>> cuts(const Manifest& manifest) {
  std::vector<std::vector<std::uint32_t>> cuts;
  for (const Task& task : manifest.tasks())
    cuts.push_back({task.point, task.replications.first, task.replications.count});
  return cuts;
}

using Cut = std::vector<std::uint32_t>;

TEST_F(Manifests, cut_their_work_in_blocks_and_an_extension_only_adds) {
  const std::string plan =
      "vary: {arrangements.oza.places: {from: 20, to: 40}}\ndesign: {sobol: 2}\nreplications: 6\n";
  const Manifest manifest = plans_.manifest(plan);
  const std::vector<Cut> first{{0, 0, 4}, {0, 4, 2}, {1, 0, 4}, {1, 4, 2}};
  EXPECT_EQ(cuts(manifest), first);

  const Manifest longer = with_replications(manifest, 9);
  std::vector<Cut> all = first;
  all.insert(all.end(), {Cut{0, 6, 3}, Cut{1, 6, 3}});
  EXPECT_EQ(cuts(longer), all);
  EXPECT_EQ(longer.extends, sha256(to_json(manifest)));

  const Manifest wider = with_points(longer, 4);
  all.insert(all.end(),
             {Cut{2, 0, 4}, Cut{2, 4, 4}, Cut{2, 8, 1}, Cut{3, 0, 4}, Cut{3, 4, 4}, Cut{3, 8, 1}});
  EXPECT_EQ(cuts(wider), all);
  for (std::size_t i = 0; i < 4; ++i)
    EXPECT_EQ(wider.task_id(wider.tasks()[i]), manifest.task_id(manifest.tasks()[i]));
}

TEST_F(Manifests, with_a_precision_make_one_task_of_each_point) {
  const Manifest manifest = plans_.manifest(
      "vary: {arrangements.oza.places: [20, 30]}\n"
      "until: {oza.wait_p90: 1 week}\nat_most: 40\n");
  EXPECT_EQ(cuts(manifest), (std::vector<Cut>{{0, 0, 40}, {1, 0, 40}}));
  EXPECT_THAT([&] { with_replications(manifest, 50); },
              ThrowsMessage<InputError>(HasSubstr("runs each point until it is precise")));
}

TEST_F(Manifests, do_not_grow_to_what_is_there_and_a_grid_has_its_points) {
  const Manifest manifest = plans_.manifest(places_and_takes);
  EXPECT_THAT([&] { with_replications(manifest, 10); },
              ThrowsMessage<InputError>(HasSubstr("has 10 replications already")));
  EXPECT_THAT([&] { with_points(manifest, 9); },
              ThrowsMessage<InputError>(HasSubstr("a grid has the points of its levels")));
}

TEST_F(Manifests, that_keep_what_is_no_key_figure_are_refused_where_it_stands) {
  EXPECT_THAT(
      [&] { plans_.manifest("vary: {arrangements.oza.places: [20, 30]}\nkeep: [ozb.wait_p90]\n"); },
      ThrowsMessage<InputError>(AllOf(HasSubstr("plan.yaml:5:8: "), HasSubstr("ozb"))));
  EXPECT_THAT(
      [&] {
        plans_.manifest(
            "vary: {arrangements.oza.places: [20, 30]}\nat_most: 9\n"
            "until: {ozb.wait_p90: 1 week}\n");
      },
      ThrowsMessage<InputError>(AllOf(HasSubstr("plan.yaml:6:9: "), HasSubstr("ozb"))));
}

TEST_F(Manifests, name_a_task_by_all_that_its_result_depends_on_and_nothing_else) {
  const Manifest manifest = plans_.manifest(places_and_takes);
  const Task task{1, {4, 4}};
  std::set<std::string> names{manifest.task_id(task)};
  const auto differs = [&](const Manifest& other, const Task& its, const char* what) {
    EXPECT_TRUE(names.insert(other.task_id(its)).second) << what;
  };
  differs(manifest, {2, {4, 4}}, "point");
  differs(manifest, {1, {8, 4}}, "first replication");
  differs(manifest, {1, {4, 3}}, "number of replications");
  Manifest other = manifest;
  other.program.version = "0.2.0";
  differs(other, task, "version");
  other = manifest;
  other.program.random_scheme = "philox 2";
  differs(other, task, "random scheme");
  other = manifest;
  other.seed = 7;
  differs(other, task, "seed");
  other = manifest;
  other.keep.pop_back();
  differs(other, task, "what is kept");
  other = manifest;
  other.until = {"oza.wait_p90 +- 1 week"};
  differs(other, task, "precision");
  differs(plans_.manifest(changed(places_and_takes, "2 weeks", "3 weeks")), task, "value");

  // A name in other words for the same work stays.
  other = plans_.manifest(changed(places_and_takes, "replications: 10", "replications: 99"), 50);
  other.name = "another name";
  other.program.git_commit = "def";
  EXPECT_EQ(other.task_id(task), manifest.task_id(task));
}

}  // namespace
}  // namespace doorstroom
