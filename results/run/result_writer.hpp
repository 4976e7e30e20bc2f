#pragma once
/// Writes the result file of one run, while it runs. It is written as `NAME.h5.part`, and gets its
/// name only when it is whole and on disk: a file without `.part` is always a whole file. A writer
/// that goes before finish() takes its unfinished file with it.
///
/// Make the writer before simulating: what stands in the way of the file is told then. The HDF5
/// library is not touched before there is something to write, so workers that are forked meanwhile
/// begin sooner and inherit nothing of it. Rows stream:
/// of each column at most 64 Ki rows are held; longer columns are chunked and deflated, others are
/// contiguous. Two writers cannot write one name at the same time.

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

  /// Who hears of all rows of replication_tables() that go into the file, from now on.
  using Hear = std::function<void(const TableSpec& table, const TableData& rows)>;
  void tell(Hear hear);

  /// Takes over every replication of a result, table by table, some rows at a time, as if they had
  /// just been appended: what follows comes to the same file as a run that began with them. Before
  /// any append().
  /// @param earlier  of the same scenario, seed and `visits`; may be the file that is to be
  /// replaced
  /// @throws InputError when it is damaged, or its tables are others than those written here
  void go_on_from(const ResultReader& earlier);

  /// Adds the rows of one replication, as send_tables() packed them, and lets go of each piece once
  /// it is written. @pre in order of replications
  /// @throws RunError naming the file, when the disk is full
  void append(Pieces packed);

  /// What was done so far, over all replications. The memory is also that of this process, as rows
  /// come in.
  const Work& work() const;

  /// Writes what is left, and gives the file its name. @throws RunError
  void finish(const RunFacts& facts);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace doorstroom
