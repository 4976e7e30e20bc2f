// Writing /visits.

#include "models/continuum/continuum.hpp"
#include "results/rows/replication_rows.hpp"
#include "results/rows/schema.hpp"
#include "results/run/result_writer.hpp"
#include "tests/app/program.hpp"
#include "tests/bench/groups.hpp"

namespace doorstroom::bench {
namespace {

/// Of Holland Rijnland: together about a million visits.
constexpr std::uint32_t replications = 10;

std::size_t bytes_of(const TableData& table) {
  std::size_t bytes = 0;
  for (const ColumnValues& column : table.columns)
    bytes += std::visit(
        [](const auto& values) {
          return values.size() * sizeof(typename std::decay_t<decltype(values)>::value_type);
        },
        column);
  return bytes;
}

/// A replication's visits, packed as they come from a worker, and no other rows.
Pieces visits_alone(const Scenario& scenario, std::uint32_t replication, std::size_t& bytes) {
  const Records records = simulate(scenario, replication, true);
  const ReplicationRows rows = rows_of(scenario, replication, records, true);
  const std::vector<TableSpec> specs = replication_tables(scenario);
  Pieces pieces;
  Packer packer(replication, rows.work, [&](const Bytes& piece) { pieces.push_back(piece); });
  for (std::size_t i = 0; i < specs.size(); ++i) {
    const bool wanted = specs[i].path == "/visits";
    packer.add(i, wanted ? rows.tables[i] : TableData(specs[i]));
    if (wanted) bytes += bytes_of(rows.tables[i]);
  }
  packer.finish();
  return pieces;
}

/// From the first row to the file on disk: unpacked, deflated, flushed, synced, renamed.
Taken write_visits() {
  const Scenario scenario = scenario_of("scenarios/holland-rijnland.yaml");
  std::size_t bytes = 0;
  std::vector<Pieces> packed;
  for (std::uint32_t replication = 0; replication < replications; ++replication)
    packed.push_back(visits_alone(scenario, replication, bytes));
  const testing::Scratch folder;
  const Stopwatch watch;
  ResultWriter writer(folder / "visits.h5", scenario, {"0", "0"}, false);
  for (Pieces& rows : packed) writer.append(std::move(rows));
  writer.finish({});
  return {watch.seconds(), static_cast<double>(bytes) / 1e6};
}

}  // namespace

Group writing() {
  return {.sides = {{"visits", "MB/s", Figure::rate, fresh(write_visits)}},
          .rows = {{.id = "writing",
                    .what = "writing /visits, raw columns, 1 M visits",
                    .side = "visits",
                    .target = 40,
                    .unit = "MB/s"}}};
}

}  // namespace doorstroom::bench
