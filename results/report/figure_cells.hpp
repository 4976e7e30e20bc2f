#pragma once
/// Figures as cells of tables and as words in sentences. An interval of 95% is the noise of
/// simulating; with one replication there is none.

#include <string>
#include <string_view>
#include <vector>

#include "models/messages/language.hpp"
#include "models/messages/message.hpp"
#include "results/report/report.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {

/// Words, without a number.
ReportCell word_cell(const LocalizedText& words, Language language);
/// A value as one shows it whose interval is `about`. @param units  of the value in the file
ReportCell value_cell(std::string_view units, double value, const Interval& about,
                      Language language);
/// A value that has no interval.
ReportCell value_cell(std::string_view units, double value, Language language);
/// "12.3 ± 0.4"; its value is the mean.
ReportCell noise_cell(std::string_view units, const Interval& interval, Language language);

/// The interval, as far as a figure of these units can be: a count not below 0, a share not above
/// 1. NaN stays NaN.
Interval cut_off(std::string_view units, Interval interval);
/// "12.3 (95%: 11.8 to 12.9)"; only the value where the noise is smaller than the last decimal, or
/// there is none.
LocalizedText value_with_bounds(std::string_view units, const Interval& interval);

/// Parts of a sentence that may hold commas themselves: "a, 3; b, 2".
LocalizedText between_semicolons(const std::vector<LocalizedText>& parts);

}  // namespace doorstroom
