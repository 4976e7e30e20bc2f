#include "results/report/page_one_answer.hpp"

#include <algorithm>
#include <cmath>

#include "results/comparison/comparison_text.hpp"
#include "results/report/page_one_options.hpp"
#include "results/report/verdict_words.hpp"
#include "results/report/waiting_lists.hpp"
#include "results/stats/intervals.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"

namespace doorstroom {
namespace {

class PageOneAnswer {
 public:
  explicit PageOneAnswer(ReportSources& sources) : sources_(sources) {}

  std::vector<ReportText> texts() {
    if (sources_.variants() == 0)
      add_unchanged();
    else
      for (const std::size_t variant : variants_on_page_one(sources_)) add_variant(variant);
    return std::move(texts_);
  }

 private:
  std::string localized(const LocalizedText& text) const { return sources_.localized(text); }
  void add(const LocalizedText& text) {
    texts_.push_back({.text = localized(text), .role = ReportText::Role::lead});
  }

  LocalizedText mean_text(const char* column) {
    const KpiName kpi{{}, column, -1};
    const Interval mean = t_interval(kpi_values(sources_.base(), kpi));
    return NumberText(kpi.definition().units, mean).value(mean.mean);
  }

  void add_unchanged() {
    add(
        message("If nothing changes, {0} youths a year come to be at home for more than 4 weeks, "
                "and {1} are at home for more than 13 weeks at any moment.",
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

  /// How well a verdict is supported: how far its interval is from zero, against what matters.
  static double support_of(const Judged& judged) {
    const Interval& difference = judged.paired.difference;
    return std::min(std::abs(difference.low), std::abs(difference.high)) /
           judged.figure.smallest_relevant;
  }

  /// The verdict to tell first: relevant ones before others, the best supported first, money only
  /// where there is nothing else.
  static const Judged* first_of(const std::vector<Judged>& verdicts) {
    const auto rank = [](const Judged& judged) {
      const bool relevant =
          judged.paired.count >= 2 && judged.relevance.verdict == Verdict::relevant;
      return relevant ? 0 : sense_of(judged) == VerdictSense::negligible ? 1 : 2;
    };
    const Judged* first = nullptr;
    for (const Judged& judged : verdicts) {
      if (is_money(judged.figure.kpi)) continue;
      if (first == nullptr || rank(judged) < rank(*first) ||
          (rank(judged) == rank(*first) && support_of(judged) > support_of(*first)))
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
    std::vector<LocalizedText> more = groups_of(span.verdicts, first);
    if (spans.size() > 2) {
      const VerdictSpan& after = spans[1];
      std::vector<LocalizedText> later = groups_of(after.verdicts, nullptr);
      more.push_back(message("What holds {0}:", after.when));
      more.insert(more.end(), later.begin(), later.end());
    }
    if (!more.empty()) texts_.push_back({.text = sentences(more)});
  }

  std::string sentences(const std::vector<LocalizedText>& parts) const {
    std::string text;
    for (const LocalizedText& part : parts) text += (text.empty() ? "" : " ") + localized(part);
    return text;
  }

  /// The figures by what their verdicts come to, all but one of them.
  std::vector<LocalizedText> groups_of(const std::vector<Judged>& verdicts,
                                       const Judged* but) const {
    std::vector<LocalizedText> groups;
    const auto add_group = [&](auto belongs, auto words) {
      std::vector<LocalizedText> names;
      for (const Judged& judged : verdicts)
        if (&judged != but && belongs(judged))
          names.emplace_back(sources_.label(judged.figure.kpi));
      if (!names.empty()) groups.push_back(words(in_row(names)));
    };
    const auto has = [](VerdictSense sense, bool money) {
      return [sense, money](const Judged& judged) {
        return sense_of(judged) == sense && is_money(judged.figure.kpi) == money;
      };
    };
    using Names = const LocalizedText&;
    add_group(has(VerdictSense::better, false),
              [](Names names) { return message("Better: {0}.", names); });
    add_group(has(VerdictSense::worse, false),
              [](Names names) { return message("Worse: {0}.", names); });
    add_group(has(VerdictSense::better, true),
              [](Names names) { return message("Cheaper: {0}.", names); });
    add_group(has(VerdictSense::worse, true),
              [](Names names) { return message("Dearer: {0}.", names); });
    add_group([](const Judged& judged) { return sense_of(judged) == VerdictSense::matters; },
              [](Names names) { return message("It differs: {0}.", names); });
    add_group([](const Judged& judged) { return sense_of(judged) == VerdictSense::negligible; },
              [](Names names) { return message("Hardly any difference: {0}.", names); });
    add_group(
        [](const Judged& judged) {
          return sense_of(judged) == VerdictSense::unclear ||
                 sense_of(judged) == VerdictSense::no_data;
        },
        [](Names names) { return message("We cannot tell yet: {0}.", names); });
    return groups;
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
  std::vector<ReportText> texts_{};
};

}  // namespace

std::vector<ReportText> page_one_answer(ReportSources& sources) {
  return PageOneAnswer(sources).texts();
}

}  // namespace doorstroom
