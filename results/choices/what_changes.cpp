#include <fmt/format.h>

#include "results/choices/change_tables.hpp"
#include "results/choices/choices.hpp"
#include "results/choices/option_assumptions.hpp"
#include "results/comparison/comparison_text.hpp"
#include "results/report/verdict_words.hpp"

namespace doorstroom {
namespace {

class WhatChanges {
 public:
  explicit WhatChanges(ReportSources& sources) : sources_(sources), assumptions_(sources) {}

  ReportSection section() {
    section_.id = "what-changes";
    section_.title = localized(message("What changes"));
    add(message("Every difference is with {0}. All variants get the same youths and the same luck.",
                sources_.names().front()));
    section_.blocks.emplace_back(difference_chart(sources_));
    add(message(
            "The two outer lines are the smallest difference that matters. A bar is the noise of "
            "simulating: it shrinks with more replications, and says nothing of how sure the "
            "assumptions are. All verdicts hold together with 95% confidence."),
        ReportText::Role::note);
    for (std::size_t variant = 0; variant < sources_.variants(); ++variant) add_variant(variant);
    add(message("Funders, groups, desks and arrangements, and legal terms are exploratory: each "
                "interval holds with 95% confidence by itself, so on average one in twenty misses "
                "the truth, and a list of those that exclude zero holds such by chance. What a "
                "variant does is an assumption worked out, not evidence."),
        ReportText::Role::note);
    return std::move(section_);
  }

 private:
  std::string localized(const LocalizedText& text) const { return sources_.localized(text); }
  void add(const LocalizedText& text, ReportText::Role role = ReportText::Role::plain) {
    section_.blocks.emplace_back(ReportText{.text = localized(text), .role = role});
  }
  std::string id(std::size_t variant, const char* what) const {
    return fmt::format("change-{}-{}", variant + 1, what);
  }

  void add_variant(std::size_t variant) {
    const ComparedVariant& compared = sources_.comparison()->variants[variant];
    const std::string name = variant_name(sources_, variant);
    section_.blocks.emplace_back(ReportHeading{.text = name});
    add_verdicts(variant, name);
    for (ReportBlock& block :
         option_assumptions(sources_, assumptions_, variant, assumptions_id(variant)))
      section_.blocks.push_back(std::move(block));
    add_funders(compared, id(variant, "funders"), name);
    add_groups(compared, id(variant, "groups"), name);
    add_nodes(compared, id(variant, "nodes"), name);
    add_clocks(compared, id(variant, "clocks"), name);
  }

  void add_verdicts(std::size_t variant, const std::string& name) {
    const std::vector<VerdictSpan> spans = verdict_spans(sources_, variant);
    std::size_t number = 0;
    for (const VerdictSpan& span : spans) {
      const LocalizedText caption = span.when.empty() ? message("{0}: mean of all years", name)
                                                      : message("{0}: {1}", name, span.when);
      ReportTable table = verdict_table(
          sources_, fmt::format("{}-{}", id(variant, "verdicts"), ++number), caption, span);
      table.folded = span.when.empty() && spans.size() > 1;
      section_.blocks.emplace_back(std::move(table));
    }
  }

  /// Who pays, and how that shifts.
  void add_funders(const ComparedVariant& compared, const std::string& table_id,
                   const std::string& name) {
    if (compared.funders.empty()) return;
    const auto funder = [&](const ComparedFigure& figure) {
      return compared.labels.of_funder(figure.part, sources_.language());
    };
    ReportList shifts{.caption = localized(message("Who pays more, and who less, euro a year")),
                      .items = {}};
    for (const ComparedFigure& figure : compared.funders)
      if (is_effect(figure.paired))
        shifts.items.push_back(localized(
            message("{0}: {1}", funder(figure), span_text(figure.kpi, figure.paired.difference))));
    if (shifts.items.empty())
      add(message("For no funder can a difference in costs be told from chance."));
    else
      section_.blocks.emplace_back(std::move(shifts));
    section_.blocks.emplace_back(exploratory_table(
        sources_, table_id, message("{0}: who pays, euro a year (exploratory)", name),
        compared.funders, funder));
  }

  void add_groups(const ComparedVariant& compared, const std::string& table_id,
                  const std::string& name) {
    if (compared.groups.empty()) return;
    ReportTable table =
        group_table(sources_, table_id,
                    message("{0}: for whom, difference with its 95% interval (exploratory)", name),
                    compared.groups);
    table.folded = true;
    section_.blocks.emplace_back(std::move(table));
  }

  /// Only figures that show an effect.
  void add_nodes(const ComparedVariant& compared, const std::string& table_id,
                 const std::string& name) {
    std::vector<ComparedFigure> effects;
    for (const ComparedFigure& figure : compared.nodes)
      if (is_effect(figure.paired)) effects.push_back(figure);
    if (effects.empty())
      return add(message("At no desk or arrangement can a difference be told from chance."));
    ReportTable table = exploratory_table(
        sources_, table_id,
        message("{0}: desks and arrangements where a difference shows (exploratory)", name),
        effects, [&](const ComparedFigure& figure) { return sources_.label(figure.kpi); });
    table.folded = true;
    section_.blocks.emplace_back(std::move(table));
  }

  void add_clocks(const ComparedVariant& compared, const std::string& table_id,
                  const std::string& name) {
    if (compared.clocks.empty()) return;
    ReportTable table = exploratory_table(
        sources_, table_id, message("{0}: legal terms (exploratory)", name), compared.clocks,
        [&](const ComparedFigure& figure) { return sources_.label(figure.kpi); });
    table.folded = true;
    section_.blocks.emplace_back(std::move(table));
  }

  ReportSources& sources_;
  AssumptionNames assumptions_;
  ReportSection section_{};
};

}  // namespace

ReportSection what_changes(ReportSources& sources) {
  if (sources.variants() == 0) return {.id = "what-changes", .title = {}, .blocks = {}};
  return WhatChanges(sources).section();
}

}  // namespace doorstroom
