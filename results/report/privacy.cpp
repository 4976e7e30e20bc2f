#include "results/report/privacy.hpp"

#include <algorithm>

namespace doorstroom {

Privacy::Privacy(const Scenario& /*scenario*/, int /*small_cells*/) {}

bool Privacy::hides_start_of(const std::string& node) const {
  return std::ranges::find(hidden_, node) != hidden_.end();
}

bool Privacy::hides_start_of_all() const {
  return false;
}

double Privacy::shown_from_day() const {
  return 0;
}

std::string without_folders(std::string_view text) {
  return std::string(text);
}

}  // namespace doorstroom
