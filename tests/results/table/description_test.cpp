#include "results/table/description.hpp"

#include <gmock/gmock.h>

#include "results/file/h5_file.hpp"
#include "results/file/result_reader.hpp"
#include "results/file/table_stream.hpp"
#include "results/table/column.hpp"
#include "tests/support/example.hpp"
#include "tests/support/languages.hpp"

namespace doorstroom {
namespace {

using example::TemporaryFolder;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

const Description of_program = translatable("Calendar year");
const Description of_file(Description::Texts{{"de", "Jahr"}, {"en", "Year"}, {"nl", "Jaar"}});

TEST(Description, of_the_program_is_known_in_each_of_its_languages) {
  EXPECT_EQ(of_program.in(Language::en), "Calendar year");
  EXPECT_EQ(of_program.in(language_nl), "Kalenderjaar");
  EXPECT_THAT(of_program.texts(),
              ElementsAre(Pair("en", "Calendar year"), Pair("nl", "Kalenderjaar")));
}

TEST(Description, of_a_file_is_what_it_holds) {
  EXPECT_EQ(of_file.in(language_nl), "Jaar");
  EXPECT_THAT(of_file.texts(),
              ElementsAre(Pair("de", "Jahr"), Pair("en", "Year"), Pair("nl", "Jaar")));
}

TEST(Description, is_english_where_the_file_lacks_the_language) {
  EXPECT_EQ(Description(Description::Texts{{"en", "Year"}}).in(language_nl), "Year");
  EXPECT_EQ(Description(Description::Texts{{"en", "Year"}, {"nl", ""}}).in(language_nl), "Year");
  EXPECT_THAT(Description(Description::Texts{{"de", "Jahr"}}).in(language_nl), IsEmpty());
}

TEST(Description, is_written_and_read_in_every_language) {
  TemporaryFolder folder;
  const std::string path = folder / "years.h5";
  H5File file = H5File::create(path);
  file.set_attribute("/", "format", std::string("doorstroom.run"));
  file.set_attribute("/", "format_version", std::int32_t{1});
  write_table(file, {{"/years", {column::id("a", of_program), column::id("b", of_file)}},
                     TableData(TableSpec{"", {column::id("a", {}), column::id("b", {})}})});
  file.close();
  const ResultReader read(path);
  EXPECT_EQ(read.text("description_nl", "/years/a"), "Kalenderjaar");
  const TableSpec spec = read.spec("/years");
  EXPECT_EQ(spec.columns[0].description.texts(), of_program.texts());
  EXPECT_EQ(spec.columns[1].description.texts(), of_file.texts());
}

}  // namespace
}  // namespace doorstroom
