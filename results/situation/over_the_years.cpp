#include <algorithm>
#include <cmath>

#include "models/messages/message.hpp"
#include "results/comparison/comparison.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/figures/year_spread.hpp"
#include "results/report/figure_cells.hpp"
#include "results/situation/situation.hpp"
#include "results/stats/paired.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

KpiName arrivals() {
  return {.node = {}, .column = "arrived"};
}

class YearsReport {
 public:
  explicit YearsReport(ReportSources& sources)
      : sources_(sources), file_(sources.base()), years_(years_of(file_)) {
    for (const Declared& declared : declared_figures(sources.scenario(), file_))
      if (declared.kpi.year < 0) figures_.push_back(declared.kpi);
  }

  /// Which main figures are higher in the last year than in the first, and which lower.
  LocalizedText trend_sentence() const {
    std::vector<LocalizedText> higher;
    std::vector<LocalizedText> lower;
    for (const KpiName& figure : figures_) {
      const PairedDifference difference = last_beside_first(figure);
      if (!is_effect(difference)) continue;
      (difference.difference.mean > 0 ? higher : lower).emplace_back(sources_.label(figure));
    }
    LocalizedText text;
    const auto add = [&text](const LocalizedText& sentence) {
      text = text.empty() ? sentence : text + std::string(" ") + sentence;
    };
    if (!higher.empty())
      add(message("Higher in {0} than in {1}: {2}.", year(years_ - 1), year(0),
                  between_semicolons(higher)));
    if (!lower.empty())
      add(message("Lower in {0} than in {1}: {2}.", year(years_ - 1), year(0),
                  between_semicolons(lower)));
    if (text.empty())
      return message(
          "We cannot tell yet whether any of the main figures is higher or lower in {0} "
          "than in {1}.",
          year(years_ - 1), year(0));
    if (higher.size() + lower.size() < figures_.size())
      add(message("Of the other main figures we cannot tell yet."));
    return text;
  }

  /// That more or fewer youths come: an input of the model, not what it finds.
  LocalizedText arrivals_sentence() const {
    if (!tells_arrivals()) return {};
    const PairedDifference difference = last_beside_first(arrivals());
    if (!is_effect(difference)) return {};
    const auto text = [&](int in_year) {
      const Interval mean = t_interval(values(arrivals(), in_year));
      return NumberText(arrivals().definition().units, mean).value(mean.mean);
    };
    return difference.difference.mean > 0
               ? message("The scenario assumes that more youths come: {0} in {1}, {2} in {3}.",
                         text(0), year(0), text(years_ - 1), year(years_ - 1))
               : message("The scenario assumes that fewer youths come: {0} in {1}, {2} in {3}.",
                         text(0), year(0), text(years_ - 1), year(years_ - 1));
  }

  ReportTable trends() const {
    ReportTable table{
        .id = "years-trends",
        .caption = sources_.localized(
            message("The main figures, {0} beside {1}", year(years_ - 1), year(0))),
        .corner = sources_.localized(message("Main figure")),
        .columns = {{sources_.localized(year(0)), ""},
                    {sources_.localized(year(years_ - 1)), ""},
                    {sources_.localized(message("difference")), ""}},
        .rows = {},
        .note = sources_.localized(message(
            "The differences hold together with 95% confidence, as far as the noise of simulating "
            "goes. Why a figure changes, they do not tell."))};
    std::vector<KpiName> figures = figures_;
    if (tells_arrivals()) figures.push_back(arrivals());
    for (const KpiName& figure : figures) {
      const std::string_view units = figure.definition().units;
      const PairedDifference difference = last_beside_first(figure);
      ReportRow row{.header = sources_.label(figure), .cells = {}};
      for (const int each : {0, years_ - 1})
        row.cells.push_back(
            noise_cell(units, t_interval(values(figure, each)), sources_.language()));
      row.cells.push_back(word_cell(trend(figure, difference), sources_.language()));
      if (std::isfinite(difference.difference.mean))
        row.cells.back().value = difference.difference.mean;
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  bool has_trends() const {
    return years_ > 1 && !figures_.empty() && file_.integer("replications") > 1;
  }

  ReportTable means() const {
    ReportTable table =
        empty_table("years-means", message("The main figures year by year, mean of all futures"));
    table.note =
        sources_.localized(message("Behind ± stands the 95% interval of the noise of simulating."));
    for (const KpiName& figure : figures_) add_column(table, figure);
    for (int each = 0; each < years_; ++each) {
      ReportRow row{.header = sources_.localized(year(each)), .cells = {}};
      for (const KpiName& figure : figures_)
        row.cells.push_back(noise_cell(figure.definition().units, t_interval(values(figure, each)),
                                       sources_.language()));
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  /// What one single year of one future may bring.
  ReportTable spread() const {
    ReportTable table = empty_table(
        "years-spread", message("The main figures year by year, P10 to P90 of one single year"));
    table.note = sources_.localized(
        message("A region lives one future. In 8 of 10 possible futures, the figure of that year "
                "lies between these two numbers."));
    const Table& spread = file_.table("/year_spread");
    std::vector<KpiName> figures;
    for (const KpiName& figure : figures_)
      if (figure.is_of_system()) figures.push_back(figure);
    for (const KpiName& figure : figures) add_column(table, figure);
    for (int each = 0; each < years_; ++each) {
      ReportRow row{.header = sources_.localized(year(each)), .cells = {}};
      for (const KpiName& figure : figures) {
        const NumberText text(figure.definition().units, t_interval(values(figure, each)));
        const std::size_t at = spread_row(spread, figure.column, each);
        const double p10 = spread.numbers("p10")[at];
        const double p90 = spread.numbers("p90")[at];
        row.cells.push_back(word_cell(text.between(p10, p90), sources_.language()));
      }
      table.rows.push_back(std::move(row));
    }
    return table;
  }

 private:
  /// How many youths come is told as a mean of many; of real youths no sum may be told.
  bool tells_arrivals() const {
    return std::ranges::find(figures_, arrivals()) == figures_.end() &&
           !sources_.privacy().hides_anything();
  }

  LocalizedText year(int number) const { return sources_.labels().of_year(number); }

  /// NaN in a year of which nothing may be told.
  std::vector<double> values(KpiName figure, int in_year) const {
    figure.year = in_year;
    std::vector<double> values = kpi_values(file_, figure);
    if (!figure.node.empty() && sources_.privacy().hides_year_of(figure.node, in_year))
      std::ranges::fill(values, no_number);
    return values;
  }

  PairedDifference last_beside_first(const KpiName& figure) const {
    return compare_pairs(values(figure, 0), values(figure, years_ - 1),
                         {0.95, static_cast<std::uint32_t>(figures_.size() + 1)});
  }

  static LocalizedText trend(const KpiName& figure, const PairedDifference& difference) {
    const Interval& interval = difference.difference;
    if (!is_effect(difference)) return message("we cannot tell yet");
    const NumberText text = NumberText::of_difference(figure.definition().units, interval);
    const bool higher = interval.mean > 0;
    const double least = higher ? interval.low : -interval.high;
    const double most = higher ? interval.high : -interval.low;
    const bool from_nothing = text.shows_alike(least, 0) && !text.shows_alike(least, most);
    const LocalizedText size =
        from_nothing ? message_in("size of a difference", "up to {0}", text.value(most))
                     : text.between(least, most);
    return higher ? message("{0} higher", size) : message("{0} lower", size);
  }

  ReportTable empty_table(const char* id, const LocalizedText& caption) const {
    return {.id = id,
            .caption = sources_.localized(caption),
            .corner = sources_.localized(message("Year")),
            .columns = {},
            .rows = {}};
  }

  void add_column(ReportTable& table, const KpiName& figure) const {
    table.columns.push_back({sources_.label(figure), std::string(figure.definition().units)});
  }

  ReportSources& sources_;
  ResultReader& file_;
  int years_;
  std::vector<KpiName> figures_;  ///< main figures, over the whole period
};

}  // namespace

ReportSection over_the_years(ReportSources& sources) {
  ReportSection section{
      .id = "over-the-years", .title = sources.localized(message("Over the years")), .blocks = {}};
  const auto add = [&](auto block) { section.blocks.emplace_back(std::move(block)); };
  const YearsReport years(sources);
  const bool several = sources.base().integer("replications") > 1;
  if (years.has_trends()) {
    add(ReportText{sources.localized(years.trend_sentence()), ReportText::Role::lead});
    if (const LocalizedText text = years.arrivals_sentence(); !text.empty())
      add(ReportText{sources.localized(text)});
  } else if (!several) {
    add(ReportText{sources.localized(
        message("With one replication we cannot tell whether a figure rises or falls."))});
  }
  add(years_chart(sources));
  if (years.has_trends()) add(years.trends());
  add(years.means());
  if (several) add(years.spread());
  return section;
}

}  // namespace doorstroom
