// Runs random scenarios by both implementations of the rules, and writes what the result file holds
// of each, for invariants.py: a line of JSON for a scenario.
//
//     random_worlds FROM TO    scenarios FROM to TO - 1
//
// Exit code 1 when the implementations tell different things of one; the line then says what.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <type_traits>
#include <variant>

#include "models/continuum/continuum.hpp"
#include "models/loading/scenario_loader.hpp"
#include "results/rows/replication_rows.hpp"
#include "results/rows/schema.hpp"
#include "tests/reference/agreement.hpp"
#include "tests/support/random_scenario.hpp"

namespace doorstroom {
namespace {

std::string quoted(const std::string& text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '\n')
      json += "\\n";
    else
      json += (c == '"' || c == '\\' ? "\\" : "") + std::string(1, c);
  }
  return json + "\"";
}

template <class Value>
std::string json_of(const Value& value) {
  if constexpr (std::is_same_v<Value, std::string>) {
    return quoted(value);
  } else {
    if constexpr (std::is_floating_point_v<Value>)
      if (!std::isfinite(value)) return "null";
    return fmt::format("{}", value);
  }
}

template <class Values, class Tell>
std::string list_of(const Values& values, Tell tell) {
  std::string json = "[";
  for (const auto& value : values) json += (json.size() > 1 ? "," : "") + tell(value);
  return json + "]";
}

/// {"column": [values], ...}; a category as the index of its name, with the names beside it.
std::string json_of(const TableSpec& spec, const TableData& data) {
  std::string json = "{";
  for (std::size_t i = 0; i < spec.columns.size(); ++i) {
    const ColumnSpec& column = spec.columns[i];
    json += (i > 0 ? "," : "") + quoted(column.name) + ":";
    json += std::visit(
        [](const auto& values) {
          return list_of(values, [](const auto& value) { return json_of(value); });
        },
        data.columns[i]);
    if (column.type == ColumnType::category)
      json += "," + quoted(column.name + ".names") + ":" + list_of(column.names, quoted);
  }
  return json + "}";
}

/// The places of an arrangement as [[day, places], ...], each up to the next; null: without limit.
std::string places_of(const Scenario& scenario, const Node& node) {
  if (node.kind != NodeKind::arrangement || is_unlimited(scenario, node)) return "null";
  const Number& places = scenario.arrangements[node.index].places;
  std::string json = "[";
  std::int64_t before = -1;
  for (std::int64_t day = scenario.period.first_day(); day < scenario.period.horizon_day(); ++day) {
    const double exact = places.at(scenario.period, {Instant::at_day(day)});
    const auto now = static_cast<std::int64_t>(std::floor(exact + 1e-9));
    if (now == before) continue;
    json += fmt::format("{}[{},{}]", before < 0 ? "" : ",", day, now);
    before = now;
  }
  return json + "]";
}

constexpr const char* wanted[] = {"/youths",        "/visits",  "/waiting", "/flows", "/balance",
                                  "/balance_nodes", "/by_year", "/census",  "/roles"};

std::string told(std::uint64_t number, const Scenario& scenario, const Records& records) {
  std::string json =
      fmt::format("{{\"number\":{},\"first_day\":{},\"horizon\":{},\"years\":[", number,
                  scenario.period.first_day(), scenario.period.horizon_day());
  for (const Instant edge : scenario.period.year_edges())
    json += fmt::format("{}{}", json.ends_with('[') ? "" : ",", edge.days());
  json += "],\"places\":{";
  bool first = true;
  for (const Node& node : scenario.nodes) {
    if (!has_list(node)) continue;
    json += (first ? "" : ",") + quoted(node.id) + ":" + places_of(scenario, node);
    first = false;
  }
  json += "},\"tables\":{";
  const std::vector<TableSpec> specs = replication_tables(scenario);
  const ReplicationRows rows = rows_of(scenario, 1, records, true);
  first = true;
  for (std::size_t i = 0; i < specs.size(); ++i)
    for (const char* path : wanted)
      if (specs[i].path == path) {
        json += (first ? "" : ",") + quoted(path) + ":" + json_of(specs[i], rows.tables[i]);
        first = false;
      }
  return json + "},\"scenario\":" + scenario.resolved + "}";
}

bool run(std::uint64_t number) {
  const std::string text = random_scenario(number);
  const Scenario scenario = load_resolved("random.yaml", text).scenario;
  const Records records = simulate(scenario, 1, true);
  const std::string differing =
      reference::disagreements(scenario, records, reference::simulate(scenario, 1));
  std::string line = told(number, scenario, records);
  if (!differing.empty())
    line = fmt::format("{{\"number\":{},\"differing\":{}}}", number, quoted(differing + text));
  std::ranges::replace(line, '\n', ' ');
  std::puts(line.c_str());
  return differing.empty();
}

}  // namespace
}  // namespace doorstroom

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  bool agree = true;
  for (auto number = std::strtoull(argv[1], nullptr, 10);
       number < std::strtoull(argv[2], nullptr, 10); ++number) {
    try {
      agree = doorstroom::run(number) && agree;
    } catch (const doorstroom::RunError& error) {
      // The rules end a run in which a youth moves without end; the scenarios hold such a cycle at
      // times.
      const std::string why = error.what();
      if (why.find("times without time passing") == std::string::npos) {
        std::fprintf(stderr, "scenario %llu: %s\n", number, error.what());
        return 1;
      }
      std::printf("{\"number\":%llu,\"endless\":true}\n", number);
    } catch (const std::exception& error) {
      std::fprintf(stderr, "scenario %llu: %s\n", number, error.what());
      return 1;
    }
  }
  return agree ? 0 : 1;
}
