#include "results/report/figure_cells.hpp"

#include <algorithm>
#include <cmath>

#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

ReportCell figure_cell(const LocalizedText& text, double value, Language language) {
  ReportCell cell{.text = text.in(language), .value = {}};
  if (std::isfinite(value)) cell.value = value;
  return cell;
}

}  // namespace

ReportCell word_cell(const LocalizedText& words, Language language) {
  return {.text = words.in(language), .value = {}};
}

ReportCell value_cell(std::string_view units, double value, const Interval& about,
                      Language language) {
  return figure_cell(NumberText(units, about).value(value), value, language);
}

ReportCell value_cell(std::string_view units, double value, Language language) {
  return value_cell(units, value, {value, no_number, no_number, 1}, language);
}

ReportCell noise_cell(std::string_view units, const Interval& interval, Language language) {
  return figure_cell(NumberText(units, interval).value_and_noise(interval), interval.mean,
                     language);
}

Interval cut_off(std::string_view units, Interval interval) {
  if (interval.low < 0) interval.low = 0;
  if (units == "1" && interval.high > 1) interval.high = 1;
  return interval;
}

LocalizedText value_with_bounds(std::string_view units, const Interval& interval) {
  const NumberText text(units, interval);
  const Interval shown = cut_off(units, interval);
  const LocalizedText value = text.value(interval.mean);
  if (!std::isfinite(shown.low) || text.shows_alike(shown.low, shown.high)) return value;
  return message("{0} (95%: {1})", value, text.bounds(shown.low, shown.high));
}

LocalizedText between_semicolons(const std::vector<LocalizedText>& parts) {
  LocalizedText all;
  for (const LocalizedText& part : parts) all = all.empty() ? part : all + std::string("; ") + part;
  return all;
}

}  // namespace doorstroom
