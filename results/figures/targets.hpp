#pragma once
/// Targets: what was observed in the region, compared with the model. The table /targets has one
/// row per target.

#include <string>
#include <vector>

#include "models/reading/load_context.hpp"
#include "models/scenario/scenario.hpp"
#include "models/yaml/issues.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/stats/intervals.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// Checks that targets and headline name key figures of the scenario, while it is read; adds an
/// issue for each that does not.
void report_wrong_kpi_names(LoadContext& context);
/// Checks the same of a scenario that was read. @throws InputError that lists all that do not, each
/// with its place in the file
void check_kpi_names(const Scenario& scenario);

/// Checks that a name is a key figure of the scenario; adds an issue if it is not.
/// @param where  the key of the scenario that names it, such as "keep"
/// @param location  its place in the file
void check_kpi_name(const Scenario& scenario, const char* where, const std::string& kpi,
                    SourceLocation location, Issues& issues);

/// Columns of /targets: the model's mean, and whether it lies within the target.
TableSpec target_table(const Scenario& scenario);

/// Means over replications of the targets' key figures, computed while rows arrive.
class TargetMeans {
 public:
  /// @param scenario  must outlive it. @pre check_kpi_names() passes
  explicit TargetMeans(const Scenario& scenario);

  /// Adds rows of one table: all that the replication has in that table.
  void add(const TableSpec& spec, const TableData& rows);
  TableData rows() const;

 private:
  const Scenario& scenario_;
  std::vector<KpiName> names_;
  std::vector<Welford> means_;
  std::vector<Welford> met_;  ///< 1 for a replication that meets the target, else 0
};

}  // namespace doorstroom
