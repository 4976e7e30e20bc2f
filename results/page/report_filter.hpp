#pragma once
/// Takes out of a finished report what a report keeps to itself, whoever wrote it there.

#include "results/report/privacy.hpp"
#include "results/report/report.hpp"

namespace doorstroom {

/// In all texts: folders and names of users, and numbers of `today`. In charts over time: hidden
/// nodes before the day from which they may be shown. Sliders that move a parameter of `today` make
/// way for a sentence.
void filter(Report& report, const Privacy& privacy);
/// The same of a chart that stands alone.
void filter(Chart& chart, const Privacy& privacy);

}  // namespace doorstroom
