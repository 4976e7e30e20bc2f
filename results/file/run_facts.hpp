#pragma once
/// Facts about a run: which program made it, when, where and in how much time.

#include <chrono>
#include <cstdint>
#include <string>

namespace doorstroom {

/// The program that made the file.
struct Provenance {
  std::string program_version;
  std::string git_commit;

  friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// What depends on the moment and the machine: the attributes of /run.
struct RunFacts {
  std::string started;  ///< UTC, as 2026-08-01T09:30:00Z
  std::string ended;
  double wall_seconds = 0;        ///< without the time between a run and its extension [s]
  double collecting_seconds = 0;  ///< processor time of the thread that collects and writes [s]
  std::uint64_t peak_memory_bytes = 0;
  std::uint64_t anonymous_bytes = 0;  ///< memory of the process that writes, as rows came in
  int workers = 1;
  std::string host;
  std::string compiler;
  std::string library_versions;  ///< "SimGrid 3.32, yaml-cpp 0.7.0"; HDF5 is added here
};

/// Now in UTC, as 2026-08-01T09:30:00Z.
std::string utc_now();

/// The program as it was built.
struct Program {
  Provenance provenance;
  std::string compiler;          ///< "GCC 12.2.0"
  std::string library_versions;  ///< as in RunFacts
};

/// Collects the facts of a run, which begins when this object is constructed.
class RunNotes {
 public:
  explicit RunNotes(const Program& program);

  /// Makes this run the continuation of an earlier one: takes its start, and adds its time.
  void continue_from(const RunFacts& earlier);
  /// Samples the memory of this process; call it when rows have arrived, when it holds most.
  void sample_memory();
  /// The facts from the start until now.
  RunFacts facts(int workers) const;

 private:
  std::chrono::steady_clock::time_point start_;
  double collecting_since_;  ///< processor time of this process when the run began [s]
  double earlier_seconds_ = 0;
  RunFacts facts_;
};

}  // namespace doorstroom
