#pragma once
/// Lines over time from the weekly census of a result: means over replications, what single futures
/// bring, and the noise of simulating.
///
/// The warm-up is left out, and what comes after the counted period. Up to four years there is a
/// point for every week. Of longer periods there are three in each quarter of a year, the first in
/// every 13th week: more are closer together than a screen can show, and make a page too large to
/// mail.

#include <cstdint>
#include <vector>

#include "results/charts/chart.hpp"
#include "results/file/result_reader.hpp"

namespace doorstroom {

/// Weeks since the start date at which lines have a point, ascending.
/// @param period_days  length of the counted period
std::vector<std::int32_t> drawn_weeks(std::int64_t period_days);

/// What was counted of one thing: by week, by replication.
using CensusCounts = std::vector<std::vector<double>>;

/// Counts of a column of /census, by code of the node; of /census_absent, under 0.
std::vector<CensusCounts> census_counts(const Table& census, const char* column,
                                        const std::vector<std::int32_t>& weeks);

/// Without numbers of the first weeks. @param shown_from_day  NaN before it [day]
void hide_first_weeks(CensusCounts& counts, const std::vector<std::int32_t>& weeks,
                      double shown_from_day);

/// Fills in mean, band, noise and the first future; of a variant, and of a capacity, the mean
/// alone. A single replication has only a mean. Numbers are rounded to what a picture shows: two
/// decimals below 10, one below 100, none from there on.
void fill_in(TimeLine& line, const CensusCounts& counts);

}  // namespace doorstroom
