#include "results/experiment/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <ranges>

#include "models/scenario_loader.hpp"
#include "results/experiment/comparable.hpp"
#include "results/intervals.hpp"
#include "results/schema.hpp"

namespace doorstroom {
namespace {

using Json = nlohmann::json;
using Values = std::vector<double>;

/// What is told of each desk and arrangement.
constexpr std::array node_figures{"entered_within_10w", "wait_p50", "waiting_mean", "utilisation"};

constexpr double customary_share = 0.05;  ///< that matters: percentage points, or of the mean

double customary_difference(const KpiName& kpi, ResultReader& base) {
  if (kpi.definition().units == "1") return customary_share;
  const double size = std::abs(t_interval(kpi_values(base, kpi)).mean);
  return size > 0 ? customary_share * size : 1;
}

/// When what the base does not have holds: from its first beginning to its last end.
struct Span {
  Instant from = never;
  Instant until{};
};

std::optional<Span> own_interventions(const Scenario& variant, const Json& base,
                                      const Json& other) {
  const Json none = Json::object();
  const Json& known = base.contains("interventions") ? base["interventions"] : none;
  std::optional<Span> span;
  for (const Intervention& each : variant.interventions) {
    if (known.contains(each.id) && known[each.id] == other["interventions"][each.id]) continue;
    if (!span) span.emplace();
    span->from = std::min(span->from, each.course.from);
    span->until = std::max(span->until, each.course.until);
  }
  return span;
}

InterventionPhase phase_of(const Span& span, Instant begin, Instant end) {
  if (end <= span.from) return InterventionPhase::before;
  return begin < span.until ? InterventionPhase::during : InterventionPhase::after;
}

/// Mean over some years within each replication; NaN where none of them has data.
Values mean_of_years(const std::vector<Values>& by_year, const std::vector<int>& years) {
  Values means;
  for (std::size_t r = 0; r < by_year.front().size(); ++r) {
    Welford of_years;
    for (const int year : years) {
      const double value = by_year[static_cast<std::size_t>(year)][r];
      if (!std::isnan(value)) of_years.add(value);
    }
    means.push_back(of_years.mean());
  }
  return means;
}

std::vector<Values> values_by_year(ResultReader& file, const KpiName& kpi, int years) {
  std::vector<Values> by_year;
  for (int year = 0; year < years; ++year)
    by_year.push_back(kpi_values(file, KpiName{kpi.node, kpi.column, year}));
  return by_year;
}

/// Compares one variant with the base.
class Comparer {
 public:
  Comparer(ResultReader& base, ResultReader& variant, const std::vector<Declared>& declared)
      : base_(base),
        variant_(variant),
        declared_(declared),
        scenario_(load_resolved(variant.path(), variant.resolved()).scenario) {
    const auto span =
        own_interventions(scenario_, Json::parse(base.resolved()), Json::parse(variant.resolved()));
    const std::vector<Instant>& edges = scenario_.period.year_edges();
    for (std::size_t year = 0; year + 1 < edges.size(); ++year)
      phases_.push_back(span ? phase_of(*span, edges[year], edges[year + 1])
                             : InterventionPhase::during);
    has_own_ = span.has_value();
  }

  ComparedVariant compared(Simultaneous statements) {
    ComparedVariant result{variant_.text("scenario_name"), variant_.path(), {}, {}, {}, {}, {}};
    for (const Declared& figure : declared_) {
      const PairedDifference paired = difference(figure.kpi, statements);
      result.verdicts.push_back(
          {figure, paired, relevance_of(paired, figure.smallest_relevant, statements)});
    }
    for (const KpiDefinition& kpi : system_kpis())
      add_figure(KpiName{{}, std::string(kpi.name), -1}, result.system);
    for (const std::string& node : shared_nodes())
      for (const char* column : node_figures) add_figure(KpiName{node, column, -1}, result.nodes);
    add_years(result);
    return result;
  }

 private:
  PairedDifference difference(const KpiName& kpi, Simultaneous statements = {}) {
    return compare_pairs(kpi_values(base_, kpi), kpi_values(variant_, kpi), statements);
  }

  void add_figure(const KpiName& kpi, std::vector<ComparedFigure>& figures) {
    figures.push_back({kpi, difference(kpi)});
  }

  std::vector<std::string> shared_nodes() {
    std::vector<std::string> shared;
    const auto lists_of = [](ResultReader& file) {
      const Table& nodes = file.table("/nodes");
      std::vector<std::string> ids;
      for (std::size_t i = 0; i < nodes.rows(); ++i)
        for (const char* kind : {"desk", "arrangement"})
          if (nodes.codes("kind")[i] == nodes.code_of("kind", kind))
            ids.push_back(nodes.texts("id")[i]);
      return ids;
    };
    const std::vector<std::string> theirs = lists_of(variant_);
    for (const std::string& id : lists_of(base_))
      if (std::ranges::find(theirs, id) != theirs.end()) shared.push_back(id);
    return shared;
  }

  void add_years(ComparedVariant& result) {
    const int years = static_cast<int>(phases_.size());
    for (int year = 0; year < years; ++year)
      result.years.push_back({year, phases_[static_cast<std::size_t>(year)], {}});
    std::map<InterventionPhase, std::vector<int>> years_of;
    for (const ComparedYear& year : result.years) years_of[year.phase].push_back(year.year);
    if (has_own_)
      for (const auto& [phase, some] : years_of)
        result.phases.push_back({phase, some.front(), some.back(), {}});
    for (const Declared& figure : declared_) {
      const std::vector<Values> base = values_by_year(base_, figure.kpi, years);
      const std::vector<Values> variant = values_by_year(variant_, figure.kpi, years);
      for (ComparedYear& year : result.years) {
        const auto i = static_cast<std::size_t>(year.year);
        year.differences.push_back(compare_pairs(base[i], variant[i]));
      }
      for (ComparedPhase& phase : result.phases) {
        const std::vector<int>& some = years_of[phase.phase];
        phase.differences.push_back(
            compare_pairs(mean_of_years(base, some), mean_of_years(variant, some)));
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

Comparison compare(ResultReader& base, std::vector<ResultReader>& variants) {
  for (ResultReader& variant : variants) check_comparable(base, variant);
  const Scenario scenario = load_resolved(base.path(), base.resolved()).scenario;
  const std::vector<Declared> declared = declared_figures(scenario, base);
  Comparison comparison{base.text("scenario_name"), base.path(), base.integer("seed"), {}, {}};
  comparison.statements.statements =
      static_cast<std::uint32_t>(std::max<std::size_t>(1, declared.size() * variants.size()));
  for (ResultReader& variant : variants)
    comparison.variants.push_back(
        Comparer(base, variant, declared).compared(comparison.statements));
  return comparison;
}

}  // namespace doorstroom
