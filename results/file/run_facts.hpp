#pragma once
/// What a run says of itself: which program made it, when, where and in what time.

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

/// What depends on the moment and the machine: the attributes of /run, and nothing else of the
/// file.
struct RunFacts {
  std::string started;  ///< UTC, as 2026-08-01T09:30:00Z
  std::string ended;
  double wall_seconds = 0;  ///< that running took, without the time between a run and its extension
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

/// Takes down the facts of a run, which begins when this is made.
class RunNotes {
 public:
  explicit RunNotes(const Program& program);

  /// The run goes on where another ended: it began then, and took its time as well.
  void go_on_from(const RunFacts& earlier);
  /// Rows have come: the moment at which this process holds most.
  void look_at_memory();
  /// From the beginning until now.
  RunFacts facts(int workers) const;

 private:
  std::chrono::steady_clock::time_point start_;
  double earlier_seconds_ = 0;
  RunFacts facts_;
};

}  // namespace doorstroom
