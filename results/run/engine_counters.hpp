#pragma once
/// Speed and memory of the engine: attributes of /run, which `run --verbose` prints.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "results/file/result_reader.hpp"
#include "results/table/packing.hpp"

namespace doorstroom {

struct EngineCounter {
  /// The kind of number, which decides how it is printed.
  enum class Kind : std::uint8_t { count, seconds, share, bytes };

  std::string attribute;  ///< name in /run
  std::string label;      ///< for printing
  Kind kind = Kind::count;
  std::variant<std::int64_t, double> value;
};

/// @param wall_seconds  of the whole run, reading the scenario included
std::vector<EngineCounter> engine_counters(const Work& work, double wall_seconds);

/// Reads the same numbers from the attributes of a file.
Work work_of(const ResultReader& file);

/// One aligned line each, such as "visits             12,345".
std::string counters_text(const std::vector<EngineCounter>& counters);

}  // namespace doorstroom
