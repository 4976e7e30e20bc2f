// Whatever is thrown at users can be read in any language.

#include "tests/layers/failures.hpp"

#include <gmock/gmock.h>
#include <stdlib.h>

namespace doorstroom::layers {
namespace {

namespace fs = std::filesystem;

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Failures, are_made_of_texts_above_the_engine) {
  EXPECT_THAT(failures_without_a_text(DOORSTROOM_SOURCE_DIR, {"models", "results", "app"}),
              IsEmpty())
      << "throw input_error(message(...)) or run_error(message(...)), see "
         "models/messages/message.hpp";
}

TEST(Failures, that_cannot_be_translated_are_found) {
  std::string name = (fs::temp_directory_path() / "failures-XXXXXX").string();
  ASSERT_NE(mkdtemp(name.data()), nullptr);
  const fs::path tree(name);
  fs::create_directories(tree / "models");
  std::ofstream(tree / "models" / "planted.cpp")
      << "  throw input_error(message(\"{0} is there\", path));\n"
      << "  // throw InputError(path + \" is there\");\n"
      << "  throw InputError(path + \" is there\");\n"
      << "  } catch (const InputError& error) {\n"
      << "  if (full) throw RunError(fmt::format(\"{} is full\", disk));\n";
  EXPECT_THAT(failures_without_a_text(tree, {"models"}),
              ElementsAre("models/planted.cpp:3", "models/planted.cpp:5"));
  fs::remove_all(tree);
}

}  // namespace
}  // namespace doorstroom::layers
