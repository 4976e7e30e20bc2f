#include <algorithm>
#include <filesystem>

#include "models/fields/arrivals_table.hpp"
#include "models/messages/message.hpp"
#include "models/reading/read_values.hpp"
#include "models/yaml/yaml_text.hpp"

/// Arrivals whose days are known: listed, or in a table.

namespace doorstroom {
namespace {

/// So that the resolved scenario, which holds the table, can be read again.
constexpr std::size_t largest_table = std::size_t{512} << 10;

std::vector<Arrival> read_days(const NodeRef& at, LoadContext& context) {
  std::vector<Arrival> arrivals;
  for (const NodeRef& item : at.items())
    if (const auto day = read_date(item)) {
      report_outside_run(*day, item.location(), at.path, context);
      arrivals.push_back({.day = *day, .age = {}, .severity = {}, .values = {}});
    }
  if (at.is_list() && at.value->items.empty())
    context.error(at.location(), message("{0} is an empty list", at.path),
                  message("give at least one date, or a number of youths with per_year"));
  return arrivals;
}

}  // namespace

void take_in_tables(Value& tree, std::vector<Document>& documents, Issues& issues) {
  const Entry* sources = tree.find("sources");
  if (!sources) return;
  for (const Entry& source : sources->value->entries) {
    const Entry* arrivals = source.value->find("arrivals");
    const Entry* file = arrivals ? arrivals->value->find("file") : nullptr;
    if (!file || !file->value->is_scalar()) continue;
    const SourceLocation location = file->value->location;
    const auto folder = location.file < 0
                            ? std::filesystem::path()
                            : std::filesystem::path(documents[location.file].path).parent_path();
    const std::string path = (folder / file->value->text).string();
    arrivals->value->erase("file");
    const auto text = read_small_file(path, largest_table, location, issues);
    if (!text) continue;
    const SourceLocation begin{static_cast<int>(documents.size()), 1, 1};
    documents.push_back({path, *text});
    arrivals->value->set("table", Value::scalar(*text, begin), location);
  }
}

std::vector<Arrival> read_arrivals(const NodeRef& at, LoadContext& context) {
  const NodeRef table = at["table"];
  std::vector<Arrival> arrivals =
      table ? read_arrivals_table(table, context) : read_days(at, context);
  std::ranges::stable_sort(arrivals, {}, &Arrival::day);
  return arrivals;
}

}  // namespace doorstroom
