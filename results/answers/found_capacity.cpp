#include "results/answers/found_capacity.hpp"

#include <algorithm>
#include <cmath>

#include "results/answers/answer_blocks.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

LocalizedText in_line(const std::vector<LocalizedText>& parts) {
  std::vector<LocalizedText> line;
  for (const LocalizedText& part : parts) {
    if (!line.empty()) line.emplace_back(std::string("; "));
    line.push_back(part);
  }
  return joined(line);
}

}  // namespace

FoundCapacity::FoundCapacity(ReportSources& sources, const AssumptionNames& assumptions,
                             ResultReader& file)
    : sources_(sources), assumptions_(assumptions), file_(file) {
  if (!file.has_table("/knobs"))
    throw input_error(
        message("{0}: an earlier version wrote it, without what it found\n  save the answer again",
                file.path()));
  const Table& rows = file.table("/knobs");
  for (std::size_t i = 0; i < rows.rows(); ++i)
    knobs_.push_back({.path = rows.texts("path")[i],
                      .name = assumptions.of(rows.texts("path")[i]),
                      .unit = rows.texts("unit")[i],
                      .now = rows.numbers("now")[i],
                      .answer = rows.numbers("answer")[i],
                      .answer_low = rows.numbers("answer_low")[i]});
}

bool FoundCapacity::has_answer() const {
  return !knobs_.empty() && std::ranges::none_of(knobs_, [](const FoundKnob& knob) {
    return std::isnan(knob.answer);
  });
}

LocalizedText FoundCapacity::answer() const {
  std::vector<LocalizedText> parts;
  for (const FoundKnob& knob : knobs_) {
    const std::string value = assumptions_.value(knob.answer, knob.unit);
    parts.push_back(std::isnan(knob.now) ? message("{0}, {1}", knob.name, value)
                                         : message("{0}, {1} (now {2})", knob.name, value,
                                                   assumptions_.value(knob.now, knob.unit)));
  }
  return in_line(parts);
}

std::optional<Estimate> FoundCapacity::figure(const KpiName& kpi) const {
  const Table& rows = file_.table("/constraints");
  for (std::size_t i = 0; i < rows.rows(); ++i) {
    if (!(KpiName::parse(rows.texts("kpi")[i]) == kpi)) continue;
    const auto at = [&](const char* column) { return rows.numbers(column)[i]; };
    return Estimate{{at("mean"), at("low"), at("high"), 2}, at("p10"), at("p90")};
  }
  return std::nullopt;
}

std::vector<KpiName> FoundCapacity::target_figures() const {
  std::vector<KpiName> figures;
  for (const std::string& kpi : file_.table("/constraints").texts("kpi"))
    figures.push_back(KpiName::parse(kpi));
  return figures;
}

double FoundCapacity::paid(const std::string& funder) const {
  const Table& rows = file_.table("/funders");
  double euro = 0;
  for (std::size_t i = 0; i < rows.rows(); ++i)
    if (funder.empty() || rows.texts("funder")[i] == funder) euro += rows.numbers("then")[i];
  return euro;
}

LocalizedText FoundCapacity::targets() const {
  const Table& rows = file_.table("/constraints");
  std::vector<LocalizedText> parts;
  for (std::size_t i = 0; i < rows.rows(); ++i) {
    const double target = rows.numbers("target")[i];
    const NumberText numbers(rows.texts("units")[i], {target, target, target, 2});
    const std::string label = sources_.label(KpiName::parse(rows.texts("kpi")[i]));
    parts.push_back(rows.texts("relation")[i] == ">="
                        ? message("{0}: at least {1}", label, numbers.value(target))
                        : message("{0}: at most {1}", label, numbers.value(target)));
  }
  return in_line(parts);
}

LocalizedText FoundCapacity::chance() const {
  const Table& rows = file_.table("/chance");
  return percent_words(rows.numbers("met").front());
}

std::vector<LocalizedText> FoundCapacity::sentences() const {
  if (!has_answer())
    return {message("No capacity in the range was shown to meet the target ({0}).", targets())};
  std::vector<LocalizedText> told{knobs_.size() == 1
                                      ? message("To meet the target ({0}) it takes this: {1}. It "
                                                "is the smallest capacity that was shown to do.",
                                                targets(), answer())
                                      : message("To meet the targets ({0}) it takes this: {1}. It "
                                                "is the cheapest combination that was shown to do.",
                                                targets(), answer())};
  const FoundKnob& knob = knobs_.front();
  if (knobs_.size() == 1 && knob.answer_low < knob.answer)
    told.push_back(message("From {0} on, noise hides whether less would do.",
                           assumptions_.value(knob.answer_low, knob.unit)));
  told.push_back(message("In {0} of single futures every target is met.", chance()));
  return told;
}

}  // namespace doorstroom
