#include <algorithm>
#include <cmath>
#include <string_view>

#include "models/messages/message.hpp"
#include "results/charts/map_layout.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/report/figure_cells.hpp"
#include "results/report/hidden_start.hpp"
#include "results/report/verdict_words.hpp"
#include "results/situation/map_flows.hpp"
#include "results/situation/situation.hpp"

namespace doorstroom {
namespace {

/// Means over replications of a column of /use, by year: the whole period first.
class MeanUse {
 public:
  MeanUse(const Table& use, std::string_view column, std::size_t years)
      : sums_(use.spec.columns[use.spec.index_of("node")].names.size(),
              std::vector<double>(years + 1, 0.0)),
        counts_(sums_) {
    const std::vector<std::int32_t>& node = use.codes("node");
    const std::vector<std::int32_t>& year = use.codes("year");
    const std::vector<std::int32_t>& unit = use.codes("unit");
    const std::vector<double>& values = use.numbers(column);
    constexpr std::int32_t all_units = -1;
    for (std::size_t row = 0; row < use.rows(); ++row) {
      if (unit[row] != all_units || std::isnan(values[row])) continue;
      const auto at = static_cast<std::size_t>(year[row]) + 1;
      sums_[static_cast<std::size_t>(node[row])].at(at) += values[row];
      ++counts_[static_cast<std::size_t>(node[row])].at(at);
    }
  }

  std::vector<double> of(std::size_t node) const {
    std::vector<double> means;
    for (std::size_t at = 0; at < sums_[node].size(); ++at)
      means.push_back(counts_[node][at] > 0 ? sums_[node][at] / counts_[node][at] : no_number);
    return means;
  }

 private:
  std::vector<std::vector<double>> sums_;  ///< by node, by year
  std::vector<std::vector<double>> counts_;
};

/// The nodes of all results, those of the base first.
std::vector<MapNode> nodes_of(ReportSources& sources) {
  std::vector<MapNode> all;
  for (ResultReader& file : sources.results()) {
    const KpiLabels labels(file);
    const Table& nodes = file.table("/nodes");
    const std::vector<std::string>& kinds = nodes.spec.columns[nodes.spec.index_of("kind")].names;
    for (std::size_t row = 0; row < nodes.rows(); ++row) {
      const std::string& id = nodes.texts("id")[row];
      if (std::ranges::find(all, id, &MapNode::id) != all.end()) continue;
      MapNode node;
      node.id = id;
      node.label = labels.of_node(id, sources.language());
      node.kind = kinds[static_cast<std::size_t>(nodes.codes("kind")[row])];
      all.push_back(std::move(node));
    }
  }
  return all;
}

void add_use(MapChart& map, ResultReader& file) {
  const std::size_t years = map.years.size() - 1;
  const Table& use = file.table("/use");
  const std::vector<std::string>& ids = use.spec.columns[use.spec.index_of("node")].names;
  const MeanUse load(use, "utilisation", years);
  const MeanUse waiting(use, "waiting_mean", years);
  for (MapNode& node : map.nodes) {
    const auto at = std::ranges::find(ids, node.id);
    const std::vector<double> unknown(years + 1, no_number);
    const auto index = static_cast<std::size_t>(at - ids.begin());
    node.load.push_back(at == ids.end() ? unknown : load.of(index));
    node.waiting.push_back(at == ids.end() ? unknown : waiting.of(index));
  }
}

/// The table of what the map shows of a variant, by year.
class MapTable {
 public:
  MapTable(ReportSources& sources, const MapChart& map, std::size_t variant)
      : sources_(sources),
        map_(map),
        variant_(variant),
        table_{.id = variant == 0 ? "map-table" : "map-table-" + std::to_string(variant),
               .caption = sources.localized(
                   variant == 0 ? message("The numbers of the map")
                                : message("The numbers of the map: {0}", map.variants[variant])),
               .corner = sources.localized(message("Of what")),
               .columns = {},
               .rows = {},
               .folded = true} {
    for (const std::string& year : map.years) table_.columns.push_back({year, ""});
    if (sources.privacy().hides_anything())
      table_.note = sources.localized(
          message("A dash: not shown, because it would tell of few youths who were there at the "
                  "start. Therefore youths a year are rounded in the column of all years, too."));
  }

  ReportTable table() {
    for (const MapNode& node : map_.nodes) {
      add_row(message("{0}: in use", node.label), "1", node.load[variant_]);
      add_row(message("{0}: on the list", node.label), "youth", node.waiting[variant_]);
    }
    for (const MapFlow& flow : map_.flows)
      add_row(message("From {0} to {1}", map_.nodes[flow.from].label, map_.nodes[flow.to].label),
              "youth/year", flow.youths[variant_]);
    return std::move(table_);
  }

 private:
  void add_row(const LocalizedText& what, std::string_view units,
               const std::vector<double>& values) {
    if (std::ranges::all_of(values, [](double value) { return std::isnan(value); })) return;
    ReportRow row{.header = sources_.localized(what), .cells = {}};
    for (const double value : values)
      row.cells.push_back(value_cell(units, value, sources_.language()));
    table_.rows.push_back(std::move(row));
  }

  ReportSources& sources_;
  const MapChart& map_;
  std::size_t variant_;
  ReportTable table_;
};

bool has_help_beside(const Scenario& scenario) {
  return std::ranges::any_of(scenario.nodes, &Node::beside);
}

}  // namespace

ReportChart map_chart(ReportSources& sources) {
  MapChart map;
  map.variants.push_back(sources.names().front());
  for (std::size_t variant = 0; variant < sources.variants(); ++variant)
    map.variants.push_back(variant_name(sources, variant));
  map.years.push_back(sources.localized(message("all years")));
  for (int year = 0; year < years_of(sources.base()); ++year)
    map.years.push_back(sources.localized(sources.labels().of_year(year)));
  map.nodes = nodes_of(sources);
  for (ResultReader& file : sources.results()) add_use(map, file);
  const MapFlows flows = map_flows(sources, map.nodes);
  map.flows = flows.drawn;
  hide_start(map, sources.privacy());
  map.head = {
      .id = "map",
      .title = sources.localized(message("The way of youths through the region")),
      .summary = sources.localized(
          message(
              "From left to right the steps that youths take. The wider a line, the more youths "
              "take it. Each box tells how much of it is in use and how many youths are on its "
              "list. ") +
          (flows.left_away == 0
               ? message("All steps are drawn.")
               : message_plural("{0} step that few youths take is not drawn.",
                                "{0} steps that few youths take are not drawn.", flows.left_away)) +
          (has_help_beside(sources.scenario())
               ? std::string(" ") + message("Help beside the way of youths stands without lines.")
               : LocalizedText())),
      .unit = sources.localized(message("youths a year")),
      .source = sources.chart_source()};
  lay_out(map);
  ReportTable table = MapTable(sources, map, 0).table();
  std::vector<ReportTable> of_variants;
  for (std::size_t variant = 1; variant < map.variants.size(); ++variant)
    of_variants.push_back(MapTable(sources, map, variant).table());
  return {
      .chart = std::move(map), .table = std::move(table), .more_tables = std::move(of_variants)};
}

}  // namespace doorstroom
