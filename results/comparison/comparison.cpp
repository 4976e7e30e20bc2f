#include "results/comparison/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <optional>

#include "models/loading/scenario_loader.hpp"
#include "results/comparison/comparable.hpp"
#include "results/figures/breakdown_values.hpp"
#include "results/rows/kpi_lists.hpp"
#include "results/rows/schema.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {
namespace {

/// Key figures that are compared of each desk and arrangement.
constexpr std::array node_figures{"entered_within_10w", "wait_p50", "waiting_mean", "utilisation"};

/// Key figures that are compared of each legal clock.
constexpr std::array clock_figures{"breached_share", "days_mean", "days_p90"};

constexpr double customary_share =
    0.05;  ///< smallest relevant difference: of a share, or as a share of the mean

/// How many replications of each run are compared, from the first one; none: all.
using FirstOnes = std::optional<std::uint32_t>;

std::vector<double> first_of(std::vector<double> values, FirstOnes replications) {
  if (replications && *replications < values.size()) values.resize(*replications);
  return values;
}

KpiSource values_of(ResultReader& file, FirstOnes replications = {}) {
  return [&file, replications](const KpiName& kpi) {
    return first_of(kpi_values(file, kpi), replications);
  };
}

double customary_difference(const KpiName& kpi, const KpiSource& base) {
  if (kpi.definition().units == "1") return customary_share;
  const double size = std::abs(t_interval(base(kpi)).mean);
  return size > 0 ? customary_share * size : 1;
}

/// Desks and arrangements.
std::vector<std::string> nodes_in(ResultReader& file) {
  const Table& nodes = file.table("/nodes");
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < nodes.rows(); ++i)
    for (const char* kind : {"desk", "arrangement"})
      if (nodes.codes("kind")[i] == nodes.code_of("kind", kind))
        ids.push_back(nodes.texts("id")[i]);
  return ids;
}

/// Compares one variant with the base.
class Comparer {
 public:
  Comparer(ResultReader& base, ResultReader& variant, const std::vector<Declared>& declared,
           FirstOnes replications)
      : base_(base),
        variant_(variant),
        declared_(declared),
        replications_(replications),
        scenario_(load_resolved(variant.path(), variant.resolved()).scenario),
        phases_(variant_phases(scenario_, base.resolved())) {}

  const VariantPhases& phases() const { return phases_; }

  ComparedVariant compared(Simultaneous statements) {
    ComparedVariant result = compare_declared(
        declared_,
        {.base = values_of(base_, replications_), .variant = values_of(variant_, replications_)},
        phases_, scenario_.period, statements);
    result.name = variant_.text("scenario_name");
    result.path = variant_.path();
    for (const std::string& node : shared(nodes_in))
      for (const char* column : node_figures) add_figure(KpiName{node, column, -1}, result.nodes);
    for (const std::string& clock : shared(clocks_in))
      for (const char* column : clock_figures)
        add_figure(KpiName{{}, column, -1, clock}, result.clocks);
    add_funders(result.funders);
    add_groups(result.groups);
    result.labels = KpiLabels(variant_);
    return result;
  }

 private:
  /// @param values_in  of a file, one per replication
  template <class ValuesIn>
  PairedDifference paired(const ValuesIn& values_in) {
    return compare_pairs(first_of(values_in(base_), replications_),
                         first_of(values_in(variant_), replications_));
  }

  void add_figure(const KpiName& kpi, std::vector<ComparedFigure>& figures) {
    figures.push_back({kpi, paired([&](ResultReader& file) { return kpi_values(file, kpi); })});
  }

  /// Names that both files have, in the order of the base.
  std::vector<std::string> shared(std::vector<std::string> (*names_in)(ResultReader&)) {
    std::vector<std::string> both = names_in(base_);
    const std::vector<std::string> theirs = names_in(variant_);
    std::erase_if(both, [&](const std::string& name) {
      return std::ranges::find(theirs, name) == theirs.end();
    });
    return both;
  }

  void add_funders(std::vector<ComparedFigure>& figures) {
    for (const std::string& funder : shared(funders_in))
      figures.push_back({KpiName{{}, "cost_euro_per_year", -1},
                         paired([&](ResultReader& file) { return paid_by(file, funder); }),
                         funder});
  }

  void add_groups(std::vector<ComparedFigure>& figures) {
    const std::vector<std::string> groups = shared(groups_in);
    for (const Declared& figure : declared_) {
      const std::string& column = figure.kpi.column;
      if (!figure.kpi.is_of_system() || figure.kpi.year >= 0 || !is_kept_by_group(base_, column))
        continue;
      for (const std::string& group : groups)
        figures.push_back(
            {figure.kpi,
             paired([&](ResultReader& file) { return group_values(file, group, column); }), group});
    }
  }

  ResultReader& base_;
  ResultReader& variant_;
  const std::vector<Declared>& declared_;
  FirstOnes replications_;
  Scenario scenario_;
  VariantPhases phases_;
};

}  // namespace

std::vector<KpiName> declared_names(const Scenario& scenario) {
  std::vector<KpiName> names;
  for (const Headline& headline : scenario.headline) names.push_back(KpiName::parse(headline.kpi));
  if (!names.empty()) return names;
  for (const KpiDefinition& kpi : system_kpis())
    if (kpi.headline) names.push_back({{}, std::string(kpi.name), -1});
  return names;
}

std::vector<Declared> declared_figures(const Scenario& scenario, const KpiSource& base) {
  std::vector<Declared> declared;
  const std::vector<KpiName> names = declared_names(scenario);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const double said = i < scenario.headline.size() ? scenario.headline[i].difference : 0;
    declared.push_back({names[i], said > 0 ? said : customary_difference(names[i], base)});
  }
  return declared;
}

std::vector<Declared> declared_figures(const Scenario& scenario, ResultReader& base) {
  return declared_figures(scenario, values_of(base));
}

Comparison compare(ResultReader& base, std::span<ResultReader> variants,
                   std::optional<std::uint32_t> replications) {
  for (ResultReader& variant : variants) check_comparable(futures_of(base), futures_of(variant));
  const Scenario scenario = load_resolved(base.path(), base.resolved()).scenario;
  const std::vector<Declared> declared = declared_figures(scenario, values_of(base, replications));
  std::deque<Comparer> comparers;
  std::vector<VariantPhases> phases;
  for (ResultReader& variant : variants) {
    comparers.emplace_back(base, variant, declared, replications);
    phases.push_back(comparers.back().phases());
  }
  Comparison comparison{base.text("scenario_name"), base.path(), base.integer("seed"), {}, {}};
  comparison.labels = KpiLabels(base);
  comparison.statements = statements_on(declared.size(), phases);
  for (Comparer& comparer : comparers)
    comparison.variants.push_back(comparer.compared(comparison.statements));
  return comparison;
}

}  // namespace doorstroom
