#include "models/yaml/overlay.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "models/yaml/yaml_reader.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// The tree in one line, as flow YAML.
std::string flow(const Value& value) {
  std::string result;
  switch (value.kind) {
    case Value::Kind::null:
      return "~";
    case Value::Kind::scalar:
      return value.text;
    case Value::Kind::list:
      for (const auto& item : value.items) {
        result += fmt::format("{}{}", result.empty() ? "" : ", ", flow(*item));
      }
      return fmt::format("[{}]", result);
    case Value::Kind::map:
      for (const Entry& entry : value.entries) {
        result +=
            fmt::format("{}{}: {}", result.empty() ? "" : ", ", entry.key, flow(*entry.value));
      }
  }
  return fmt::format("{{{}}}", result);
}

class Overlay : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = testing::TempDir() + "overlay_XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    directory_ = pattern;
  }
  void TearDown() override { fs::remove_all(directory_); }

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((directory_ / name).parent_path());
    std::ofstream(directory_ / name) << text;
  }

  std::shared_ptr<Value> read(const std::string& name) {
    documents_.clear();
    issues_ = {};
    return read_with_bases((directory_ / name).string(), documents_, issues_);
  }

  /// `over` laid over `base`, in one line.
  std::string laid(const std::string& base, const std::string& over) {
    write("base.yaml", base);
    write("over.yaml", "extends: base.yaml\n" + over);
    const auto tree = read("over.yaml");
    return tree ? flow(*tree) : reported();
  }

  std::string reported() const { return issues_.text(documents_); }

  fs::path directory_;
  std::vector<Document> documents_;
  Issues issues_;
};

TEST_F(Overlay, maps_merge_scalars_and_lists_replace_and_new_keys_come_last) {
  EXPECT_EQ(laid("name: base\nperiod: {start: a, years: 5}\nlist: [1, 2]\n",
                 "new: 1\nperiod: {years: 6, warm_up: b}\nlist: [3]\nname: over\n"),
            "{name: over, period: {start: a, years: 6, warm_up: b}, list: [3], new: 1}");
}

TEST_F(Overlay, nothing_removes_a_key) {
  EXPECT_EQ(laid("a: {b: 1, c: 2}\nd: 3\n", "a: {b: ~}\nd:\n"), "{a: {c: 2}}");
  EXPECT_THAT(issues_.all(), IsEmpty());
}

TEST_F(Overlay, a_removal_of_what_is_not_there_is_doubtful) {
  EXPECT_EQ(laid("a: {b: 1}\n", "a: {c: ~}\n"), "{a: {b: 1}}");
  EXPECT_THAT(reported(), HasSubstr("over.yaml:2:5: warning: `c` removes nothing"));
}

TEST_F(Overlay, a_map_and_what_is_no_map_replace_each_other) {
  EXPECT_EQ(laid("a: {b: 1}\nc: 2\n", "a: 3\nc: {d: 4}\n"), "{a: 3, c: {d: 4}}");
}

TEST_F(Overlay, distributions_replace_whole) {
  EXPECT_EQ(laid("arrangements: {oza: {stay: {lognormal: {mean: 1, cv: 2}}, places: 3}}\n",
                 "arrangements: {oza: {stay: {lognormal: {median: 4, sigma: 5}}}}\n"),
            "{arrangements: {oza: {stay: {lognormal: {median: 4, sigma: 5}}, places: 3}}}");
  EXPECT_EQ(laid("defaults: {delay: {gamma: {mean: 1, cv: 2}}}\n",
                 "defaults: {delay: {exponential: {mean: 3}}}\n"),
            "{defaults: {delay: {exponential: {mean: 3}}}}");
}

TEST_F(Overlay, a_node_may_have_the_name_of_a_distribution_or_table) {
  EXPECT_EQ(
      laid("arrangements: {gamma: {places: 1, stay: 2}}\n", "arrangements: {gamma: {places: 3}}\n"),
      "{arrangements: {gamma: {places: 3, stay: 2}}}");
  EXPECT_EQ(
      laid("arrangements: {opens: {places: 1, stay: 2}}\n", "arrangements: {opens: {places: 3}}\n"),
      "{arrangements: {opens: {places: 3, stay: 2}}}");
  EXPECT_EQ(laid("desks: {d: {routes: {gamma: {share: 1, delay: 2}, b: rest}}}\n",
                 "desks: {d: {routes: {gamma: {share: 3}}}}\n"),
            "{desks: {d: {routes: {gamma: {share: 3, delay: 2}, b: rest}}}}");
}

TEST_F(Overlay, share_tables_replace_whole) {
  for (const std::string table : {"severity", "subregion"}) {
    EXPECT_EQ(laid(fmt::format("sources: {{s: {{{}: {{a: 1, b: 2}}, to: x}}}}\n", table),
                   fmt::format("sources: {{s: {{{}: {{a: 3}}}}}}\n", table)),
              fmt::format("{{sources: {{s: {{{}: {{a: 3}}, to: x}}}}}}", table));
  }
}

TEST_F(Overlay, a_table_of_shares_that_takes_one_away_is_laid_over_the_other) {
  EXPECT_EQ(laid("sources: {s: {severity: {a: 1, b: 2, c: 3}, to: x}}\n",
                 "sources: {s: {severity: {a: 4, c: ~}}}\n"),
            "{sources: {s: {severity: {a: 4, b: 2}, to: x}}}");
  EXPECT_THAT(issues_.all(), IsEmpty());
}

TEST_F(Overlay, no_payer_is_lost_who_is_not_taken_away) {
  const std::string base = "desks: {d: {cost: {per_case: 1, paid_by: {swv: 60%, g: 40%}}}}\n";
  EXPECT_EQ(laid(base, "desks: {d: {cost: {paid_by: {g: 30%, k: 10%}}}}\n"),
            "{desks: {d: {cost: {per_case: 1, paid_by: {swv: 60%, g: 30%, k: 10%}}}}}");
  EXPECT_EQ(laid(base, "desks: {d: {cost: {paid_by: {swv: ~, g: 100%}}}}\n"),
            "{desks: {d: {cost: {per_case: 1, paid_by: {g: 100%}}}}}");
  EXPECT_EQ(laid(base, "desks: {d: {cost: {paid_by: g}}}\n"),
            "{desks: {d: {cost: {per_case: 1, paid_by: g}}}}");
  EXPECT_EQ(laid("desks: {d: {cost: {paid_by: swv}}}\n",
                 "desks: {d: {cost: {paid_by: {swv: 70%, g: 30%}}}}\n"),
            "{desks: {d: {cost: {paid_by: {swv: 70%, g: 30%}}}}}");
  EXPECT_EQ(
      laid("desks: {d: {cost: {paid_by: swv}}}\n", "desks: {d: {cost: {paid_by: {g: 30%}}}}\n"),
      "{desks: {d: {cost: {paid_by: {swv: 100%, g: 30%}}}}}");
}

TEST_F(Overlay, nothing_over_nothing_is_left_out_and_doubtful) {
  EXPECT_EQ(laid("a: 1\n", "b: {c: ~, d: 2}\n"), "{a: 1, b: {d: 2}}");
  EXPECT_THAT(reported(), HasSubstr("over.yaml:2:5: warning: `c` removes nothing"));
}

TEST_F(Overlay, tables_of_what_is_no_share_merge) {
  for (const std::string table : {"months", "makes", "opens", "closes"})
    EXPECT_EQ(laid(fmt::format("sources: {{s: {{{}: {{a: 1, b: 2}}, to: x}}}}\n", table),
                   fmt::format("sources: {{s: {{{}: {{a: 3}}}}}}\n", table)),
              fmt::format("{{sources: {{s: {{{}: {{a: 3, b: 2}}, to: x}}}}}}", table));
}

TEST_F(Overlay, routes_merge_by_target_and_a_bare_share_is_the_share) {
  const std::string base = "desks: {d: {routes: {a: {share: 15%, delay: 2}, b: 10%, c: rest}}}\n";
  EXPECT_EQ(laid(base, "desks: {d: {routes: {a: 20%}}}\n"),
            "{desks: {d: {routes: {a: {share: 20%, delay: 2}, b: 10%, c: rest}}}}");
  EXPECT_EQ(
      laid(base, "desks: {d: {routes: {b: {delay: 3}}}}\n"),
      "{desks: {d: {routes: {a: {share: 15%, delay: 2}, b: {share: 10%, delay: 3}, c: rest}}}}");
  EXPECT_EQ(laid(base, "desks: {d: {routes: {a: ~, b: 5%, e: 1%}}}\n"),
            "{desks: {d: {routes: {b: 5%, c: rest, e: 1%}}}}");
  EXPECT_EQ(laid(base, "desks: {d: {routes: [{to: {a: 1}}]}}\n"),
            "{desks: {d: {routes: [{to: {a: 1}}]}}}");
}

TEST_F(Overlay, keeps_the_places_where_values_really_stand) {
  laid("a:\n  b: 1\n  c: 2\n", "a:\n  c: 3\n");
  const auto tree = read("over.yaml");
  const Entry& a = *tree->find("a");
  EXPECT_EQ(documents_[0].path, (directory_ / "over.yaml").string());
  EXPECT_EQ(documents_[1].path, (directory_ / "base.yaml").string());
  EXPECT_EQ(a.key_location.file, 1);
  EXPECT_EQ(a.value->find("b")->value->location.file, 1);
  EXPECT_EQ(a.value->find("c")->value->location.file, 0);
  EXPECT_EQ(a.value->find("c")->value->location.line, 3);
  EXPECT_EQ(a.value->find("c")->key_location.file, 0);
}

TEST_F(Overlay, sets_are_gathered_base_first) {
  EXPECT_EQ(laid("a: 1\nset: {x.y: 1}\n", "set: {x.y: 2, z: ~}\n"),
            "{a: 1, set: [{x.y: 1}, {x.y: 2, z: ~}]}");
  write("alone.yaml", "a: 1\nset: {x.y: 1}\nb: 2\n");
  EXPECT_EQ(flow(*read("alone.yaml")), "{a: 1, b: 2, set: [{x.y: 1}]}");
}

TEST_F(Overlay, paths_are_relative_to_the_file_that_names_them) {
  write("bases/deep/first.yaml", "a: 1\nb: 1\nc: 1\n");
  write("bases/second.yaml", "extends: deep/first.yaml\nb: 2\nc: 2\n");
  write("mine/third.yaml", "extends: ../bases/second.yaml\nc: 3\n");
  EXPECT_EQ(flow(*read("mine/third.yaml")), "{a: 1, b: 2, c: 3}");
  EXPECT_EQ(documents_[1].path, (directory_ / "bases/second.yaml").string());
  EXPECT_EQ(documents_[2].path, (directory_ / "bases/deep/first.yaml").string());
}

TEST_F(Overlay, a_circle_is_an_error_that_names_the_chain) {
  write("a.yaml", "x: 1\nextends: b.yaml\n");
  write("b.yaml", "extends: ./sub/../a.yaml\n");
  fs::create_directories(directory_ / "sub");
  EXPECT_EQ(read("a.yaml"), nullptr);
  EXPECT_THAT(reported(), HasSubstr("b.yaml:1:10: extends goes round in a circle: "));
  EXPECT_THAT(reported(), HasSubstr("a.yaml -> "));
  write("self.yaml", "extends: self.yaml\n");
  EXPECT_EQ(read("self.yaml"), nullptr);
  EXPECT_THAT(reported(), HasSubstr("self.yaml:1:10: extends goes round in a circle"));
}

TEST_F(Overlay, a_chain_of_more_than_16_files_is_an_error) {
  for (int i = 0; i < 20; ++i)
    write(fmt::format("{}.yaml", i), fmt::format("extends: {}.yaml\n", i + 1));
  write("20.yaml", "a: 1\n");
  EXPECT_EQ(read("0.yaml"), nullptr);
  EXPECT_THAT(reported(), HasSubstr("15.yaml:1:10: more than 16 files"));
  EXPECT_EQ(flow(*read("5.yaml")), "{a: 1}");
}

TEST_F(Overlay, a_base_that_cannot_be_read_is_an_error_where_it_is_named) {
  write("a.yaml", "extends: none.yaml\n");
  EXPECT_EQ(read("a.yaml"), nullptr);
  EXPECT_THAT(reported(), HasSubstr("a.yaml:1:10: extends names `"));
  for (const std::string value : {"[x.yaml]", "{a: b}", "~", "''", "."}) {
    write("a.yaml", fmt::format("x: 1\nextends: {}\n", value));
    EXPECT_EQ(read("a.yaml"), nullptr);
    EXPECT_THAT(reported(), HasSubstr("a.yaml:2:"));
    EXPECT_TRUE(issues_.has_errors());
  }
  write("wrong.yaml", "a: [\n");
  write("a.yaml", "extends: wrong.yaml\n");
  EXPECT_EQ(read("a.yaml"), nullptr);
  EXPECT_THAT(reported(), HasSubstr("wrong.yaml:1:4: "));
}

TEST(PathMatches, a_star_is_one_key_and_two_are_any_number) {
  EXPECT_TRUE(path_matches("a.b", "a.b"));
  EXPECT_FALSE(path_matches("a.b", "a.b.c"));
  EXPECT_FALSE(path_matches("a.b.c", "a.b"));
  EXPECT_TRUE(path_matches("a.*.c", "a.b.c"));
  EXPECT_FALSE(path_matches("a.*", "a"));
  EXPECT_FALSE(path_matches("a.*.c", "a.c"));
  EXPECT_FALSE(path_matches("a.o*", "a.oza"));
  EXPECT_TRUE(path_matches("**", "a.b.c"));
  EXPECT_TRUE(path_matches("**.c", "c"));
  EXPECT_TRUE(path_matches("a.**.c", "a.c"));
  EXPECT_TRUE(path_matches("a.**", "a"));
  EXPECT_TRUE(path_matches("**.routes.*.delay", "desks.d.routes.oza.delay"));
  EXPECT_FALSE(path_matches("**.routes.*.delay", "defaults.delay"));
  EXPECT_TRUE(path_matches("**.a.**.a.b", "a.a.x.a.a.b"));
  EXPECT_FALSE(path_matches("", "a"));
  EXPECT_FALSE(path_matches("a..b", "a.b"));
}

TEST(PathMatches, takes_no_time_for_many_stars) {
  std::string pattern;
  std::string path;
  for (int i = 0; i < 1000; ++i) {
    pattern += "**.a.*.";
    path += "a.";
  }
  EXPECT_FALSE(path_matches(pattern + "b", path + "a"));
}

TEST(MatchingPaths, are_maps_and_leaves_in_the_order_of_the_tree) {
  std::vector<Document> documents;
  Issues issues;
  const auto tree = read_yaml_text("s", R"(
desks:
  team: {staff: 3, routes: {oza: {share: 15%, delay: 2 weeks}, zoa: 10%}}
sources:
  school:
    routes:
      - {if: {severity: [light]}, to: {oza: {share: 1%, delay: 1 week}, home: rest}}
      - {to: {oza: {share: 2%}, zoa: 3%}}
    list: [{delay: 1}]
evidence: {desks.team.staff: {basis: assumed}}
)",
                                   documents, issues);
  ASSERT_TRUE(tree);
  EXPECT_THAT(matching_paths(*tree, "**.delay"),
              ElementsAre("desks.team.routes.oza.delay", "sources.school.routes.oza.delay"));
  EXPECT_THAT(matching_paths(*tree, "desks.*"), ElementsAre("desks.team"));
  EXPECT_THAT(
      matching_paths(*tree, "**.routes.*"),
      ElementsAre("desks.team.routes.oza", "desks.team.routes.zoa", "sources.school.routes.oza",
                  "sources.school.routes.home", "sources.school.routes.zoa"));
  EXPECT_THAT(matching_paths(*tree, "sources.school.routes.oza.share"),
              ElementsAre("sources.school.routes.oza.share"));
  EXPECT_THAT(matching_paths(*tree, "**.routes"),
              ElementsAre("desks.team.routes", "sources.school.routes"));
  EXPECT_THAT(matching_paths(*tree, "evidence.**"), ElementsAre("evidence"));
  EXPECT_THAT(matching_paths(*tree, "desks.none"), IsEmpty());
  EXPECT_THAT(matching_paths(*tree, ""), IsEmpty());
}

}  // namespace
}  // namespace doorstroom
