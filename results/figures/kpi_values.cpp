#include "results/figures/kpi_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/string/join.hpp>
#include <charconv>

#include "models/messages/did_you_mean.hpp"
#include "models/messages/message.hpp"
#include "results/rows/kpi_lists.hpp"

namespace doorstroom {
namespace {

constexpr std::string_view clock_prefix = "clock.";

const KpiDefinition* find_definition(const KpiName& name) {
  if (!name.clock.empty()) return find_kpi(clock_kpis(), name.column);
  if (name.node.empty()) return find_kpi(system_kpis(), name.column);
  const KpiDefinition* waiting = find_kpi(waiting_kpis(), name.column);
  return waiting != nullptr ? waiting : find_kpi(use_kpis(), name.column);
}

LocalizedText suggestion(std::string_view word, const std::vector<std::string>& known) {
  const std::optional<std::string> meant = did_you_mean(word, known);
  return meant ? message("did you mean `{0}`?", *meant)
               : message("known are: {0}", boost::join(known, ", "));
}

std::vector<std::string> names_of(std::span<const KpiDefinition> kpis) {
  std::vector<std::string> names;
  for (const KpiDefinition& kpi : kpis) names.emplace_back(kpi.name);
  return names;
}

std::vector<std::string> known_columns(const KpiName& name) {
  if (!name.clock.empty()) return names_of(clock_kpis());
  if (name.node.empty()) return names_of(system_kpis());
  std::vector<std::string> known = names_of(waiting_kpis());
  const std::vector<std::string> use = names_of(use_kpis());
  known.insert(known.end(), use.begin(), use.end());
  return known;
}

/// What a figure of that name is of.
LocalizedText subject_of(const KpiName& name) {
  if (!name.clock.empty()) return message("a legal clock");
  return name.node.empty() ? message("the whole system") : message("a desk or arrangement");
}

/// The table that holds a figure, and the key columns that select its rows.
struct Place {
  std::string table;
  std::string owner_column{};  ///< "node" or "clock"; empty: a figure of the whole system
  std::string owner{};         ///< the id in that column
  bool has_unit = false;
  bool has_year = false;

  bool has_owner() const { return !owner_column.empty(); }
};

Place place_of(const KpiName& name) {
  if (!name.clock.empty()) return {"/clocks", "clock", name.clock, false, true};
  if (!name.node.empty()) {
    const bool waits = find_kpi(waiting_kpis(), name.column) != nullptr;
    return {waits ? "/waiting" : "/use", "node", name.node, !waits, true};
  }
  if (name.year < 0) return {.table = "/replications"};
  return {.table = "/by_year", .has_year = true};
}

LocalizedText without_owner(const KpiName& name, const std::string& path,
                            const std::vector<std::string>& known) {
  if (!name.clock.empty())
    return message("`{0}`: {1} has no legal clock `{2}`\n  {3}", name.text(), path, name.clock,
                   suggestion(name.clock, known));
  return message("`{0}`: {1} has no desk or arrangement `{2}`\n  {3}", name.text(), path, name.node,
                 suggestion(name.node, known));
}

}  // namespace

KpiName KpiName::parse(const std::string& text) {
  KpiName name;
  std::string_view rest = text;
  if (const std::size_t at = rest.find('@'); at != std::string_view::npos) {
    const std::string_view year = rest.substr(at + 1);
    const auto [end, error] = std::from_chars(year.data(), year.data() + year.size(), name.year);
    if (error != std::errc() || end != year.data() + year.size() || name.year < 0)
      throw input_error(with_advice(
          message("`{0}`: `{1}` is not a year", text, year),
          message(
              "behind @ stands a year since the start date, from 0, as in `dropouts_per_year@3`")));
    rest = rest.substr(0, at);
  }
  const bool is_of_clock = rest.starts_with(clock_prefix);
  if (is_of_clock) rest.remove_prefix(clock_prefix.size());
  if (const std::size_t dot = rest.find('.'); dot != std::string_view::npos) {
    (is_of_clock ? name.clock : name.node) = rest.substr(0, dot);
    rest = rest.substr(dot + 1);
  }
  name.column = rest;
  if (find_definition(name) == nullptr)
    throw input_error(with_advice(
        message("`{0}`: there is no key figure `{1}` of {2}", text, name.column, subject_of(name)),
        suggestion(name.column, known_columns(name))));
  return name;
}

std::string KpiName::text() const {
  const std::string owner = !clock.empty() ? std::string(clock_prefix) + clock + "."
                            : node.empty() ? ""
                                           : node + ".";
  return owner + column + (year < 0 ? std::string() : fmt::format("@{}", year));
}

const KpiDefinition& KpiName::definition() const {
  const KpiDefinition* found = find_definition(*this);
  DOORSTROOM_EXPECT(found != nullptr);
  return *found;
}

int years_of(ResultReader& file) {
  const std::vector<std::int32_t>& years = file.table("/by_year").codes("year");
  constexpr int most = 10'000;  // of any period; a crafted file may hold any number
  return years.empty() ? 0 : 1 + std::clamp(*std::ranges::max_element(years), -1, most - 1);
}

std::string table_of(const KpiName& name) {
  return place_of(name).table;
}

std::vector<double> kpi_values(const Table& table, const KpiName& name) {
  const Place place = place_of(name);
  if (!place.has_year) return table.as_numbers(name.column);

  const std::int32_t owner =
      place.has_owner() ? table.code_of(place.owner_column, place.owner) : none_code;
  const std::int32_t* years = table.codes("year").data();
  const std::int32_t* owners = place.has_owner() ? table.codes(place.owner_column).data() : nullptr;
  const std::int32_t* units = place.has_unit ? table.codes("unit").data() : nullptr;
  std::vector<std::size_t> meant;
  for (std::size_t row = 0; row < table.rows(); ++row)
    if (years[row] == name.year && (owners == nullptr || owners[row] == owner) &&
        (units == nullptr || units[row] == -1))
      meant.push_back(row);
  return table.as_numbers(name.column, meant);
}

std::vector<double> kpi_values(ResultReader& file, const KpiName& name) {
  const Place place = place_of(name);
  const Table& table = file.table(place.table);
  if (name.year >= 0 && name.year >= years_of(file))
    throw input_error(
        message("`{0}`: {1} counts years 0 to {2}", name.text(), file.path(), years_of(file) - 1));
  if (place.has_owner()) {
    const std::int32_t owner = table.code_of(place.owner_column, place.owner);
    const std::vector<std::int32_t>& owners = table.codes(place.owner_column);
    if (owner == none_code ||
        (table.rows() > 0 && std::find(owners.begin(), owners.end(), owner) == owners.end())) {
      std::vector<std::string> known;
      const std::vector<std::string>& names =
          table.spec.columns[table.spec.index_of(place.owner_column)].names;
      for (std::size_t i = 0; i < names.size(); ++i)
        if (std::find(owners.begin(), owners.end(), static_cast<std::int32_t>(i)) != owners.end())
          known.push_back(names[i]);
      throw input_error(without_owner(name, file.path(), known));
    }
  }
  return kpi_values(table, name);
}

std::vector<double> kpi_values(ResultReader& file, const std::string& name) {
  return kpi_values(file, KpiName::parse(name));
}

}  // namespace doorstroom
