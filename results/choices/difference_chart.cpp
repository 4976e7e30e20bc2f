#include <fmt/format.h>

#include <cmath>

#include "results/choices/choices.hpp"
#include "results/comparison/comparison_text.hpp"
#include "results/report/verdict_words.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

class DifferenceChart {
 public:
  explicit DifferenceChart(ReportSources& sources) : sources_(sources) {}

  ReportChart made() {
    add_head();
    for (std::size_t variant = 0; variant < sources_.variants(); ++variant) add_variant(variant);
    return {.chart = std::move(chart_), .table = std::move(table_)};
  }

 private:
  std::string localized(const LocalizedText& text) const { return sources_.localized(text); }
  ReportCell number(double value) const {
    constexpr double shown_as_zero = 0.05;  // never "-0.0"
    return {.text = localized(grouped(std::abs(value) < shown_as_zero ? 0 : value, 1)),
            .value = value};
  }

  void add_head() {
    const bool is_single = sources_.variants() == 1;
    chart_.head = {
        .id = "difference",
        .title = localized(is_single ? message("What this changes: {0}", variant_name(sources_, 0))
                                     : message("What the variants change")),
        .summary = localized(message(
            "The difference with going on unchanged. A bar that lies wholly beyond one of the two "
            "outer lines matters. The words beside each bar are its verdict.")),
        .unit = localized(message("differences that matter")),
        .source = sources_.chart_source()};
    chart_.axis = localized(message("times the smallest difference that matters"));
    chart_.from_zero = false;
    chart_.marks = {{.at = -1, .label = localized(message("matters, lower"))},
                    {.at = 0, .label = localized(message("no difference"))},
                    {.at = 1, .label = localized(message("matters, higher"))}};
    table_.id = "difference-table";
    table_.caption = localized(message("Differences, and how often the difference that matters"));
    table_.corner = localized(message("Figure"));
    for (const LocalizedText& label :
         {message("Difference"), message("Matters from"), message("Verdict")})
      table_.columns.push_back({.label = localized(label), .units = {}, .numeric = false});
    for (const LocalizedText& label :
         {message("From, times that"), message("Middle"), message("To")})
      table_.columns.push_back({.label = localized(label), .units = "1"});
    table_.folded = true;
  }

  void add_variant(std::size_t variant) {
    std::vector<VerdictSpan> spans = verdict_spans(sources_, variant);
    if (spans.size() > 1) spans.pop_back();  // the mean of all years says least of them
    for (const VerdictSpan& span : spans) add_span(variant_name(sources_, variant), span);
  }

  /// The heading above bars: of a single variant, which the title names, only the time.
  std::string group_of(const std::string& name, const VerdictSpan& span) const {
    if (sources_.variants() == 1) return with_capital(span.when);
    return span.when.empty() ? name : localized(message("{0}, {1}", name, span.when));
  }

  void add_span(const std::string& name, const VerdictSpan& span) {
    const std::string group = group_of(name, span);
    for (const Judged& judged : span.verdicts) {
      const std::string label = sources_.label(judged.figure.kpi);
      const double one = judged.figure.smallest_relevant;
      const Interval& difference = judged.paired.difference;
      const double low = difference.low / one;
      const double middle = difference.mean / one;
      const double high = difference.high / one;
      chart_.rows.push_back({.label = label,
                             .group = group,
                             .low = low,
                             .middle = middle,
                             .high = high,
                             .text = localized(difference_words(judged)),
                             .tone = tone_of(judged)});
      table_.rows.push_back(
          {.header = group.empty() ? label : fmt::format("{}. {}", group, label),
           .cells = {{.text = localized(span_text(judged.figure.kpi, difference)), .value = {}},
                     {.text = localized(smallest_text(judged)), .value = {}},
                     {.text = localized(verdict_words(judged)), .value = {}},
                     number(low),
                     number(middle),
                     number(high)}});
    }
  }

  ReportSources& sources_;
  IntervalChart chart_{};
  ReportTable table_{};
};

}  // namespace

ReportChart difference_chart(ReportSources& sources) {
  if (sources.comparison() == nullptr)
    throw input_error(
        message("there is no difference to show: only one result was given\n  name a variant "
                "behind the base"));
  return DifferenceChart(sources).made();
}

}  // namespace doorstroom
