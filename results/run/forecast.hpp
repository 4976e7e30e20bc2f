#pragma once
/// What a run will at least take, told before it begins, so that one that cannot end well does not
/// begin: from the rates of the sources, not from a simulation.

#include <string_view>

#include "models/messages/message.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

struct RunForecast {
  double youths = 0;  ///< who arrive in a replication, as a mean
  int workers = 1;
  double memory = 0;  ///< of all workers together, at least [byte]
};

/// @param workers  worker processes, >= 1
RunForecast forecast(const Scenario& scenario, int workers);

/// "about 41,000 youths arrive in each replication"
LocalizedText youths_text(const RunForecast& forecast);
/// "at least 20 MB"; "at least 40.2 GB"
LocalizedText memory_text(double bytes);

/// @param most  that it may take [byte]
/// @throws InputError when it will not fit, with what would make it fit
void check_fits(const RunForecast& forecast, double most);

/// "4 GB", "512MB", "1.5 GiB" as bytes. @throws InputError for other texts
double read_memory(std::string_view text);

}  // namespace doorstroom
