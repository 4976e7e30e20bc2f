#include "results/comparison/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <optional>

#include "models/loading/scenario_loader.hpp"
#include "results/comparison/comparable.hpp"
#include "results/figures/breakdown_values.hpp"
#include "results/rows/kpi_lists.hpp"
#include "results/rows/schema.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {
namespace {

using Values = std::vector<double>;

/// Key figures that are compared of each desk and arrangement.
constexpr std::array node_figures{"entered_within_10w", "wait_p50", "waiting_mean", "utilisation"};

/// Key figures that are compared of each legal clock.
constexpr std::array clock_figures{"breached_share", "days_mean", "days_p90"};

constexpr double customary_share =
    0.05;  ///< smallest relevant difference: of a share, or as a share of the mean

double customary_difference(const KpiName& kpi, ResultReader& base) {
  if (kpi.definition().units == "1") return customary_share;
  const double size = std::abs(t_interval(kpi_values(base, kpi)).mean);
  return size > 0 ? customary_share * size : 1;
}

/// The years of a phase.
std::vector<Values> those_of(const std::vector<Values>& by_year, const std::vector<int>& years) {
  std::vector<Values> some;
  for (const int year : years) some.push_back(by_year[static_cast<std::size_t>(year)]);
  return some;
}

std::vector<Values> values_by_year(ResultReader& file, const KpiName& kpi, int years) {
  std::vector<Values> by_year;
  for (int year = 0; year < years; ++year)
    by_year.push_back(kpi_values(file, KpiName{kpi.node, kpi.column, year, kpi.clock}));
  return by_year;
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
  Comparer(ResultReader& base, ResultReader& variant, const std::vector<Declared>& declared)
      : base_(base),
        variant_(variant),
        declared_(declared),
        scenario_(load_resolved(variant.path(), variant.resolved()).scenario) {
    const auto span = span_of_own_interventions(scenario_, base.resolved());
    const std::vector<Instant>& edges = scenario_.period.year_edges();
    has_own_ = span.has_value();
    phases_ = span ? phases_of_years(*span, edges)
                   : std::vector(edges.size() - 1, InterventionPhase::during);
  }

  /// How many phases are judged: the intervention ends, and there are years during and after it.
  std::size_t judged_phases() const { return has_own_ && have_an_end(phases_) ? 2 : 0; }

  ComparedVariant compared(Simultaneous statements) {
    ComparedVariant result;
    result.name = variant_.text("scenario_name");
    result.path = variant_.path();
    for (const Declared& figure : declared_) {
      const PairedDifference paired = difference(figure.kpi, statements);
      result.verdicts.push_back(
          {figure, paired, relevance_of(paired, figure.smallest_relevant, statements)});
    }
    for (const KpiDefinition& kpi : system_kpis())
      add_figure(KpiName{{}, std::string(kpi.name), -1}, result.system);
    for (const std::string& node : shared(nodes_in))
      for (const char* column : node_figures) add_figure(KpiName{node, column, -1}, result.nodes);
    for (const std::string& clock : shared(clocks_in))
      for (const char* column : clock_figures)
        add_figure(KpiName{{}, column, -1, clock}, result.clocks);
    add_funders(result.funders);
    add_groups(result.groups);
    add_years(result, statements);
    result.labels = KpiLabels(variant_);
    return result;
  }

 private:
  PairedDifference difference(const KpiName& kpi, Simultaneous statements = {}) {
    return compare_pairs(kpi_values(base_, kpi), kpi_values(variant_, kpi), statements);
  }

  void add_figure(const KpiName& kpi, std::vector<ComparedFigure>& figures) {
    figures.push_back({kpi, difference(kpi)});
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
                         compare_pairs(paid_by(base_, funder), paid_by(variant_, funder)), funder});
  }

  void add_groups(std::vector<ComparedFigure>& figures) {
    const std::vector<std::string> groups = shared(groups_in);
    for (const Declared& figure : declared_) {
      const std::string& column = figure.kpi.column;
      if (!figure.kpi.is_of_system() || figure.kpi.year >= 0 || !is_kept_by_group(base_, column))
        continue;
      for (const std::string& group : groups)
        figures.push_back({figure.kpi,
                           compare_pairs(group_values(base_, group, column),
                                         group_values(variant_, group, column)),
                           group});
    }
  }

  LocalizedText years_text(const std::vector<int>& some) const {
    const std::string first = year_name(scenario_.period, some.front());
    if (some.size() == 1) return first;
    return message("{0} to {1}", first, year_name(scenario_.period, some.back()));
  }

  void add_years(ComparedVariant& result, Simultaneous statements) {
    const int years = static_cast<int>(phases_.size());
    for (int year = 0; year < years; ++year)
      result.years.push_back(
          {year, year_name(scenario_.period, year), phases_[static_cast<std::size_t>(year)], {}});
    std::map<InterventionPhase, std::vector<int>> years_of;
    for (const ComparedYear& year : result.years) years_of[year.phase].push_back(year.year);
    if (has_own_)
      for (const auto& [phase, some] : years_of)
        result.phases.push_back({phase, some.front(), some.back(), years_text(some), {}});
    for (const Declared& figure : declared_) {
      const std::vector<Values> base = values_by_year(base_, figure.kpi, years);
      const std::vector<Values> variant = values_by_year(variant_, figure.kpi, years);
      for (ComparedYear& year : result.years) {
        const auto i = static_cast<std::size_t>(year.year);
        year.differences.push_back(compare_pairs(base[i], variant[i]));
      }
      for (ComparedPhase& phase : result.phases) {
        const std::vector<int>& some = years_of[phase.phase];
        const bool judged = judged_phases() > 0 && phase.phase != InterventionPhase::before;
        phase.differences.push_back(compare_pairs(mean_of_years(those_of(base, some)),
                                                  mean_of_years(those_of(variant, some)),
                                                  judged ? statements : Simultaneous{}));
        if (judged)
          phase.relevance.push_back(
              relevance_of(phase.differences.back(), figure.smallest_relevant, statements));
      }
    }
  }

  ResultReader& base_;
  ResultReader& variant_;
  const std::vector<Declared>& declared_;
  Scenario scenario_;
  std::vector<InterventionPhase> phases_;  ///< by year
  bool has_own_ = false;
};

}  // namespace

std::vector<Declared> declared_figures(const Scenario& scenario, ResultReader& base) {
  std::vector<Declared> declared;
  for (const Headline& headline : scenario.headline) {
    const KpiName kpi = KpiName::parse(headline.kpi);
    const bool said = headline.difference > 0;
    declared.push_back({kpi, said ? headline.difference : customary_difference(kpi, base)});
  }
  if (!declared.empty()) return declared;
  for (const KpiDefinition& kpi : system_kpis())
    if (kpi.headline) {
      const KpiName name{{}, std::string(kpi.name), -1};
      declared.push_back({name, customary_difference(name, base)});
    }
  return declared;
}

Comparison compare(ResultReader& base, std::span<ResultReader> variants) {
  for (ResultReader& variant : variants) check_comparable(base, variant);
  const Scenario scenario = load_resolved(base.path(), base.resolved()).scenario;
  const std::vector<Declared> declared = declared_figures(scenario, base);
  std::deque<Comparer> comparers;
  std::size_t statements = 0;
  for (ResultReader& variant : variants) {
    comparers.emplace_back(base, variant, declared);
    statements += declared.size() * (1 + comparers.back().judged_phases());
  }
  Comparison comparison{base.text("scenario_name"), base.path(), base.integer("seed"), {}, {}};
  comparison.labels = KpiLabels(base);
  comparison.statements.statements =
      static_cast<std::uint32_t>(std::max<std::size_t>(1, statements));
  for (Comparer& comparer : comparers)
    comparison.variants.push_back(comparer.compared(comparison.statements));
  return comparison;
}

}  // namespace doorstroom
