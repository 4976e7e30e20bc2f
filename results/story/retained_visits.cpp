#include "results/story/retained_visits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/messages/message.hpp"
#include "results/rows/role_names.hpp"

namespace doorstroom {
namespace {

/// The rows of one replication, which are consecutive.
struct RowSpan {
  std::size_t first = 0;
  std::size_t end = 0;
};

RowSpan rows_of(const Table& table, std::int32_t replication) {
  const std::vector<std::int32_t>& numbers = table.codes("replication");
  const auto [first, end] = std::equal_range(numbers.begin(), numbers.end(), replication);
  return {static_cast<std::size_t>(first - numbers.begin()),
          static_cast<std::size_t>(end - numbers.begin())};
}

[[noreturn]] void refuse_value(const ResultReader& file, const Table& table, const char* column,
                               std::size_t row, const std::string& value) {
  throw input_error(
      message("{0}: row {1} of {2}/{3} holds {4}, which stands for nothing\n  the file is "
              "damaged, or is not of this program; run the scenario again",
              file.path(), row, table.spec.path, column, value));
}

/// A column of moments or lengths of time.
class Times {
 public:
  Times(const ResultReader& file, const Table& table, const char* column)
      : file_(file), table_(table), column_(column), values_(table.numbers(column)) {}

  /// Rounded to a whole number of ticks; NaN means never.
  Instant moment(std::size_t row) const {
    return std::isnan(values_[row]) ? never : Instant{} + Days{length(row)};
  }
  /// In the unit of the column. @throws InputError for what is no length of a life or a run
  double length(std::size_t row) const {
    constexpr double longest = 1e9;
    if (!(std::abs(values_[row]) < longest))
      refuse_value(file_, table_, column_, row, fmt::format("{}", values_[row]));
    return values_[row];
  }

 private:
  const ResultReader& file_;
  const Table& table_;
  const char* column_;
  const std::vector<double>& values_;
};

/// The codes of a column, such as `Codes<NodeId>`. Each must be below `count`, or `none`.
template <class Code>
class Codes {
 public:
  Codes(const ResultReader& file, const Table& table, const char* column, std::size_t count)
      : file_(file), table_(table), column_(column), count_(count), codes_(table.codes(column)) {}

  Code operator[](std::size_t row) const {
    const std::int32_t code = codes_[row];
    if (code < none_code || code >= static_cast<std::int32_t>(count_))
      refuse_value(file_, table_, column_, row, fmt::format("{}", code));
    return Code(code);
  }

 private:
  const ResultReader& file_;
  const Table& table_;
  const char* column_;
  std::size_t count_;
  const std::vector<std::int32_t>& codes_;
};

[[noreturn]] void tell_what_is_kept(const ResultReader& file, const Table& youths,
                                    std::int32_t replication) {
  const std::vector<std::int32_t>& kept = youths.codes("replication");
  if (kept.empty())
    throw input_error(
        message("{0}: no youths are kept in this file\n  run the scenario with --visits 1 to keep "
                "those of the first replication",
                file.path()));
  const LocalizedText which =
      kept.back() == 0 ? message("replication 0") : message("replications 0 to {0}", kept.back());
  const std::int64_t all = file.integer("replications");
  const LocalizedText advice =
      replication < all
          ? message("run the scenario with --visits {0} to keep more", replication + 1)
          : message("the run had {0} of them, counted from 0", all);
  throw input_error(message("{0}: no youths of replication {1} are kept, only those of {2}\n  {3}",
                            file.path(), replication, which, advice));
}

std::vector<YouthRow> youths_of(const ResultReader& file, const Table& table, RowSpan rows,
                                const Scenario& scenario) {
  const Codes<NodeId> source(file, table, "source", scenario.nodes.size());
  const Codes<NodeId> exit(file, table, "exit", scenario.nodes.size());
  const Codes<SeverityId> severity(file, table, "severity", scenario.severities.size());
  std::vector<Codes<ValueId>> attributes;
  for (const Attribute& one : scenario.attributes)
    attributes.emplace_back(file, table, one.id.c_str(), one.values.size());
  const Times arrived(file, table, "arrived");
  const Times age_years(file, table, "age_years");
  const Times exited(file, table, "exited");
  std::vector<YouthRow> youths;
  for (std::size_t row = rows.first; row < rows.end; ++row) {
    const Instant came = arrived.moment(row);
    AttributeValues values;
    for (const AttributeId id : scenario.attributes.ids())
      values.set(id, attributes[id.index()][row]);
    youths.push_back({.source = source[row],
                      .month = table.codes("month")[row],
                      .ordinal = static_cast<std::uint32_t>(table.counts("ordinal")[row]),
                      .exit = exit[row],
                      .arrived = came,
                      .born = came + Days{-age_years.length(row) * days_per_year},
                      .exited = exited.moment(row),
                      .severity = severity[row],
                      .values = values});
  }
  return youths;
}

std::vector<Visit> visits_of(const ResultReader& file, const Table& table, RowSpan rows,
                             const Scenario& scenario, std::size_t youths) {
  const Codes<std::int32_t> youth(file, table, "youth", youths);
  const Codes<NodeId> node(file, table, "node", scenario.nodes.size());
  const Codes<NodeId> left_to(file, table, "left_to", scenario.nodes.size());
  const Codes<SeverityId> severity(file, table, "severity", scenario.severities.size());
  const Codes<std::int32_t> outcome(file, table, "outcome",
                                    static_cast<std::size_t>(Outcome::replaced) + 1);
  const Times asked(file, table, "asked");
  const Times entered(file, table, "entered");
  const Times left(file, table, "left");
  std::vector<Visit> visits;
  for (std::size_t row = rows.first; row < rows.end; ++row)
    visits.push_back({.youth = static_cast<std::uint32_t>(youth[row]),
                      .node = node[row],
                      .left_to = left_to[row],
                      .unit = static_cast<std::int16_t>(table.codes("unit")[row]),
                      .severity = severity[row],
                      .outcome = static_cast<Outcome>(outcome[row]),
                      .beside = table.codes("beside")[row] != 0,
                      .back_at_school = table.codes("back_at_school")[row] != 0,
                      .asked = asked.moment(row),
                      .entered = entered.moment(row),
                      .left = left.moment(row),
                      .absent_days = table.numbers("absent_days")[row]});
  return visits;
}

/// The intervention of a role such as `procesregisseur.casework`.
InterventionId intervention_of(const std::string& role, const Scenario& scenario) {
  const std::string id = role.substr(0, role.rfind('.'));
  return scenario.interventions.find(id, &Intervention::id);
}

std::vector<RoleAction> actions_of(const ResultReader& file, const Table& table, RowSpan rows,
                                   const Scenario& scenario) {
  const std::vector<std::string>& roles = table.spec.columns[table.spec.index_of("role")].names;
  const Codes<std::int32_t> role(file, table, "role", roles.size());
  const Codes<std::int32_t> action(file, table, "action", action_names().size());
  const Codes<NodeId> node(file, table, "node", scenario.nodes.size());
  const Times day(file, table, "day");
  std::vector<RoleAction> actions;
  for (std::size_t row = rows.first; row < rows.end; ++row)
    actions.push_back(
        {.at = day.moment(row),
         .role = intervention_of(roles[static_cast<std::size_t>(role[row])], scenario),
         .what = static_cast<RoleAction::What>(action[row]),
         .node = node[row],
         .amount = table.numbers("amount")[row],
         .hours = table.numbers("hours")[row],
         .because = table.numbers("because")[row]});
  return actions;
}

}  // namespace

RetainedVisits read_retained_visits(ResultReader& file, const Scenario& scenario,
                                    std::int32_t replication) {
  const Table& youths = file.table("/youths");
  const RowSpan rows = rows_of(youths, replication);
  if (rows.first == rows.end) tell_what_is_kept(file, youths, replication);
  RetainedVisits kept;
  kept.replication = replication;
  kept.youths = youths_of(file, youths, rows, scenario);
  const Table& visits = file.table("/visits");
  kept.visits = visits_of(file, visits, rows_of(visits, replication), scenario, kept.youths.size());
  if (file.has_table("/roles")) {
    const Table& roles = file.table("/roles");
    kept.actions = actions_of(file, roles, rows_of(roles, replication), scenario);
  }
  return kept;
}

}  // namespace doorstroom
