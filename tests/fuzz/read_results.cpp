#include "tests/fuzz/read_results.hpp"

#include <algorithm>

#include "results/comparison/comparison.hpp"
#include "results/comparison/comparison_json.hpp"
#include "results/comparison/comparison_text.hpp"
#include "results/export/csv_export.hpp"
#include "results/file/compare_files.hpp"
#include "results/file/result_reader.hpp"
#include "results/story/story.hpp"
#include "results/text/summary.hpp"
#include "tests/fuzz/answer.hpp"
#include "tests/fuzz/folder.hpp"

namespace doorstroom::fuzz {
namespace {

constexpr std::size_t many_rows = 1000;

/// What `export` reads, and of short tables what it writes.
void read_tables(const std::string& path) {
  const ResultReader file(path, any_format);
  std::size_t rows = 0;
  for (const TableSpec& spec : chosen_tables(file, {.tables = {}, .all = true})) {
    (void)file.block(spec, 0, many_rows);
    (void)file.block(spec, file.rows(spec), 1);
    rows += file.rows(spec);
  }
  for (const Document& document : file.documents()) (void)document;
  if (rows <= many_rows)
    export_csv(file, chosen_tables(file, {}), folder().path("tables"), true, Language::en);
}

void compare_with(const std::string& good, const std::string& path) {
  ResultReader base(good);
  std::vector<ResultReader> variants;
  variants.emplace_back(path);
  const Comparison comparison = compare(base, variants);
  (void)comparison_text(comparison, true, Language::en);
  (void)comparison_json(comparison);
}

void trace(const std::string& path) {
  ResultReader file(path);
  (void)suggested_youths(file, 0, Language::en);
  const Stories stories(file, 0, Language::en);
  const std::size_t few = std::min<std::size_t>(stories.rows().youths.size(), 5);
  for (std::uint32_t youth = 0; youth < few; ++youth) (void)stories.of(youth);
}

void show(const std::string& path) {
  ResultReader file(path);
  (void)summary(file, *Language::all().begin());
}

}  // namespace

const std::vector<Reader>& readers() {
  using Text = const std::string&;
  static const std::vector<Reader> all{
      {"export", [](Text file, Text) { read_tables(file); }},
      {"show", [](Text file, Text) { show(file); }},
      {"same",
       [](Text file, Text good) {
         for (const Difference& one : differences(good, file)) tell(to_text(one));
       }},
      {"compare", [](Text file, Text good) { compare_with(good, file); }},
      {"trace", [](Text file, Text) { trace(file); }},
  };
  return all;
}

}  // namespace doorstroom::fuzz
