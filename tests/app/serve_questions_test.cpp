// seek and bottlenecks, asked from the page: the answers are those of the commands that are shown.

#include <gmock/gmock.h>

#include <algorithm>
#include <regex>

#include "tests/app/serve.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class ServeQuestions : public ServeTest {
 protected:
  void SetUp() override {
    fs::copy_file(minimal, scratch_ / "base.yaml");
    scratch_.write("region.yaml",
                   "doorstroom: 1\nextends: base.yaml\nperiod: {years: 2, warm_up: 1 year}\n");
  }

  static Json seek_body(const std::string& from, const std::string& to,
                        const std::string& amount = "80%") {
    return {{"variant", {{"name", ""}, {"extends", ""}, {"sets", Json::array()}}},
            {"lang", "en"},
            {"question",
             {{"vary", {{{"path", "arrangements.oza.places"}, {"from", from}, {"to", to}}}},
              {"so_that",
               {{{"figure", "oza.entered_within_10w"},
                 {"relation", ">="},
                 {"amount", amount},
                 {"indifference", "5%"}}}}}}};
  }

  /// What a command that was shown prints. Run by a shell, as it is pasted.
  std::string printed(const std::string& shown, const std::string& more) const {
    EXPECT_TRUE(shown.starts_with("doorstroom ")) << shown;
    const std::string command = "cd " + scratch_.path().string() + " && " + DOORSTROOM_PROGRAM +
                                shown.substr(std::string("doorstroom").size()) + more +
                                " 2>/dev/null";
    std::string out;
    FILE* const pipe = popen(command.c_str(), "r");
    char room[4096];
    while (const std::size_t got = fread(room, 1, sizeof room, pipe)) out.append(room, got);
    EXPECT_EQ(pclose(pipe), 0) << command;
    return out;
  }

  /// What a terminal says, without what somebody could type there: "(--over evidence does)".
  static std::string without_commands(const std::string& text) {
    return std::regex_replace(text, std::regex(R"(\s+\((--|`doorstroom)[^)]*\))"), "");
  }

  /// That nobody is told to type an option, or has to know an id.
  static void expect_words_of_a_page(const Json& answer) {
    for (const char* part : {"said", "notes"})
      EXPECT_THAT(answer[part].dump(), Not(AnyOf(HasSubstr("--"), HasSubstr("`doorstroom"))));
    for (const Json& column : answer["table"]["columns"])
      EXPECT_THAT(column.get<std::string>(), Not(HasSubstr("_")));
  }

  /// That the command comes to the same numbers, and says the same in both languages.
  void expect_repeated(const std::string& target, Json body,
                       const Words& languages = {"en", "nl"}) const {
    for (const std::string& language : languages) {
      body["lang"] = language;
      const HttpAnswer got = post(target, body);
      const std::vector<Json> lines = got.lines();
      ASSERT_GE(lines.size(), 3U) << got.body;
      ASSERT_EQ(lines.front()["kind"], "begun") << got.body;
      ASSERT_EQ(lines.back()["kind"], "answer") << got.body;
      for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
        EXPECT_EQ(lines[i]["kind"], "progress");
        EXPECT_LE(lines[i]["done"], lines[i]["of"]);
      }
      const Json& answer = lines.back();
      const std::string command = lines.front()["command"];
      if (language == languages.front()) {
        Json numbers = Json::parse(printed(command, " --json"));
        Json shown = answer["numbers"];
        for (Json* one : {&numbers, &shown}) one->erase("seconds");
        EXPECT_EQ(shown, numbers) << command;
      }
      const std::string text = without_commands(printed(command, " --lang " + language));
      const auto plain = [](const std::string& words) {
        std::istringstream all(words);
        std::string joined;
        for (std::string word; all >> word;) joined += word + " ";
        return joined;
      };
      for (const char* part : {"said", "notes"}) {
        EXPECT_THAT(answer[part], Not(IsEmpty()));
        for (const Json& line : answer[part])
          EXPECT_THAT(plain(text), HasSubstr(plain(line["text"]))) << language;
      }
      expect_words_of_a_page(answer);
      EXPECT_THAT(answer["table"]["rows"], Not(IsEmpty()));
      for (const Json& row : answer["table"]["rows"]) {
        EXPECT_EQ(row["cells"].size(), answer["table"]["columns"].size());
        EXPECT_THAT(plain(text), HasSubstr(row["cells"].back().get<std::string>()));
      }
    }
  }
};

TEST_F(ServeQuestions, a_search_has_the_answer_of_the_command_that_is_shown) {
  serve();
  expect_repeated("/seek", seek_body("16", "48"));
  Json two = seek_body("20", "40");
  two["variant"] = {{"name", "Typed"},
                    {"text",
                     "doorstroom: 1\nextends: region.yaml\nseed: 7\n"
                     "desks: {youth_team: {staff: 3.6 fte}}\n"}};
  two["question"]["vary"].push_back(
      {{"path", "desks.youth_team.staff"}, {"from", 3}, {"to", 5}, {"step", 0.2}});
  two["question"]["so_that"][0]["indifference"] = "3%";
  two["question"]["at_most"] = 300;
  two["file"] = "typed.yaml";
  ASSERT_EQ(post("/save", two).status, 200);
  expect_repeated("/seek", two, {"nl"});
}

TEST_F(ServeQuestions, mistakes_in_a_form_are_told_in_its_words) {
  serve();
  const auto told = [&](const Json& body) {
    const Json last = post("/seek", body).lines().back();
    EXPECT_EQ(last["kind"], "mistakes") << last;
    const std::string text = last["mistakes"].dump();
    EXPECT_THAT(text, Not(HasSubstr("--")));
    return text;
  };
  EXPECT_THAT(told(seek_body("48", "16")), HasSubstr("oza: places: from 48 no steps of 1"));
  EXPECT_THAT(told(seek_body("few", "16")), HasSubstr("write plain numbers"));
  EXPECT_THAT(
      told(seek_body("16", "48", "6 weeks")),
      AllOf(HasSubstr("oza: entered within 10 weeks: "), HasSubstr("write an amount such as")));
  Json asked = seek_body("16", "48");
  asked["question"]["chance"] = "180%";
  EXPECT_THAT(told(asked), HasSubstr("the share of futures: this is no share"));
  asked = seek_body("16", "48");
  asked["question"]["so_that"][0]["indifference"] = "none";
  EXPECT_THAT(told(asked), HasSubstr("how much of oza: entered within 10 weeks makes"));
  asked = seek_body("16", "48");
  asked["question"]["so_that"].push_back(
      {{"figure", "dropouts_per_year"}, {"relation", "<="}, {"amount", "20"}});
  EXPECT_THAT(told(asked), HasSubstr("of 2 targets, 1 say"));
}

TEST_F(ServeQuestions, what_was_found_is_told_as_settings) {
  serve();
  const Json answer = post("/seek", seek_body("20", "40")).lines().back();
  ASSERT_EQ(answer["kind"], "answer");
  EXPECT_EQ(answer["sets"][0]["path"], "arrangements.oza.places");
  EXPECT_EQ(answer["sets"][0]["value"], std::to_string(answer["numbers"]["answer"].get<int>()));
  EXPECT_EQ(answer["table"]["rows"][0]["sets"][0]["value"], answer["table"]["rows"][0]["label"]);
  EXPECT_EQ(answer["said"][0]["level"], 0);
  EXPECT_EQ(answer["said"][1]["level"], 1);
  const Json none = post("/seek", seek_body("1", "3", "99%")).lines().back();
  EXPECT_TRUE(none["sets"].is_null()) << none;
}

TEST_F(ServeQuestions, bottlenecks_are_those_of_the_command_that_is_shown) {
  serve();
  const Json body{{"variant", {{"name", ""}, {"extends", ""}, {"sets", Json::array()}}},
                  {"figure", "placement_days_mean"},
                  {"replications", 10}};
  expect_repeated("/bottlenecks", body);
  const Json answer = post("/bottlenecks", body).lines().back();
  const Json& first = answer["table"]["rows"][0];
  const Json& number = answer["numbers"]["rows"][0];
  EXPECT_EQ(first["sets"][0]["path"], number["lever"]);
  Json more{{"name", "More"}, {"extends", ""}, {"sets", first["sets"]}};
  EXPECT_THAT(post("/check", {{"variant", more}}).json()["mistakes"], IsEmpty());
}

TEST_F(ServeQuestions, a_form_needs_only_what_the_model_proposes) {
  serve();
  const Json model = get("/model").json();
  const Json& lever = model["seek"]["levers"][0];
  EXPECT_THAT(lever["label"].get<std::string>(), Not(IsEmpty()));
  std::vector<std::string> figures;
  for (const Json& figure : model["seek"]["figures"]) figures.push_back(figure["id"]);
  EXPECT_THAT(figures, Contains(lever["figure"].get<std::string>()));
  Json body = seek_body(lever["from"], lever["to"]);
  body["question"]["vary"][0]["path"] = lever["path"];
  body["question"]["vary"][0]["step"] = lever["step"];
  body["question"]["so_that"][0]["figure"] = lever["figure"];
  EXPECT_EQ(post("/seek", body).lines().back()["kind"], "answer");
  for (const Json& figure : model["bottlenecks"]["figures"]) {
    const Json asked{{"variant", body["variant"]}, {"figure", figure["id"]}, {"replications", 10}};
    EXPECT_EQ(post("/bottlenecks", asked).lines().front()["kind"], "begun") << figure;
  }
}

TEST_F(ServeQuestions, how_little_short_of_a_target_counts_is_known_before_it_is_asked) {
  fs::rename(scratch_ / "region.yaml", scratch_ / "small.yaml");
  scratch_.write("region.yaml", "extends: small.yaml\nheadline: {dropouts_per_year: 3}\n");
  serve();
  const Json model = get("/model").json();
  const Json& figures = model["seek"]["figures"];
  const auto dropouts = std::ranges::find_if(
      figures, [](const Json& figure) { return figure["id"] == "dropouts_per_year"; });
  ASSERT_NE(dropouts, figures.end());
  Json body = seek_body("20", "22");
  body["question"]["so_that"] = {
      {{"figure", "dropouts_per_year"}, {"relation", "<="}, {"amount", "1000"}}};
  EXPECT_THAT(post("/seek", body).lines().back().dump(),
              HasSubstr((*dropouts)["tolerance"].get<std::string>() + " short of it counts"));
  for (const Json& figure : figures)  // of the others it is a share of the target
    EXPECT_EQ(figure["tolerance"].is_null(), figure["id"] != "dropouts_per_year") << figure;
}

TEST_F(ServeQuestions, what_is_no_question_is_told) {
  scratch_.write("5", "swordfish\n");
  serve();
  const auto kind = [&](const char* key, const Json& value) {
    Json body = seek_body("20", "40");
    body["question"][key] = value;
    const HttpAnswer answer = post("/seek", body);
    EXPECT_EQ(answer.body.find("swordfish"), std::string::npos);
    return answer.status == 200 ? answer.lines().back()["kind"].get<std::string>()
                                : std::to_string(answer.status);
  };
  const auto knob = [](const std::string& path, const std::string& from, const std::string& to) {
    return Json::array({{{"path", path}, {"from", from}, {"to", to}}});
  };
  for (const Json& wrong :
       {Json(), Json::array(), Json(3), Json::array({7}), Json::array({Json::object(), {}, {}, {}}),
        knob(std::string(60'000, 'a'), "1", "2"), Json::array({{{"path", {1}}}})})
    EXPECT_EQ(kind("vary", wrong), "400") << wrong.dump().substr(0, 80);
  for (const Json& wrong :
       {knob("arrangements.oza.places", "40", "20"), knob("nowhere.places", "1", "2"),
        knob("arrangements.oza.places", "1..2 --force", "3"), knob("today.file", "5", "5"),
        knob("sources.school.arrivals.file", "5", "5"), knob("**", "1", "2"),
        knob("sources.school.per_year", "1", "2"), knob("", "", "")})
    EXPECT_EQ(kind("vary", wrong), "mistakes") << wrong;
  EXPECT_EQ(kind("so_that", Json::array({{{"figure", "x"}, {"relation", ">="}, {"amount", 1}}})),
            "mistakes");
  EXPECT_EQ(kind("chance", "150%"), "mistakes");
  EXPECT_EQ(kind("minimise", "x"), "mistakes");
  EXPECT_EQ(kind("at_most", 1'000'000), "400");
  EXPECT_EQ(post("/seek", {{"variant", variant("30")}}).status, 400);
  EXPECT_EQ(post("/bottlenecks", {{"variant", variant("30")}, {"replications", 1}}).status, 400);
  EXPECT_EQ(post("/bottlenecks", {{"variant", variant("30")}, {"figure", "nothing"}})
                .lines()
                .back()["kind"],
            "mistakes");
  EXPECT_EQ(post("/bottlenecks", {{"variant", variant("-1")}}).lines().back()["kind"], "mistakes");
}

TEST_F(ServeQuestions, a_search_that_nobody_waits_for_is_killed_with_its_workers) {
  serve();
  Json long_one = seek_body("20", "40", "90%");
  long_one["variant"] = {{"name", "A century"},
                         {"text",
                          "doorstroom: 1\nextends: region.yaml\n"
                          "arrangements: {oza: {places: 30}}\n"}};
  long_one["question"]["chance"] = "50%";
  long_one["question"]["so_that"][0]["indifference"] = "0.01%";
  std::vector<pid_t> below;
  {
    Connection connection(port_);
    connection.send(request_text("POST", "/seek", long_one.dump(), token_line()));
    ASSERT_TRUE(connection.receive_until("\"progress\"")) << connection.received();
    ASSERT_TRUE(running_->wait_until([&] {
      below = processes_below();
      return below.size() >= 3;
    })) << "a zygote, a job and its workers";
    below.erase(below.begin());
  }
  const auto began = steady_clock::now();
  while (std::ranges::any_of(below, is_alive) && steady_clock::now() < began + seconds(20))
    std::this_thread::sleep_for(milliseconds(1));
  const auto took = steady_clock::now() - began;
  EXPECT_LT(took, milliseconds(5000) * slower);  // a few on an idle machine
  RecordProperty("milliseconds", static_cast<int>(took / milliseconds(1)));
  EXPECT_EQ(get("/model").status, 200);
}

}  // namespace
}  // namespace doorstroom::testing
