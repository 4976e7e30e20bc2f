#pragma once
/// What `doorstroom seek` found, read from its file, for page one and for what is sure of it.

#include <optional>
#include <string>
#include <vector>

#include "results/report/assumption_words.hpp"
#include "results/report/report_sources.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {

struct FoundKnob {
  std::string path;
  std::string name;  ///< "OZA: places"
  std::string unit;
  double now = 0;         ///< NaN: not one number
  double answer = 0;      ///< NaN: none was found
  double answer_low = 0;  ///< from here on noise hides whether less would do; NaN: not known
};

class FoundCapacity {
 public:
  FoundCapacity(ReportSources& sources, const AssumptionNames& assumptions, ResultReader& file);

  const std::vector<FoundKnob>& knobs() const { return knobs_; }
  bool has_answer() const;
  /// "OZA: places, 260 (now 240)"; of several "...; ...".
  LocalizedText answer() const;
  /// Of fresh replications of the answer; none: the search did not look at this figure.
  std::optional<Estimate> figure(const KpiName& kpi) const;
  /// What the targets are of, in their order.
  std::vector<KpiName> target_figures() const;
  /// What is paid with the answer [EUR/year]. @param funder  empty: by all
  double paid(const std::string& funder) const;
  /// The answer, what noise hides, and in which share of single futures the targets are met.
  std::vector<LocalizedText> sentences() const;

 private:
  LocalizedText targets() const;
  LocalizedText chance() const;

  ReportSources& sources_;
  const AssumptionNames& assumptions_;
  ResultReader& file_;
  std::vector<FoundKnob> knobs_;
};

}  // namespace doorstroom
