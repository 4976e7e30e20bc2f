#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <random>
#include <regex>

#include "tests/results/report/made_report.hpp"

/// Somebody has several reports of one region, each of another start, and looks for numbers in them
/// that tell how many youths were where: any number of the report, less what it tells openly, and
/// any difference of two numbers.

namespace doorstroom {
namespace {

/// Who was there at the start, with small counts.
struct Start {
  int oza = 0;  ///< inside
  int oza_waiting = 0;
  int so = 0;
  int so_waiting = 0;
  int maatwerk = 0;  ///< inside
  int team_waiting = 0;
};

/// Small: who waits at oza, which is full, and who is inside at maatwerk.
Start random_start(int number, std::mt19937& random) {
  const auto between = [&](int low, int high) {
    return std::uniform_int_distribution(low, high)(random);
  };
  return {.oza = between(20, 26),
          .oza_waiting = 1 + number % 4,
          .so = between(20, 36),
          .so_waiting = between(6, 14),
          .maatwerk = 1 + (3 * number + 2) % 4,
          .team_waiting = between(6, 14)};
}

std::string scenario(const Start& start) {
  return fmt::format(R"(
doorstroom: 1
name: A small region
period: {{start: 2026-08-01, years: 3, warm_up: 1 year}}
replications: 6
seed: 7
sources:
  school: {{per_year: 60, to: team}}
desks:
  team:
    staff: 1.5 fte
    hours: 1300 hours per year
    work: {{gamma: {{mean: 20 hours, cv: 0.6}}}}
    routes: {{oza: 60%, so: rest}}
arrangements:
  oza: {{education: part, places: 20, stay: {{exponential: {{mean: 5 months}}}}, routes: {{so: 20%, maatwerk: 10%, out: rest}}}}
  maatwerk: {{education: part, places: unlimited, stay: {{exponential: {{mean: 6 months}}}}, routes: {{out: 100%}}}}
  so: {{education: full, places: 36, stay: {{exponential: {{mean: 6 months}}}}, routes: {{out: 100%}}}}
exits:
  out: {{education: full}}
today:
  oza: {{occupied: {}, waiting: {}, waited: 5 weeks}}
  so: {{occupied: {}, waiting: {}, waited: 5 weeks}}
  maatwerk: {{occupied: {}}}
  team: {{waiting: {}, waited: 2 weeks}}
)",
                     start.oza, start.oza_waiting, start.so, start.so_waiting, start.maatwerk,
                     start.team_waiting);
}

/// All numbers of a report, by where they stand: those of the JSON, and those in its texts.
using Numbers = std::map<std::string, double>;

void add_numbers(const nlohmann::json& json, const std::string& where, Numbers& numbers) {
  if (json.is_number()) {
    numbers[where] = json.get<double>();
  } else if (json.is_string()) {
    static const std::regex number(R"(\d+(\.\d+)?)");
    const auto text = json.get<std::string>();
    int count = 0;
    for (std::sregex_iterator found(text.begin(), text.end(), number), end; found != end; ++found)
      numbers[fmt::format("{} [{}]", where, count++)] = std::stod(found->str());
  } else if (json.is_structured()) {
    for (const auto& [key, value] : json.items()) add_numbers(value, where + "/" + key, numbers);
  }
}

struct Told {
  Start start;
  Numbers numbers;
};

/// Reports of several starts.
std::vector<Told> reports(int small_cells) {
  std::mt19937 random(16);
  std::vector<Told> all;
  constexpr int starts = 8;
  for (int number = 0; number < starts; ++number) {
    Told& told = all.emplace_back();
    told.start = random_start(number, random);
    const made::Reports files;
    const std::string result = files.run("region", scenario(told.start));
    add_numbers(nlohmann::json::parse(report_json(made::report({result}, small_cells))), "",
                told.numbers);
  }
  return all;
}

/// Numbers that stand in all reports.
std::vector<std::string> in_all(const std::vector<Told>& reports) {
  std::vector<std::string> where;
  for (const auto& [place, value] : reports.front().numbers)
    if (std::ranges::all_of(reports,
                            [&](const Told& told) { return told.numbers.contains(place); }))
      where.push_back(place);
  return where;
}

using Count = int (*)(const Start&);

/// What somebody may know: nothing, or the sum with numbers that are told.
const std::vector<std::pair<std::string, Count>> known_parts{
    {"nothing", [](const Start&) { return 0; }},
    {"all inside", [](const Start& start) { return start.oza + start.so; }},
    {"at oza", [](const Start& start) { return start.oza; }},
    {"at the team", [](const Start& start) { return start.team_waiting; }},
    {"all who wait", [](const Start& start) { return start.so_waiting + start.team_waiting; }},
    {"everybody", [](const Start& start) {
       return start.oza + start.so + start.so_waiting + start.team_waiting;
     }}};

/// Places whose number tells the count in every report, to within half a youth.
std::vector<std::string> leaks(const std::vector<Told>& reports, Count hidden) {
  std::vector<std::string> found;
  const std::vector<std::string> places = in_all(reports);
  const auto tells = [&](const auto& value) {
    return std::ranges::all_of(reports, [&](const Told& told) {
      return std::abs(value(told) - hidden(told.start)) < 0.5;
    });
  };
  for (const std::string& place : places)
    for (const auto& [name, known] : known_parts)
      if (tells([&](const Told& told) { return told.numbers.at(place) - known(told.start); }))
        found.push_back(place + " less " + name);
  return found;
}

/// Pairs of which the difference tells it exactly.
std::vector<std::string> pairs(const std::vector<Told>& reports, Count hidden) {
  std::vector<std::string> found;
  const std::vector<std::string> places = in_all(reports);
  std::vector<std::vector<double>> values;  // by place, by report, less the hidden count
  std::multimap<long, std::size_t> by_first;
  const auto key = [](double value) { return std::lround(value * 1e4); };
  for (const std::string& place : places) {
    std::vector<double>& of_place = values.emplace_back();
    for (const Told& told : reports) of_place.push_back(told.numbers.at(place));
    by_first.emplace(key(of_place.front()), values.size() - 1);
  }
  for (std::size_t larger = 0; larger < values.size(); ++larger) {
    const long wanted = key(values[larger].front() - hidden(reports.front().start));
    for (auto [at, end] = by_first.equal_range(wanted); at != end; ++at) {
      bool tells = true;
      for (std::size_t i = 0; i < reports.size() && tells; ++i)
        tells =
            std::abs(values[larger][i] - values[at->second][i] - hidden(reports[i].start)) < 1e-3;
      if (tells) found.push_back(places[larger] + " less " + places[at->second]);
    }
  }
  return found;
}

const std::vector<std::pair<std::string, Count>> hidden_counts{
    {"waiting at oza", [](const Start& start) { return start.oza_waiting; }},
    {"inside at maatwerk", [](const Start& start) { return start.maatwerk; }}};

TEST(Derivation, no_number_of_a_report_tells_a_hidden_count) {
  const std::vector<Told> all = reports(5);
  ASSERT_GT(in_all(all).size(), 100U);
  for (const auto& [name, hidden] : hidden_counts) {
    EXPECT_THAT(leaks(all, hidden), testing::IsEmpty()) << name;
    EXPECT_THAT(pairs(all, hidden), testing::IsEmpty()) << name;
  }
}

TEST(Derivation, finds_the_counts_that_are_told) {
  const std::vector<Told> all = reports(0);
  for (const auto& [name, hidden] : hidden_counts)
    EXPECT_THAT(leaks(all, hidden), testing::Not(testing::IsEmpty())) << name;
}

/// Who was there is who is there later, less who came, and who left: each known to half a step.
TEST(Derivation, balance_of_the_map_leaves_more_than_a_small_count_open) {
  const made::Reports files;
  const Start start{
      .oza = 24, .oza_waiting = 3, .so = 30, .so_waiting = 8, .maatwerk = 2, .team_waiting = 9};
  const Report report = made::report({files.run("region", scenario(start))});
  int maps = 0;
  for (const ReportSection& section : report.sections)
    for (const ReportBlock& block : section.blocks) {
      const auto* const chart = std::get_if<ReportChart>(&block);
      const auto* const map = chart ? std::get_if<MapChart>(&chart->chart) : nullptr;
      if (!map) continue;
      ++maps;
      for (const MapFlow& flow : map->flows) {
        const std::vector<double>& youths = flow.youths.front();
        constexpr double step = 5;  // of a period of 3 years
        EXPECT_EQ(std::remainder(youths[0], step), 0);
        EXPECT_TRUE(std::isnan(youths[1])) << "the first year is told";
      }
    }
  EXPECT_EQ(maps, 1);
}

}  // namespace
}  // namespace doorstroom
