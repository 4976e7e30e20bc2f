#pragma once
/// What a report keeps to itself. Scenarios may begin with the youths of a real region (`today`):
/// counts of a few could point at one of them. Every number of the report that tells such a count
/// asks here first. Youths that the model invented are nobody, and need no protection.

#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace doorstroom {

class Privacy {
 public:
  /// Hides nothing.
  Privacy() = default;
  /// @param small_cells  counts of 1 up to below this are hidden, and as many others as it takes
  ///                     that none of them follows by subtraction; 0: nothing is
  Privacy(const Scenario& scenario, int small_cells);

  /// Whether who is at the node on the start date must not be told, nor what tells it: the first
  /// weeks of its census.
  bool hides_start_of(const std::string& node) const;
  /// Whether sums over all nodes on the start date must not be told.
  bool hides_start_of_all() const;
  /// Day from which the census of a hidden node may be shown. [day]
  double shown_from_day() const;
  bool hides_anything() const { return !hidden_.empty(); }

 private:
  std::vector<std::string> hidden_{};  ///< ids of nodes
};

/// The same text without names of users and folders: of a path only its last part stays.
std::string without_folders(std::string_view text);

}  // namespace doorstroom
