#include "results/report/page_one_answer.hpp"

#include <algorithm>
#include <cmath>

#include "results/comparison/comparison_text.hpp"
#include "results/report/page_one_options.hpp"
#include "results/report/verdict_words.hpp"
#include "results/report/waiting_lists.hpp"
#include "results/stats/intervals.hpp"
#include "results/stats/paired.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"

namespace doorstroom {
namespace {

class PageOneAnswer {
 public:
  explicit PageOneAnswer(ReportSources& sources) : sources_(sources) {}

  std::vector<ReportBlock> blocks() {
    if (sources_.variants() == 0)
      add_unchanged();
    else
      for (const std::size_t variant : variants_on_page_one(sources_)) add_variant(variant);
    return std::move(blocks_);
  }

 private:
  std::string localized(const LocalizedText& text) const { return sources_.localized(text); }
  void add(const LocalizedText& text) {
    blocks_.emplace_back(ReportText{.text = localized(text), .role = ReportText::Role::lead});
  }

  LocalizedText mean_text(const char* column) {
    const KpiName kpi{{}, column, -1};
    const Interval mean = t_interval(kpi_values(sources_.base(), kpi));
    return NumberText(kpi.definition().units, mean).value(mean.mean);
  }

  void add_unchanged() {
    add(
        message("If nothing changes, {0} youths a year drop out, and {1} are absent for more than "
                "13 weeks at any moment.",
                mean_text("dropouts_per_year"), mean_text("absent_13w_mean")));
    add(message("Who gets a place waits {0} for it on average, from the first signal. {1}",
                weeks_text("placement_days_mean"), longest_list_text()));
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

  /// Verdicts in the order in which they are told: what matters, what is an effect that may be too
  /// small to matter, what hardly differs, and what is not known.
  static int rank_of(const Judged& judged) {
    switch (sense_of(judged)) {
      case VerdictSense::better:
      case VerdictSense::worse:
      case VerdictSense::matters:
        return 0;
      case VerdictSense::unclear:
        return is_effect(judged.paired) ? 1 : 3;
      case VerdictSense::negligible:
        return 2;
      case VerdictSense::no_data:
        break;
    }
    return 4;
  }

  /// How well an effect is supported: how far its interval is from zero, against what matters.
  static double support_of(const Judged& judged) {
    if (!is_effect(judged.paired)) return 0;
    const Interval& difference = judged.paired.difference;
    return std::min(std::abs(difference.low), std::abs(difference.high)) /
           judged.figure.smallest_relevant;
  }

  /// The verdict to tell first: by rank, then the best supported, then as declared. Money only
  /// where there is nothing else.
  static const Judged* first_of(const std::vector<Judged>& verdicts) {
    const Judged* first = nullptr;
    for (const Judged& judged : verdicts) {
      if (is_money(judged.figure.kpi)) continue;
      if (first == nullptr || rank_of(judged) < rank_of(*first) ||
          (rank_of(judged) == rank_of(*first) && support_of(judged) > support_of(*first)))
        first = &judged;
    }
    return first != nullptr || verdicts.empty() ? first : &verdicts.front();
  }

  LocalizedText figure_text(const Judged& judged) const {
    return message("{0}: {1}.", sources_.label(judged.figure.kpi), difference_words(judged));
  }

  void add_variant(std::size_t variant) {
    const std::vector<VerdictSpan> spans = verdict_spans(sources_, variant);
    const VerdictSpan& span = spans.front();
    const Judged* const first = first_of(span.verdicts);
    const std::string name = variant_name(sources_, variant);
    if (first == nullptr) return add(message("{0}: no verdict was asked.", name));
    add(span.when.empty() ? message("{0}. {1}", name, figure_text(*first))
                          : message("{0}, {1}. {2}", name, span.when, figure_text(*first)));
    add_groups({}, span.verdicts, first);
    if (spans.size() > 2)
      add_groups(message("What holds {0}:", spans[1].when), spans[1].verdicts, nullptr);
  }

  /// Lists the figures by what their verdicts come to, all but one of them.
  void add_groups(const LocalizedText& caption, const std::vector<Judged>& verdicts,
                  const Judged* but) {
    std::vector<const Judged*> order;
    for (const Judged& judged : verdicts)
      if (&judged != but) order.push_back(&judged);
    std::ranges::stable_sort(order, {}, [](const Judged* judged) { return rank_of(*judged); });
    std::vector<std::pair<std::string, std::vector<LocalizedText>>> groups;
    for (const Judged* judged : order) {
      const std::string words = localized(verdict_words(*judged));
      auto group = std::ranges::find(groups, words, [](const auto& each) { return each.first; });
      if (group == groups.end()) group = groups.insert(group, {words, {}});
      group->second.emplace_back(sources_.label(judged->figure.kpi));
    }
    ReportList list{.caption = localized(caption), .items = {}};
    for (const auto& [words, names] : groups) {
      list.items.push_back(localized(message("{0}: {1}.", with_capital(words), in_row(names))));
    }
    if (!list.items.empty()) blocks_.emplace_back(std::move(list));
  }

  /// Names of figures hold commas and colons: "a; b; c".
  static LocalizedText in_row(const std::vector<LocalizedText>& names) {
    std::vector<LocalizedText> parts{names.front()};
    for (std::size_t i = 1; i < names.size(); ++i) {
      parts.emplace_back(std::string("; "));
      parts.push_back(names[i]);
    }
    return joined(parts);
  }

  ReportSources& sources_;
  std::vector<ReportBlock> blocks_{};
};

}  // namespace

std::vector<ReportBlock> page_one_answer(ReportSources& sources) {
  return PageOneAnswer(sources).blocks();
}

}  // namespace doorstroom
