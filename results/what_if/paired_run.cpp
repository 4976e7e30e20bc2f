#include "results/what_if/paired_run.hpp"

#include <algorithm>
#include <cstring>
#include <span>

#include "engine/error.hpp"
#include "engine/replication_pool.hpp"
#include "models/continuum/continuum.hpp"
#include "results/file/digest.hpp"
#include "results/rows/kpi_lists.hpp"
#include "results/sweep/sample.hpp"

namespace doorstroom {
namespace {

using Row = std::vector<double>;

/// What compare_declared() asks for: headline figures of all years and of each, and every figure of
/// the whole system.
std::vector<KpiName> kpis_of(const Scenario& base) {
  std::vector<KpiName> kpis;
  const auto add = [&kpis](const KpiName& kpi) {
    if (std::ranges::find(kpis, kpi) == kpis.end()) kpis.push_back(kpi);
  };
  for (const KpiName& kpi : declared_names(base)) {
    add(kpi);
    for (int year = 0; year < base.period.years(); ++year)
      add({kpi.node, kpi.column, year, kpi.clock});
  }
  for (const KpiDefinition& kpi : system_kpis()) add({{}, std::string(kpi.name), -1});
  return kpis;
}

/// Simulates replications of the scenario, or finds them kept.
class Baseline {
 public:
  Baseline(const Scenario& base, const std::vector<KpiName>& kpis, BaselineRows& rows)
      : base_(base), kpis_(kpis), rows_(rows) {
    key_ = sha256(base.resolved) + "\n" + std::to_string(base.seed);
    for (const KpiName& kpi : kpis) key_ += "\n" + kpi.text();
  }

  Row row(std::uint32_t replication) const {
    if (std::optional<Row> kept = rows_.find(key_, replication, kpis_.size()))
      return std::move(*kept);
    Row row = key_figures(base_, replication, simulate(base_, replication, false), kpis_);
    rows_.keep(key_, replication, row);
    return row;
  }

 private:
  const Scenario& base_;
  const std::vector<KpiName>& kpis_;
  BaselineRows& rows_;
  std::string key_;
};

Bytes packed_row(const Row& row) {
  const auto bytes = std::as_bytes(std::span(row));
  return {bytes.begin(), bytes.end()};
}

Row unpacked_row(const Bytes& bytes) {
  Row row(bytes.size() / sizeof(double));
  std::memcpy(row.data(), bytes.data(), bytes.size());
  return row;
}

/// Values by key figure and replication.
class Sample {
 public:
  explicit Sample(const std::vector<KpiName>& kpis) : kpis_(kpis), columns_(kpis.size()) {}

  void add(const Row& row) {
    DOORSTROOM_EXPECT(row.size() == columns_.size());
    for (std::size_t i = 0; i < row.size(); ++i) columns_[i].push_back(row[i]);
  }

  KpiSource source() const {
    return [this](const KpiName& kpi) {
      const auto found = std::ranges::find(kpis_, kpi);
      DOORSTROOM_EXPECT(found != kpis_.end());
      return columns_[static_cast<std::size_t>(found - kpis_.begin())];
    };
  }

 private:
  const std::vector<KpiName>& kpis_;
  std::vector<std::vector<double>> columns_;
};

}  // namespace

bool is_told_after(std::uint32_t pairs, std::uint32_t last) {
  if (pairs == last) return true;
  std::uint32_t scale = 1;
  while (scale <= pairs / 10) scale *= 10;  // 10, 20 and 50, and ten times these
  return pairs == 5 ||
         (pairs >= 10 && (pairs == scale || pairs == 2 * scale || pairs == 5 * scale));
}

void run_pairs(const PairedRunOrder& order, BaselineRows& kept,
               const std::function<void(const PairsSoFar&)>& told) {
  const std::vector<KpiName> kpis = kpis_of(order.base);
  const Baseline baseline(order.base, kpis, kept);
  const VariantPhases phases = variant_phases(order.variant, order.base.resolved);
  const Simultaneous statements =
      statements_on(declared_names(order.base).size(), std::span(&phases, 1));
  Sample of_base(kpis);
  Sample of_variant(kpis);
  const bool alone = &order.variant == &order.base;
  PoolOptions pool;
  pool.jobs = order.jobs;
  pool.count = order.pairs;
  run_replications(
      pool,
      [&](std::uint32_t replication, const Send& send) {
        send(packed_row(baseline.row(replication)));
        if (!alone)
          send(packed_row(key_figures(order.variant, replication,
                                      simulate(order.variant, replication, false), kpis)));
      },
      [&](std::uint32_t replication, const Pieces& rows) {
        of_base.add(unpacked_row(rows[0]));
        of_variant.add(unpacked_row(rows.back()));
        const std::uint32_t pairs = replication + 1;
        if (!is_told_after(pairs, order.pairs)) return;
        const PairedSources sources{.base = of_base.source(), .variant = of_variant.source()};
        const std::vector<Declared> declared = declared_figures(order.base, sources.base);
        const ComparedVariant comparison =
            compare_declared(declared, sources, phases, order.base.period, statements);
        told({.pairs = pairs, .comparison = comparison, .base = sources.base, .base_alone = alone});
      });
}

void run_baseline(const Scenario& base, std::uint32_t replications, int jobs, BaselineRows& kept) {
  const std::vector<KpiName> kpis = kpis_of(base);
  const Baseline baseline(base, kpis, kept);
  PoolOptions pool;
  pool.jobs = jobs;
  pool.count = replications;
  run_replications(
      pool,
      [&](std::uint32_t replication, const Send& send) {
        baseline.row(replication);
        send({});
      },
      [](std::uint32_t, const Pieces&) {});
}

}  // namespace doorstroom
