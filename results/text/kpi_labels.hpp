#pragma once
/// What key figures are called in tables and sentences, with the names that a result has for its
/// desks, arrangements and legal clocks: "Special primary education: entered a year, 2026-27".

#include <map>
#include <string>

#include "models/messages/language.hpp"
#include "models/scenario/label.hpp"
#include "models/scenario/scenario.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/file/result_reader.hpp"

namespace doorstroom {

class KpiLabels {
 public:
  /// Without names of desks and arrangements: their ids stand for them.
  KpiLabels() = default;
  explicit KpiLabels(ResultReader& file);
  explicit KpiLabels(const Scenario& scenario);
  /// Of a scenario, without its desks and arrangements. @param resolved  as canonical JSON
  explicit KpiLabels(const std::string& resolved);

  std::string of(const KpiName& kpi, Language language) const;
  /// The name of the scenario.
  std::string title(Language language) const { return name_in(language, title_, ""); }
  /// A level of severity.
  std::string of_level(const std::string& level, Language language) const;
  /// A group of youths, as /groups names it: "severity complex".
  std::string of_group(const std::string& group, Language language) const;
  /// The name of a desk or arrangement, without its article.
  std::string of_node(const std::string& id, Language language) const;
  /// The name of a legal clock.
  std::string of_clock(const std::string& id, Language language) const;
  std::string of_intervention(const std::string& id, Language language) const;
  /// Who pays; also `nobody`, under which costs appear for which no funder is named.
  std::string of_funder(const std::string& id, Language language) const;
  /// A year of the result: "2026-27", or "2026" where it begins with January; "year 3" where it is
  /// not known when the first begins.
  LocalizedText of_year(int year) const;

 private:
  Label title_;
  std::map<std::string, Label> nodes_;          ///< by id
  std::map<std::string, Label> levels_;         ///< of severity that have a label
  std::map<std::string, Label> clocks_;         ///< legal clocks that have a label
  std::map<std::string, Label> interventions_;  ///< that have a label
  std::map<std::string, Label> funders_;        ///< that have a label
  std::map<std::string, Label> attributes_;     ///< by id
  std::map<std::string, Label> values_;         ///< of attributes, by "gemeente.leiden"
  std::string start_date_;                      ///< "2026-08-01"
};

}  // namespace doorstroom
