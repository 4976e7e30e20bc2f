#include "results/choices/page_one_answer.hpp"

#include <algorithm>
#include <cmath>

#include "results/choices/option_assumptions.hpp"
#include "results/choices/page_one_digits.hpp"
#include "results/choices/page_one_options.hpp"
#include "results/comparison/comparison_text.hpp"
#include "results/report/verdict_words.hpp"
#include "results/situation/waiting_lists.hpp"
#include "results/stats/intervals.hpp"
#include "results/stats/paired.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"

namespace doorstroom {
namespace {

class PageOneAnswer {
 public:
  PageOneAnswer(ReportSources& sources, const AssumptionNames& assumptions)
      : sources_(sources), assumptions_(assumptions) {}

  std::vector<ReportBlock> blocks() {
    if (sources_.variants() == 0)
      add_unchanged();
    else
      add_variants(variants_on_page_one(sources_));
    return std::move(blocks_);
  }

 private:
  std::string localized(const LocalizedText& text) const { return sources_.localized(text); }
  void add(const LocalizedText& text) {
    blocks_.emplace_back(ReportText{.text = localized(text), .role = ReportText::Role::lead});
  }

  LocalizedText mean_text(const char* column) {
    const KpiName kpi{{}, column, -1};
    const double mean = t_interval(kpi_values(sources_.base(), kpi)).mean;
    return page_one_digits(sources_, kpi).value(mean);
  }

  void add_unchanged() {
    add_trend();
    add(
        message("In the mean of all years {0} youths are absent for more than 13 weeks at any "
                "moment.",
                mean_text("absent_13w_mean")));
    add(message("Who gets a place waits {0} for it on average, from the first signal. {1}",
                weeks_text("placement_days_mean"), longest_list_text()));
  }

  /// What the first figure of the table does over the years when nothing changes.
  void add_trend() {
    const int years = years_of(sources_.base());
    if (years < 2)
      return add(
          message("If nothing changes, {0} youths drop out.", mean_text("dropouts_per_year")));
    const auto in_year = [&](int year) {
      const KpiName kpi{{}, "dropouts_per_year", year};
      return page_one_digits(sources_, {{}, "dropouts_per_year", -1})
          .value(t_interval(kpi_values(sources_.base(), kpi)).mean);
    };
    add(message("If nothing changes, {0} youths drop out in {1}, and {2} in {3}.", in_year(0),
                sources_.labels().of_year(0), in_year(years - 1),
                sources_.labels().of_year(years - 1)));
  }

  /// The mean of a time in words of a sentence: "9.1 weeks".
  LocalizedText weeks_text(const char* column) {
    const std::string text = localized(mean_text(column));
    return message("{0} weeks", text.substr(0, text.find_last_of(' ')));
  }

  LocalizedText longest_list_text() {
    std::vector<LocalizedText> names;
    for (const WaitingList& list : waiting_lists(sources_))
      if (list.may_be_longest()) names.emplace_back(list.label);
    if (names.empty()) return message("Nobody waits on a list.");
    if (names.size() == 1) return message("The longest list is at {0}.", names.front());
    if (names.size() <= most_ties_named)
      return message("The longest lists are at {0}: which is the longest, we cannot tell.",
                     all_of(names));
    names.resize(most_ties_named);
    return message("No list is shown to be the longest; among them are {0}.", all_of(names));
  }

  /// A verdict, and on which years.
  struct Told {
    const Judged* judged;
    const std::string* when;
  };

  static bool matters(const Judged& judged) {
    const VerdictSense sense = sense_of(judged);
    return sense == VerdictSense::better || sense == VerdictSense::worse ||
           sense == VerdictSense::matters;
  }

  /// How well an effect is supported: how far its interval is from zero, against what matters.
  static double support_of(const Judged& judged) {
    if (!is_effect(judged.paired)) return 0;
    const Interval& difference = judged.paired.difference;
    return std::min(std::abs(difference.low), std::abs(difference.high)) /
           judged.figure.smallest_relevant;
  }

  /// In the digits of the table, where the figure stands in it.
  LocalizedText level(const KpiName& kpi, const PairedDifference& paired, double value) const {
    return is_on_page_one(kpi) ? page_one_digits(sources_, kpi).value(value)
                               : level_words(kpi, paired, value);
  }

  LocalizedText figure_text(const Told& told) const {
    const KpiName& kpi = told.judged->figure.kpi;
    const PairedDifference& paired = told.judged->paired;
    const std::string label = sources_.label(kpi);
    const LocalizedText figure =
        told.when->empty() ? LocalizedText(label) : message("{0}, {1}", label, *told.when);
    return message(
        "{0}: {1} instead of {2}; {3}.", figure, level(kpi, paired, paired.other_mean),
        level(kpi, paired, paired.base_mean),
        message("{0}: {1}", bounds_text(kpi, paired.difference), verdict_words(*told.judged)));
  }

  /// @param shown  for which there is room
  void add_variants(const std::vector<std::size_t>& shown) {
    add_trend();
    for (const std::size_t variant : shown) add_variant(variant);
    std::vector<LocalizedText> others;
    for (std::size_t variant = 0; variant < sources_.variants(); ++variant)
      if (std::ranges::find(shown, variant) == shown.end())
        others.emplace_back('"' + variant_name(sources_, variant) + '"');
    if (!others.empty())
      add(message("Not on this page, which has no room left, but under What changes: {0}.",
                  all_of(others)));
  }

  /// A sentence or two on a variant: what matters, or that nothing is shown to.
  void add_variant(std::size_t variant) {
    const std::vector<VerdictSpan> spans = verdict_spans(sources_, variant);
    const std::string name = variant_name(sources_, variant);
    std::vector<Told> told;
    std::vector<Told> unclear;
    bool small = false;
    const std::size_t phases = spans.size() > 2 ? spans.size() - 1 : spans.size();
    for (std::size_t i = 0; i < phases; ++i)  // without the mean of all years behind phases
      for (const Judged& judged : spans[i].verdicts) {
        if (matters(judged)) told.push_back({&judged, &spans[i].when});
        if (sense_of(judged) == VerdictSense::unclear) unclear.push_back({&judged, &spans[i].when});
        small = small || sense_of(judged) == VerdictSense::negligible;
      }
    add_verdicts(name, told, unclear, small);
    add_assumptions(name, variant);
  }

  /// By which two numbers it differs most, and where all of them stand.
  void add_assumptions(const std::string& name, std::size_t variant) {
    const LocalizedText largest = largest_assumptions(sources_, assumptions_, variant);
    if (largest.empty()) return;
    blocks_.emplace_back(
        ReportText{.text = localized(message("\"{0}\" assumes above all: {1}.", name, largest)),
                   .role = ReportText::Role::plain,
                   .link = ReportLink{.to = assumptions_id(variant),
                                      .text = localized(message("All that it assumes"))}});
  }

  void add_verdicts(const std::string& name, std::vector<Told>& told, std::vector<Told>& unclear,
                    bool small) {
    if (told.empty() && unclear.empty() && !small)
      return add(message("The option \"{0}\": no verdict was asked.", name));
    const auto support = [](const Told& each) { return -support_of(*each.judged); };
    std::ranges::stable_sort(told, {}, support);
    std::ranges::stable_sort(unclear, {}, support);
    add(message("The option \"{0}\": {1}", name,
                told.empty() ? nothing_matters_text(unclear) : matters_text(told, unclear, small)));
  }

  /// The two differences that are supported best, and what it costs.
  LocalizedText matters_text(const std::vector<Told>& told, const std::vector<Told>& unclear,
                             bool small) const {
    constexpr std::size_t most_told = 2;
    const auto is_cost = [](const Told& each) { return is_money(each.judged->figure.kpi); };
    std::vector<Told> first(told.begin(), told.begin() + std::min(most_told, told.size()));
    const auto cost = std::ranges::find_if(told, is_cost);
    if (cost != told.end() && std::ranges::none_of(first, is_cost)) first.push_back(*cost);
    LocalizedText text = figure_text(first.front());
    const auto add_to = [&text](const LocalizedText& sentence) {
      text += std::string(" ") + sentence;
    };
    for (std::size_t i = 1; i < first.size(); ++i) add_to(figure_text(first[i]));
    if (told.size() > first.size()) add_to(message("More differences matter: see What changes."));
    const auto any = [&](VerdictSense sense, bool of_cost) {
      return std::ranges::any_of(told, [&](const Told& each) {
        return sense_of(*each.judged) == sense && is_cost(each) == of_cost;
      });
    };
    if (!any(VerdictSense::worse, false) && any(VerdictSense::better, false))
      add_to(any(VerdictSense::worse, true)
                 ? message("But for the cost, no main figure is shown to get worse.")
                 : message("No main figure is shown to get worse."));
    if (any(VerdictSense::worse, false) && !any(VerdictSense::better, false))
      add_to(any(VerdictSense::better, true)
                 ? message("But for the cost, no main figure is shown to get better.")
                 : message("No main figure is shown to get better."));
    if (!unclear.empty() && small)
      add_to(message("Other main figures change too little to matter, or we cannot tell yet."));
    else if (!unclear.empty())
      add_to(message("Of other main figures we cannot tell yet whether their change matters."));
    else if (small)
      add_to(message("Other main figures change too little to matter."));
    return text;
  }

  LocalizedText nothing_matters_text(const std::vector<Told>& unclear) const {
    if (unclear.empty())
      return message("All differences of the main figures are too small to matter.");
    return message("No difference is shown to matter, and of some we cannot tell yet. {0}",
                   figure_text(unclear.front()));
  }

  ReportSources& sources_;
  const AssumptionNames& assumptions_;
  std::vector<ReportBlock> blocks_{};
};

}  // namespace

std::vector<ReportBlock> page_one_answer(ReportSources& sources,
                                         const AssumptionNames& assumptions) {
  return PageOneAnswer(sources, assumptions).blocks();
}

}  // namespace doorstroom
