// Variants that are typed as YAML: checked, run and saved as they were typed, and held to the
// folder of the scenario.

#include <gmock/gmock.h>

#include "tests/app/serve.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const std::string typed_text =
    "# mine\ndoorstroom: 1\nextends: region.yaml\nname: Typed\n"
    "arrangements:\n  oza: {places: 30}   # more\n";

class ServeText : public ServeTest {
 protected:
  Json check(const Json& variant) const {
    const HttpAnswer answer = post("/check", {{"variant", variant}, {"lang", "en"}});
    EXPECT_EQ(answer.status, 200) << answer.body;
    return answer.json();
  }
  /// What /check, /run and /save say of a text that may not be read: the mistakes, alike.
  std::string refused(const std::string& text) const {
    const Json variant = typed(text);
    const std::string checked = check(variant)["mistakes"].dump();
    const std::vector<Json> run =
        post("/run", {{"variant", variant}, {"lang", "en"}, {"replications", 2}}).lines();
    EXPECT_EQ(run.back()["kind"], "mistakes") << text;
    EXPECT_EQ(run.back()["mistakes"].dump(), checked) << text;
    EXPECT_EQ(post("/save", {{"variant", variant}, {"file", "refused.yaml"}}).status, 400) << text;
    return checked;
  }
};

TEST_F(ServeText, a_typed_overlay_is_run_and_saved_as_it_stands_with_the_numbers_of_compare) {
  serve();
  const Json asked{{"variant", typed(typed_text)}, {"file", "typed.yaml"}};
  const std::vector<Json> lines = post("/run", asked).lines();
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(lines[0]["overlay"], typed_text);
  ASSERT_EQ(post("/save", asked).status, 200);
  EXPECT_EQ(read_text(scratch_ / "typed.yaml"), typed_text);
  const Json verdicts = compared({"typed.yaml"})[0]["headline"];
  const Json& figures = lines[3]["figures"];
  ASSERT_EQ(verdicts.size(), figures.size());
  bool differs = false;
  for (std::size_t i = 0; i < verdicts.size(); ++i)
    for (const char* key : {"base", "variant", "difference", "low", "high"}) {
      EXPECT_EQ(figures[i][key], verdicts[i][key]) << key << " of " << figures[i]["id"];
      differs = differs || figures[i]["difference"] != 0.0;
    }
  EXPECT_TRUE(differs) << "nothing was compared";
}

TEST_F(ServeText, a_check_shows_the_overlay_of_levers_and_what_is_wrong_at_its_line) {
  serve();
  const Json good = check(variant("30"));
  EXPECT_THAT(good["overlay"].get<std::string>(), HasSubstr("  arrangements.oza.places: 30\n"));
  EXPECT_THAT(good["mistakes"], IsEmpty());
  EXPECT_EQ(good["settings"]["sets"][0]["value"], "30");
  const Json wrong =
      check(typed("doorstroom: 1\nextends: region.yaml\narrangements:\n  oza:\n    places: -4\n"
                  "    plaatsen: 3\n"));
  ASSERT_THAT(wrong["mistakes"], SizeIs(2)) << wrong;
  EXPECT_EQ(wrong["mistakes"][0]["line"], 5);
  EXPECT_EQ(wrong["mistakes"][0]["column"], 13);
  EXPECT_EQ(wrong["mistakes"][0]["file"], "typed.yaml");
  EXPECT_EQ(wrong["mistakes"][1]["line"], 6);
  EXPECT_TRUE(wrong["settings"].is_null());
  EXPECT_EQ(check(typed("doorstroom: 1\nextends: [\n"))["mistakes"][0]["line"], 2);
  EXPECT_THAT(check(typed(""))["mistakes"], SizeIs(1));
  EXPECT_THAT(check(typed("doorstroom: 1\n"))["mistakes"][0]["text"].get<std::string>(),
              HasSubstr("extends no file"));
  EXPECT_EQ(check(variant("[30"))["overlay"], "");
}

TEST_F(ServeText, a_mistake_that_shows_in_the_scenario_is_told_where_the_text_makes_it) {
  serve();
  const Json gone = check(
      typed("doorstroom: 1\nextends: region.yaml\nname: Without\ndesks:\n  youth_team:\n"
            "    staff: 4 fte\narrangements:\n  zoa:\n    places: 20\n  oza: ~\n"))["mistakes"];
  ASSERT_THAT(gone, Not(IsEmpty()));
  for (const Json& mistake : gone) {
    EXPECT_EQ(mistake["file"], "typed.yaml") << mistake;
    EXPECT_EQ(mistake["line"], 10) << mistake;
  }
  Json levers = variant("30");
  levers["sets"].push_back({{"path", "arrangements.zoa"}, {"value", "~"}});
  for (const Json& mistake : check(levers)["mistakes"]) {
    EXPECT_EQ(mistake["path"], "arrangements.zoa") << mistake;
    EXPECT_EQ(mistake["file"], "more-places.yaml") << mistake;
  }
}

TEST_F(ServeText, a_check_tells_what_is_odd_about_the_variant_alone) {
  serve();
  EXPECT_THAT(check(variant("30"))["notes"], IsEmpty());
  const Json odd = check(
      typed("doorstroom: 1\nextends: region.yaml\nevidence:\n  arrangements.nowhere.places: ~\n"));
  EXPECT_THAT(odd["mistakes"], IsEmpty()) << odd;
  EXPECT_THAT(odd["notes"], SizeIs(1)) << odd;
}

TEST_F(ServeText, a_text_may_extend_plans_and_saved_variants_of_the_folder) {
  scratch_.write("plan.yaml", "doorstroom: 1\nextends: region.yaml\nname: A plan\n");
  scratch_.write("further.yaml", "doorstroom: 1\nextends: ./plan.yaml\nname: Further\n");
  serve();
  for (const char* file : {"region.yaml", "plan.yaml", "further.yaml"})
    EXPECT_THAT(check(typed("doorstroom: 1\nextends: " + std::string(file) +
                            "\narrangements: {oza: {places: 30}}\n"))["mistakes"],
                IsEmpty())
        << file;
}

TEST_F(ServeText, a_text_reads_nothing_outside_the_scenario_and_its_overlays) {
  const Scratch elsewhere;
  elsewhere.write("secret.yaml", "doorstroom: 1\nextends: nowhere.yaml\nkeyword: swordfish\n");
  elsewhere.write("over.yaml", "doorstroom: 1\nextends: " + (scratch_ / "region.yaml").string() +
                                   "\nname: swordfish\n");
  fs::copy_file(elsewhere / "secret.yaml", scratch_ / "secret.yaml");
  scratch_.write("torn.yaml", "swordfish: [\n");
  scratch_.write("region.txt", "doorstroom: 1\nextends: region.yaml\nname: swordfish\n");
  scratch_.write("circle.yaml", "doorstroom: 1\nextends: circle.yaml\nname: swordfish\n");
  fs::create_directory(scratch_ / "below");
  scratch_.write("below/plan.yaml", "doorstroom: 1\nextends: ../region.yaml\n");
  fs::create_symlink(elsewhere / "over.yaml", scratch_ / "link.yaml");
  fs::create_symlink("/etc/passwd", scratch_ / "passwd.yaml");
  fs::create_directory_symlink(elsewhere.path(), scratch_ / "away");
  serve();
  for (const std::string& file :
       {(elsewhere / "over.yaml").string(),
        "../" + elsewhere.path().filename().string() + "/over.yaml", std::string("away/over.yaml"),
        std::string("link.yaml"), std::string("passwd.yaml"), std::string("/etc/passwd"),
        std::string("/dev/zero"), std::string("/proc/self/environ"), std::string("./region.yaml"),
        (scratch_ / "region.yaml").string(), std::string("below/plan.yaml"),
        std::string("region.txt"), std::string("secret.yaml"), std::string("torn.yaml"),
        std::string("circle.yaml"), std::string("missing.yaml"), std::string("."),
        std::string("..")}) {
    const std::string said = refused("doorstroom: 1\nextends: \"" + file + "\"\n");
    EXPECT_THAT(said, HasSubstr("may not extend")) << file;
    EXPECT_THAT(said, Not(HasSubstr("swordfish"))) << file;
    EXPECT_THAT(said, HasSubstr("\"line\":2")) << file;
  }
  for (const char* extends : {"[region.yaml]", "{file: region.yaml}", "~", "\"\"", "*a",
                              "!!binary cmVnaW9uLnlhbWw=", "region.yaml\nextends: /etc/passwd"})
    refused("doorstroom: 1\nextends: " + std::string(extends) + "\n");
  EXPECT_EQ(get("/levers?extends=link.yaml").status, 400);
  EXPECT_EQ(get("/levers?extends=secret.yaml").body.find("swordfish"), std::string::npos);
  EXPECT_EQ(get("/schema?extends=passwd.yaml").status, 400);
  EXPECT_THAT(get("/model").json()["overlays"], IsEmpty());
  EXPECT_THAT(scratch_.files(), Not(Contains("refused.yaml")));
}

TEST_F(ServeText, a_name_for_the_file_leads_to_no_other_folder) {
  const Scratch elsewhere;
  elsewhere.write("region.yaml", "swordfish: [\n");
  serve();
  const std::string away = "../" + elsewhere.path().filename().string() + "/new.yaml";
  for (const Json& one : {typed(typed_text), variant("30")})
    for (const std::string& file : {away, (elsewhere / "new.yaml").string()}) {
      const Json asked{{"variant", one}, {"file", file}, {"lang", "en"}};
      const std::string said = post("/check", asked).body + post("/run", asked).body;
      EXPECT_THAT(said, HasSubstr("is no name for a file here"));
      EXPECT_THAT(said, Not(HasSubstr("swordfish")));
      EXPECT_EQ(post("/save", asked).status, 400);
    }
}

TEST_F(ServeText, a_text_names_no_table) {
  scratch_.write("table.csv", "swordfish\n");
  serve();
  for (const std::string& part :
       {std::string("sources: {school: {arrivals: {file: table.csv}}}"),
        std::string("sources: {school: {arrivals: {file: /etc/passwd}}}"),
        std::string("set: {sources.school.arrivals: {file: table.csv}}"),
        std::string("set: {sources.school.arrivals.file: table.csv}"),
        std::string("set: {sources.*.arrivals.*: table.csv}"),
        std::string("today: {file: table.csv}"), std::string("set: {today.file: table.csv}"),
        std::string("today: {youths: {file: /proc/self/environ}}")}) {
    const std::string said = refused("doorstroom: 1\nextends: region.yaml\n" + part + "\n");
    EXPECT_THAT(said, Not(HasSubstr("swordfish"))) << part;
    EXPECT_THAT(said, Not(HasSubstr("root:"))) << part;
  }
}

TEST_F(ServeText, a_text_that_would_be_huge_or_deep_is_refused_and_the_server_lives) {
  serve();
  std::string deep = "doorstroom: 1\nextends: region.yaml\nset: ";
  refused(deep + std::string(500, '['));
  EXPECT_EQ(post("/check", {{"variant", typed(deep + std::string(20'000, '['))}}).status, 400);
  std::string bomb = "a: &a [x, x]\n";
  for (char c = 'b'; c < 'z'; ++c)
    bomb += fmt::format("{0}: &{0} [*{1}, *{1}]\n", c, static_cast<char>(c - 1));
  refused(bomb);
  refused("doorstroom: 1\nextends: region.yaml\n---\ndoorstroom: 1\n");
  refused("vary: {}\nsweep: {}\nextends: region.yaml\n");
  refused(std::string("doorstroom: 1\nextends: region.yaml\nname: a\0b\n", 46));
  refused("doorstroom: 1\nextends: region.yaml\nname: \"\x1b]0;owned\x07\"\n");
  EXPECT_EQ(post("/check", {{"variant", typed(std::string(66'000, '#'))}}).status, 413);
  EXPECT_EQ(post("/check", {{"variant", {{"text", 7}}}}).status, 400);
  EXPECT_EQ(get("/model").status, 200);
}

TEST_F(ServeText, a_saved_text_is_opened_again_as_it_was_typed) {
  scratch_.write("plan.yaml", "doorstroom: 1\nextends: region.yaml\nname: A plan\n");
  serve();
  ASSERT_EQ(post("/save", {{"variant", typed(typed_text)}, {"file", "typed.yaml"}}).status, 200);
  const HttpAnswer opened = get("/text?file=typed.yaml");
  EXPECT_EQ(opened.status, 200) << opened.body;
  EXPECT_EQ(opened.json()["text"], typed_text);
  EXPECT_EQ(get("/text?file=plan.yaml").json()["text"], read_text(scratch_ / "plan.yaml"));
  EXPECT_EQ(tell(request_text("GET", "/text?file=typed.yaml")).status, 401);
  EXPECT_EQ(post("/text", {{"file", "typed.yaml"}}).status, 405);
}

TEST_F(ServeText, a_page_that_saves_nothing_opens_texts) {
  scratch_.write("plan.yaml", typed_text);
  serve({"--read-only"});
  EXPECT_EQ(get("/text?file=plan.yaml").json()["text"], typed_text);
}

TEST_F(ServeText, nothing_but_overlays_of_the_folder_is_opened_as_text) {
  const Scratch elsewhere;
  const std::string secret =
      "doorstroom: 1\nextends: " + (scratch_ / "region.yaml").string() + "\nname: swordfish\n";
  elsewhere.write("over.yaml", secret);
  scratch_.write("notes.txt", secret);
  scratch_.write("other.yaml", "doorstroom: 1\nextends: nowhere.yaml\nname: swordfish\n");
  scratch_.write("torn.yaml", "extends: region.yaml\nname: [swordfish\n");
  fs::create_symlink(elsewhere / "over.yaml", scratch_ / "link.yaml");
  fs::create_symlink("/etc/passwd", scratch_ / "passwd.yaml");
  fs::create_directory(scratch_ / "folder.yaml");
  serve();
  for (const std::string& file :
       {std::string(), std::string("region.yaml"), std::string("notes.txt"),
        std::string("other.yaml"), std::string("torn.yaml"), std::string("link.yaml"),
        std::string("passwd.yaml"), std::string("folder.yaml"), std::string("missing.yaml"),
        std::string("/etc/passwd"), std::string("%2Fetc%2Fpasswd"),
        "..%2F" + elsewhere.path().filename().string() + "%2Fover.yaml",
        (elsewhere / "over.yaml").string(), std::string("./plan.yaml"),
        std::string("plan.yaml%00.yaml")}) {
    const HttpAnswer answer = get("/text?file=" + file);
    EXPECT_EQ(answer.status, 400) << file;
    EXPECT_THAT(answer.body, Not(HasSubstr("swordfish"))) << file;
  }
  scratch_.write("long.yaml", typed_text + std::string(61 << 10, '#'));
  EXPECT_THAT(get("/text?file=long.yaml").body, HasSubstr("too long"));
}

TEST_F(ServeText, an_editor_gets_schema_ids_and_paths) {
  serve();
  const Json got = get("/schema?lang=nl").json();
  EXPECT_TRUE(got["schema"]["properties"].contains("arrangements"));
  EXPECT_THAT(got["ids"]["arrangements"], Contains("oza"));
  EXPECT_THAT(got["paths"], Contains("arrangements.oza.places"));
  const Ended schema =
      doorstroom({.words = {"schema", "overlay", "--lang", "nl"}, .folder = scratch_.path()});
  EXPECT_EQ(got["schema"], Json::parse(schema.out));
}

}  // namespace
}  // namespace doorstroom::testing
