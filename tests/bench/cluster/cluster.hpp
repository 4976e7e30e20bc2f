#pragma once
/// A sweep on a cluster, as far as its time goes: when would it be done?
///
/// A controller launches jobs one after another, each on a core that is free, and takes a moment
/// for each; that is what Slurm does with an array. A job reads what is to be done, then does its
/// tasks in turn: it computes, and writes a file to the server that all nodes share. When the last
/// job has ended, one more job reads all files and puts them together.
///
/// What one may argue about: the server does one file after another as they come, first its names
/// (look up, create, lock, sync, rename), then its bytes, while the names of the next are done. A
/// job holds one core, runs take equally long, and nothing fails. The network between nodes and
/// server is the latency of a file, and otherwise never the narrowest place: files are small.

#include <cstdint>

namespace doorstroom::bench {

struct FileServer {
  double operations_per_second = 0;  ///< on names, > 0
  double bytes_per_second = 0;       ///< > 0, reading and writing each
  double latency_seconds = 0;        ///< of all round trips for a file
};

struct Cluster {
  std::uint32_t nodes = 1;
  std::uint32_t cores = 1;     ///< of a node that do jobs
  double jobs_per_second = 1;  ///< that the controller launches
  FileServer server;
};

/// What is to be done, and what its parts cost on one core and beside no one else.
struct SweepWork {
  std::uint64_t runs = 0;           ///< replications, of all points
  std::uint32_t runs_per_task = 1;  ///< a task writes one file
  std::uint64_t jobs = 1;           ///< tasks are dealt out evenly
  double run_seconds = 0;
  double task_seconds = 0;   ///< beyond its runs and its file: the scenario made
  double job_seconds = 0;    ///< from its start to its first task: the manifest read
  double merge_seconds = 0;  ///< per file
  double file_bytes = 0;
  double file_operations = 0;  ///< on names, to write a file
  double read_operations = 0;  ///< the same, to read it

  std::uint64_t files() const { return (runs + runs_per_task - 1) / runs_per_task; }
};

/// Seconds since the first job was submitted.
struct SweepTimes {
  double launched = 0;  ///< the last job started
  double computed = 0;  ///< the last job ended
  double merged = 0;    ///< all is done
};

/// @pre every job has a task: jobs <= files
SweepTimes simulate_cluster(const Cluster& cluster, const SweepWork& work);

/// What nobody can beat, place by place: each alone, if all others took no time.
struct Bounds {
  double launching = 0;
  double computing = 0;
  double serving = 0;  ///< files written
  double merging = 0;

  /// The largest: where the sweep is held up.
  const char* narrowest() const;
};
Bounds bounds_of(const Cluster& cluster, const SweepWork& work);

}  // namespace doorstroom::bench
