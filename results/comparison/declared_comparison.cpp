// What compare() and whoever has no result files find alike: verdicts, the whole system, years.

#include <algorithm>
#include <map>

#include "results/comparison/comparison.hpp"
#include "results/rows/kpi_lists.hpp"

namespace doorstroom {
namespace {

using Values = std::vector<double>;

std::vector<Values> values_by_year(const KpiSource& run, const KpiName& kpi, int years) {
  std::vector<Values> by_year;
  for (int year = 0; year < years; ++year)
    by_year.push_back(run(KpiName{kpi.node, kpi.column, year, kpi.clock}));
  return by_year;
}

/// The years of a phase.
std::vector<Values> those_of(const std::vector<Values>& by_year, const std::vector<int>& years) {
  std::vector<Values> some;
  for (const int year : years) some.push_back(by_year[static_cast<std::size_t>(year)]);
  return some;
}

LocalizedText years_text(const Period& period, const std::vector<int>& some) {
  const std::string first = year_name(period, some.front());
  if (some.size() == 1) return first;
  return message_in("school years, both included", "{0} to {1}", first,
                    year_name(period, some.back()));
}

Judged judged(const Declared& figure, const PairedDifference& paired, Simultaneous statements) {
  return {figure, paired, relevance_of(paired, figure.smallest_relevant, statements)};
}

/// Adds the years of a variant, and those of each phase together.
class YearComparer {
 public:
  YearComparer(const VariantPhases& phases, const Period& period, ComparedVariant& result)
      : phases_(phases), result_(result) {
    for (int year = 0; year < years(); ++year) {
      const InterventionPhase phase = phases.of_years[static_cast<std::size_t>(year)];
      result.years.push_back({year, year_name(period, year), phase, {}});
      years_of_[phase].push_back(year);
    }
    if (phases.has_own)
      for (const auto& [phase, some] : years_of_)
        result.phases.push_back({phase, some.front(), some.back(), years_text(period, some), {}});
  }

  void add(const Declared& figure, const PairedSources& sources, Simultaneous statements) {
    const std::vector<Values> base = values_by_year(sources.base, figure.kpi, years());
    const std::vector<Values> variant = values_by_year(sources.variant, figure.kpi, years());
    for (ComparedYear& year : result_.years) {
      const auto i = static_cast<std::size_t>(year.year);
      year.differences.push_back(compare_pairs(base[i], variant[i]));
    }
    for (ComparedPhase& phase : result_.phases) {
      const std::vector<int>& some = years_of_[phase.phase];
      const bool is_judged = phases_.judged() > 0 && phase.phase != InterventionPhase::before;
      phase.differences.push_back(compare_pairs(mean_of_years(those_of(base, some)),
                                                mean_of_years(those_of(variant, some)),
                                                is_judged ? statements : Simultaneous{}));
      if (is_judged)
        phase.relevance.push_back(
            relevance_of(phase.differences.back(), figure.smallest_relevant, statements));
    }
  }

 private:
  int years() const { return static_cast<int>(phases_.of_years.size()); }

  const VariantPhases& phases_;
  ComparedVariant& result_;
  std::map<InterventionPhase, std::vector<int>> years_of_;
};

}  // namespace

ComparedVariant compare_declared(const std::vector<Declared>& declared,
                                 const PairedSources& sources, const VariantPhases& phases,
                                 const Period& period, Simultaneous statements) {
  ComparedVariant result;
  for (const Declared& figure : declared)
    result.verdicts.push_back(judged(
        figure, compare_pairs(sources.base(figure.kpi), sources.variant(figure.kpi), statements),
        statements));
  for (const KpiDefinition& kpi : system_kpis()) {
    const KpiName name{{}, std::string(kpi.name), -1};
    result.system.push_back({name, compare_pairs(sources.base(name), sources.variant(name))});
  }
  YearComparer by_year(phases, period, result);
  for (const Declared& figure : declared) by_year.add(figure, sources, statements);
  return result;
}

Simultaneous statements_on(std::size_t declared, std::span<const VariantPhases> variants) {
  std::size_t count = 0;
  for (const VariantPhases& phases : variants) count += declared * (1 + phases.judged());
  Simultaneous statements;
  statements.statements = static_cast<std::uint32_t>(std::max<std::size_t>(1, count));
  return statements;
}

}  // namespace doorstroom
