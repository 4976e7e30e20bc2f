#include "results/comparison/comparison_file.hpp"

#include <limits>

#include "results/file/h5_file.hpp"
#include "results/file/output_file.hpp"
#include "results/file/result_format.hpp"
#include "results/file/table_stream.hpp"
#include "results/table/column.hpp"

namespace doorstroom {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

using column::category;
using column::count;
using column::id;
using column::number;
using column::text;

ColumnSpec variant_column(const Comparison& comparison) {
  std::vector<std::string> variants;
  for (const ComparedVariant& variant : comparison.variants) variants.push_back(variant.path);
  return category("variant", variants, translatable("Result file that is compared with the base"));
}

TableSpec difference_spec(const Comparison& comparison) {
  return {
      "/differences",
      {variant_column(comparison),
       category("about",
                {"headline", "system", "year", "phase", "node", "funder", "group", "clock"},
                translatable("What the row is about: a headline figure, or exploratory")),
       text("kpi", translatable("Key figure, by its name")),
       text("part", translatable("Funder or group of youths that the row is of; empty: of all")),
       text("units", translatable("Units of the row")),
       id("year", translatable("Year since the start date, from 0; -1: the whole period")),
       category("phase", {"before", "during", "after"},
                translatable("Before, during or after the intervention")),
       count("pairs", "1", translatable("Pairs of replications with data")),
       number("base", "1", translatable("Mean of the base")),
       number("other", "1", translatable("Mean of the variant")),
       number("difference", "1", translatable("Mean difference")),
       number(
           "low", "1",
           translatable("Lower end of its interval: 95%, of rows with a verdict of all together")),
       number("high", "1", translatable("Upper end of that interval")),
       number("p10", "1", translatable("What 10% of the differences stay below")),
       number("p90", "1", translatable("What 90% of the differences stay below")),
       number("p", "1", translatable("Two-sided p value of no difference, of this row alone")),
       number("correlation", "1", translatable("Between base and variant")),
       number("variance_saved", "1",
              translatable("How many times as many unpaired replications it would take")),
       number("smallest_relevant", "1",
              translatable("Smallest difference that matters; NaN: no verdict is asked")),
       category("verdict", {"relevant", "negligible", "undecided"},
                translatable("Of a headline figure, over the whole period, or during or after an "
                             "intervention that ends"))}};
}

enum class About : std::int32_t { headline, system, year, phase, node, funder, group, clock };

/// The columns of a row beside its figures.
struct Row {
  About about = About::system;
  std::int32_t year = -1;
  std::int32_t phase = none_code;
  double smallest_relevant = nothing;
  std::int32_t verdict = none_code;
  std::string part{};
};

class DifferenceRows {
 public:
  explicit DifferenceRows(const Comparison& comparison) : rows_(difference_spec(comparison)) {
    for (const ComparedVariant& variant : comparison.variants) {
      add_variant(variant);
      ++variant_;
    }
  }

  TableData rows() && { return std::move(rows_); }

 private:
  void add(const KpiName& kpi, const PairedDifference& paired, const Row& row) {
    rows_.add(variant_, static_cast<std::int32_t>(row.about), kpi.text(), row.part,
              std::string(kpi.definition().units), row.year, row.phase, paired.count,
              paired.base_mean, paired.other_mean, paired.difference.mean, paired.difference.low,
              paired.difference.high, paired.p10, paired.p90, paired.p, paired.correlation,
              paired.variance_saved, row.smallest_relevant, row.verdict);
  }

  void add_variant(const ComparedVariant& variant) {
    for (const Judged& judged : variant.verdicts)
      add(judged.figure.kpi, judged.paired,
          {.about = About::headline,
           .smallest_relevant = judged.figure.smallest_relevant,
           .verdict = static_cast<std::int32_t>(judged.relevance.verdict)});
    for (const ComparedFigure& figure : variant.system) add(figure.kpi, figure.paired, {});
    for (std::size_t i = 0; i < variant.verdicts.size(); ++i) {
      const KpiName& kpi = variant.verdicts[i].figure.kpi;
      for (const ComparedYear& year : variant.years)
        add(kpi, year.differences[i],
            {.about = About::year,
             .year = year.year,
             .phase = variant.phases.empty() ? none_code : static_cast<std::int32_t>(year.phase)});
      for (const ComparedPhase& phase : variant.phases) {
        Row row{.about = About::phase, .phase = static_cast<std::int32_t>(phase.phase)};
        if (!phase.relevance.empty()) {
          row.smallest_relevant = variant.verdicts[i].figure.smallest_relevant;
          row.verdict = static_cast<std::int32_t>(phase.relevance[i].verdict);
        }
        add(kpi, phase.differences[i], row);
      }
    }
    for (const ComparedFigure& figure : variant.nodes)
      add(figure.kpi, figure.paired, {.about = About::node});
    for (const ComparedFigure& figure : variant.funders)
      add(figure.kpi, figure.paired, {.about = About::funder, .part = figure.part});
    for (const ComparedFigure& figure : variant.groups)
      add(figure.kpi, figure.paired, {.about = About::group, .part = figure.part});
    for (const ComparedFigure& figure : variant.clocks)
      add(figure.kpi, figure.paired, {.about = About::clock});
  }

  TableData rows_;
  std::int32_t variant_ = 0;
};

}  // namespace

Table difference_table(const Comparison& comparison) {
  return {difference_spec(comparison), DifferenceRows(comparison).rows()};
}

Table over_table(const Comparison& comparison, const OverEvidence& over) {
  TableSpec spec{
      "/over",
      {variant_column(comparison), text("kpi", translatable("Key figure, by its name")),
       text("units", translatable("Units of the row")),
       count("points", "1", translatable("Points of the assumptions with data")),
       count("pairs", "1", translatable("Pairs of replications at each point")),
       number("difference", "1", translatable("Mean difference over the points")),
       number("low", "1", translatable("Lower end of its interval: 95%, noise of simulating only")),
       number("high", "1", translatable("Upper end of that interval")),
       number("least", "1", translatable("Lowest of the points' mean differences")),
       number("p10", "1", translatable("What 10% of the points' mean differences stay below")),
       number("p50", "1", translatable("What half of the points' mean differences stay below")),
       number("p90", "1", translatable("What 90% of the points' mean differences stay below")),
       number("most", "1", translatable("Highest of the points' mean differences")),
       number("noise_share", "1",
              translatable("Share of the variance over the points that is noise of simulating"))}};
  TableData rows(spec);
  for (std::size_t variant = 0; variant < over.variants.size(); ++variant)
    for (const EvidenceSpread& figure : over.variants[variant]) {
      const VarianceComponents& spread = figure.spread;
      rows.add(static_cast<std::int32_t>(variant), figure.kpi.text(),
               std::string(figure.kpi.definition().units), spread.points,
               std::uint64_t{over.plan.replications}, spread.mean.mean, spread.mean.low,
               spread.mean.high, spread.least, spread.p10, spread.p50, spread.p90, spread.most,
               spread.noise_variance / spread.total_variance);
    }
  return {std::move(spec), std::move(rows)};
}

void write_comparison(const std::string& path, const Comparison& comparison,
                      const OverEvidence* over, bool force) {
  OutputFile part(path, force);
  H5File file = H5File::create(part);
  file.set_attribute("/", "format", std::string(comparison_format.name));
  file.set_attribute("/", "format_version", comparison_format.version);
  file.set_attribute("/", "scenario_name", comparison.base_name);
  file.set_attribute("/", "base", comparison.base_path);
  file.set_attribute("/", "seed", comparison.seed);
  file.set_attribute("/", "statements", std::int64_t{comparison.statements.statements});
  write_table(file, difference_table(comparison));
  if (over != nullptr) write_table(file, over_table(comparison, *over));
  file.close();
  part.publish();
}

}  // namespace doorstroom
