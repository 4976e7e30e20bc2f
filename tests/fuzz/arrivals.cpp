// Tables of arrivals, as CSV text: read, or refused at the line. What was read, written as a table
// and read again, is the same.

#include "models/fields/arrivals_table.hpp"

#include <fmt/format.h>

#include <cmath>

#include "models/fields/youth_table.hpp"
#include "models/loading/scenario_loader.hpp"
#include "tests/fuzz/answer.hpp"
#include "tests/fuzz/folder.hpp"

namespace doorstroom::fuzz {
namespace {

/// With subregions and an attribute, so that a table may name them.
const Scenario& region() {
  static const Scenario loaded = [] {
    std::string text = read_file(DOORSTROOM_SOURCE_DIR "/scenarios/minimal.yaml");
    text += "\nsubregions: [north, south]\nattributes: {swv: {values: [town, coast]}}\n";
    return load_resolved("region.yaml", text).scenario;
  }();
  return loaded;
}

struct Read {
  std::vector<Arrival> arrivals;
  bool sound = false;
};

/// @param alone  whether the table has a file of its own
Read read(const std::string& table, bool alone) {
  Scenario scenario = region();
  Issues issues;
  const std::set<std::string> reported;
  LoadContext context{scenario, issues, reported};
  context.period_known = true;
  const int file = alone ? static_cast<int>(scenario.documents.size()) : 0;
  if (alone) scenario.documents.push_back({"arrivals.csv", table});
  const auto map = Value::map();
  map->set("table", Value::scalar(table, {file, 1, 1}));
  Read found{read_arrivals({map.get(), "sources.school.arrivals", {}}, context)};
  found.sound = !issues.has_errors();
  tell(issues.report(scenario.documents));
  return found;
}

std::string written(const std::vector<Arrival>& arrivals) {
  const Scenario& scenario = region();
  std::string text = "day,age,severity";
  for (const Attribute& attribute : scenario.attributes) text += "," + attribute.id;
  for (const Arrival& one : arrivals) {
    text += "\n" + to_text(one.day) + ",";
    if (one.age) text += fmt::format("{} days", *one.age);
    text += ",";
    if (one.severity) text += scenario.severities[*one.severity];
    for (const AttributeId id : scenario.attributes.ids()) {
      text += ",";
      if (one.values[id]) text += scenario.attributes[id].values[one.values[id]];
    }
  }
  return text;
}

bool same(const Arrival& a, const Arrival& b) {
  const bool as_old = a.age.has_value() == b.age.has_value() &&
                      (!a.age || std::abs(*a.age - *b.age) <= 1e-9 * std::max(1.0, *a.age));
  return as_old && a.day == b.day && a.severity == b.severity && a.values == b.values;
}

void try_table(const std::string& table) {
  const Read inside = read(table, false);
  const Read found = read(table, true);
  if (!found.sound) return;  // a file of its own is held to the characters of text, too
  DOORSTROOM_EXPECT(inside.sound && std::ranges::equal(found.arrivals, inside.arrivals, same));
  const Read again = read(written(found.arrivals), true);
  DOORSTROOM_EXPECT(again.sound);
  DOORSTROOM_EXPECT(std::ranges::equal(found.arrivals, again.arrivals, same));
}

}  // namespace
}  // namespace doorstroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  doorstroom::fuzz::try_table(doorstroom::fuzz::text_of(data, size));
  return 0;
}
