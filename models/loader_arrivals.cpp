#include <algorithm>
#include <filesystem>

#include "models/arrivals_table.hpp"
#include "models/loader.hpp"
#include "models/said.hpp"
#include "models/yaml_text.hpp"

/// Arrivals whose days are known: listed, or in a table beside the scenario.

namespace doorstroom {
namespace {

constexpr std::size_t largest_table = std::size_t{8} << 20;

/// A table is found from the folder of the file that names it, and kept among the documents.
std::vector<Arrival> read_table(const At& at, Loading& loading) {
  std::vector<Document>& documents = loading.scenario.documents;
  const int from = at.mark().file;
  const auto folder = from < 0 ? std::filesystem::path()
                               : std::filesystem::path(documents[from].path).parent_path();
  const std::string path = (folder / at.text()).string();
  auto text = read_small_file(path, largest_table, at.mark(), loading.issues);
  if (!text) return {};
  documents.push_back({path, std::move(*text)});
  return read_arrivals_table(documents.size() - 1, loading);
}

std::vector<Arrival> read_days(const At& at, Loading& loading) {
  std::vector<Arrival> arrivals;
  for (const At& item : at.items())
    if (const auto day = read_date(item)) {
      tell_outside_run(*day, item.mark(), at.path, loading);
      arrivals.push_back({*day, {}, {}, {}});
    }
  if (at.is_list() && at.value->items.empty())
    loading.error(at.mark(), say("{} is an empty list", at.path),
                  "give at least one date, or a number of youths with per_year");
  return arrivals;
}

}  // namespace

std::vector<Arrival> read_arrivals(const At& at, Loading& loading) {
  const At file = at["file"];
  std::vector<Arrival> arrivals = file ? read_table(file, loading) : read_days(at, loading);
  std::ranges::stable_sort(arrivals, {}, &Arrival::day);
  return arrivals;
}

}  // namespace doorstroom
