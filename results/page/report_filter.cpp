#include "results/page/report_filter.hpp"

#include <algorithm>
#include <limits>

#include "models/messages/message.hpp"
#include "results/report/hidden_start.hpp"

namespace doorstroom {
namespace {

class ReportFilter {
 public:
  ReportFilter(const Privacy& privacy, Language language)
      : privacy_(privacy), language_(language) {}

  void clean(std::string& text) const {
    text = without_folders(text);
    if (privacy_.hides_parameters_of_start()) text = without_start_counts(text);
  }

  void clean(ReportText& block) const {
    clean(block.text);
    if (block.link) clean(block.link->text);
  }
  void clean(ReportHeading& block) const { clean(block.text); }
  void clean(ReportList& block) const {
    clean(block.caption);
    clean_all(block.items);
  }
  void clean(ReportStory& block) const {
    clean(block.title);
    clean_all(block.lines);
  }
  void clean(ReportChart& block) const {
    clean(block.chart);
    clean(block.table);
    clean_all(block.more_tables);
  }
  void clean(Chart& chart) const {
    std::visit([this](auto& each) { clean(each); }, chart);
  }
  void clean(ReportTable& table) const {
    for (std::string* text : {&table.caption, &table.corner, &table.note}) clean(*text);
    for (ReportRow& row : table.rows) clean(row, table.columns);
    for (ReportColumn& column : table.columns) clean(column.label);
  }
  void clean(SliderBlock& block) const {
    clean(block.sweep);
    for (SliderKnob& knob : block.knobs) clean(knob.label);
    for (SliderFigure& figure : block.figures) {
      clean(figure.label);
      clean(figure.check);
    }
  }
  void clean(ReportSection& section) const {
    clean(section.title);
    for (ReportBlock& block : section.blocks) {
      const auto* const sliders = std::get_if<SliderBlock>(&block);
      if (sliders && moves_start(*sliders))
        block = ReportText{
            .text = message("These sliders are left out: they move how many youths are there on "
                            "the start date, and these are youths of the real region.")
                        .in(language_),
            .role = ReportText::Role::note};
      std::visit([this](auto& each) { clean(each); }, block);
    }
  }

 private:
  template <class Each>
  void clean_all(std::vector<Each>& all) const {
    for (Each& each : all) clean(each);
  }

  /// The numbers of a parameter of `today` may stand beside its name, or below it.
  void clean(ReportRow& row, const std::vector<ReportColumn>& columns) const {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      ReportCell& cell = row.cells[i];
      const bool of_start =
          names_start(row.header) || (i < columns.size() && names_start(columns[i].label));
      const bool has_number = cell.value || cell.text.find_first_of("0123456789") != cell.text.npos;
      if (privacy_.hides_parameters_of_start() && of_start && has_number)
        cell = {.text = "...", .value = {}};
      clean(cell.text);
    }
    clean(row.header);
  }

  void clean(ChartHead& head) const {
    for (std::string* text : {&head.title, &head.summary, &head.unit, &head.source}) clean(*text);
  }
  void clean_marks(std::vector<ChartMark>& marks) const {
    for (ChartMark& mark : marks) clean(mark.label);
  }
  void clean(CurveChart& chart) const {
    clean(chart.head);
    clean(chart.x_label);
    clean(chart.y_label);
    for (Curve& curve : chart.curves) clean(curve.label);
    clean_marks(chart.marks);
  }
  void clean(IntervalChart& chart) const {
    clean(chart.head);
    clean(chart.axis);
    clean_marks(chart.marks);
    for (IntervalRow& row : chart.rows) {
      const bool hides_row = privacy_.hides_parameters_of_start() && names_start(row.label);
      if (hides_row) row.low = row.middle = row.high = std::numeric_limits<double>::quiet_NaN();
      for (std::string* text : {&row.label, &row.group, &row.text}) clean(*text);
    }
  }
  void clean(MapChart& chart) const {
    clean(chart.head);
    clean_all(chart.variants);
    for (MapNode& node : chart.nodes) clean(node.label);
    hide_start(chart, privacy_);
  }
  void clean(TimeChart& chart) const {
    clean(chart.head);
    clean(chart.y_label);
    for (TimeShade& shade : chart.shades) clean(shade.label);
    for (TimePanel& panel : chart.panels) {
      clean(panel.label);
      for (TimeLine& line : panel.lines) clean(line.label);
    }
    hide_start(chart, privacy_);
  }

  bool moves_start(const SliderBlock& block) const {
    return privacy_.hides_parameters_of_start() &&
           std::ranges::any_of(
               block.knobs, [](const SliderKnob& knob) { return knob.path.starts_with("today."); });
  }

  const Privacy& privacy_;
  Language language_;
};

}  // namespace

void filter(Report& report, const Privacy& privacy) {
  const ReportFilter filter(privacy, report.language);
  for (std::string* text : {&report.title, &report.subtitle, &report.program}) filter.clean(*text);
  for (ReportSection& section : report.sections) filter.clean(section);
  for (auto& [key, word] : report.words) filter.clean(word);
}

void filter(Chart& chart, const Privacy& privacy) {
  ReportFilter(privacy, Language::en).clean(chart);
}

}  // namespace doorstroom
