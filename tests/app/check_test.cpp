// `doorstroom check` on files that are wrong in the ways in which files are wrong: every mistake is
// told with its place and what to write instead, and no file makes it hang, crash or use much
// memory.

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <random>

#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// The text without the ends of its lines, wherever they were wrapped.
std::string in_one_line(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) {
    const std::size_t end = text.find_first_not_of(" \n", at);
    text.replace(at, std::min(end, text.size()) - at, " ");
  }
  return text;
}

class Check : public ::testing::Test {
 protected:
  /// minimal.yaml with one text replaced by another, written as `name`.
  std::string changed(const std::string& from, const std::string& to,
                      const std::string& name = "wrong.yaml") const {
    return scratch_.write(name, replaced(read_text(minimal), from, to));
  }
  static std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << "minimal.yaml holds no `" << from << "` any more";
    return text.replace(at, from.size(), to);
  }
  /// Line and column, from 1, at which that text stands in a file.
  std::string place_of(const std::string& file, const std::string& text) const {
    const std::string whole = read_text(scratch_ / file);
    const std::size_t at = whole.find(text);
    EXPECT_NE(at, std::string::npos) << text;
    const std::string before = whole.substr(0, at);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t line_begin = before.rfind('\n') + 1;
    return file + ":" + std::to_string(line) + ":" + std::to_string(at - line_begin + 1) + ": ";
  }

  /// Checks a file in the scratch folder: refused in a short time, with little memory.
  std::string refused(const std::string& name) const {
#ifdef DOORSTROOM_SANITIZE
    const rlim_t memory = RLIM_INFINITY;  // its shadow alone is terabytes
#else
    const rlim_t memory = rlim_t{512} << 20;
#endif
    Running check({.words = {"check", name}, .folder = scratch_.path(), .most_memory = memory});
    const Ended ended = check.wait(seconds(20));
    EXPECT_FALSE(ended.hung) << name;
    EXPECT_LT(ended.cpu, seconds(2) * slower) << name;
    EXPECT_EQ(ended.code, 2) << name << '\n' << ended.err;
    EXPECT_THAT(ended.out, IsEmpty());
    return ended.err;
  }
  /// The same of a mistake at the text `wrong`: the place, the line and the caret under it.
  std::string refused_at(const std::string& wrong, const std::string& name = "wrong.yaml") const {
    const std::string told = refused(name);
    const std::string place = place_of(name, wrong);
    EXPECT_THAT(told, HasSubstr(place));
    const std::size_t caret = told.find("^\n", told.find(place));
    const std::size_t line = told.rfind('\n', told.rfind('\n', caret) - 1) + 1;
    const std::size_t column = caret - told.rfind('\n', caret) - 1;
    EXPECT_EQ(told.substr(line + column, wrong.size()), wrong) << told;
    return told;
  }

  Scratch scratch_;
};

TEST_F(Check, a_misspelt_key_names_the_key_that_was_meant) {
  changed("    places: 24", "    plaecs: 24");
  EXPECT_THAT(refused_at("plaecs"), AllOf(HasSubstr("plaecs is not a known key"),
                                          HasSubstr("\n  did you mean places?\n")));
}

TEST_F(Check, tells_the_load_of_every_desk_and_arrangement_and_what_has_no_evidence) {
  const std::string path = scratch_.write(
      "good.yaml", read_text(minimal) + "evidence: {\"arrangements.**\": {basis: assumed}}\n");
  const Ended check = doorstroom({"check", path});
  ASSERT_EQ(check.code, 0) << check.err;
  // 120 cases of 30 hours, of which 2.4 bounce and take 15 more, of 3.4 x 1300 hours: 82%.
  EXPECT_THAT(check.out, ::testing::ContainsRegex("youth_team +1[0-9][0-9] +[789][0-9]%"));
  EXPECT_THAT(check.out, ::testing::ContainsRegex("home +[0-9]+ +- +-"));
  EXPECT_THAT(check.out, HasSubstr("A short simulation: 5 replications of 5 years."));
  EXPECT_THAT(check.out, HasSubstr("  desks.youth_team.work\n"));
  EXPECT_THAT(check.out, Not(HasSubstr("  arrangements.oza.stay\n")));
  EXPECT_THAT(check.out, Not(HasSubstr("warning")));
}

TEST_F(Check, names_capacity_that_costs_nothing_while_nobody_uses_it) {
  const std::string path = scratch_.write("priced.yaml", R"(doorstroom: 1
period: {start: 2026-08-01, years: 1}
sources:
  school: {per_year: 10, to: wages}
desks:
  wages:
    staff: 1 fte
    hours: 1300 hours per year
    work: 1 hour
    cost: {per_fte: 90000 EUR per year, per_case: 1 EUR}
    routes: {hours: 100%}
  hours:
    staff: 1 fte
    hours: 1300 hours per year
    work: 1 hour
    cost: {per_hour: 85 EUR}
    routes: {delay: 100%}
  delay: {staff: unlimited, takes: 1 week, cost: {per_case: 1 EUR}, routes: {used: 100%}}
arrangements:
  used:
    education: part
    places: 4
    stay: 1 year
    cost: {per_day_used: 60 EUR}
    routes: {kept: 100%}
  kept:
    education: part
    places: 4
    stay: 1 year
    cost: {per_place: 22000 EUR per year}
    routes: {gift: 100%}
  gift: {education: part, places: 4, stay: 1 year, routes: {out: 100%}}
exits:
  out: {education: full}
)");
  const Ended check = doorstroom({"check", path});
  ASSERT_EQ(check.code, 0) << check.err;
  EXPECT_THAT(check.out, AllOf(::testing::ContainsRegex("\n  hours +idle staff are free"),
                               ::testing::ContainsRegex("\n  used +empty places are free"),
                               ::testing::ContainsRegex("\n  gift +all of it is free")));
  EXPECT_THAT(check.out, Not(::testing::ContainsRegex("\n  (wages|delay|kept) +[a-z]")));
  const Ended unpriced = doorstroom(
      {"check", changed("    cost: {per_place: 22000 EUR per year, paid_by: {swv: 60%, gemeente: "
                        "40%}}\n",
                        "", "unpriced.yaml")});
  EXPECT_THAT(unpriced.out, Not(HasSubstr("without a price")));
}

TEST_F(Check, tells_where_parameters_come_from_and_claims_no_more) {
  const Ended check = doorstroom({"check", (scenarios / "holland-rijnland.yaml").string()});
  EXPECT_THAT(check.out,
              ::testing::ContainsRegex("0 entries measured, [0-9]+ derived, [0-9]+ assumed"));
  // Its load is mostly of cases that absence opens: half of it, on paper.
  EXPECT_THAT(check.out, ::testing::ContainsRegex("\nrbl +[0-9]+ +(8[5-9]|9[0-9]|100)%"));
}

TEST_F(Check, warns_of_an_intervention_that_comes_after_the_run) {
  const std::string path =
      scratch_.write("late.yaml", read_text(minimal) +
                                      "interventions:\n  late:\n    from: 2047-04-01\n    effects: "
                                      "{more: {change: arrangements.oza.places, add: 20}}\n");
  const Ended check = doorstroom({"check", path});
  EXPECT_EQ(check.code, 0) << check.err;
  EXPECT_THAT(in_one_line(check.out),
              HasSubstr("warning: interventions.late.from is 2047-04-01, and the period ends"));
}

TEST_F(Check, warns_of_a_list_that_grows_without_end) {
  const Ended check = doorstroom({"check", changed("places: 24", "places: 5", "full.yaml")});
  ASSERT_EQ(check.code, 0) << check.err;
  EXPECT_THAT(check.out, HasSubstr("warning: more is asked of oza than it can give"));
  const Ended patient = doorstroom({"check", changed("places: 24\n", "places: 5\n", "patient.yaml"),
                                    "--set", "arrangements.oza.waiting.leaves_after=1 year",
                                    "--set", "arrangements.oza.waiting.leaves_to=home"});
  ASSERT_EQ(patient.code, 0) << patient.err;
  EXPECT_THAT(patient.out, Not(HasSubstr("warning")));
}

TEST_F(Check, warns_of_arrivals_outside_the_period_and_of_budgets_that_are_too_small) {
  const std::string arrivals = scratch_.write(
      "early.yaml",
      replaced(replaced(read_text(minimal), "    per_year: 120\n    growth: 2% per year\n",
                        "    arrivals: [2022-09-01, 2022-10-01]\n"),
               "    months: {aug: 0.35, sep: 0.85, oct: 1.15, jul: 0.55}", "   "));
  const Ended early = doorstroom({"check", arrivals});
  ASSERT_EQ(early.code, 0) << early.err;
  EXPECT_THAT(in_one_line(early.out),
              HasSubstr("warning: of the 2 arrivals of sources.school none lies in"));
  // 24 places of 22,000 EUR, of which the municipality pays 40%: 211,200 EUR.
  const auto told = [&](const char* amount) {
    const std::string path = scratch_.write(
        "budget.yaml",
        read_text(minimal) + "budgets: {gemeente: {amount: " + amount + " EUR per year}}\n");
    return in_one_line(doorstroom({"check", path}).out);
  };
  EXPECT_THAT(told("211199"), HasSubstr("what is planned costs gemeente 211200 EUR in 2027"));
  EXPECT_THAT(told("211200"), Not(HasSubstr("what is planned costs")));
}

TEST_F(Check, a_target_of_no_key_figure_is_told_at_its_place) {
  scratch_.write("wrong.yaml",
                 read_text(minimal) + "targets: {ozza.asked: {range: [1, 2], basis: assumed}}\n");
  EXPECT_THAT(refused_at("ozza.asked"), HasSubstr("did you mean `oza`?"));
}

/// A figure of a node that is itself a mistake is not told again.
TEST_F(Check, a_wrong_key_figure_is_told_with_all_other_mistakes) {
  scratch_.write("wrong.yaml",
                 replaced(read_text(minimal), "places: 24\n", "places: -4\n") +
                     "targets:\n  dropout_per_year: {range: [1, 2], basis: assumed}\n"
                     "  oza.asked: {range: [1, 2], basis: assumed}\n"
                     "headline: {ozza.entered_within_10w: 5%, oza.wait_p90: 7 days}\n");
  const std::string told = refused("wrong.yaml");
  EXPECT_THAT(told, AllOf(HasSubstr(place_of("wrong.yaml", "-4")),
                          HasSubstr(place_of("wrong.yaml", "dropout_per_year")),
                          HasSubstr("did you mean `dropouts_per_year`?"),
                          HasSubstr(place_of("wrong.yaml", "ozza.entered")),
                          HasSubstr("did you mean `oza`?"),
                          HasSubstr(place_of("wrong.yaml", "oza.wait_p90"))));
  EXPECT_EQ(std::count(told.begin(), told.end(), '^'), 4) << told;
  // That there is no such arrangement was told already.
  scratch_.write("wrong.yaml",
                 replaced(read_text(minimal), "  oza:\n    leads", "  oza: 5\n  oz:\n    leads") +
                     "targets: {oza.asked: {range: [1, 2], basis: assumed}}\n");
  const std::string once = refused("wrong.yaml");
  EXPECT_THAT(once, AllOf(HasSubstr("arrangements.oza is 5"), Not(HasSubstr("targets: `oza"))));
}

TEST_F(Check, a_duplicate_key_names_both_lines) {
  changed("    places: 24\n", "    places: 24\n    places: 25\n");
  EXPECT_THAT(refused("wrong.yaml"),
              AllOf(HasSubstr(place_of("wrong.yaml", "places: 25")), HasSubstr("stands twice"),
                    HasSubstr("it stands on line 34 too")));
}

TEST_F(Check, an_unknown_target_names_the_target_that_was_meant) {
  changed("home: rest", "homme: rest");
  EXPECT_THAT(refused_at("homme"), HasSubstr("did you mean home?"));
}

TEST_F(Check, shares_that_sum_to_97_percent_say_what_lacks) {
  changed("{back_at_school: 70%, zoa: 30%}", "{back_at_school: 70%, zoa: 27%}");
  EXPECT_THAT(refused("wrong.yaml"), AllOf(HasSubstr("sum to 97%"), HasSubstr("add 3%")));
}

TEST_F(Check, quantities_that_make_no_sense_are_each_told_at_their_place) {
  const struct {
    std::string from, to, told;
  } quantities[]{
      {"takes: 2 weeks", "takes: 6 EUR", "a duration is written such as 6 weeks"},
      {"takes: 2 weeks", "takes: 2", "a duration needs a unit"},
      {"takes: 2 weeks", "takes: 2 weken", "did you mean 2 weeks?"},
      {"takes: 2 weeks", "takes: -2 weeks", "use 0 or more"},
      {"staff: 3.4 fte", "staff: 3,4 fte", "write 3.4 fte"},
      {"places: 24", "places: -4", "use 0 or more"},
      {"places: 24", "places: 24.5", "use a whole number, such as 25"},
      {"places: 24", "places: .nan", "places is .nan"},
      {"places: 24", "places: NaN", "places is NaN"},
      {"per_year: 120", "per_year: .inf", "per_year is .inf"},
      {"per_year: 120", "per_year: -.inf", "per_year is -.inf"},
      {"per_year: 120", "per_year: 1e999", "too large"},
      {"median: 11 months", "median: inf months", "median is inf months"},
      {"at_home: 40%", "at_home: 140%", "use 0% to 100%"},
      {"start: 2026-08-01", "start: 2026-02-30", "no such day on the calendar"},
      {"start: 2026-08-01", "start: 01-08-2026", "a date is written as 2026-08-01"},
      {"years: 5", "years: 0", "use 1 to 10000"},
      {"seed: 2026", "seed: -1", "use 0 or more"},
  };
  for (const auto& [from, to, told] : quantities) {
    changed(from, to);
    const std::size_t value = to.find(": ") + 2;
    const std::string key_place = place_of("wrong.yaml", to);
    const std::size_t column = key_place.rfind(':', key_place.size() - 3) + 1;
    const std::string place = key_place.substr(0, column) +
                              std::to_string(std::stoul(key_place.substr(column)) + value) + ": ";
    EXPECT_THAT(refused("wrong.yaml"),
                AllOf(HasSubstr(place), HasSubstr(" is " + to.substr(value) + "\n"),
                      HasSubstr("^\n"), HasSubstr(told)));
  }
}

TEST_F(Check, all_mistakes_are_told_at_once_in_the_order_of_the_file) {
  std::string text = read_text(minimal);
  const std::pair<std::string, std::string> mistakes[]{
      {"start: 2026-08-01", "start: 2026-02-30"},
      {"growth: 2% per year\n    months", "grwth: 2% per year\n    months"},
      {"takes: 2 weeks", "takes: 6 EUR"},
      {"places: 24", "places: -4"},
      {"home: rest", "homme: rest"},
  };
  for (const auto& [from, to] : mistakes) text = replaced(text, from, to);
  scratch_.write("wrong.yaml", text);
  const std::string told = refused("wrong.yaml");
  std::size_t before = 0;
  for (const std::string wrong : {"2026-02-30", "grwth", "6 EUR", "-4", "homme"}) {
    const std::size_t at = told.find(place_of("wrong.yaml", wrong));
    ASSERT_NE(at, std::string::npos) << wrong << '\n' << told;
    EXPECT_GE(at, before);
    before = at;
  }
  const auto carets = std::count(told.begin(), told.end(), '^');
  EXPECT_EQ(carets, 5) << told;
}

TEST_F(Check, a_mistake_in_an_overlay_is_told_in_the_overlay) {
  scratch_.write("base.yaml", read_text(minimal));
  scratch_.write("wrong.yaml", "extends: base.yaml\narrangements:\n  oza: {places: -1}\n");
  EXPECT_THAT(refused_at("-1"), Not(HasSubstr("base.yaml:")));
}

TEST_F(Check, text_that_is_no_yaml_is_told_in_plain_words) {
  const struct {
    std::string from, to, told;
  } broken[]{
      {"    places: 24", "\tplaces: 24", "wrong.yaml:34:1: a tab in the indentation"},
      {"complex: 12%}", "complex: 12%", "wrong.yaml:15:15: a `{` that is not closed"},
      {"name: One", "name: \"One", "wrong.yaml:3:7: a quote that is not closed"},
      {"    takes: 2 weeks", "    takes 2 weeks", "look at the line before, too"},
      {"    takes: 2 weeks", "   takes: 2 weeks", "wrong.yaml:24:4: "},
      {"doorstroom: 1\n", "%YAML 1.2\n---\ndoorstroom: 1\n", "a directive of YAML"},
  };
  for (const auto& [from, to, told] : broken) {
    changed(from, to);
    EXPECT_THAT(refused("wrong.yaml"), HasSubstr(told));
  }
}

TEST_F(Check, lines_may_end_as_on_windows) {
  std::string text;
  for (const char c : read_text(minimal)) text += c == '\n' ? "\r\n" : std::string(1, c);
  scratch_.write("windows.yaml", "\xEF\xBB\xBF" + text);
  const Ended check = doorstroom({"check", (scratch_ / "windows.yaml").string()});
  EXPECT_EQ(check.code, 0) << check.err;
}

TEST_F(Check, what_is_no_file_with_a_scenario_is_refused_by_what_it_is) {
  scratch_.write("empty.yaml", "");
  scratch_.write("comment.yaml", "# nothing yet\n");
  scratch_.write("list.yaml", "- a\n- b\n");
  scratch_.write("prose.yaml", "hello world\n");
  fs::create_directory(scratch_ / "folder.yaml");
  ASSERT_EQ(mkfifo((scratch_ / "pipe.yaml").c_str(), 0600), 0);
  EXPECT_THAT(refused("absent.yaml"), HasSubstr("there is no file `absent.yaml`"));
  EXPECT_THAT(refused(""), HasSubstr("there is no file"));
  EXPECT_THAT(refused("folder.yaml"), HasSubstr("`folder.yaml` is a directory"));
  EXPECT_THAT(refused("pipe.yaml"), HasSubstr("`pipe.yaml` is a pipe"));
  EXPECT_THAT(refused("/dev/zero"), HasSubstr("`/dev/zero` is a device"));
  EXPECT_THAT(refused("/proc/self/mem"), HasSubstr("/proc/self/mem"));
  EXPECT_THAT(refused("empty.yaml"), HasSubstr("empty.yaml:1:1: the file holds nothing"));
  EXPECT_THAT(refused("comment.yaml"), HasSubstr("the file holds nothing"));
  EXPECT_THAT(refused("list.yaml"), HasSubstr("the file holds a list, not keys"));
  EXPECT_THAT(refused("prose.yaml"), HasSubstr("the file holds text, not keys"));
}

TEST_F(Check, a_second_document_is_refused) {
  scratch_.write("wrong.yaml", read_text(minimal) + "\n---\n" + read_text(minimal));
  EXPECT_THAT(refused_at("---"), HasSubstr("a second document begins here"));
}

TEST_F(Check, files_that_extend_each_other_in_a_circle_are_named) {
  scratch_.write("a.yaml", "extends: b.yaml\n");
  scratch_.write("b.yaml", "extends: a.yaml\n");
  scratch_.write("self.yaml", "extends: ./self.yaml\n");
  scratch_.write("lost.yaml", "extends: absent.yaml\n");
  EXPECT_THAT(refused("a.yaml"), HasSubstr("b.yaml:1:10: extends goes round in a circle: a.yaml"));
  EXPECT_THAT(refused("self.yaml"), HasSubstr("self.yaml:1:10: extends goes round in a circle"));
  EXPECT_THAT(refused("lost.yaml"), HasSubstr("lost.yaml:1:10: extends names `absent.yaml`"));
}

TEST_F(Check, a_file_that_is_meant_to_take_forever_is_refused_at_once) {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c <= 'l'; ++c) {
    bomb += std::string{c} + ": &" + c + " [";
    for (int i = 0; i < 9; ++i) bomb += std::string(i > 0 ? ", " : "") + "*" + char(c - 1);
    bomb += "]\n";
  }
  scratch_.write("bomb.yaml", bomb);
  EXPECT_THAT(refused("bomb.yaml"), HasSubstr("anchors (`&`), aliases (`*`)"));
  scratch_.write("itself.yaml", "a: &a {b: *a}\n");
  EXPECT_THAT(refused("itself.yaml"), HasSubstr("itself.yaml:1:"));

  scratch_.write("deep.yaml", "doorstroom: " + std::string(200'000, '['));
  EXPECT_THAT(refused("deep.yaml"), HasSubstr("more than 64 levels deep"));
  std::string stairs = read_text(minimal);
  for (std::size_t i = 0; i < 900; ++i) stairs += std::string(i, ' ') + "a:\n";
  scratch_.write("stairs.yaml", stairs);
  EXPECT_THAT(refused("stairs.yaml"), HasSubstr("more than 64 levels deep"));

  std::string wide = "doorstroom: [";
  while (wide.size() < 1'000'000) wide += "1,";
  scratch_.write("wide.yaml", wide + "1]\n");
  EXPECT_THAT(refused("wide.yaml"), HasSubstr("wide.yaml:1:"));

  std::string keys = "doorstroom: 1\n";
  for (int i = 0; keys.size() < 1'000'000; ++i) keys += "k" + std::to_string(i) + ": 1\n";
  scratch_.write("keys.yaml", keys);
  EXPECT_THAT(refused("keys.yaml"), HasSubstr("keys.yaml:"));
}

TEST_F(Check, a_file_of_50_MB_is_refused_without_being_read) {
  scratch_.write("big.yaml", read_text(minimal));
  fs::resize_file(scratch_ / "big.yaml", 50'000'000);
  EXPECT_THAT(refused("big.yaml"), HasSubstr("`big.yaml` is larger than 1024 KiB"));
}

TEST_F(Check, binary_data_is_told_from_text) {
  std::mt19937 random(1);
  std::string noise;
  for (int i = 0; i < 5000; ++i) noise += static_cast<char>(random());
  scratch_.write("noise.yaml", noise);
  EXPECT_THAT(refused("noise.yaml"), HasSubstr("noise.yaml:1:"));
  scratch_.write("zero.yaml", read_text(minimal) + std::string(3, '\0'));
  EXPECT_THAT(refused("zero.yaml"), HasSubstr("control character U+0000"));
  scratch_.write("word.yaml", "\xFF\xFE" + std::string("d\0o\0", 4));
  EXPECT_THAT(refused("word.yaml"), HasSubstr("UTF-16"));
  fs::copy_file(program, scratch_ / "program.yaml");
  refused("program.yaml");
}

TEST_F(Check, nothing_in_a_message_can_play_tricks_on_a_terminal) {
  changed("    places: 24", "    \"pla\\eces\": 24");
  EXPECT_THAT(refused("wrong.yaml"), Not(HasSubstr("\033")));
}

TEST_F(Check, explain_tells_what_an_overlay_changes_key_by_key) {
  const std::string base = scratch_.write("base.yaml", read_text(minimal));
  const std::string plan = scratch_.write(
      "plan.yaml",
      "doorstroom: 1\nextends: base.yaml\narrangements:\n  oza: {places: 30, cost: ~}\n"
      "exits:\n  other: {education: part}\nclocks:\n  law: {starts: {asks: oza}, stops: {enters: "
      "[oza]}, within: 6 weeks}\n");
  const Ended explained = doorstroom({"check", plan, "--explain"});
  EXPECT_EQ(explained.code, 0) << explained.err;
  EXPECT_THAT(explained.out,
              AllOf(HasSubstr("base.yaml:\n"), HasSubstr("  arrangements.oza.places: 24 -> 30\n"),
                    HasSubstr("  arrangements.oza.cost: {"), HasSubstr(" -> taken away\n"),
                    HasSubstr("  exits.other: new, "), HasSubstr("  clocks.law: new, {"),
                    Not(HasSubstr("zoa"))));
  const Ended set =
      doorstroom({"check", base, "--explain", "--set", "desks.youth_team.staff=4 fte"});
  EXPECT_THAT(set.out, HasSubstr("  desks.youth_team.staff: 3.4 fte -> 4 fte\n"));
  EXPECT_THAT(doorstroom({"check", base, "--explain"}).out, HasSubstr("Nothing is changed in"));
}

}  // namespace
}  // namespace doorstroom::testing
