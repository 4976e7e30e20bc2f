#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/string.hpp>

#include "models/issue_text.hpp"
#include "models/loader.hpp"

/// What is kept account of: budgets.

namespace doorstroom {

void load_budgets(const At& at, Loading& loading) {
  const std::vector<std::string>& funders = loading.scenario.funders;
  for (const auto& [id, budget] : at.entries()) {
    const auto found = std::ranges::find(funders, id);
    if (found == funders.end()) {
      const auto near = suggest(loading.issues, id, funders);
      loading.error(budget.key_mark, fmt::format("{} is of nobody who pays", budget.path),
                    near ? fmt::format("did you mean {}?", *near)
                         : "name a funder of a `paid_by`, or add what this one pays for");
      continue;
    }
    loading.scenario.budgets.push_back(
        {static_cast<int>(found - funders.begin()),
         read_number(budget["amount"], Kind::money_per_year).value_or(0)});
  }
}

}  // namespace doorstroom
