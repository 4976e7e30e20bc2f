#include "results/text/unfunded_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "models/messages/month_names.hpp"
#include "models/reading/quantity.hpp"
#include "models/scenario/label.hpp"
#include "models/scenario/period.hpp"
#include "results/figures/kpi_values.hpp"

namespace doorstroom {
namespace {

constexpr const char* table_path = "/unfunded";

/// The days on which a node closed, one for each calendar year of a replication.
using DaysByNode = std::map<std::int32_t, std::vector<double>>;

Date start_of(const ResultReader& file) {
  const auto start = read_date(file.text("start_date")).value;
  if (!start) throw input_error(message("{0}: its start date is no date", file.path()));
  return *start;
}

/// The calendar month in which half of the closures have begun [from 1].
unsigned usual_month(const std::vector<double>& days, Date start) {
  std::vector<unsigned> months;
  for (const double day : days) {
    const std::chrono::year_month_day date{
        start + std::chrono::days(static_cast<std::int64_t>(std::floor(day)))};
    months.push_back(static_cast<unsigned>(date.month()));
  }
  std::ranges::sort(months);
  return months[(months.size() - 1) / 2];
}

/// 9, or 8.7 when it differs between replications.
std::string mean_text(double mean) {
  return std::abs(mean - std::round(mean)) < 1e-9 ? fmt::format("{:.0f}", mean)
                                                  : fmt::format("{:.1f}", mean);
}

}  // namespace

LocalizedText unfunded_text(ResultReader& file, Language language) {
  if (!file.has_table(table_path)) return {};
  const Table& table = file.table(table_path);
  if (table.rows() == 0) return {};
  DaysByNode closures;
  for (std::size_t row = 0; row < table.rows(); ++row)
    closures[table.codes("node")[row]].push_back(table.numbers("closed_from")[row]);
  const Date start = start_of(file);
  const auto calendar_years = [&] {
    const std::chrono::year_month_day first{start};
    const std::chrono::year_month_day end = first + std::chrono::years(years_of(file));
    const bool begins_anew =
        first.month() == std::chrono::January && first.day() == std::chrono::day(1);
    return (end.year() - first.year()).count() + (begins_anew ? 0 : 1);
  }();
  const auto replications = static_cast<double>(file.integer("replications"));
  LocalizedText text = message("\nClosed for lack of money\n");
  const Table& nodes = file.table("/nodes");
  for (const auto& [node, days] : closures) {
    const auto row = static_cast<std::size_t>(node);
    const Label label{nodes.texts("label_nl")[row], nodes.texts("label_en")[row]};
    text += message("  {0}: from {1} in {2} of {3} calendar years\n",
                    name_in(language, label, nodes.texts("id")[row]),
                    month_names.at(usual_month(days, start) - 1),
                    mean_text(static_cast<double>(days.size()) / replications), calendar_years);
  }
  return text;
}

}  // namespace doorstroom
