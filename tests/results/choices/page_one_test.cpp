#include <gmock/gmock.h>

#include "results/choices/choices.hpp"
#include "results/choices/page_one_options.hpp"
#include "tests/results/report/made_section.hpp"

namespace doorstroom {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsSubsetOf;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

const Sets more_places{"name=Six places more", "arrangements.oza.places=30"};

/// Rows that are a figure by themselves, not a part of one.
std::size_t figures_in(const ReportTable& table) {
  return static_cast<std::size_t>(std::ranges::count_if(table.rows, [](const ReportRow& row) {
    return !row.header.starts_with("of which") && !row.header.starts_with("paid by");
  }));
}

std::vector<std::string> texts_of(const ReportSection& section) {
  std::vector<std::string> texts;
  for (const ReportText& text : blocks_of<ReportText>(section)) texts.push_back(text.text);
  return texts;
}

TEST(PageOne, of_a_plain_run_asks_for_no_decision_and_tells_five_figures) {
  const RunFolder runs;
  ReportSources sources = sources_of({runs.run("base")});
  const ReportSection section = page_one(sources);
  EXPECT_EQ(section.id, "page-one");
  EXPECT_THAT(texts_of(section), Contains(StartsWith("This report asks for no decision")));
  EXPECT_THAT(texts_of(section), Contains(StartsWith("If nothing changes, ")));
  const std::vector<ReportTable> tables = blocks_of<ReportTable>(section);
  ASSERT_THAT(tables, SizeIs(1));
  EXPECT_THAT(tables.front().columns, SizeIs(3));
  EXPECT_EQ(tables.front().columns[0].label, "Unchanged, first year (2026-27)");
  EXPECT_EQ(tables.front().columns[1].label, "Unchanged, last year (2027-28)");
  EXPECT_EQ(figures_in(tables.front()), 5U);
}

TEST(PageOne, says_with_a_variant_what_compare_says) {
  const RunFolder runs;
  ReportSources sources = sources_of({runs.run("base"), runs.run("more", {}, more_places)});
  const ReportSection section = page_one(sources);
  EXPECT_THAT(texts_of(section),
              Contains(StartsWith("Choose: go on unchanged, or: Six places more")));
  EXPECT_THAT(texts_of(section), Contains(AllOf(StartsWith("The option \"Six places more"),
                                                HasSubstr("too little to matter"))));
  const ReportTable table = blocks_of<ReportTable>(section).front();
  EXPECT_THAT(table.columns, SizeIs(4));
  const auto places = std::ranges::find(table.rows, "Places in all", &ReportRow::header);
  ASSERT_NE(places, table.rows.end());
  EXPECT_THAT(places->cells.back().text, HasSubstr("(2027-28: 6 more, oza)"));
}

TEST(PageOne, tells_of_the_cost_though_other_differences_are_supported_better) {
  const RunFolder runs;
  const std::string headline =
      "headline: {oza.waiting_mean: 0.01, oza.entered_within_10w: 0.01%, cost_euro_per_year: "
      "600000}\n";
  const Sets busy{"replications=20", "sources.school.per_year=300",
                  "desks.youth_team.staff=10 fte"};
  Sets more = busy;
  more.insert(more.end(), {"name=More", "arrangements.oza.places=60"});
  ReportSources sources =
      sources_of({runs.run("base", headline, busy), runs.run("more", headline, more)});
  EXPECT_THAT(
      texts_of(page_one(sources)),
      Contains(AllOf(HasSubstr("oza: waiting: 0 instead of 30"), HasSubstr("Cost, euro a year: "),
                     HasSubstr("relevant, dearer"),
                     HasSubstr("But for the cost, no main figure is shown to get worse."))));
}

TEST(PageOne, has_room_for_two_of_four_variants_and_says_where_the_others_are) {
  const RunFolder runs;
  std::vector<std::string> paths{runs.run("base")};
  for (const char* places : {"25", "26", "40", "27"})
    paths.push_back(runs.run(
        places, {},
        {std::string("name=Places ") + places, std::string("arrangements.oza.places=") + places}));
  ReportSources sources = sources_of(paths);
  EXPECT_THAT(variants_on_page_one(sources), SizeIs(2));
  const ReportSection section = page_one(sources);
  EXPECT_THAT(texts_of(section), Contains(AllOf(HasSubstr("under What changes: \"Places 40"),
                                                HasSubstr("\" and \"Places 27"))));
  const ReportTable table = blocks_of<ReportTable>(section).front();
  EXPECT_THAT(table.columns, SizeIs(5));
  EXPECT_EQ(figures_in(table), 5U);
  EXPECT_THAT(table.note, HasSubstr("better on the most headline figures"));
}

TEST(PageOne, has_no_number_in_a_sentence_that_is_in_no_table) {
  const RunFolder runs;
  const std::vector<std::string> paths{runs.run("base"), runs.run("more", {}, more_places)};
  for (const Language language : {Language::en, language_nl})
    for (const std::size_t results : {1U, 2U}) {
      ReportSources sources =
          sources_of({paths.begin(), paths.begin() + static_cast<long>(results)}, language);
      const ReportSection section = page_one(sources);
      std::vector<ReportTable> tables = tables_of(section);
      for (const ReportTable& table : tables_of(what_changes(sources))) tables.push_back(table);
      EXPECT_THAT(numbers_in(sentences_of(section)), IsSubsetOf(numbers_in(words_of(tables))));
    }
}

/// How many digits stand behind the point of each number of a text.
std::set<std::size_t> decimals_in(const std::string& text) {
  std::set<std::size_t> decimals;
  for (const std::string& number : numbers_in(text)) {
    const std::size_t point = number.find('.');
    decimals.insert(point == std::string::npos ? 0 : number.size() - point - 1);
  }
  return decimals;
}

TEST(PageOne, writes_a_figure_in_as_many_digits_everywhere) {
  const RunFolder runs;
  ReportSources sources = sources_of({runs.run("base"), runs.run("more", {}, more_places)});
  const ReportTable table = blocks_of<ReportTable>(page_one(sources)).front();
  for (const ReportRow& row : table.rows) {
    if (row.header == "Places in all") continue;
    std::string figures;
    for (const ReportCell& cell : row.cells)
      figures += cell.text.substr(0, cell.text.find(": ")) + "\n";
    EXPECT_THAT(decimals_in(figures), SizeIs(1)) << row.header << ": " << figures;
  }
}

TEST(PageOne, tells_of_an_option_what_it_assumes_most_and_leads_to_all_of_it) {
  const RunFolder runs;
  ReportSources sources = sources_of({runs.run("base"), runs.run("more", {}, more_places)});
  const std::vector<ReportText> texts = blocks_of<ReportText>(page_one(sources));
  const auto assumes = std::ranges::find_if(texts, [](const ReportText& text) {
    return text.text.find("assumes above all") != std::string::npos;
  });
  ASSERT_NE(assumes, texts.end());
  EXPECT_THAT(assumes->text, AllOf(StartsWith("\"Six places more"),
                                   EndsWith("assumes above all: oza: places (30, now 24).")));
  ASSERT_TRUE(assumes->link.has_value());
  const std::vector<ReportTable> tables = tables_of(what_changes(sources));
  EXPECT_NE(std::ranges::find(tables, assumes->link->to, &ReportTable::id), tables.end());
}

TEST(PageOne, writes_out_an_abbreviation_that_names_an_option) {
  const RunFolder runs;
  const std::string label =
      "arrangements.oza.label={nl: het onderwijszorgarrangement, en: the arrangement (OZA)}";
  ReportSources sources = sources_of(
      {runs.run("base", {}, {label}),
       runs.run("more", {},
                {label, "name=Six OZA-places more, of SWV", "arrangements.oza.places=30"})});
  EXPECT_THAT(texts_of(page_one(sources)), Contains("OZA: Arrangement."));
}

TEST(PageOne, asks_for_the_decision_that_the_scenario_names) {
  const RunFolder runs;
  const std::string about = R"(
about:
  decision: {nl: 'Geeft u akkoord?', en: 'Do you agree?'}
  owner: The region
  contact: info@example.org
  data_date: 2026-01-31
)";
  ReportSources sources = sources_of({runs.run("base", about)});
  const ReportSection section = page_one(sources);
  EXPECT_THAT(texts_of(section), Contains("Do you agree?"));
  EXPECT_THAT(texts_of(section), Not(Contains(StartsWith("This report asks for no decision"))));
  EXPECT_THAT(blocks_of<ReportList>(section).back().items,
              testing::ElementsAre("Date of the data: 2026-01-31", "Owner: The region",
                                   "Contact: info@example.org"));
}

TEST(PageOne, asks_for_the_decision_that_a_variant_names_where_the_base_names_none) {
  const RunFolder runs;
  ReportSources sources =
      sources_of({runs.run("base"),
                  runs.run("more", "\nabout: {decision: \"Five places more?\"}\n", more_places)});
  EXPECT_THAT(texts_of(page_one(sources)), Contains("Five places more?"));
}

TEST(PageOne, is_told_in_dutch) {
  const RunFolder runs;
  ReportSources sources = sources_of({runs.run("base")}, language_nl);
  const ReportSection section = page_one(sources);
  EXPECT_THAT(texts_of(section), Contains(StartsWith("Dit rapport vraagt geen besluit.")));
  EXPECT_THAT(texts_of(section), Contains(StartsWith("Als er niets verandert, ")));
}

TEST(PageOne, leaves_markup_in_names_as_it_is) {
  const RunFolder runs;
  const std::string name = "</script><b>Plus</b>";
  ReportSources sources =
      sources_of({runs.run("base"),
                  runs.run("more", {}, {"name='" + name + "'", "arrangements.oza.places=30"})});
  EXPECT_THAT(blocks_of<ReportTable>(page_one(sources)).front().columns.back().label,
              StartsWith(name));
}

}  // namespace
}  // namespace doorstroom
