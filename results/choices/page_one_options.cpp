#include "results/choices/page_one_options.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "results/choices/page_one_digits.hpp"
#include "results/choices/page_one_places.hpp"
#include "results/figures/breakdown_values.hpp"
#include "results/report/verdict_words.hpp"
#include "results/stats/intervals.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t most_variants = 2;
constexpr std::size_t most_funders = 5;

/// The figures of youths, in the order of the table.
constexpr std::array page_one_figures{"placement_days_mean", "absent_13w_mean",
                                      "dropouts_per_year"};
constexpr const char* cost_figure = "cost_euro_per_year";

KpiName system_figure(const char* column, int year = -1) {
  return {{}, column, year};
}

std::ptrdiff_t count_of(const ComparedVariant& variant, VerdictSense sense) {
  return std::ranges::count_if(variant.verdicts, [sense](const Judged& judged) {
    return sense_of(judged) == sense && !is_money(judged.figure.kpi);
  });
}

class PageOneTable {
 public:
  PageOneTable(ReportSources& sources, const FoundCapacity* found)
      : sources_(sources), shown_(variants_on_page_one(sources)), years_(years_of(sources.base())) {
    const bool is_option =
        found != nullptr && found->has_answer() && shown_.size() < most_variants &&
        std::ranges::all_of(found->knobs(), [](const FoundKnob& knob) { return knows_now(knob); });
    if (is_option) found_ = found;
  }

  ReportTable table() {
    add_columns();
    for (const char* figure : page_one_figures) add_figure(figure);
    add_targets();
    add_places();
    add_figure(cost_figure);
    add_interventions();
    add_funders();
    table_.note = sources_.localized(note());
    return std::move(table_);
  }

 private:
  std::string localized(const LocalizedText& text) const { return sources_.localized(text); }

  void add_columns() {
    table_.id = "page-one-options";
    table_.caption =
        localized(shown_.empty() ? message("What to expect") : message("The options side by side"));
    table_.corner = localized(message("Figure"));
    const std::string first_year = localized(sources_.labels().of_year(0));
    const auto add = [&](const LocalizedText& label) {
      table_.columns.push_back({.label = localized(label), .units = {}});
    };
    add(message("Unchanged, first year ({0})", first_year));
    if (years_ > 1)
      add(message("Unchanged, last year ({0})", localized(sources_.labels().of_year(years_ - 1))));
    add(years_ > 1 ? message("Unchanged, mean of all years") : message("Unchanged"));
    for (const std::size_t variant : shown_) add(variant_name(sources_, variant));
    if (found_ != nullptr) add(found_->answer());
  }

  static bool knows_now(const FoundKnob& knob) {
    return knob.path.starts_with("arrangements.") && knob.path.ends_with(".places") &&
           !std::isnan(knob.now);
  }

  std::vector<int> single_years() const { return years_on_page_one(sources_); }

  ResultReader& result(std::size_t option) {
    return option == 0 ? sources_.base() : sources_.results()[shown_[option - 1] + 1];
  }
  std::size_t options() const { return shown_.size() + 1; }

  /// "38 (31 to 46)": the mean, and between what 8 of 10 futures lie.
  ReportCell cell(const Estimate& estimate, const NumberText& numbers) const {
    const double mean = estimate.mean.mean;
    if (std::isnan(mean)) return {.text = "-", .value = {}};
    const bool varies = estimate.mean.count > 1 && estimate.p90 > estimate.p10;
    return {.text = localized(varies ? numbers.value_and_bounds(mean, estimate.p10, estimate.p90)
                                     : numbers.value(mean)),
            .value = mean};
  }

  /// Adds what `compare` says of the figure, where it was asked.
  void add_verdict(ReportCell& cell, std::size_t option, const KpiName& kpi) const {
    if (option == 0) return;
    for (const Judged& judged : sources_.comparison()->variants[shown_[option - 1]].verdicts)
      if (judged.figure.kpi == kpi)
        cell.text = localized(message("{0}: {1}", cell.text, verdict_words(judged)));
  }

  void add_figure(const char* column) {
    const KpiName kpi = system_figure(column);
    const NumberText numbers = page_one_digits(sources_, kpi);
    ReportRow row{.header = sources_.label(kpi), .cells = {}};
    const auto add = [&](ResultReader& file, int year) {
      row.cells.push_back(
          cell(estimate_of(kpi_values(file, system_figure(column, year))), numbers));
    };
    for (const int year : single_years()) add(sources_.base(), year);
    for (std::size_t option = 0; option < options(); ++option) {
      add(result(option), -1);
      add_verdict(row.cells.back(), option, kpi);
    }
    if (found_ != nullptr) row.cells.push_back(found_figure(kpi, numbers));
    table_.rows.push_back(std::move(row));
  }

  /// The figures that a search was to bring to a target, where they do not stand there already.
  void add_targets() {
    if (found_ == nullptr) return;
    for (const KpiName& kpi : found_->target_figures()) {
      if (is_on_page_one(kpi)) continue;
      const std::vector<Estimate> estimates =
          by_option([&](ResultReader& file) { return kpi_values(file, kpi); });
      const NumberText numbers = common_digits(kpi.definition().units, means_of(estimates));
      add_options(sources_.label(kpi), estimates, numbers);
      table_.rows.back().cells.push_back(found_figure(kpi, numbers));
    }
  }

  /// @param values_of  from the result of an option, one value per replication
  template <class ValuesOf>
  std::vector<Estimate> by_option(ValuesOf values_of) {
    std::vector<Estimate> estimates;
    for (std::size_t option = 0; option < options(); ++option)
      estimates.push_back(estimate_of(values_of(result(option))));
    return estimates;
  }

  static std::vector<Interval> means_of(const std::vector<Estimate>& estimates) {
    std::vector<Interval> means;
    for (const Estimate& each : estimates) means.push_back(each.mean);
    return means;
  }

  /// A row of what is not told of single years. @param estimates  by each option
  void add_options(std::string name, const std::vector<Estimate>& estimates,
                   const NumberText& numbers) {
    ReportRow row{.header = std::move(name), .cells = {}};
    row.cells.resize(single_years().size(), {.text = "-", .value = {}});
    for (const Estimate& each : estimates) row.cells.push_back(cell(each, numbers));
    table_.rows.push_back(std::move(row));
  }

  /// What is known of a figure with the capacity that was found.
  ReportCell found_figure(const KpiName& kpi, const NumberText& numbers) const {
    if (is_money(kpi)) return found_paid({""}, numbers);
    const std::optional<Estimate> figure = found_->figure(kpi);
    return figure ? cell(*figure, numbers) : ReportCell{.text = "-", .value = {}};
  }
  ReportCell found_paid(const std::vector<std::string>& funders, const NumberText& numbers) const {
    double euro = 0;
    for (const std::string& funder : funders) euro += found_->paid(funder);
    return {.text = localized(numbers.value(euro)), .value = euro};
  }
  ReportCell found_places() {
    double places = *places_cell(0, -1).value;
    double more = 0;
    for (const FoundKnob& knob : found_->knobs()) more += knob.answer - knob.now;
    places += more;
    return {.text = localized(
                more > 0 ? message("{0} ({1} more)", places_text(places), places_text(more))
                         : places_text(places)),
            .value = places};
  }

  ReportCell places_cell(std::size_t option, int year) {
    const double places = places_in_all(result(option), year);
    return {.text = localized(places_text(places)), .value = places};
  }

  const KpiLabels& labels_of(std::size_t option) const {
    return option == 0 ? sources_.labels()
                       : sources_.comparison()->variants[shown_[option - 1]].labels;
  }

  void add_places() {
    ReportRow row{.header = localized(message("Places in all")), .cells = {}};
    for (const int year : single_years()) row.cells.push_back(places_cell(0, year));
    for (std::size_t option = 0; option < options(); ++option) {
      ReportCell places = places_cell(option, -1);
      if (option > 0) {
        const std::optional<LocalizedText> changes = changes_in_places(
            sources_.base(), result(option), labels_of(option), years_, sources_.language());
        if (changes)
          places.text = localized(
              years_ > 1 ? message("{0} ({1}: {2})", places.text,
                                   localized(sources_.labels().of_year(years_ - 1)), *changes)
                         : message("{0} ({1})", places.text, *changes));
      }
      row.cells.push_back(std::move(places));
    }
    if (found_ != nullptr) row.cells.push_back(found_places());
    table_.rows.push_back(std::move(row));
  }

  /// The largest funders by the base, each by itself; the others together.
  void add_funders() {
    std::vector<std::string> funders = funders_in(sources_.base());
    for (std::size_t option = 1; option < options(); ++option)
      for (const std::string& funder : funders_in(result(option)))
        if (std::ranges::find(funders, funder) == funders.end()) funders.push_back(funder);
    if (funders.size() < 2) return;
    has_funders_ = true;
    std::ranges::stable_sort(funders, std::ranges::greater{}, [&](const std::string& funder) {
      return t_interval(paid_by(sources_.base(), funder)).mean;
    });
    const std::size_t apart = funders.size() > most_funders ? most_funders - 1 : funders.size();
    for (std::size_t i = 0; i < apart; ++i)
      add_funder(
          message("paid by {0}", sources_.labels().of_funder(funders[i], sources_.language())),
          {funders[i]});
    if (apart < funders.size())
      add_funder(message("paid by all others"),
                 {funders.begin() + static_cast<std::ptrdiff_t>(apart), funders.end()});
  }

  void add_funder(const LocalizedText& name, const std::vector<std::string>& funders) {
    const std::vector<Estimate> paid =
        by_option([&](ResultReader& file) { return paid_together(file, funders); });
    const NumberText numbers = digits_of_cost(paid);
    add_options(localized(name), paid, numbers);
    if (found_ != nullptr) table_.rows.back().cells.push_back(found_paid(funders, numbers));
  }

  /// What the interventions cost by themselves, where any does.
  void add_interventions() {
    std::vector<Estimate> paid = by_option(paid_for_interventions);
    if (std::ranges::none_of(paid, [](const Estimate& each) { return each.mean.mean > 0; })) return;
    // What is agreed upon is told to a thousand: parts of years make it look more exact than it is.
    constexpr double rounds_to_a_thousand = 2000;
    for (Estimate& each : paid)
      each.mean = {each.mean.mean, each.mean.mean - rounds_to_a_thousand,
                   each.mean.mean + rounds_to_a_thousand, each.mean.count};
    const NumberText numbers = digits_of_cost(paid);
    add_options(localized(message("of which interventions")), paid, numbers);
    for (std::size_t option = 0; option < options(); ++option) {
      ReportCell& told = table_.rows.back().cells[single_years().size() + option];
      if (years_ > 1 && *told.value > 0)
        told.text =
            localized(message("{0} ({1} in all)", told.text, numbers.value(*told.value * years_)));
    }
    if (found_ != nullptr) table_.rows.back().cells.push_back({.text = "-", .value = {}});
  }

  static NumberText digits_of_cost(const std::vector<Estimate>& paid) {
    return common_digits("EUR/year", means_of(paid));
  }

  static std::vector<double> paid_together(ResultReader& file,
                                           const std::vector<std::string>& funders) {
    std::vector<double> paid(file.table("/replications").rows(), 0.0);
    for (const std::string& funder : funders) {
      const std::vector<double> more = paid_by(file, funder);
      std::ranges::transform(paid, more, paid.begin(), std::plus{});
    }
    return paid;
  }

  LocalizedText note() const {
    std::vector<LocalizedText> parts{
        sources_.base().integer("replications") > 1
            ? message("In brackets: in 8 of 10 possible futures the figure lies between these.")
            : message("One possible future: it tells nothing of chance.")};
    parts.push_back(years_ > 1 ? message(" Columns of options are means of all years.")
                               : message(" All columns are of that one year."));
    if (has_funders_)
      parts.push_back(
          message(" What each pays is kept by calendar year, so it is not known of one school "
                  "year; parts may differ from the sum by rounding."));
    if (!shown_.empty())
      parts.push_back(message(
          " Better, worse and too small are verdicts on the difference with Unchanged, over "
          "all years. Each option meets the same futures, so a difference is known better "
          "than the brackets suggest; bounds in the answer are 95%, of the noise of "
          "simulating. What matters is assumed, too."));
    if (sources_.variants() > shown_.size())
      parts.push_back(
          message(" Shown are the variants that are better on the most headline figures, or were "
                  "named first."));
    if (found_ != nullptr)
      parts.push_back(
          message(" Of the capacity that was found, a dash tells that the search did not look at "
                  "the figure."));
    return joined(parts);
  }

  ReportSources& sources_;
  const FoundCapacity* found_ = nullptr;
  std::vector<std::size_t> shown_;
  int years_;
  bool has_funders_ = false;
  ReportTable table_{};
};

}  // namespace

std::vector<std::size_t> variants_on_page_one(ReportSources& sources) {
  std::vector<std::size_t> order(sources.variants());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  if (order.size() <= most_variants) return order;
  const std::vector<ComparedVariant>& variants = sources.comparison()->variants;
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    const auto better_a = count_of(variants[a], VerdictSense::better);
    const auto better_b = count_of(variants[b], VerdictSense::better);
    if (better_a != better_b) return better_a > better_b;
    return count_of(variants[a], VerdictSense::worse) < count_of(variants[b], VerdictSense::worse);
  });
  order.resize(most_variants);
  std::ranges::sort(order);
  return order;
}

ReportTable page_one_options(ReportSources& sources, const FoundCapacity* found) {
  return PageOneTable(sources, found).table();
}

}  // namespace doorstroom
