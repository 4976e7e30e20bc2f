#include "results/run/engine_counters.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

using Kind = EngineCounter::Kind;

EngineCounter whole(std::string attribute, std::string label, std::uint64_t number,
                    Kind kind = Kind::count) {
  return {std::move(attribute), std::move(label), kind, static_cast<std::int64_t>(number)};
}

double ratio(double part, double of) {
  return of > 0 ? part / of : 0;
}

std::string value_text(const EngineCounter& counter) {
  const double value =
      std::visit([](auto number) { return static_cast<double>(number); }, counter.value);
  switch (counter.kind) {
    case Kind::seconds:
      return fmt::format("{:.2f} s", value);
    case Kind::share:
      return fmt::format("{:.1f}%", 100 * value);
    case Kind::bytes:
      return fmt::format("{:.1f} MB", value / 1e6);
    case Kind::count:
      break;
  }
  return grouped(value, 0).in(Language::en);
}

}  // namespace

std::vector<EngineCounter> engine_counters(const Work& work, double wall_seconds) {
  const auto events = static_cast<double>(work.events);
  const auto visits = static_cast<double>(work.visits);
  const ResourceUsage& usage = work.usage;
  return {
      whole("events", "events", work.events),
      whole("visits", "visits", work.visits),
      {"events_per_second", "events per second of the run", Kind::count,
       ratio(events, wall_seconds)},
      {"visits_per_second", "visits per second of the run", Kind::count,
       ratio(visits, wall_seconds)},
      {"simulating_seconds", "time simulating, of all workers together", Kind::seconds,
       usage.simulating_seconds},
      {"events_per_simulating_second", "events per second of simulating", Kind::count,
       ratio(events, usage.simulating_seconds)},
      {"visits_per_simulating_second", "visits per second of simulating", Kind::count,
       ratio(visits, usage.simulating_seconds)},
      {"simgrid_share", "SimGrid's share of the time simulating", Kind::share,
       ratio(usage.simgrid_seconds, usage.simulating_seconds)},
      whole("peak_pending", "events pending at once, at most", work.peak_pending),
      whole("anonymous_memory_bytes", "anonymous memory of the largest process",
            usage.anonymous_bytes, Kind::bytes),
  };
}

Work work_of(const ResultReader& file) {
  const auto count = [&](const char* name) {
    return static_cast<std::uint64_t>(file.integer(name, "/run"));
  };
  const double simulating = file.number("simulating_seconds", "/run");
  return {.events = count("events"),
          .visits = count("visits"),
          .peak_pending = count("peak_pending"),
          .usage = {.simulating_seconds = simulating,
                    .simgrid_seconds = file.number("simgrid_share", "/run") * simulating,
                    .anonymous_bytes = count("anonymous_memory_bytes")}};
}

std::string counters_text(const std::vector<EngineCounter>& counters) {
  std::size_t label_width = 0;
  std::size_t value_width = 0;
  for (const EngineCounter& counter : counters) {
    label_width = std::max(label_width, counter.label.size());
    value_width = std::max(value_width, value_text(counter).size());
  }
  std::string text;
  for (const EngineCounter& counter : counters)
    text += fmt::format("{:<{}}  {:>{}}\n", counter.label, label_width, value_text(counter),
                        value_width);
  return text;
}

}  // namespace doorstroom
