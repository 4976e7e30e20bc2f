#pragma once
/// What a report keeps to itself. Scenarios may begin with the youths of a real region (`today`):
/// counts of a few could point at one of them. Every number of the report that tells such a count
/// asks here first. Youths that the model invented are nobody, and need no protection; nor do those
/// of `initial`, which is an assumption about how full a node is.
///
/// README.md says what else could tell a hidden count, and what cannot be kept.

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "results/report/private_text.hpp"
#include "results/report/start_counts.hpp"

namespace doorstroom {

class Privacy {
 public:
  /// Hides nothing.
  Privacy() = default;
  /// @param small_cells  counts of 1 up to below this are hidden, and as many others as it takes
  ///                     that none of them follows by subtraction; 0: nothing is
  Privacy(const Scenario& scenario, int small_cells);
  /// Hides what the records of a variant ask for, too.
  void add_variant(const Scenario& variant);

  /// Whether who is at the node on the start date must not be told, nor what tells it: its census
  /// before shown_from_day().
  bool hides_start_of(const std::string& node) const;
  /// Whether a count of that day must not be told of a node. [day since the start date]
  bool hides_day_of(const std::string& node, double day) const {
    return hides_start_of(node) && day < shown_from_day_;
  }
  /// Whether sums over all nodes on the start date must not be told.
  bool hides_start_of_all() const { return hides_anything(); }
  /// Whether it must not be told how many are absent from school on the start date: few by the
  /// records, or all of them recorded.
  bool hides_start_of_absence() const { return hides_absence_; }
  /// Whether the mean of a single year of a node must not be told.
  /// @param year  since the start date; -1, the whole period, is never hidden
  bool hides_year_of(const std::string& node, int year) const;
  /// Whether flows of a single year must not be told. Who was at a node on the start date is who is
  /// there later, less who came, and who left.
  bool hides_flows_of_year(int year) const { return year == 0 && hides_anything(); }
  /// Youths a year of the whole period, entries to a node or flows, as coarse as it takes that the
  /// same sum does not lead back to the start. [youth/year]
  /// @param years  length of the period
  double flow(double youths_per_year, int years) const;
  /// Day from which the census of a hidden node may be shown, a whole week. A year, in which lists
  /// turned over; where few are inside, and stay long, twice the mean stay, by which one in seven
  /// of them is there yet, had they exponential stays. [day]
  double shown_from_day() const { return shown_from_day_; }

  bool hides_anything() const { return !hidden_.empty(); }
  /// Whether parameters of `today` must not be told.
  bool hides_parameters_of_start() const { return hides_parameters_; }
  /// Who was where by the records of the base, and what of it may be told.
  const std::vector<StartCounts>& counts() const { return counts_; }
  int small_cells() const { return small_cells_; }

 private:
  void hide(const Scenario& scenario, const std::vector<StartCounts>& counts);

  int small_cells_ = 0;
  std::vector<StartCounts> counts_{};
  std::vector<std::string> hidden_{};  ///< ids of nodes
  bool hides_absence_ = false;
  bool hides_parameters_ = false;
  double shown_from_day_ = 0;
};

}  // namespace doorstroom
