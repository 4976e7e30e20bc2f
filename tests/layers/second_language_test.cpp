// The languages of the program besides English stand in po/.

#include "tests/layers/second_language.hpp"

#include <gmock/gmock.h>
#include <stdlib.h>

#include <algorithm>

namespace doorstroom::layers {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SecondLanguage, stands_in_no_source) {
  EXPECT_THAT(
      texts_in_another_language(DOORSTROOM_SOURCE_DIR, {"engine", "models", "results", "app"}),
      IsEmpty());
}

TEST(SecondLanguage, is_known_by_its_words_and_letters) {
  EXPECT_EQ(foreign_part("De jeugdige wacht"), "jeugdige");
  EXPECT_EQ(foreign_part(", met vrijstelling van onderwijs"), "van");
  EXPECT_EQ(foreign_part("binnen één stap"), "é");
  EXPECT_EQ(foreign_part("a youth, at €{0} ± 2 an hour"), "");
  EXPECT_EQ(foreign_part("een_loket.single_desk, oza, procesregisseur"), "");
}

TEST(SecondLanguage, is_sought_in_literals_alone) {
  const std::string source =
      "#include \"een/het.hpp\"\n"
      "// \"een\" in a comment\n"
      "/* \"een\"\n */ f(\"one\", 'a', '\"', 1'000, \"with \\\" in it\");\n"
      "g(R\"x(raw \"\n)x\", \"last\");\n";
  std::vector<std::string> texts;
  std::vector<int> lines;
  for (const Literal& literal : literals_of(source)) {
    texts.emplace_back(literal.text);
    lines.push_back(literal.line);
  }
  EXPECT_THAT(texts, ElementsAre("one", "with \\\" in it", "raw \"\n", "last"));
  EXPECT_THAT(lines, ElementsAre(4, 4, 5, 6));
}

TEST(SecondLanguage, of_a_planted_file_is_named_with_its_line) {
  std::string name = (std::filesystem::temp_directory_path() / "language-XXXXXX").string();
  ASSERT_NE(mkdtemp(name.data()), nullptr);
  const std::filesystem::path tree(name);
  std::filesystem::create_directories(tree / "engine");
  std::ofstream(tree / "engine" / "planted.cpp")
      << "print(message(\"{0} is full\"));\nprint(in(language, \"yes\", \"dat is het\"));\n";
  EXPECT_THAT(texts_in_another_language(tree, {"engine"}),
              ElementsAre("engine/planted.cpp:2: \"dat is het\": dat"));
  std::filesystem::remove_all(tree);
}

}  // namespace
}  // namespace doorstroom::layers
