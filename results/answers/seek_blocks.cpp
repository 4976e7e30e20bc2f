#include <cmath>

#include "results/answers/answer_blocks.hpp"
#include "results/answers/found_capacity.hpp"
#include "results/report/figure_cells.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

LocalizedText standing_words(const std::string& verdict) {
  if (verdict == "meets") return message("meets it");
  if (verdict == "near") return message("just about");
  if (verdict == "misses") return message("misses it");
  return message("not known");
}

class SeekBlocks : AnswerBlocks {
 public:
  using AnswerBlocks::AnswerBlocks;

  std::vector<ReportBlock> made() {
    add_heading(message("How much capacity it takes"));
    const FoundCapacity found(sources_, assumptions_, file_);
    for (const LocalizedText& sentence : found.sentences()) add(sentence);
    add_knobs(found);
    add_targets();
    add_tried();
    add(message("The verdicts hold together with 95% confidence, as far as chance in simulation "
                "goes. They say nothing of how sure the inputs are, and a single future may turn "
                "out otherwise."),
        ReportText::Role::note);
    return std::move(blocks_);
  }

 private:
  void add_knobs(const FoundCapacity& found) {
    ReportTable made =
        table("capacity", message("The capacity that was looked for"), message("Capacity"),
              {message("Now"), message("Found"), message("Perhaps less")});
    for (const FoundKnob& knob : found.knobs()) {
      const bool may_be_less = knob.answer_low < knob.answer;
      made.rows.push_back(
          {.header = knob.name,
           .cells = {number(assumptions_.value(knob.now, knob.unit), knob.now),
                     number(assumptions_.value(knob.answer, knob.unit), knob.answer),
                     may_be_less ? number(message("from {0} on, noise hides it",
                                                  assumptions_.value(knob.answer_low, knob.unit)),
                                          knob.answer_low)
                                 : words(std::string("-"))}});
    }
    blocks_.emplace_back(std::move(made));
  }

  void add_targets() {
    const Table& rows = file_.table("/constraints");
    ReportTable made =
        table("targets", message("The targets, in fresh replications of what was found"),
              message("Target"),
              {message("Wanted"), message("Mean"), message("Noise, 95%"),
               message("Single futures, 8 in 10")});
    for (std::size_t i = 0; i < rows.rows(); ++i) {
      const std::string& kpi = rows.texts("kpi")[i];
      const auto at = [&](const char* column) { return rows.numbers(column)[i]; };
      const Interval mean{at("mean"), at("low"), at("high"), 2};
      const NumberText numbers(rows.texts("units")[i], mean);
      const Interval exact{at("target"), at("target"), at("target"), 2};
      const LocalizedText target = NumberText(rows.texts("units")[i], exact).value(at("target"));
      made.rows.push_back(
          {.header = label_of(kpi),
           .cells = {number(rows.texts("relation")[i] == ">=" ? message("at least {0}", target)
                                                              : message("at most {0}", target),
                            at("target")),
                     number(numbers.value(mean.mean), mean.mean),
                     words(numbers.bounds(mean.low, mean.high)),
                     words(numbers.bounds(at("p10"), at("p90")))}});
    }
    const Table& chance = file_.table("/chance");
    const auto met = [&](const char* column) { return chance.numbers(column).front(); };
    made.rows.push_back({.header = localized(message("All targets met, share of single futures")),
                         .cells = {share(met("asked")), share(met("met")),
                                   words(percent_bounds(met("met_low"), met("met_high"))),
                                   words(std::string("-"))}});
    blocks_.emplace_back(std::move(made));
  }

  /// What was tried, against the first target.
  void add_tried() {
    const Table& tried = file_.table("/tried");
    const Table& targets = file_.table("/constraints");
    const Table& knobs = file_.table("/knobs");
    if (targets.rows() == 0) return;
    const std::string& kpi = targets.texts("kpi").front();
    const std::string& units = targets.texts("units").front();
    const double unit = chart_unit(units);
    const LocalizedText axis = units == "1" ? message("%") : chart_unit_words(units);
    IntervalChart bars =
        chart("tried", message("What was looked at: {0}", label_of(kpi)),
              message("Each bar is the noise of simulating for one capacity; the line is the "
                      "target."),
              axis);
    const double target = targets.numbers("target").front();
    bars.marks = {{.at = target / unit, .label = localized(message("target"))}};
    ReportTable made =
        table("tried", message("What was looked at: {0}", label_of(kpi)), message("Capacity"),
              {message("Mean"), message("Noise"), message("Verdict"), message("Replications")});
    made.folded = true;
    for (std::size_t i = 0; i < tried.rows(); ++i) {
      std::string name;
      for (std::size_t k = 0; k < knobs.rows(); ++k)
        name += (k > 0 ? "; " : "") +
                localized(assumptions_.value(tried.numbers(knobs.texts("path")[k])[i],
                                             knobs.texts("unit")[k]));
      const std::string& verdict = tried.texts("verdict")[i];
      const Interval figure{tried.numbers(kpi)[i], tried.numbers(kpi + "_low")[i],
                            tried.numbers(kpi + "_high")[i], 2};
      const NumberText numbers(units, figure);
      const Interval shown = cut_off(units, figure);
      bars.rows.push_back({.label = name,
                           .group = {},
                           .low = figure.low / unit,
                           .middle = figure.mean / unit,
                           .high = figure.high / unit,
                           .text = localized(message("{0}: {1}", numbers.value(figure.mean),
                                                     standing_words(verdict))),
                           .tone = verdict == "meets"    ? IntervalRow::Tone::better
                                   : verdict == "misses" ? IntervalRow::Tone::worse
                                                         : IntervalRow::Tone::undecided});
      const auto replications = tried.counts("replications")[i];
      made.rows.push_back(
          {.header = name,
           .cells = {number(numbers.value(figure.mean), figure.mean),
                     words(numbers.between(shown.low, shown.high)), words(standing_words(verdict)),
                     number(grouped(static_cast<double>(replications), 0),
                            static_cast<double>(replications))}});
    }
    blocks_.emplace_back(ReportChart{.chart = std::move(bars), .table = std::move(made)});
  }
};

}  // namespace

std::vector<ReportBlock> seek_blocks(ReportSources& sources, const AssumptionNames& assumptions,
                                     ResultReader& file, const std::string& id) {
  return SeekBlocks(sources, assumptions, file, id).made();
}

}  // namespace doorstroom
