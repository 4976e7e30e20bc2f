#pragma once
/// How fast the engine was and what it held: attributes of /run, and what `run --verbose` tells.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "results/file/result_reader.hpp"
#include "results/table/packing.hpp"

namespace doorstroom {

struct EngineCounter {
  /// What kind of number it is, so how people write it.
  enum class Kind : std::uint8_t { count, seconds, share, bytes };

  std::string attribute;  ///< name in /run
  std::string label;      ///< in plain words
  Kind kind = Kind::count;
  std::variant<std::int64_t, double> value;
};

/// @param wall_seconds  of the whole run, from reading the scenario on
std::vector<EngineCounter> engine_counters(const Work& work, double wall_seconds);

/// The same read back from the attributes of a file.
Work work_of(const ResultReader& file);

/// One aligned line each, such as "visits             12,345".
std::string counters_text(const std::vector<EngineCounter>& counters);

}  // namespace doorstroom
