#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "engine/units.hpp"
#include "models/loading/scenario_loader.hpp"
#include "models/messages/message.hpp"
#include "results/report/hidden_start.hpp"
#include "results/report/verdict_words.hpp"
#include "results/situation/census_series.hpp"
#include "results/situation/situation.hpp"
#include "results/situation/waiting_lists.hpp"
#include "results/situation/years_table.hpp"

namespace doorstroom {
namespace {

/// Desks and arrangements that are drawn without script.
constexpr std::uint32_t most_nodes_drawn = 3;

/// Builds the panels, one result after the other.
class YearsPanels {
 public:
  explicit YearsPanels(ReportSources& sources)
      : sources_(sources), weeks_(drawn_weeks(sources.base().integer("period_days"))) {
    panels_.push_back({.id = "absent",
                       .label = text(message("Youths of compulsory school age who are absent")),
                       .lines = {}});
    for (const WaitingList& list : waiting_lists(sources)) {
      panels_.push_back({.id = list.id, .label = list.label, .lines = {}});
      if (list.is_used() && drawn_ <= most_nodes_drawn) ++drawn_;
    }
    for (std::size_t variant = 0; variant <= sources.variants(); ++variant) add(variant);
    draw_changed_places_first();
  }

  std::vector<double> days() const {
    std::vector<double> days;
    for (const std::int32_t week : weeks_) days.push_back(week * days_per_week);
    return days;
  }
  std::uint32_t drawn() const { return drawn_; }
  std::vector<TimePanel> panels() && { return std::move(panels_); }

 private:
  std::string text(const LocalizedText& words) const { return sources_.localized(words); }

  void add(std::size_t variant) {
    ResultReader& file = sources_.results()[variant];
    variant_ = static_cast<int>(variant);
    add_absent("absent_4w", message("absent over 4 weeks"));
    add_absent("absent_13w", message("absent over 13 weeks"));
    const Table& census = file.table("/census");
    const std::vector<CensusCounts> occupied = census_counts(census, "occupied", weeks_);
    const std::vector<CensusCounts> waiting = census_counts(census, "waiting", weeks_);
    const std::vector<CensusCounts> places = census_counts(census, "places", weeks_);
    const Table& nodes = file.table("/nodes");
    const std::int32_t desk = nodes.code_of("kind", "desk");
    const std::vector<std::string> listed = listed_nodes(file);
    for (std::size_t row = 0; row < nodes.rows(); ++row) {
      const std::string& id = nodes.texts("id")[row];
      if (std::ranges::find(listed, id) == listed.end()) continue;
      const bool is_desk = nodes.codes("kind")[row] == desk;
      TimePanel& panel = panel_of(id);
      add_line(panel, "occupied", is_desk ? message("at work") : message("in use"), occupied[row]);
      add_line(panel, "waiting", message("on the list"), waiting[row]);
      add_capacity(panel, is_desk ? message("staff") : message("places"), places[row]);
    }
  }

  void add_absent(const char* column, const LocalizedText& label) {
    const Table& absent =
        sources_.results()[static_cast<std::size_t>(variant_)].table("/census_absent");
    CensusCounts counts = census_counts(absent, column, weeks_).front();
    if (sources_.privacy().hides_start_of_absence())
      hide_first_weeks(counts, weeks_, sources_.privacy().shown_from_day());
    add_line(panels_.front(), column, label, counts);
  }

  /// Behind those who are absent: what a variant has more or fewer places of is drawn for sure.
  void draw_changed_places_first() {
    const auto changed = [](const TimePanel& panel) {
      return std::ranges::any_of(panel.lines, [](const TimeLine& line) {
        return line.role == TimeLine::Role::capacity && line.variant > 0;
      });
    };
    const auto rest = std::stable_partition(panels_.begin() + 1, panels_.end(), changed);
    const auto count = static_cast<std::uint32_t>(rest - panels_.begin() - 1);
    drawn_ = std::max(drawn_, 1 + std::min(count, most_nodes_drawn));
  }

  TimePanel& panel_of(const std::string& id) {
    const auto found = std::ranges::find(panels_, id, &TimePanel::id);
    if (found != panels_.end()) return *found;
    const KpiLabels labels(sources_.results()[static_cast<std::size_t>(variant_)]);
    panels_.push_back({.id = id, .label = labels.of_node(id, sources_.language()), .lines = {}});
    return panels_.back();
  }

  TimeLine line_of(const TimePanel& panel, const char* what, const LocalizedText& label) const {
    TimeLine line;
    line.id = panel.id + "-" + what;
    line.label = text(label);
    line.variant = variant_;
    if (variant_ == 0) return line;
    line.id += "-" + std::to_string(variant_);
    line.label = text(message_in("of a variant", "{0} ({1})", line.label,
                                 variant_name(sources_, static_cast<std::size_t>(variant_ - 1))));
    return line;
  }

  void add_line(TimePanel& panel, const char* what, const LocalizedText& label,
                const CensusCounts& counts) {
    TimeLine line = line_of(panel, what, label);
    fill_in(line, counts);
    panel.lines.push_back(std::move(line));
  }

  /// Of a variant only where it differs from the base.
  void add_capacity(TimePanel& panel, const LocalizedText& label, const CensusCounts& counts) {
    TimeLine line = line_of(panel, "places", label);
    line.role = TimeLine::Role::capacity;
    fill_in(line, counts);
    const bool unlimited =
        std::ranges::none_of(line.mean, [](double places) { return places >= 0; });
    const auto of_base = std::ranges::find_if(panel.lines, [](const TimeLine& each) {
      return each.role == TimeLine::Role::capacity && each.variant == 0;
    });
    const bool as_base = variant_ > 0 && of_base != panel.lines.end() && of_base->mean == line.mean;
    if (!unlimited && !as_base) panel.lines.push_back(std::move(line));
  }

  ReportSources& sources_;
  std::vector<std::int32_t> weeks_;
  std::vector<TimePanel> panels_;
  std::uint32_t drawn_ = 1;
  int variant_ = 0;
};

/// When interventions hold, those of the variants too. What holds over the whole period is not
/// shaded: it tells no part from another.
std::vector<TimeShade> shades_of(ReportSources& sources) {
  const auto end = static_cast<double>(sources.base().integer("period_days"));
  std::vector<TimeShade> shades;
  std::set<std::string> known;
  for (ResultReader& file : sources.results()) {
    const Scenario scenario = load_resolved(file.path(), file.resolved()).scenario;
    const KpiLabels labels(file);
    for (const Intervention& each : scenario.interventions) {
      const double from = std::max(each.profile.from.days(), 0.0);
      const double to = std::min(each.profile.until.days(), end);
      if (!(to > from) || (from <= 0 && to >= end) || !known.insert(each.id).second) continue;
      shades.push_back({.label = labels.of_intervention(each.id, sources.language()),
                        .from_day = from,
                        .to_day = to});
    }
  }
  return shades;
}

}  // namespace

ReportChart years_chart(ReportSources& sources) {
  YearsPanels panels(sources);
  TimeChart chart;
  chart.days = panels.days();
  chart.drawn = panels.drawn();
  chart.panels = std::move(panels).panels();
  chart.start_date = sources.base().text("start_date");
  chart.shades = shades_of(sources);
  chart.y_label = sources.localized(message("youths"));
  const bool several = sources.base().integer("replications") > 1;
  LocalizedText summary =
      several ? message(
                    "A line is the mean of all simulated futures. In 8 of 10 possible "
                    "futures the number lies in the band. The bars are the noise of "
                    "simulating: how precisely the line itself is known.")
              : message("This is one possible future, which tells nothing of chance.");
  if (several && sources.variants() > 0)
    summary +=
        std::string(" ") + message(
                               "Bands and bars are drawn of going on unchanged only: those of the "
                               "variants would lie over them. How precisely a difference is known "
                               "stands under What changes.");
  chart.head = {.id = "years",
                .title = sources.localized(message("Week by week")),
                .summary = sources.localized(summary),
                .unit = chart.y_label,
                .source = sources.chart_source()};
  hide_start(chart, sources.privacy());
  std::vector<ReportTable> tables = years_tables(sources, chart);
  ReportTable first = std::move(tables.front());
  tables.erase(tables.begin());
  return {.chart = std::move(chart), .table = std::move(first), .more_tables = std::move(tables)};
}

}  // namespace doorstroom
