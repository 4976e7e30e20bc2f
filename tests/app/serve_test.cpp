// The server of the what-if page, asked as the page asks it.

#include "tests/app/serve.hpp"

#include <gmock/gmock.h>

namespace doorstroom::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

using Serve = ServeTest;

TEST_F(Serve, the_model_tells_figures_and_overlays_in_the_language_asked_for) {
  scratch_.write("plan.yaml",
                 "doorstroom: 1\nextends: region.yaml\nname: {nl: Een plan, en: A plan}\n"
                 "interventions:\n  extra:\n    from: 2027-08-01\n    until: 2028-08-01\n"
                 "    effects:\n      more: {change: arrangements.oza.places, add: 4}\n");
  scratch_.write("saved.yaml",
                 "doorstroom: 1\nextends: region.yaml\nname: Saved\n"
                 "set:\n  arrangements.oza.places: 31\n");
  scratch_.write("stranger.yaml", "doorstroom: 1\nextends: nowhere.yaml\n");
  serve();
  const HttpAnswer answer = get("/model?lang=nl");
  ASSERT_EQ(answer.status, 200) << answer.body;
  const Json model = answer.json();
  EXPECT_EQ(model["language"], "nl");
  EXPECT_EQ(model["scenario"]["file"], "region.yaml");
  EXPECT_EQ(model["scenario"]["name"], "One desk, two arrangements");
  EXPECT_EQ(model["seed"], 2026);
  EXPECT_EQ(model["replications"], 20);
  EXPECT_FALSE(model["figures"].empty());
  ASSERT_EQ(model["overlays"].size(), 1U);
  EXPECT_EQ(model["overlays"][0]["name"], "Een plan");
  EXPECT_EQ(model["overlays"][0]["interventions"][0]["until"], "2028-08-01");
  ASSERT_EQ(model["saved"].size(), 1U);
  EXPECT_EQ(model["saved"][0]["sets"][0]["path"], "arrangements.oza.places");
  EXPECT_EQ(model["saved"][0]["sets"][0]["value"], "31");
}

TEST_F(Serve, a_lever_has_value_unit_help_and_words_in_both_languages) {
  serve();
  const Json levers = get("/levers?lang=en").json()["levers"];
  const auto at = [&](const std::string& path) {
    for (const Json& lever : levers)
      if (lever["path"] == path) return lever;
    return Json();
  };
  EXPECT_EQ(at("arrangements.oza.places")["value"], "24");
  EXPECT_EQ(at("arrangements.oza.places")["kind"], "count");
  EXPECT_EQ(at("desks.youth_team.takes")["unit"], "weeks");
  EXPECT_EQ(at("arrangements.oza.waiting.at_home")["kind"], "share");
  EXPECT_THAT(at("arrangements.oza.places")["words"].get<std::string>(), HasSubstr("plaatsen"));
  EXPECT_THAT(at("arrangements.oza.places")["words"].get<std::string>(), HasSubstr("places"));
  EXPECT_TRUE(at("sources.school.per_year").is_null()) << "it decides who arrives";
}

TEST_F(Serve, an_intervention_can_be_given_the_timing_that_it_does_not_say) {
  write_plan();
  serve();
  Json sets = Json::array();
  const std::map<std::string, std::pair<std::string, std::string>> expected{
      {"until", {"date", "2028-08-01"}},
      {"ramp", {"duration", "4 months"}},
      {"afterwards.keeps", {"share", "50%"}},
      {"afterwards.fades_over", {"duration", "12 months"}}};
  const Json levers = get("/levers?extends=plan.yaml").json()["levers"];
  for (const Json& lever : levers) {
    const std::string path = lever["path"];
    const std::string key = path.substr(std::min(path.size(), std::size_t{20}));
    if (!path.starts_with("interventions.extra.") || !expected.contains(key)) continue;
    EXPECT_EQ(lever["value"], "") << path;
    EXPECT_TRUE(lever["number"].is_null()) << path;
    EXPECT_EQ(lever["kind"], expected.at(key).first) << path;
    sets.push_back({{"path", path}, {"value", expected.at(key).second}});
  }
  ASSERT_EQ(sets.size(), expected.size());
  const Json asked{{"variant", {{"name", "Timed"}, {"extends", "plan.yaml"}, {"sets", sets}}},
                   {"file", "timed.yaml"}};
  const Json shown = post("/run", asked).lines()[3]["figures"];
  ASSERT_EQ(post("/save", asked).status, 200);
  scratch_.write("written.yaml",
                 "doorstroom: 1\nextends: plan.yaml\ninterventions:\n  extra:\n"
                 "    until: 2028-08-01\n    ramp: 4 months\n"
                 "    afterwards: {keeps: 50%, fades_over: 12 months}\n");
  const Json variants = compared({"plan.yaml", "timed.yaml", "written.yaml"});
  EXPECT_EQ(variants[1]["headline"], variants[2]["headline"]);
  EXPECT_NE(variants[0]["headline"], variants[1]["headline"]) << "the timing changes nothing";
  for (std::size_t i = 0; i < shown.size(); ++i)
    EXPECT_EQ(shown[i]["difference"], variants[1]["headline"][i]["difference"]) << i;
}

TEST_F(Serve, timing_that_a_plan_says_can_be_taken_away) {
  write_plan();
  fs::copy_file(scratch_ / "plan.yaml", scratch_ / "plain.yaml");
  write_plan(
      "    until: 2028-08-01\n    ramp: 4 months\n"
      "    afterwards: {keeps: 50%, fades_over: 12 months}\n");
  serve();
  Json sets = Json::array();
  for (const char* key : {"until", "ramp", "afterwards"})
    sets.push_back({{"path", "interventions.extra." + std::string(key)}, {"value", "~"}});
  const Json asked{{"variant", {{"name", "Bare"}, {"extends", "plan.yaml"}, {"sets", sets}}},
                   {"file", "bare.yaml"}};
  EXPECT_THAT(post("/check", asked).json()["mistakes"], IsEmpty());
  ASSERT_EQ(post("/save", asked).status, 200);
  const Json variants = compared({"plan.yaml", "bare.yaml", "plain.yaml"});
  EXPECT_NE(variants[0]["headline"], variants[1]["headline"]) << "the timing changes nothing";
  ASSERT_EQ(variants[1]["headline"].size(), 6U);
  for (std::size_t i = 0; i < 6; ++i)
    EXPECT_EQ(variants[1]["headline"][i]["variant"], variants[2]["headline"][i]["variant"]) << i;
}

TEST_F(Serve, timing_that_an_intervention_says_is_a_lever_once) {
  write_plan("    until: 2028-08-01\n    ramp: 4 months\n");
  serve();
  std::map<std::string, int> times;
  const Json levers = get("/levers?extends=plan.yaml").json()["levers"];
  for (const Json& lever : levers) ++times[lever["path"].get<std::string>()];
  for (const char* key : {"from", "until", "ramp", "afterwards.keeps", "afterwards.fades_over"})
    EXPECT_EQ(times["interventions.extra." + std::string(key)], 1) << key;
}

TEST_F(Serve, figures_come_while_pairs_are_simulated) {
  serve();
  const HttpAnswer answer = post("/run", {{"variant", variant("30")}, {"lang", "en"}});
  ASSERT_EQ(answer.status, 200) << answer.body;
  const std::vector<Json> lines = answer.lines();
  ASSERT_EQ(lines.size(), 5U) << answer.body;
  EXPECT_EQ(lines[0]["kind"], "begun");
  EXPECT_EQ(lines[0]["command"],
            "doorstroom compare region.yaml more-places.yaml --replications 20");
  for (const auto& [line, pairs] : std::map<std::size_t, int>{{1, 5}, {2, 10}, {3, 20}}) {
    EXPECT_EQ(lines[line]["kind"], "figures");
    EXPECT_EQ(lines[line]["pairs"], pairs);
    EXPECT_EQ(lines[line]["estimated"], pairs < 20);
  }
  EXPECT_EQ(lines[4]["kind"], "end");
}

TEST_F(Serve, the_saved_overlay_gives_the_same_numbers_by_the_command_that_is_shown) {
  serve();
  const Json asked{{"variant", variant("30")}, {"file", "thirty.yaml"}};
  const Json last = post("/run", asked).lines()[3];
  const HttpAnswer saved = post("/save", asked);
  ASSERT_EQ(saved.status, 200) << saved.body;
  EXPECT_EQ(saved.json()["command"],
            "doorstroom compare region.yaml thirty.yaml --replications 20");
  const Json command = compared({"thirty.yaml"})[0];
  const Json& verdicts = command["headline"];
  ASSERT_EQ(verdicts.size(), last["figures"].size());
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const Json& shown = last["figures"][i];
    EXPECT_EQ(shown["id"], verdicts[i]["kpi"]);
    for (const char* key : {"base", "variant", "difference", "low", "high", "smallest_relevant"})
      EXPECT_EQ(shown[key], verdicts[i][key]) << key << " of " << shown["id"];
  }
  const Json& paid = last["funders"];
  ASSERT_EQ(paid.size(), 2u);
  for (std::size_t i = 0; i < paid.size(); ++i) {
    EXPECT_EQ(paid[i]["id"], command["funders"][i]["funder"]);
    for (const char* key : {"base", "variant", "difference", "low", "high"})
      EXPECT_EQ(paid[i][key], command["funders"][i][key]) << key << " of " << paid[i]["id"];
  }
}

TEST_F(Serve, the_command_gives_the_numbers_that_are_shown_whatever_results_the_folder_holds) {
  serve();
  const Json asked{{"variant", variant("30")}, {"file", "thirty.yaml"}};
  const std::vector<Json> lines = post("/run", asked).lines();
  const Json shown = lines[3]["figures"];
  ASSERT_EQ(post("/save", asked).status, 200);
  std::vector<std::string> command;
  std::istringstream said(lines[0]["command"].get<std::string>());
  for (std::string word; said >> word;) command.push_back(word);
  ASSERT_EQ(command.front(), "doorstroom");
  Words words(command.begin() + 1, command.end());
  words.insert(words.end(), {"--json", "--lang", "en"});
  for (const char* held : {"26", "7"}) {
    fs::remove(scratch_ / "region.h5");
    fs::remove(scratch_ / "thirty.h5");
    for (const char* file : {"region.yaml", "thirty.yaml"})
      ASSERT_EQ(
          doorstroom({.words = {"run", file, "--replications", held}, .folder = scratch_.path()})
              .code,
          0);
    const Ended compared = doorstroom({.words = words, .folder = scratch_.path()});
    ASSERT_EQ(compared.code, 0) << compared.err;
    const Json verdicts = Json::parse(compared.out)["variants"][0]["headline"];
    ASSERT_EQ(verdicts.size(), shown.size());
    for (std::size_t i = 0; i < verdicts.size(); ++i)
      for (const char* key : {"base", "variant", "difference", "low", "high"})
        EXPECT_EQ(shown[i][key], verdicts[i][key]) << held << ": " << key << " of " << shown[i];
  }
}

TEST_F(Serve, an_intervention_that_ends_has_the_verdicts_of_compare_during_and_after_it) {
  write_plan("    until: 2028-08-01\n");
  serve();
  Json more = variant("26");
  more["extends"] = "plan.yaml";
  const Json asked{{"variant", more}, {"file", "more.yaml"}};
  const Json phases = post("/run", asked).lines()[3]["phases"];
  ASSERT_EQ(post("/save", asked).status, 200);
  const Json rows = compared({"more.yaml"})[0]["phases"];
  ASSERT_EQ(phases.size(), 2U);
  int found = 0;
  for (const Json& phase : phases)
    for (const Json& shown : phase["figures"])
      for (const Json& row : rows) {
        if (row["phase"] != phase["phase"] || row["kpi"] != shown["id"]) continue;
        ++found;
        for (const char* key : {"base", "variant", "difference", "low", "high"})
          EXPECT_EQ(shown[key], row[key]) << key << " of " << shown["id"];
      }
  EXPECT_EQ(found, 12);
}

TEST_F(Serve, a_variant_without_changes_shows_the_scenario_alone) {
  serve();
  const std::vector<Json> lines =
      post("/run", {{"variant", {{"name", ""}, {"extends", ""}, {"sets", Json::array()}}}}).lines();
  const Json figure = lines[3]["figures"][0];
  EXPECT_TRUE(figure["base"].is_number());
  EXPECT_TRUE(figure["variant"].is_null());
}

TEST_F(Serve, mistakes_are_told_at_their_parameter) {
  serve();
  Json wrong = variant("-4");
  const std::vector<Json> lines = post("/run", {{"variant", wrong}, {"lang", "en"}}).lines();
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0]["kind"], "mistakes");
  EXPECT_EQ(lines[0]["mistakes"][0]["path"], "arrangements.oza.places");
  EXPECT_THAT(lines[0]["mistakes"][0]["text"].get<std::string>(), HasSubstr("-4"));
  wrong["sets"][0]["value"] = "[unclosed";
  EXPECT_EQ(post("/run", {{"variant", wrong}}).lines()[0]["kind"], "mistakes");
  wrong = variant("30");
  wrong["sets"][0]["path"] = "sources.school.per_year";
  EXPECT_EQ(post("/run", {{"variant", wrong}}).lines()[0]["kind"], "mistakes")
      << "others would arrive";
}

TEST_F(Serve, what_a_setting_makes_incomplete_is_told_at_that_setting) {
  write_plan();
  serve();
  const std::string path = "interventions.extra.afterwards.keeps";
  Json half = variant("30");
  half["extends"] = "plan.yaml";
  half["sets"].push_back({{"path", path}, {"value", "50%"}});
  const std::vector<Json> lines = post("/run", {{"variant", half}, {"lang", "en"}}).lines();
  const Json mistakes = lines[0]["mistakes"];
  ASSERT_EQ(mistakes.size(), 2U) << mistakes;  // what fades, and an end to come after
  for (const Json& mistake : mistakes) {
    EXPECT_EQ(mistake["path"], path) << mistake;
    EXPECT_EQ(mistake["line"], 6) << mistake;
  }
}

TEST_F(Serve, saving_replaces_nothing_and_leaves_the_folder_nowhere) {
  serve();
  const auto status = [&](const std::string& file) {
    return post("/save", {{"variant", variant("30")}, {"file", file}}).status;
  };
  EXPECT_EQ(status("new.yaml"), 200);
  const std::string first = read_text(scratch_ / "new.yaml");
  EXPECT_EQ(status("new.yaml"), 409);
  EXPECT_EQ(status("region.yaml"), 409);
  fs::create_symlink("elsewhere.yaml", scratch_ / "link.yaml");
  EXPECT_EQ(status("link.yaml"), 409);
  for (const char* file : {"../up.yaml", "/tmp/up.yaml", "sub/up.yaml", ".hidden.yaml", "up.txt",
                           "", "..", "-o.yaml", "up.yaml/"})
    EXPECT_EQ(status(file), 400) << file;
  EXPECT_EQ(read_text(scratch_ / "new.yaml"), first);
  EXPECT_THAT(scratch_.files(),
              ::testing::UnorderedElementsAre("region.yaml", "new.yaml", "link.yaml"));
}

TEST_F(Serve, a_read_only_page_saves_nothing) {
  serve({"--read-only"});
  EXPECT_TRUE(get("/model").json()["read_only"]);
  EXPECT_EQ(post("/save", {{"variant", variant("30")}, {"file", "new.yaml"}}).status, 403);
  EXPECT_THAT(scratch_.files(), Not(Contains("new.yaml")));
}

TEST_F(Serve, a_report_holds_the_variants_that_were_saved) {
  serve({"--lang", "en"});
  ASSERT_EQ(post("/save", {{"variant", variant("30")}, {"file", "thirty.yaml"}}).status, 200);
  const HttpAnswer answer = post("/report", {{"variants", {"thirty.yaml"}}, {"replications", 5}});
  ASSERT_EQ(answer.status, 200) << answer.body;
  const Json report = answer.json();
  EXPECT_EQ(report["file"], "region.html");
  EXPECT_EQ(report["command"],
            "doorstroom compare region.yaml thirty.yaml --replications 5 && doorstroom report "
            "region.h5 thirty.h5 --lang en");
  EXPECT_THAT(report["html"].get<std::string>(), HasSubstr("More places"));
  EXPECT_EQ(post("/report", {{"variants", {"missing.yaml"}}}).status, 400);
  EXPECT_EQ(post("/report", {{"variants", {"../region.yaml"}}}).status, 400);
  EXPECT_EQ(post("/report", {{"variants", Json::array()}}).status, 400);
  EXPECT_THAT(scratch_.files(), ::testing::UnorderedElementsAre("region.yaml", "thirty.yaml"));
}

TEST_F(Serve, a_scenario_with_mistakes_is_told_before_there_is_a_page) {
  scratch_.write("wrong.yaml",
                 "doorstroom: 1\nextends: region.yaml\nset: {arrangements.oza.places: -1}\n");
  const Ended ended = doorstroom(
      {.words = {"serve", "wrong.yaml", "--port", "0", "--lang", "en"}, .folder = scratch_.path()});
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.err, HasSubstr("arrangements.oza.places is -1"));
  EXPECT_THAT(ended.out, IsEmpty());
}

TEST_F(Serve, a_second_server_on_the_port_is_told_how_to_get_another) {
  serve();
  const Ended second = doorstroom(
      {.words = {"serve", "region.yaml", "--port", std::to_string(port_), "--lang", "en"},
       .folder = scratch_.path()});
  EXPECT_EQ(second.code, 2);
  EXPECT_THAT(second.err, HasSubstr("--port " + std::to_string(port_ + 1)));
  EXPECT_EQ(get("/model").status, 200);
}

}  // namespace
}  // namespace doorstroom::testing
