// The public contract: what files, other programs and people's scripts rely on. See README.md.

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <array>
#include <string_view>
#include <utility>

#include "engine/random.hpp"
#include "models/continuum/decision.hpp"
#include "models/loading/scenario_loader.hpp"
#include "results/file/digest.hpp"
#include "results/rows/kpi_lists.hpp"
#include "tests/frozen/contract.hpp"
#include "tests/frozen/h5_contract.hpp"
#include "tests/frozen/json_contract.hpp"
#include "tests/support/languages.hpp"

namespace doorstroom::frozen {
namespace {

using testing::Ended;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Scratch;
using testing::Words;

void run_everything(const Scratch& scratch) {
  answer(scratch, {"run", everything, "--replications", "2", "-o", "result.h5"});
}

TEST(Frozen, result_file_keeps_its_tables_columns_types_units_and_descriptions) {
  const Scratch scratch;
  run_everything(scratch);
  expect_frozen("result_file.txt", H5Contract(scratch / "result.h5").lines());
}

TEST(Frozen, every_table_of_the_result_file_has_rows) {
  const Scratch scratch;
  run_everything(scratch);
  const H5File file = H5File::open((scratch / "result.h5").string());
  for (const H5Link& table : file.links("/")) {
    if (!file.has_attribute("/" + table.name, "columns")) continue;
    const std::string column = file.attribute("/" + table.name, "columns").texts.at(0);
    EXPECT_GT(file.size("/" + table.name + "/" + column), 0u) << table.name;
  }
}

TEST(Frozen, actions_of_roles_keep_their_names_and_codes) {
  const Scratch scratch;
  run_everything(scratch);
  Lines lines;
  const H5File file = H5File::open((scratch / "result.h5").string());
  for (const auto& [name, code] : file.dataset("/roles/action").names)
    lines.push_back(fmt::format("{} {}", code, name));
  expect_frozen("role_actions.txt", lines);
}

/// Two scenarios that differ in every way that a comparison tells about.
std::string comparison(const Scratch& scratch) {
  scratch.write("more.yaml", "extends: " + everything + R"(
name: More places
set: {arrangements.oza.places: 30}
interventions:
  helper:
    from: 2027-08-01
    effects: {quick: {change: desks.youth_team.work, factor: 0.8}}
)");
  return answer(scratch, {"compare", everything, "more.yaml", "--replications", "3", "--over",
                          "evidence=2", "--inner", "2", "--save", "comparison.h5", "--json"});
}

TEST(Frozen, comparison_keeps_the_keys_of_its_json_and_the_tables_of_its_file) {
  const Scratch scratch;
  JsonContract json;
  json.add(comparison(scratch));
  expect_frozen("comparison_json.txt", json.lines());
  expect_frozen("comparison_file.txt", H5Contract(scratch / "comparison.h5").lines());
}

TEST(Frozen, sweep_keeps_the_keys_of_its_manifest_and_the_tables_of_its_files) {
  const Scratch scratch;
  scratch.write("grid.yaml", "doorstroom: 1\nsweep: places\nbase: " + everything + R"(
vary: {arrangements.oza.places: [16, 24], desks.youth_team.staff: [3 fte]}
replications: 2
)");
  scratch.write("sobol.yaml", "doorstroom: 1\nsweep: until\nbase: " + everything + R"(
vary: {arrangements.oza.places: {from: 16, to: 40}}
design: {sobol: 2}
until: {oza.wait_p90: 3 weeks}
)");
  answer(scratch, {"sweep", "grid.yaml", "-o", "grid"});
  const fs::path task = [&scratch] {
    for (const auto& found : fs::recursive_directory_iterator(scratch / "grid/tasks"))
      if (found.path().extension() == ".h5") return found.path();
    return fs::path();
  }();
  expect_frozen("sweep_file.txt", H5Contract(scratch / "grid/result.h5").lines());
  expect_frozen("sweep_task_file.txt", H5Contract(task).lines());

  JsonContract manifests;
  manifests.add(testing::read_text(scratch / "grid/manifest.json"));
  answer(scratch, {"sweep", "extend", "grid", "--replications", "3"});
  manifests.add(testing::read_text(scratch / "grid/manifest.2.json"));
  answer(scratch, {"sweep", "sobol.yaml", "-o", "sobol", "--no-run"});
  manifests.add(testing::read_text(scratch / "sobol/manifest.json"));
  expect_frozen("sweep_manifest.txt", manifests.lines());
}

TEST(Frozen, export_keeps_its_files_and_the_table_that_explains_the_columns) {
  const Scratch scratch;
  run_everything(scratch);
  answer(scratch, {"export", "result.h5", "--csv", "tables", "--all"});
  Lines lines;
  for (const auto& entry : fs::directory_iterator(scratch / "tables")) {
    const std::string text = testing::read_text(entry.path());
    lines.push_back(entry.path().filename().string() + ": " + text.substr(0, text.find('\r')));
  }
  std::sort(lines.begin(), lines.end());
  expect_frozen("export.txt", lines);
}

TEST(Frozen, key_figures_keep_their_names_units_labels_and_preferred_direction) {
  constexpr std::array directions{"neither", "lower", "higher"};
  constexpr std::array types{"float64", "int32", "int64", "category", "text"};
  const std::pair<const char*, std::span<const KpiDefinition>> lists[] = {
      {"system", system_kpis()},
      {"group", group_kpis()},
      {"waiting", waiting_kpis()},
      {"use", use_kpis()}};
  Lines lines;
  for (const auto& [list, kpis] : lists)
    for (const KpiDefinition& kpi : kpis)
      lines.push_back(fmt::format("{} {} | {} | {} | {}{} | {} | {}", list, kpi.name,
                                  types.at(static_cast<std::size_t>(kpi.type)), kpi.units,
                                  directions.at(static_cast<std::size_t>(kpi.preferred)),
                                  kpi.headline ? ", headline" : "", kpi.label.in(Language::en),
                                  kpi.label.in(language_nl)));
  expect_frozen("key_figures.txt", lines);
}

/// `arrival_gap` of Decision(1), as the compiler names it; nothing for a number without a decision.
template <auto decision>
constexpr std::string_view decision_name() {
  const std::string_view signature = __PRETTY_FUNCTION__;
  const std::size_t from = signature.find("decision = ") + std::string_view("decision = ").size();
  const std::string_view value = signature.substr(from, signature.find_first_of(";]", from) - from);
  return value.front() == '(' ? "" : value.substr(value.rfind(':') + 1);
}

template <std::size_t... numbers>
Lines numbered_decisions(std::index_sequence<numbers...>) {
  const std::string_view names[] = {decision_name<static_cast<Decision>(numbers)>()...};
  Lines lines;
  for (std::size_t number = 0; number < sizeof...(numbers); ++number)
    if (!names[number].empty()) lines.push_back(fmt::format("{} {}", number, names[number]));
  return lines;
}

TEST(Frozen, decisions_keep_their_numbers) {
  const Lines lines = numbered_decisions(std::make_index_sequence<256>());
  EXPECT_THAT(lines, Not(IsEmpty()));
  expect_frozen("decisions.txt", lines);
}

TEST(Frozen, random_numbers_keep_their_scheme_the_hashes_of_ids_and_their_values) {
  Lines lines{fmt::format("random_scheme {}", random_scheme)};
  for (const char* id : {"", "a", "school", "youth_team", "oza", "zoa", "back_at_school",
                         "procesregisseur.casework", "één_loket"})
    lines.push_back(fmt::format("hash32 \"{}\" {:08x}", id, hash32(id)));
  for (const Decision decision : {Decision::arrival_gap, Decision::stay})
    for (const std::uint32_t occasion : {0u, 1u}) {
      const Address address{hash32("school"), 7, hash32("oza"), static_cast<std::uint8_t>(decision),
                            occasion};
      lines.push_back(fmt::format("draw of seed 2026, replication 3, decision {}, occasion {}: {}",
                                  address.decision, occasion, uniform({2026, 3}, address)));
    }
  expect_frozen("random.txt", lines);
}

TEST(Frozen, every_shipped_scenario_keeps_its_canonical_json) {
  Lines lines;
  for (const auto& entry : fs::directory_iterator(testing::scenarios)) {
    if (entry.path().extension() != ".yaml") continue;
    const Scenario scenario = load_scenario(entry.path().string()).scenario;
    lines.push_back(
        fmt::format("{} {}", entry.path().filename().string(), sha256(scenario.resolved)));
  }
  std::sort(lines.begin(), lines.end());
  expect_frozen("resolved_sha256.txt", lines);
}

TEST(Frozen, result_file_holds_the_canonical_json_of_its_scenario_and_the_hash_of_it) {
  const Scratch scratch;
  const std::pair<std::string, std::string> examples[] = {{testing::minimal, "minimal"},
                                                          {everything, "everything"}};
  for (const auto& [scenario, name] : examples) {
    answer(scratch, {"run", scenario, "--replications", "1", "-o", name + ".h5"});
    const H5File file = H5File::open((scratch / (name + ".h5")).string());
    const std::string resolved = file.dataset("/scenario/resolved").texts.at(0);
    EXPECT_EQ(file.attribute("/", "scenario_sha256").texts.at(0), sha256(resolved));
    expect_frozen("resolved_" + name + ".json", resolved);
  }
}

/// Names of commands, arguments and options that the help of a command lists, and of those below.
void add_help(const Scratch& scratch, const Words& command, Lines& lines) {
  std::string name = "doorstroom";
  for (const std::string& word : command) name += " " + word;
  Words words = command;
  words.push_back("--help");
  std::string heading;
  for (const std::string& line : lines_of(answer(scratch, words))) {
    if (!line.empty() && line.front() != ' ') heading = line;
    if (!line.starts_with("  ") || line.starts_with("   ")) continue;
    const std::string word = line.substr(2, line.find(' ', 2) - 2);
    if (heading == "Arguments:") lines.push_back(name + " argument " + word);
    if (heading == "Options:") lines.push_back(name + " option " + word);
    if (heading != "Commands:") continue;
    lines.push_back(name + " command " + word);
    Words below = command;
    below.push_back(word);
    add_help(scratch, below, lines);
  }
}

TEST(Frozen, command_line_keeps_its_commands_arguments_and_options) {
  const Scratch scratch;
  Lines lines;
  add_help(scratch, {}, lines);
  expect_frozen("command_line.txt", lines);
}

TEST(Frozen, exit_codes_stay) {
  const Scratch scratch;
  scratch.write("wrong.yaml", "extends: " + testing::minimal + "\nperiod: {years: -1}\n");
  answer(scratch, {"run", testing::minimal, "--replications", "1", "-o", "one.h5"});
  answer(scratch, {"run", testing::minimal, "--replications", "2", "-o", "two.h5"});
  Lines lines;
  const auto add = [&](const std::string& what, const testing::Launch& launch) {
    lines.push_back(fmt::format("{} {}", testing::doorstroom(launch).code, what));
  };
  const auto add_words = [&](const std::string& what, Words words) {
    add(what, {.words = std::move(words), .folder = scratch.path()});
  };
  add_words("help", {"--help"});
  add_words("version", {"--version"});
  add_words("check: no mistakes", {"check", testing::minimal});
  add_words("same: the same", {"same", "one.h5", "one.h5"});
  add_words("same: not the same", {"same", "one.h5", "two.h5"});
  add("run: no space for the result", {.words = {"run", testing::minimal, "-o", "full.h5"},
                                       .folder = scratch.path(),
                                       .largest_file = 1000});
  add_words("no command", {});
  add_words("no such command", {"jump"});
  add_words("no such option", {"run", testing::minimal, "--no-such-option"});
  add_words("check: mistakes", {"check", "wrong.yaml"});
  add_words("run: mistakes", {"run", "wrong.yaml"});
  add_words("run: no such scenario", {"run", "absent.yaml"});
  add_words("run: the result is there already", {"run", testing::minimal, "-o", "one.h5"});
  add_words("show: no such file", {"show", "absent.h5"});

  testing::Running interrupted(
      {.words = {"run", testing::minimal, "--replications", "1000000", "-o", "long.h5"},
       .folder = scratch.path()});
  ASSERT_TRUE(interrupted.wait_until([&] { return fs::exists(scratch / "long.h5.part"); }));
  interrupted.kill(SIGINT);
  const Ended ended = interrupted.wait();
  EXPECT_FALSE(ended.err.empty()) << "the signal ended it, not the program";
  lines.push_back(fmt::format("{} interrupted", ended.code));
  expect_frozen("exit_codes.txt", lines);
}

}  // namespace
}  // namespace doorstroom::frozen
