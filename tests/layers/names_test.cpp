#include "tests/layers/names.hpp"

#include <gmock/gmock.h>

#include <stdlib.h>

#include <filesystem>
#include <sstream>

namespace doorstroom::layers {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Names, stand_for_one_type_each) {
  EXPECT_THAT(names_told_twice(DOORSTROOM_SOURCE_DIR, {"engine", "models", "results", "app"}),
              IsEmpty());
}

TEST(Names, are_those_that_other_files_see) {
  std::istringstream text(
      "namespace doorstroom {\n"
      "namespace {\n"
      "struct Own {};\n"
      "}  // namespace\n"
      "class Declared;\n"
      "struct Small {};\n"
      "class Large : public Small {\n"
      "  struct Inner {};\n"
      "};\n"
      "struct Large::Inner2 {};\n"
      "namespace family {\n"
      "template <class Value>\n"
      "struct Gamma {\n"
      "};\n"
      "}  // namespace family\n"
      "enum class Kind : int { one };\n"
      "}  // namespace doorstroom\n");
  EXPECT_THAT(types_of(text), ElementsAre("doorstroom::Small", "doorstroom::Large",
                                          "doorstroom::family::Gamma", "doorstroom::Kind"));
}

TEST(Names, of_two_types_are_found_with_their_files) {
  std::string name = (std::filesystem::temp_directory_path() / "names-XXXXXX").string();
  ASSERT_NE(mkdtemp(name.data()), nullptr);
  const std::filesystem::path tree(name);
  std::filesystem::create_directories(tree / "engine");
  std::ofstream(tree / "engine" / "one.hpp") << "namespace doorstroom {\nstruct Verdict {\n};\n";
  std::ofstream(tree / "engine" / "other.cpp")
      << "namespace doorstroom {\nenum class Verdict {\n};\n";
  EXPECT_THAT(names_told_twice(tree, {"engine"}),
              ElementsAre("doorstroom::Verdict: engine/one.hpp engine/other.cpp"));
  std::filesystem::remove_all(tree);
}

}  // namespace
}  // namespace doorstroom::layers
