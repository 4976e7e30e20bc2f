#include "results/run/forecast.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "models/continuum/inflows.hpp"
#include "models/messages/message.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

/// What a worker holds before the first youth comes, and for each who came. Measured: 11 MB; 270
/// bytes a youth in a scenario of one desk and one arrangement, 500 in a region of 25 nodes. A
/// forecast takes less, so that what it refuses would not have fitted.
constexpr double least_per_worker = 8e6;
constexpr double least_per_youth = 200;

constexpr double mega = 1e6;
constexpr double giga = 1e9;
constexpr double kibi = 1024;

struct MemoryUnit {
  std::string_view name;
  double bytes;
};
constexpr std::array memory_units{MemoryUnit{"MB", mega}, MemoryUnit{"GB", giga},
                                  MemoryUnit{"TB", mega* mega}, MemoryUnit{"MiB", kibi* kibi},
                                  MemoryUnit{"GiB", kibi* kibi* kibi}};

}  // namespace

RunForecast forecast(const Scenario& scenario, int workers) {
  const double youths = expected_arrivals(scenario);
  const int busy = std::clamp(workers, 1, static_cast<int>(std::max(1U, scenario.replications)));
  return {.youths = youths,
          .workers = busy,
          .memory = busy * (least_per_worker + youths * least_per_youth)};
}

LocalizedText youths_text(const RunForecast& forecast) {
  return message("about {0} youths arrive in each replication", grouped(forecast.youths, 0));
}

LocalizedText memory_text(double bytes) {
  if (bytes < giga) return message("at least {0} MB", grouped(bytes / mega, 0));
  return message("at least {0} GB", grouped(bytes / giga, 1));
}

void check_fits(const RunForecast& forecast, double most) {
  if (forecast.memory <= most) return;
  throw input_error(message(
      "This run will not fit into memory.\n  {0}; that takes {1} for {2}, and there are {3} GB\n"
      "  look whether per_year and growth are right; or simulate fewer years, or use fewer --jobs",
      youths_text(forecast), memory_text(forecast.memory),
      message_plural("{0} worker", "{0} workers", forecast.workers), grouped(most / giga, 1)));
}

double read_memory(std::string_view text) {
  double number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  std::string_view unit(rest, text.data() + text.size());
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  const auto* const known = std::ranges::find(memory_units, unit, &MemoryUnit::name);
  if (error != std::errc{} || known == memory_units.end() || !(number > 0) ||
      !std::isfinite(number))
    throw input_error(message("\"{0}\" is no amount of memory\n  write it as 4GB or 500MB", text));
  return number * known->bytes;
}

}  // namespace doorstroom
