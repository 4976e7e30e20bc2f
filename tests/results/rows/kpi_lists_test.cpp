#include "results/rows/kpi_lists.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace doorstroom {
namespace {

// Within a list, names are checked when it is compiled. A node's figure is looked up in both lists
// of nodes, so a name must not stand in both.
TEST(KpiLists, figure_of_a_node_stands_in_one_list) {
  std::set<std::string_view> names;
  for (const KpiDefinition& kpi : waiting_kpis()) EXPECT_TRUE(names.insert(kpi.name).second);
  for (const KpiDefinition& kpi : use_kpis())
    EXPECT_TRUE(names.insert(kpi.name).second) << kpi.name;
}

TEST(KpiLists, groups_have_every_figure_of_the_system_but_the_cost) {
  std::vector<std::string_view> names;
  for (const KpiDefinition& kpi : system_kpis())
    if (kpi.name != "cost_euro_per_year") names.push_back(kpi.name);
  EXPECT_TRUE(std::ranges::equal(names, group_kpis(), {}, {}, &KpiDefinition::name));
}

TEST(KpiLists, every_list_has_a_headline) {
  for (const auto& list : {system_kpis(), group_kpis(), waiting_kpis(), use_kpis()})
    EXPECT_TRUE(std::ranges::any_of(list, &KpiDefinition::headline));
}

}  // namespace
}  // namespace doorstroom
