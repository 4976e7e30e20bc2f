#pragma once
/// What the region really looks like, beside what the model says: a table, one row per target.

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "models/yaml/issues.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/stats/intervals.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// Whether the targets and the headline name key figures, of nodes that there are.
/// @throws InputError that tells all that do not, each at its place
void check_kpi_names(const Scenario& scenario);

/// Whether a key figure that is named somewhere is one of the scenario; tells what it is not.
/// @param where  the key under which it stands: "keep"
void check_kpi_name(const Scenario& scenario, const char* where, const std::string& kpi, Mark mark,
                    Issues& issues);

/// The table /targets: what the model's mean is, and whether it is where it should be.
TableSpec target_table(const Scenario& scenario);

/// The means of the targets' key figures over replications, gathered as rows come in.
class TargetMeans {
 public:
  /// @param scenario  must outlive it. @pre check_kpi_names() passes
  explicit TargetMeans(const Scenario& scenario);

  /// Some rows of one replication: whole in what concerns one table.
  void add(const TableSpec& spec, const TableData& rows);
  TableData rows() const;

 private:
  const Scenario& scenario_;
  std::vector<KpiName> names_;
  std::vector<Welford> means_;
  std::vector<Welford> met_;  ///< 1 for a replication that meets the target, else 0
};

}  // namespace doorstroom
