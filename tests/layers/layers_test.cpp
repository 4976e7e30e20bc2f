// Includes point one way, and big libraries stay behind one door each.

#include "tests/layers/layers.hpp"

#include <gmock/gmock.h>
#include <stdlib.h>

#include <cstdlib>
#include <sstream>

namespace doorstroom::layers {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

/// The tree that the rules are held to: the one that this test was built from, unless the
/// environment names another.
fs::path source_tree() {
  const char* other = std::getenv("DOORSTROOM_TREE");
  return other != nullptr ? other : DOORSTROOM_SOURCE_DIR;
}

TEST(Layers, every_include_of_the_source_tree_points_the_right_way) {
  EXPECT_THAT(broken_rules(source_tree()), IsEmpty());
}

TEST(Layers, an_include_that_points_the_wrong_way_is_found) {
  EXPECT_NE(why_not("engine/clock.cpp", "models/scenario/scenario.hpp"), "");
  EXPECT_NE(why_not("models/continuum/roles/census.cpp", "results/rows/replication_rows.hpp"), "");
  EXPECT_NE(why_not("results/rows/replication_rows.cpp", "app/progress.hpp"), "");
  EXPECT_NE(why_not("models/continuum/desk.cpp", "tests/support/worked.hpp"), "");
  EXPECT_NE(why_not("models/continuum/roles/census.cpp", "../../results/rows/replication_rows.hpp"),
            "");
  EXPECT_EQ(why_not("app/run_command.cpp", "engine/error.hpp"), "");
  EXPECT_EQ(why_not("results/rows/replication_rows.cpp", "results/table/table.hpp"), "");
  EXPECT_EQ(why_not("tests/app/check_test.cpp", "results/rows/replication_rows.hpp"), "");
}

TEST(Layers, an_include_of_a_room_above_on_the_same_floor_is_found) {
  EXPECT_EQ(why_not("models/scenario/scenario.hpp", "models/loading/loader.hpp"),
            "models/loading is above models/scenario");
  EXPECT_NE(why_not("models/continuum/region.hpp", "models/loading/loader.hpp"), "");
  EXPECT_NE(why_not("results/stats/paired.cpp", "results/table/table.hpp"), "");
  EXPECT_NE(why_not("results/run/extension.cpp", "results/sweep/sample.hpp"), "");
  EXPECT_EQ(why_not("results/run/extension.cpp", "results/rows/replication_rows.hpp"), "");
  EXPECT_EQ(why_not("app/cli/command.hpp", "app/commands.hpp"), "app is above app/cli");
  EXPECT_EQ(why_not("app/sweep/sweep_command.cpp", "app/cli/command.hpp"), "");
  EXPECT_EQ(why_not("models/continuum/roles/casework.cpp", "models/continuum/region.hpp"), "");
  EXPECT_EQ(why_not("models/continuum/region.cpp", "models/continuum/roles/roles.hpp"), "");
}

TEST(Layers, a_file_in_no_room_is_found) {
  EXPECT_NE(why_not("models/desk.cpp", "engine/error.hpp"), "");
  EXPECT_NE(why_not("models/attic/desk.cpp", "engine/error.hpp"), "");
  EXPECT_NE(why_not("app/show_command.cpp", "results/kpi.hpp"), "");
}

TEST(Layers, a_library_outside_its_files_is_found) {
  EXPECT_NE(why_not("engine/calendar.cpp", "simgrid/s4u.hpp"), "");
  EXPECT_NE(why_not("models/continuum/roles/census.cpp", "simgrid/s4u.hpp"), "");
  EXPECT_NE(why_not("models/yaml/value.hpp", "yaml-cpp/yaml.h"), "");
  EXPECT_NE(why_not("results/rows/replication_rows.cpp", "hdf5.h"), "");
  EXPECT_NE(why_not("results/export/csv_export.cpp", "xlsxwriter.h"), "");
  EXPECT_NE(why_not("tests/results/rows/replication_rows_test.cpp", "H5Cpp.h"), "");
  EXPECT_NE(why_not("results/file/output_file.cpp", "hdf5.h"), "");
  EXPECT_NE(why_not("results/file/table_stream.hpp", "results/file/h5_state.hpp"), "");
  EXPECT_NE(why_not("engine/distribution.cpp", "Random123/philox.h"), "");
  EXPECT_EQ(why_not("app/run_command.cpp", "CLI/CLI.hpp"),
            "CLI11 is known to app/cli/command_parser alone");
  EXPECT_NE(why_not("app/cli/options.hpp", "CLI/App.hpp"), "");
  EXPECT_NE(why_not("results/stats/intervals.cpp", "Eigen/Core"), "");
  EXPECT_EQ(why_not("results/stats/gaussian_process.cpp", "nlopt.hpp"), "");
  EXPECT_EQ(why_not("engine/simgrid_actors.cpp", "simgrid/s4u.hpp"), "");
  EXPECT_EQ(why_not("tests/reference/mm1_test.cpp", "simgrid/s4u.hpp"), "");
  EXPECT_EQ(why_not("tests/engine/random_test.cpp", "Random123/philox.h"), "");
  EXPECT_EQ(why_not("results/file/h5_library.hpp", "hdf5.h"), "");
  EXPECT_EQ(why_not("results/file/h5_read.cpp", "results/file/h5_state.hpp"), "");
  EXPECT_EQ(why_not("results/run/result_writer.cpp", "results/file/h5_file.hpp"), "");
  EXPECT_EQ(why_not("app/cli/command_parser.cpp", "CLI/CLI.hpp"), "");
}

TEST(Layers, a_planted_file_is_named_with_its_line) {
  std::string name = (fs::temp_directory_path() / "layers-XXXXXX").string();
  ASSERT_NE(mkdtemp(name.data()), nullptr);
  const fs::path tree(name);
  fs::create_directories(tree / "engine");
  std::ofstream(tree / "engine" / "planted.cpp")
      << "#include <vector>\n\n  #  include \"models/scenario/scenario.hpp\"  // just this once\n"
      << "#include <hdf5.h>\n// #include \"app/progress.hpp\"\n";
  EXPECT_THAT(broken_rules(tree),
              ElementsAre(StartsWith("engine/planted.cpp:3: #include models/scenario/scenario.hpp: "
                                     "models/scenario is above engine"),
                          StartsWith("engine/planted.cpp:4: #include hdf5.h: HDF5 is known to")));
  fs::remove_all(tree);
}

TEST(Hook, of_includes_stops_a_commit_with_a_planted_include_and_no_other) {
  std::string name = (fs::temp_directory_path() / "hook-XXXXXX").string();
  ASSERT_NE(mkdtemp(name.data()), nullptr);
  const fs::path tree(name);
  fs::create_directories(tree / "engine");
  const std::string hook = "cd " + name + " && DOORSTROOM_TREE=" + name + ' ' +
                           DOORSTROOM_SOURCE_DIR + "/tests/layers/check_includes >output";
  std::ofstream(tree / "engine" / "planted.cpp") << "#include \"results/table/table.hpp\"\n";
  EXPECT_EQ(std::system(hook.c_str()), 0) << "no program of tests is built yet";

  fs::create_directories(tree / "build/release/tests");
  fs::create_symlink(fs::read_symlink("/proc/self/exe"), tree / "build/release/tests/layers_tests");
  EXPECT_NE(std::system(hook.c_str()), 0);
  std::stringstream output;
  output << std::ifstream(tree / "output").rdbuf();
  EXPECT_THAT(output.str(), HasSubstr("engine/planted.cpp:1: #include results/table/table.hpp"));

  std::ofstream(tree / "engine" / "planted.cpp") << "#include \"engine/error.hpp\"\n";
  EXPECT_EQ(std::system(hook.c_str()), 0);
  fs::remove_all(tree);
}

}  // namespace
}  // namespace doorstroom::layers
