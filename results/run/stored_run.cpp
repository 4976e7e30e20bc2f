#include "results/run/stored_run.hpp"

#include <algorithm>
#include <limits>

#include "models/loading/scenario_loader.hpp"
#include "models/messages/message.hpp"
#include "results/figures/targets.hpp"
#include "results/file/digest.hpp"

namespace doorstroom {
namespace {

[[noreturn]] void damaged(const ResultReader& file, const LocalizedText& what) {
  throw input_error(message("{0} is damaged: {1}\n  run the scenario again", file.path(), what));
}

std::uint32_t whole(const ResultReader& file, const char* attribute) {
  const std::int64_t value = file.integer(attribute);
  if (value < 0 || value > std::numeric_limits<std::uint32_t>::max())
    damaged(file, message("`{0}` is {1}", attribute, value));
  return static_cast<std::uint32_t>(value);
}

/// Number of replications, from the first, of which the file has rows of visits.
std::uint32_t visits_of(const ResultReader& file) {
  if (file.has_attribute("kept_replications")) return whole(file, "kept_replications");
  std::int32_t last = -1;
  for (const char* path : {"/youths", "/visits"}) {
    const TableSpec spec = file.spec(path);
    const std::size_t rows = file.rows(spec);
    if (rows == 0) continue;
    const TableData block = file.block(spec, rows - 1, 1);
    last = std::max(last, std::get<std::vector<std::int32_t>>(block.columns.front()).front());
  }
  return static_cast<std::uint32_t>(last + 1);
}

void check_replications(const ResultReader& file, std::uint32_t replications) {
  const std::size_t rows = file.rows(file.spec("/replications"));
  if (rows != replications || rows == 0)
    damaged(file, message("it tells of {0} replications and has rows of {1}", replications, rows));
}

StoredRun read(const ResultReader& file) {
  StoredRun run;
  const std::string text = file.resolved();
  run.scenario = load_resolved(file.path() + ":/scenario/resolved", text).scenario;
  check_kpi_names(run.scenario);
  run.read_alike = run.scenario.resolved == text;
  run.scenario.documents = file.documents();
  run.scenario.seed = whole(file, "seed");
  run.scenario.replications = whole(file, "replications");
  check_replications(file, run.scenario.replications);
  run.visits = visits_of(file);
  run.made_by = {file.text("program_version"), file.text("git_commit")};
  run.random_scheme = file.text("random_scheme");
  return run;
}

}  // namespace

StoredRun stored_run(const std::string& path) {
  return as_input([&] { return read(ResultReader(path)); });
}

RunFacts facts_of(const ResultReader& file) {
  const auto bytes = [&](const char* name) {
    return static_cast<std::uint64_t>(file.integer(name, "/run"));
  };
  return {.started = file.text("started", "/run"),
          .ended = file.text("ended", "/run"),
          .wall_seconds = file.number("wall_seconds", "/run"),
          // Versions before 0.2.0 did not tell.
          .collecting_seconds = file.has_attribute("collecting_seconds", "/run")
                                    ? file.number("collecting_seconds", "/run")
                                    : 0.0,
          .peak_memory_bytes = bytes("peak_memory_bytes"),
          .anonymous_bytes = bytes("anonymous_memory_bytes"),
          .workers = static_cast<int>(file.integer("workers", "/run")),
          .host = file.text("host", "/run"),
          .compiler = file.text("compiler", "/run"),
          .library_versions = file.text("library_versions", "/run")};
}

}  // namespace doorstroom
