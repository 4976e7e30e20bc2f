#pragma once
/// Writes the result file of a run while it runs. The file is written as `NAME.h5.part` and renamed
/// when it is complete and on disk, so a file without `.part` is always complete. A writer that is
/// destroyed before finish() removes its unfinished file.
///
/// Construct the writer before simulating: if the file cannot be written, the constructor throws.
/// The HDF5 library is started when the first row arrives, so workers forked before that start
/// sooner and inherit nothing of it. At most 64 Ki rows of each column are held in memory; longer
/// columns are chunked and deflated, others are contiguous. Two writers cannot write the same file
/// at the same time.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "engine/replication_pool.hpp"
#include "models/scenario/scenario.hpp"
#include "results/file/result_reader.hpp"
#include "results/file/run_facts.hpp"
#include "results/table/packing.hpp"

namespace doorstroom {

class ResultWriter {
 public:
  /// @param path      of the result file; NAME.h5
  /// @param scenario  must outlive the writer
  /// @param force     whether an existing file may be replaced
  /// @param visits    replications of which rows of persons are kept, as the run was asked for them
  /// @throws InputError when the file exists, its folder does not, or another run is writing it
  /// @throws RunError when it cannot be written
  ResultWriter(const std::string& path, const Scenario& scenario, const Provenance& provenance,
               bool force, std::uint32_t visits = 1);
  ~ResultWriter();
  ResultWriter(ResultWriter&&) noexcept;
  ResultWriter& operator=(ResultWriter&&) = delete;

  /// Called with all rows of replication_tables() that are written from now on.
  using RowListener = std::function<void(const TableSpec& table, const TableData& rows)>;
  void set_listener(RowListener listener);

  /// Copies every replication of an earlier result, table by table, some rows at a time, as if they
  /// had just been appended. @pre nothing was appended
  /// @param earlier  of the same scenario, seed and `visits`; may be the file that will be replaced
  /// @throws InputError when it is damaged, or its tables have other columns
  void continue_from(const ResultReader& earlier);

  /// Adds the rows of one replication, as send_tables() packed them, and frees each piece once it
  /// is written. @pre replications come in order
  /// @throws RunError naming the file, when the disk is full
  void append(Pieces packed);

  /// Events, visits, time and memory so far, over all replications; the memory of this process
  /// included, sampled as rows arrive.
  const Work& work() const;

  /// Writes the remaining rows and aggregates, and renames the file. @throws RunError
  void finish(const RunFacts& facts);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace doorstroom
