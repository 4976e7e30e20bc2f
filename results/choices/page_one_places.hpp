#pragma once
/// Places, as page one tells of them: how many in all, and what an option changes.

#include <optional>

#include "results/file/result_reader.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// Places of all arrangements where they are limited, on average.
/// @param year  from 0; -1: all years
double places_in_all(ResultReader& file, int year);

/// "226", and where it is fewer than 20 and no whole number "12.5".
LocalizedText places_text(double places);

/// What an option changes in places, as it is in the last year: "20 more, OZA". What is undone by
/// then is told as it is on average. None: nothing is changed.
/// @param labels  of the option
/// @param years   in the period
std::optional<LocalizedText> changes_in_places(ResultReader& base, ResultReader& option,
                                               const KpiLabels& labels, int years,
                                               Language language);

}  // namespace doorstroom
