#include "results/run/result_writer.hpp"

#include <filesystem>

#include "engine/random.hpp"
#include "results/figures/aggregates.hpp"
#include "results/file/digest.hpp"
#include "results/file/h5_file.hpp"
#include "results/file/output_file.hpp"
#include "results/file/result_format.hpp"
#include "results/file/table_stream.hpp"
#include "results/rows/schema.hpp"
#include "results/run/earlier_rows.hpp"
#include "results/run/engine_counters.hpp"
#include "results/table/column.hpp"

namespace doorstroom {
namespace {

/// The path of a document relative to the folder of the scenario, so that results do not depend on
/// the working directory. `--set`, which is no file, keeps its name.
std::string name_within(const std::filesystem::path& folder, const Document& document) {
  const std::string path = std::filesystem::path(document.path).lexically_normal().string();
  const std::filesystem::path within =
      std::filesystem::path(path).lexically_relative(folder.lexically_normal());
  return folder.empty() || within.empty() || document.path == "--set" ? path : within.string();
}

void write_scenario(H5File& file, const Scenario& scenario) {
  const std::filesystem::path folder =
      scenario.documents.empty()
          ? std::filesystem::path()
          : std::filesystem::path(scenario.documents.front().path).parent_path();
  std::vector<std::string> paths;
  std::vector<std::string> sources;
  for (const Document& document : scenario.documents) {
    paths.push_back(name_within(folder, document));
    sources.push_back(document.text);
  }
  file.make_group("/scenario");
  file.write_column(
      "/scenario",
      column::text(
          "path",
          translatable("Names of the files read, the scenario itself first, seen from its folder")),
      paths);
  file.write_column(
      "/scenario", column::text("source", translatable("These files as they were given")), sources);
  file.write_text("/scenario/resolved", scenario.resolved);
}

/// The open file, and its tables to which replications add rows.
struct OpenFile {
  H5File file;
  std::vector<TableStream> tables;
};

/// Creates the file and writes everything that does not depend on replications.
/// @param tables  to which replications will add rows
std::unique_ptr<OpenFile> create_file(const OutputFile& out, const Scenario& scenario,
                                      const Provenance& provenance, std::uint32_t visits,
                                      const std::vector<TableSpec>& tables) {
  auto created = std::make_unique<OpenFile>(OpenFile{H5File::create(out), {}});
  H5File& file = created->file;
  file.set_attribute("/", "format", std::string(run_format.name));
  file.set_attribute("/", "format_version", run_format.version);
  file.set_attribute("/", "program_version", provenance.program_version);
  file.set_attribute("/", "git_commit", provenance.git_commit);
  file.set_attribute("/", "scenario_name", scenario.name);
  file.set_attribute("/", "scenario_sha256", sha256(scenario.resolved));
  file.set_attribute("/", "seed", std::int64_t{scenario.seed});
  file.set_attribute("/", "kept_replications", std::int64_t{visits});
  file.set_attribute("/", "start_date", to_text(scenario.period.start()));
  file.set_attribute("/", "period_days", scenario.period.end_day());
  file.set_attribute("/", "horizon_days", scenario.period.horizon_day());
  file.set_attribute("/", "random_scheme", std::string(random_scheme));
  write_scenario(file, scenario);

  write_table(file, {node_table(scenario), node_rows(scenario)});
  for (const TableSpec& table : tables) created->tables.emplace_back(file, table);
  return created;
}

}  // namespace

struct ResultWriter::State {
  const Scenario& scenario;
  Provenance provenance;
  std::uint32_t visits;
  std::vector<TableSpec> specs;
  OutputFile part;  // before `file`, so that it is destroyed after the file in it is closed
  std::unique_ptr<OpenFile> file;  ///< null until the first row arrives
  Aggregates aggregates;
  ResultWriter::RowListener listener;
  Work work;
  std::int64_t replications = 0;
  std::uint32_t next = 0;  ///< lowest number of the next replication

  State(const std::string& path, const Scenario& of, Provenance made_by, bool force,
        std::uint32_t kept)
      : scenario(of),
        provenance(std::move(made_by)),
        visits(kept),
        specs(replication_tables(of)),
        part(path, force),
        aggregates(of) {}

  OpenFile& open() {
    if (!file) file = create_file(part, scenario, provenance, visits, specs);
    return *file;
  }

  /// Adds rows to the file, and to everything that is computed from rows.
  void add(std::size_t table, const TableData& rows) {
    std::vector<TableStream>& tables = open().tables;
    if (table < tables.size()) {
      tables[table].append(rows);
      aggregates.add(specs[table], rows);
      if (listener) listener(specs[table], rows);
    } else {
      aggregates.add_curves(table - tables.size(), rows);
    }
  }
};

ResultWriter::ResultWriter(const std::string& path, const Scenario& scenario,
                           const Provenance& provenance, bool force, std::uint32_t visits)
    : state_(std::make_unique<State>(path, scenario, provenance, force, visits)) {}

ResultWriter::~ResultWriter() = default;
ResultWriter::ResultWriter(ResultWriter&&) noexcept = default;

void ResultWriter::set_listener(RowListener listener) {
  state_->listener = std::move(listener);
}

void ResultWriter::continue_from(const ResultReader& earlier) {
  DOORSTROOM_EXPECT(state_->next == 0);
  for (std::size_t table = 0; table < state_->specs.size(); ++table) {
    EarlierRows rows(earlier, state_->specs[table]);
    while (rows.has_more()) state_->add(table, rows.next());
  }
  state_->aggregates.continue_from(earlier);
  state_->replications = earlier.integer("replications");
  state_->next = static_cast<std::uint32_t>(state_->replications);
  state_->work += work_of(earlier);
}

void ResultWriter::append(Pieces packed) {
  Unpacker rows(std::move(packed));
  DOORSTROOM_EXPECT(rows.replication() >= state_->next);
  state_->open();
  while (rows.has_more()) {
    const RowBlock block = rows.next();
    state_->add(block.table, block.rows);
  }
  state_->next = rows.replication() + 1;
  state_->replications += 1;
  state_->work += rows.work();
}

const Work& ResultWriter::work() const {
  return state_->work;
}

void ResultWriter::finish(const RunFacts& facts) {
  state_->work.usage += {.anonymous_bytes = facts.anonymous_bytes};
  auto& [file, tables] = state_->open();
  for (TableStream& table : tables) table.finish();
  tables.clear();
  state_->aggregates.write(file);
  file.set_attribute("/", "replications", state_->replications);

  file.make_group("/run");
  file.set_attribute("/run", "started", facts.started);
  file.set_attribute("/run", "ended", facts.ended);
  file.set_attribute("/run", "wall_seconds", facts.wall_seconds);
  file.set_attribute("/run", "collecting_seconds", facts.collecting_seconds);
  for (const EngineCounter& counter : engine_counters(state_->work, facts.wall_seconds))
    std::visit([&](auto value) { file.set_attribute("/run", counter.attribute, value); },
               counter.value);
  file.set_attribute("/run", "peak_memory_bytes",
                     static_cast<std::int64_t>(facts.peak_memory_bytes));
  file.set_attribute("/run", "workers", std::int64_t{facts.workers});
  file.set_attribute("/run", "host", facts.host);
  file.set_attribute("/run", "compiler", facts.compiler);
  const std::string separator = facts.library_versions.empty() ? "" : ", ";
  file.set_attribute("/run", "library_versions",
                     facts.library_versions + separator + "HDF5 " + hdf5_version());
  file.close();
  state_->part.publish();
}

}  // namespace doorstroom
