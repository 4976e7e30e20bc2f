#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "models/loading/scenario_loader.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

const std::string folder =
    (std::filesystem::path(DOORSTROOM_SOURCE_DIR) / "scenarios").string() + "/";

ScenarioTree tree_of(const std::string& more) {
  return ScenarioTree(ScenarioText{.path = folder + "variant.yaml",
                                   .text = "doorstroom: 1\nextends: minimal.yaml\n" + more});
}

TEST(ScenarioText, is_read_as_the_file_that_it_would_be) {
  const ScenarioTree tree = tree_of("name: Thirty\nset: {arrangements.oza.places: 30}\n");
  const Scenario scenario = tree.load().scenario;
  EXPECT_EQ(scenario.name, "Thirty");
  EXPECT_EQ(tree.base(), folder + "minimal.yaml");
  const ScenarioTree base(folder + "minimal.yaml", std::vector<std::string>());
  EXPECT_EQ(scenario.resolved,
            base.with({"name=Thirty", "arrangements.oza.places=30"}).scenario.resolved);
}

TEST(ScenarioText, reads_no_table_whatever_way_it_is_named) {
  for (const char* more :
       {"set: {today.rows: /etc/hostname}\n", "set: {today: {rows: /etc/hostname}}\n",
        "today: {rows: /etc/hostname}\n", "today: {rows: {file: /etc/hostname}}\n",
        "sources: {school: {per_year: ~, growth: ~, months: ~, arrivals: {file: /etc/hostname}}}\n",
        "sources: {school: {per_year: ~, growth: ~, months: ~, "
        "arrivals: {\"fi\\x6ce\": /etc/hostname}}}\n"}) {
    const ScenarioTree tree = tree_of(more);
    EXPECT_THAT(tree.documents(), SizeIs(2)) << more << "the text, and what it extends";
    try {
      tree.load();
      ADD_FAILURE() << more;
    } catch (const InputError& error) {
      EXPECT_THAT(LocalizedText(error).in(Language::en), HasSubstr("/etc/hostname is named as"))
          << more;
    }
  }
}

TEST(ScenarioText, may_extend_what_reads_a_table) {
  const auto place = std::filesystem::temp_directory_path() / "doorstroom-scenario-text";
  std::filesystem::create_directories(place);
  std::ofstream(place / "arrivals.csv") << "day,age\n2026-09-01,12\n";
  std::ofstream(place / "base.yaml")
      << "doorstroom: 1\nextends: " << folder << "minimal.yaml\n"
      << "sources: {school: {per_year: ~, growth: ~, months: ~, arrivals: {file: arrivals.csv}}}\n";
  const ScenarioTree tree(ScenarioText{.path = (place / "variant.yaml").string(),
                                       .text = "doorstroom: 1\nextends: base.yaml\n"});
  EXPECT_TRUE(std::ranges::any_of(tree.documents(), [](const Document& document) {
    return document.path.ends_with("arrivals.csv");
  }));
  std::filesystem::remove_all(place);
}

}  // namespace
}  // namespace doorstroom
