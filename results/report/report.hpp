#pragma once
/// A report, as plain data: sections of sentences, tables and charts, in one language. From it the
/// page is written, the JSON of `report --json`, and the drawings of `plot`.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "models/messages/language.hpp"
#include "results/charts/chart.hpp"
#include "results/report/slider_block.hpp"

namespace doorstroom {

/// A way to another place of the report.
struct ReportLink {
  std::string to{};  ///< id of a section, a table or a chart
  std::string text{};
};

/// A sentence or more.
struct ReportText {
  enum class Role : std::uint8_t {
    plain,
    lead,     ///< the answer: larger
    note,     ///< how to read what stands above: smaller
    warning,  ///< what a reader must not overlook
  };

  std::string text{};
  Role role = Role::plain;
  std::optional<ReportLink> link{};  ///< behind it
};

/// "plain", "lead", "note" or "warning": in the JSON, and as a class of the page.
const char* name_of(ReportText::Role role);

/// A heading within a section.
struct ReportHeading {
  std::string text{};
};

struct ReportList {
  std::string caption{};  ///< empty: none
  std::vector<std::string> items{};
};

struct ReportCell {
  std::string text{};  ///< as people read it: "2.8 wk"
  std::optional<double>
      value{};  ///< the number itself, in the units of the column; none: no number
};

struct ReportColumn {
  std::string label{};
  std::string units{};  ///< of the values, as in the result file: "day"; empty: mixed or words
  bool numeric = true;  ///< aligned right
};

struct ReportRow {
  std::string header{};
  std::vector<ReportCell> cells{};  ///< by column
};

struct ReportTable {
  std::string id{};       ///< unique in the report: letters, digits, "-"
  std::string caption{};  ///< what the table tells
  std::string corner{};   ///< heading of the row headers
  std::vector<ReportColumn> columns{};
  std::vector<ReportRow> rows{};
  std::string note{};   ///< below it; empty: none
  bool folded = false;  ///< closed until a reader opens it; printed all the same
};

/// A chart, and the tables that hold every number that it shows or, of a line over time, those of
/// every 13th week.
struct ReportChart {
  Chart chart{};
  ReportTable table{};                     ///< of what is drawn without script; folded
  std::vector<ReportTable> more_tables{};  ///< of what only the script draws; not printed
};

/// One invented youth.
struct ReportStory {
  std::string title{};
  std::vector<std::string> lines{};
};

using ReportBlock = std::variant<ReportText, ReportHeading, ReportList, ReportTable, ReportChart,
                                 ReportStory, SliderBlock>;

struct ReportSection {
  std::string id{};  ///< "page-one", "where-it-hurts", ...
  std::string title{};
  std::vector<ReportBlock> blocks{};
};

struct Report {
  Language language;
  std::string title{};     ///< name of the scenario
  std::string subtitle{};  ///< period, replications, seed
  std::string program{};   ///< name and version
  std::vector<ReportSection> sections{};
  std::map<std::string, std::string> words{};  ///< of the page's script, by key
};

}  // namespace doorstroom
