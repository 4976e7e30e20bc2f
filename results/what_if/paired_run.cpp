#include "results/what_if/paired_run.hpp"

#include <algorithm>
#include <cstring>
#include <span>

#include "engine/error.hpp"
#include "engine/replication_pool.hpp"
#include "models/continuum/continuum.hpp"
#include "results/figures/breakdown_values.hpp"
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

/// What a row holds: key figures, then what each funder of the base pays, and nobody.
struct Columns {
  explicit Columns(const Scenario& base) : kpis(kpis_of(base)) {
    for (const FunderId id : base.funders.ids()) funders.push_back(base.funders[id]);
    funders.emplace_back(nobody);
  }

  std::size_t size() const { return kpis.size() + funders.size(); }
  Row row_of(const Scenario& scenario, std::uint32_t replication) const {
    const Records records = simulate(scenario, replication, false);
    Row row = key_figures(scenario, replication, records, kpis);
    const std::vector<double> paid = paid_a_year(scenario, records, funders);
    row.insert(row.end(), paid.begin(), paid.end());
    return row;
  }

  std::vector<KpiName> kpis;
  std::vector<std::string> funders;
};

/// Simulates replications of the scenario, or finds them kept.
class Baseline {
 public:
  Baseline(const Scenario& base, const Columns& columns, BaselineRows& rows)
      : base_(base), columns_(columns), rows_(rows) {
    key_ = sha256(base.resolved) + "\n" + std::to_string(base.seed);
    for (const KpiName& kpi : columns.kpis) key_ += "\n" + kpi.text();
    for (const std::string& funder : columns.funders) key_ += "\npaid by " + funder;
  }

  Row row(std::uint32_t replication) const {
    if (std::optional<Row> kept = rows_.find(key_, replication, columns_.size()))
      return std::move(*kept);
    Row row = columns_.row_of(base_, replication);
    rows_.keep(key_, replication, row);
    return row;
  }

 private:
  const Scenario& base_;
  const Columns& columns_;
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

/// Values by column and replication.
class Sample {
 public:
  explicit Sample(const Columns& columns) : columns_(columns), values_(columns.size()) {}

  void add(const Row& row) {
    DOORSTROOM_EXPECT(row.size() == values_.size());
    for (std::size_t i = 0; i < row.size(); ++i) values_[i].push_back(row[i]);
  }

  KpiSource source() const {
    return [this](const KpiName& kpi) {
      const auto found = std::ranges::find(columns_.kpis, kpi);
      DOORSTROOM_EXPECT(found != columns_.kpis.end());
      return values_[static_cast<std::size_t>(found - columns_.kpis.begin())];
    };
  }
  /// @param funder  index into Columns::funders
  const std::vector<double>& paid(std::size_t funder) const {
    return values_[columns_.kpis.size() + funder];
  }

 private:
  const Columns& columns_;
  std::vector<std::vector<double>> values_;
};

std::vector<PaidSoFar> compare_paid(const Columns& columns, const Sample& base,
                                    const Sample& variant) {
  std::vector<PaidSoFar> all;
  for (std::size_t i = 0; i < columns.funders.size(); ++i) {
    PaidSoFar one{.funder = columns.funders[i],
                  .paired = compare_pairs(base.paid(i), variant.paid(i)),
                  .base = t_interval(base.paid(i))};
    if (one.paired.base_mean != 0 || one.paired.other_mean != 0) all.push_back(std::move(one));
  }
  return all;
}

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
  const Columns columns(order.base);
  const Baseline baseline(order.base, columns, kept);
  const VariantPhases phases = variant_phases(order.variant, order.base.resolved);
  const Simultaneous statements =
      statements_on(declared_names(order.base).size(), std::span(&phases, 1));
  Sample of_base(columns);
  Sample of_variant(columns);
  const bool alone = &order.variant == &order.base;
  PoolOptions pool;
  pool.jobs = order.jobs;
  pool.count = order.pairs;
  run_replications(
      pool,
      [&](std::uint32_t replication, const Send& send) {
        send(packed_row(baseline.row(replication)));
        if (!alone) send(packed_row(columns.row_of(order.variant, replication)));
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
        const std::vector<PaidSoFar> paid = compare_paid(columns, of_base, of_variant);
        told({.pairs = pairs,
              .comparison = comparison,
              .base = sources.base,
              .paid = paid,
              .base_alone = alone});
      });
}

void run_baseline(const Scenario& base, std::uint32_t replications, int jobs, BaselineRows& kept) {
  const Columns columns(base);
  const Baseline baseline(base, columns, kept);
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
