#include "results/answers/answer_blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "results/report/verdict_words.hpp"

namespace doorstroom {

ReportCell AnswerBlocks::number(const LocalizedText& text, double value) const {
  if (std::isnan(value)) return {.text = "-", .value = {}};
  return {.text = localized(text), .value = value};
}

ReportCell AnswerBlocks::share(double value) const {
  return number(percent_words(value), value);
}

ReportTable AnswerBlocks::table(const std::string& what, const LocalizedText& caption,
                                const LocalizedText& corner,
                                const std::vector<LocalizedText>& columns) const {
  ReportTable made;
  made.id = id_ + "-" + what;
  made.caption = localized(caption);
  made.corner = localized(corner);
  for (const LocalizedText& column : columns)
    made.columns.push_back({.label = localized(column), .units = {}});
  return made;
}

IntervalChart AnswerBlocks::chart(const std::string& what, const LocalizedText& title,
                                  const LocalizedText& summary, const LocalizedText& axis) const {
  IntervalChart made;
  made.head = {.id = id_ + "-" + what + "-chart",
               .title = localized(title),
               .summary = localized(summary),
               .unit = localized(axis),
               .source = sources_.chart_source()};
  made.axis = localized(axis);
  return made;
}

std::string kpi_label(const ReportSources& sources, const std::string& kpi) {
  const std::size_t dots = kpi.find("..");
  if (dots == std::string::npos) return sources.label(KpiName::parse(kpi));
  const std::size_t at = kpi.rfind('@', dots);
  if (at == std::string::npos) return kpi;
  const KpiLabels& labels = sources.labels();
  return sources.localized(message("{0}, {1} to {2}",
                                   sources.label(KpiName::parse(kpi.substr(0, at))),
                                   labels.of_year(std::stoi(kpi.substr(at + 1, dots - at - 1))),
                                   labels.of_year(std::stoi(kpi.substr(dots + 2)))));
}

std::string AnswerBlocks::units_of(const std::string& kpi) {
  const std::size_t at = kpi.find('@');
  return std::string(KpiName::parse(kpi.substr(0, at)).definition().units);
}

std::string AnswerBlocks::variant() const {
  if (!file_.has_attribute("variant_name")) return {};
  const std::string name = file_.text("variant_name");
  for (std::size_t i = 0; i < sources_.variants(); ++i)
    if (sources_.results()[i + 1].text("scenario_name") == name) return variant_name(sources_, i);
  return name;
}

double chart_unit(const std::string& units) {
  return units == "day" ? 7 : units == "1" ? 0.01 : 1;
}

LocalizedText chart_unit_words(const std::string& units) {
  if (units == "day") return message("weeks");
  if (units == "1") return message("percentage points");
  if (units == "youth/year") return message("youths a year");
  if (units == "youth") return message("youths");
  if (units.starts_with("EUR")) return message("euro a year");
  return units;
}

LocalizedText percent_words(double share) {
  if (std::isnan(share)) return std::string("-");
  return fmt::format("{:.0f}%", 100 * std::clamp(share, 0.0, 1.0));
}

LocalizedText percent_bounds(double low, double high) {
  if (std::isnan(low) || std::isnan(high)) return std::string("-");
  const LocalizedText least = percent_words(low);
  const LocalizedText most = percent_words(high);
  if (low == high) return least;
  return least == most ? message_in("bounds of a number", "about {0}", least)
                       : message("{0} to {1}", least, most);
}

}  // namespace doorstroom
