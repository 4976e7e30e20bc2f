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

  ReportRow verdict_row(std::size_t row) const {
    const Judged one = judged(row);
    const std::vector<std::string>& variants =
        rows_.spec.columns[rows_.spec.index_of("variant")].names;
    const std::string file =
        std::filesystem::path(variants[static_cast<std::size_t>(rows_.codes("variant")[row])])
            .stem()
            .string();
    return {.header = sources_.label(one.figure.kpi),
            .cells = {words(file), words(phase(row)),
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
