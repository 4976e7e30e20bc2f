#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "models/loading/evidence.hpp"
#include "results/answers/answer_blocks.hpp"
#include "results/answers/how_sure.hpp"
#include "results/table/code_name.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

/// How the blocks of an answer are made, by the format of its file.
struct AnswerKind {
  std::string_view format;
  std::vector<ReportBlock> (*blocks)(ReportSources&, const AssumptionNames&, ResultReader&,
                                     const std::string&);
};

constexpr std::array answer_kinds{
    AnswerKind{"doorstroom.sensitivity", sensitivity_blocks},
    AnswerKind{"doorstroom.explanation", explanation_blocks},
    AnswerKind{"doorstroom.bottlenecks", bottleneck_blocks},
    AnswerKind{"doorstroom.seek", seek_blocks},
    AnswerKind{"doorstroom.choice", choice_blocks},
    AnswerKind{"doorstroom.calibration", calibration_blocks},
    AnswerKind{"doorstroom.comparison", comparison_blocks},
};

class HowSure {
 public:
  explicit HowSure(ReportSources& sources) : sources_(sources), assumptions_(sources) {}

  ReportSection section() {
    section_.id = "how-sure";
    section_.title = localized(message("How sure is this"));
    add_targets();
    add_evidence();
    std::size_t number = 0;
    for (AnswerFile& answer : sources_.answers())
      add_answer(answer, fmt::format("answer-{}", ++number));
    return std::move(section_);
  }

 private:
  std::string localized(const LocalizedText& text) const { return sources_.localized(text); }
  void add(const LocalizedText& text, ReportText::Role role = ReportText::Role::plain) {
    section_.blocks.emplace_back(ReportText{.text = localized(text), .role = role});
  }
  void add_heading(const LocalizedText& text) {
    section_.blocks.emplace_back(ReportHeading{.text = localized(text)});
  }
  ReportCell words(const LocalizedText& text) const {
    return {.text = localized(text), .value = {}};
  }
  ReportTable table(const char* id, const LocalizedText& caption, const LocalizedText& corner,
                    const std::vector<LocalizedText>& columns) const {
    ReportTable made;
    made.id = id;
    made.caption = localized(caption);
    made.corner = localized(corner);
    for (const LocalizedText& column : columns)
      made.columns.push_back({.label = localized(column), .units = {}});
    return made;
  }

  void add_targets() {
    add_heading(message("The model against what was observed"));
    const Table& targets = sources_.base().table("/targets");
    if (targets.rows() == 0)
      return add(
          message("The scenario names nothing that was observed in the region. Nothing shows "
                  "whether the model agrees with it."));
    ReportTable made =
        table("targets", message("The model against what was observed"), message("Figure"),
              {message("Model"), message("Noise, 95%"), message("Observed"), message("Met"),
               message("Single futures that meet it"), message("What for"), message("Basis")});
    std::vector<std::string> missed;
    for (std::size_t row = 0; row < targets.rows(); ++row) {
      const std::string& name = name_of_code(targets, "target", targets.codes("target")[row]);
      made.rows.push_back(target_row(targets, row, KpiName::parse(name)));
      if (targets.codes("met")[row] == 0) missed.push_back(made.rows.back().header);
    }
    made.note = add_agreement(targets);
    if (!missed.empty())
      section_.blocks.emplace_back(ReportList{.caption = localized(message("These do not agree:")),
                                              .items = std::move(missed)});
    section_.blocks.emplace_back(std::move(made));
  }

  /// How many figures agree: first those that the model was not tuned on, which tell most.
  /// @return the same for below the table
  std::string add_agreement(const Table& targets) {
    std::array<std::int64_t, 2> all{};
    std::array<std::int64_t, 2> met{};  // to check, tuned on
    for (std::size_t row = 0; row < targets.rows(); ++row) {
      const std::size_t use = sources_.scenario().targets[row].tune ? 1 : 0;
      ++all[use];
      if (targets.codes("met")[row] == 1) ++met[use];
    }
    if (all[0] > 0)
      add(message("Of the figures that were kept to check, {0} of {1} agree with the model.",
                  met[0], all[0]));
    if (all[1] > 0)
      add(
          message("Of the figures that it was tuned on, {0} of {1} agree. That proves nothing: it "
                  "was made to.",
                  met[1], all[1]));
    return localized(
        message("Met: {0} of {1} that were kept to check, {2} of {3} tuned on. What is "
                "observed is derived or assumed where its basis says so.",
                met[0], all[0], met[1], all[1]));
  }

  ReportRow target_row(const Table& targets, std::size_t row, const KpiName& kpi) const {
    const Interval mean{targets.numbers("mean")[row], targets.numbers("mean_low")[row],
                        targets.numbers("mean_high")[row], 2};
    const NumberText numbers(kpi.definition().units, mean);
    const std::int32_t met = targets.codes("met")[row];
    const Target& target = sources_.scenario().targets[row];
    return {
        .header = sources_.label(kpi),
        .cells = {{.text = localized(numbers.value(mean.mean)), .value = mean.mean},
                  words(numbers.bounds(mean.low, mean.high)),
                  words(numbers.between(targets.numbers("low")[row], targets.numbers("high")[row])),
                  words(met == none_code ? LocalizedText(std::string("-"))
                        : met == 1       ? message("yes")
                                         : message("no")),
                  {.text = localized(percent_words(targets.numbers("met_share")[row])),
                   .value = targets.numbers("met_share")[row]},
                  words(target.tune ? message("tuned on") : message("kept to check")),
                  words(basis_words(target.basis))}};
  }

  void add_evidence() {
    add_heading(message("Where the numbers come from"));
    const std::vector<Evidence>& evidence = sources_.scenario().evidence;
    const auto none = static_cast<std::int64_t>(without_evidence(sources_.scenario()).size());
    if (evidence.empty())
      return add(message_plural(
          "The scenario does not say where its numbers come from: {0} number has no evidence.",
          "The scenario does not say where its numbers come from: {0} numbers have no evidence.",
          none));
    ReportTable made = table("evidence", message("Where the numbers come from"), message("Basis"),
                             {message("Entries"), message("Of these with a range")});
    for (const Basis basis : {Basis::measured, Basis::derived, Basis::assumed}) {
      const auto is_such = [basis](const Evidence& each) { return each.basis == basis; };
      const auto entries = std::ranges::count_if(evidence, is_such);
      const auto ranges = std::ranges::count_if(
          evidence, [&](const Evidence& each) { return is_such(each) && !each.range.empty(); });
      made.rows.push_back(
          {.header = localized(basis_words(basis)), .cells = {count(entries), count(ranges)}});
    }
    made.rows.push_back({.header = localized(message("Numbers without evidence")),
                         .cells = {count(none), words(std::string("-"))}});
    const bool nothing_measured = std::ranges::none_of(
        evidence, [](const Evidence& each) { return each.basis == Basis::measured; });
    add(nothing_measured
            ? message("Nothing was measured: every number with a source is derived or assumed.")
            : message("Not every number was measured: the table tells how many are derived, "
                      "assumed, or without evidence."));
    section_.blocks.emplace_back(std::move(made));
    add_ranges(evidence);
  }

  static ReportCell count(std::int64_t number) {
    return {.text = fmt::format("{}", number), .value = static_cast<double>(number)};
  }

  void add_ranges(const std::vector<Evidence>& evidence) {
    ReportTable made = table("ranges", message("Between which values an assumption may lie"),
                             message("Assumption"), {message("Basis"), message("Range")});
    for (ReportColumn& column : made.columns) column.numeric = false;
    made.folded = true;
    for (const Evidence& each : evidence) {
      if (each.range.empty()) continue;
      made.rows.push_back({.header = assumptions_.of(each.pattern),
                           .cells = {words(basis_words(each.basis)),
                                     words(assumptions_.range_of(each.pattern, each.range))}});
    }
    if (!made.rows.empty()) section_.blocks.emplace_back(std::move(made));
  }

  void add_answer(AnswerFile& answer, const std::string& id) {
    for (const AnswerKind& kind : answer_kinds) {
      if (kind.format != answer.format) continue;
      std::vector<ReportBlock> blocks = kind.blocks(sources_, assumptions_, answer.file, id);
      if (blocks.empty()) return;
      section_.blocks.push_back(std::move(blocks.front()));  // its heading
      // What explains a variant takes it apart, so its base is another scenario than that of a run.
      if (answer.format != "doorstroom.explanation") add_warning(answer.file);
      for (std::size_t i = 1; i < blocks.size(); ++i)
        section_.blocks.push_back(std::move(blocks[i]));
    }
  }

  /// That an answer is not of the very scenario that the report is of.
  void add_warning(ResultReader& file) {
    const bool same = !file.has_attribute("scenario_sha256") ||
                      std::ranges::any_of(sources_.results(), [&](const ResultReader& result) {
                        return result.text("scenario_sha256") == file.text("scenario_sha256");
                      });
    if (!same)
      add(message("This answer was made when the scenario was not quite what it is in this "
                  "report. Ask the question again."),
          ReportText::Role::warning);
  }

  ReportSources& sources_;
  AssumptionNames assumptions_;
  ReportSection section_{};
};

}  // namespace

ReportSection how_sure(ReportSources& sources) {
  return HowSure(sources).section();
}

}  // namespace doorstroom
