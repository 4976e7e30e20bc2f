#include "results/experiment/decision_file.hpp"

#include "results/file/digest.hpp"
#include "results/file/h5_file.hpp"
#include "results/file/output_file.hpp"
#include "results/file/table_stream.hpp"

namespace doorstroom {

void write_decision(const std::string& path, const FileFormat& format,
                    const Simulations& simulations, const std::vector<Table>& tables, bool force) {
  OutputFile part(path, force);
  H5File file = H5File::create(part);
  file.set_attribute("/", "format", std::string(format.name));
  file.set_attribute("/", "format_version", format.version);
  file.set_attribute("/", "program_version", simulations.program().version);
  file.set_attribute("/", "git_commit", simulations.program().git_commit);
  file.set_attribute("/", "random_scheme", simulations.program().random_scheme);
  file.set_attribute("/", "scenario_name", simulations.scenario(0).name);
  file.set_attribute("/", "scenario_sha256", sha256(simulations.scenario(0).resolved));
  if (simulations.plans().size() == 2)
    file.set_attribute("/", "variant_name", simulations.scenario(1).name);
  file.set_attribute("/", "seed", std::int64_t{simulations.seed()});
  file.set_attribute("/", "replications", std::int64_t{simulations.replications()});
  for (const Table& table : tables) write_table(file, table);
  file.close();
  part.publish();
}

}  // namespace doorstroom
