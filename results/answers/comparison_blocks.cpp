#include <fmt/format.h>

#include <filesystem>

#include "results/answers/answer_blocks.hpp"
#include "results/comparison/comparison_text.hpp"
#include "results/report/verdict_words.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

/// The verdicts of a comparison whose results were not given.
class ComparisonBlocks : AnswerBlocks {
 public:
  ComparisonBlocks(ReportSources& sources, const AssumptionNames& assumptions, ResultReader& file,
                   const std::string& id)
      : AnswerBlocks(sources, assumptions, file, id), rows_(file.table("/differences")) {}

  std::vector<ReportBlock> made() {
    add_heading(message("A comparison that was kept"));
    ReportTable made =
        table("verdicts", message("Verdicts of that comparison"), message("Figure"),
              {message("Variant"), message("Years"), message("Difference"), message("Verdict")});
    for (ReportColumn& column : made.columns) column.numeric = false;
    for (std::size_t row = 0; row < rows_.rows(); ++row)
      if (rows_.codes("verdict")[row] != none_code) made.rows.push_back(verdict_row(row));
    blocks_.emplace_back(std::move(made));
    add(message("These verdicts hold together with 95% confidence."), ReportText::Role::note);
    if (file_.has_table("/over")) add_over();
    return std::move(blocks_);
  }

 private:
  Judged judged(std::size_t row) const {
    Judged made{
        {KpiName::parse(rows_.texts("kpi")[row]), rows_.numbers("smallest_relevant")[row]}, {}, {}};
    made.paired.count = static_cast<std::uint64_t>(rows_.counts("pairs")[row]);
    made.paired.difference = {rows_.numbers("difference")[row], rows_.numbers("low")[row],
                              rows_.numbers("high")[row], made.paired.count};
    made.relevance.verdict = static_cast<Verdict>(rows_.codes("verdict")[row]);
    return made;
  }

  LocalizedText phase(std::size_t row) const {
    switch (static_cast<InterventionPhase>(rows_.codes("phase")[row])) {
      case InterventionPhase::during:
        return message("during");
      case InterventionPhase::after:
        return message("after");
      case InterventionPhase::before:
        break;
    }
    return message("all");
  }

  /// The name of the file of a row's variant, without its folder.
  static std::string variant_of(const Table& rows, std::size_t row) {
    const std::vector<std::string>& variants =
        rows.spec.columns[rows.spec.index_of("variant")].names;
    return std::filesystem::path(variants[static_cast<std::size_t>(rows.codes("variant")[row])])
        .stem()
        .string();
  }

  /// What becomes of the differences when the assumptions vary.
  void add_over() {
    const Table& over = file_.table("/over");
    ReportTable made =
        table("over", message("The differences when the assumptions vary"), message("Figure"),
              {message("Variant"), message("Combinations"), message("Middle"), message("8 of 10"),
               message("Noise"), message("Noise in the spread")});
    made.columns.front().numeric = false;
    for (std::size_t row = 0; row < over.rows(); ++row) made.rows.push_back(over_row(over, row));
    blocks_.emplace_back(std::move(made));
    add(message("Each combination has other values of all assumptions at once. 8 of 10 of them lie "
                "between the two; that is no interval of chance."),
        ReportText::Role::note);
  }

  ReportRow over_row(const Table& over, std::size_t row) const {
    const auto at = [&](const char* column) { return over.numbers(column)[row]; };
    const KpiName kpi = KpiName::parse(over.texts("kpi")[row]);
    const Interval span{at("p50"), at("p10"), at("p90"),
                        static_cast<std::uint64_t>(over.counts("points")[row])};
    const NumberText numbers = NumberText::of_difference(kpi.definition().units, span);
    const double noise = (at("high") - at("low")) / 2;
    return {.header = sources_.label(kpi),
            .cells = {words(variant_of(over, row)),
                      {.text = fmt::format("{}", over.counts("points")[row]),
                       .value = static_cast<double>(over.counts("points")[row])},
                      number(numbers.value(at("p50")), at("p50")),
                      words(numbers.between(at("p10"), at("p90"))),
                      number(numbers.value(noise), noise),
                      share(at("noise_share"))}};
  }

  ReportRow verdict_row(std::size_t row) const {
    const Judged one = judged(row);
    return {.header = sources_.label(one.figure.kpi),
            .cells = {words(variant_of(rows_, row)), words(phase(row)),
                      words(span_text(one.figure.kpi, one.paired.difference)),
                      words(verdict_words(one))}};
  }

  const Table& rows_;
};

}  // namespace

std::vector<ReportBlock> comparison_blocks(ReportSources& sources,
                                           const AssumptionNames& assumptions, ResultReader& file,
                                           const std::string& id) {
  return ComparisonBlocks(sources, assumptions, file, id).made();
}

}  // namespace doorstroom
