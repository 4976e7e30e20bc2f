#include "results/page/html_blocks.hpp"

#include <algorithm>
#include <boost/algorithm/string/replace.hpp>

#include "models/messages/message.hpp"
#include "results/drawing/drawing.hpp"

namespace doorstroom {
namespace {

/// Numbers stay on one line with the sign before them: "± 3", "(> 4 weeks)".
std::string with_signs_together(std::string text) {
  for (const char* sign : {"±", ">", "<"})
    boost::replace_all(text, std::string(sign) + " ", std::string(sign) + "\u00a0");
  return text;
}

/// The same, with a minus sign where a hyphen stands before a number: screen readers leave hyphens
/// out.
std::string number_words(const std::string& text) {
  std::string words;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = i == 0 || text[i - 1] == ' ' || text[i - 1] == '(';
    const bool before_digit = i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9';
    if (text[i] == '-' && begins && before_digit)
      words += "\u2212";
    else
      words += text[i];
  }
  return with_signs_together(std::move(words));
}

class BlockWriter {
 public:
  BlockWriter(pugi::xml_node parent, Language language, int& sliders)
      : parent_(parent), language_(language), sliders_(sliders) {}

  void operator()(const ReportText& block) {
    const bool is_plain = block.role == ReportText::Role::plain;
    pugi::xml_node text = add_text(parent_, "p", block.text, is_plain ? "" : name_of(block.role));
    if (!block.link) return;
    text.append_child(pugi::node_pcdata).set_value(" ");
    set_attribute(add_text(text, "a", block.link->text), "href", "#" + block.link->to);
  }

  void operator()(const ReportHeading& block) { add_text(parent_, "h3", block.text); }

  void operator()(const ReportList& block) {
    add_text(parent_, "p", block.caption, "list-caption");
    pugi::xml_node list = add_element(parent_, "ul");
    for (const std::string& item : block.items) add_text(list, "li", item);
  }

  void operator()(const ReportTable& table) {
    if (table.folded)
      add_folded(parent_, table, table.caption);
    else
      add_table(parent_, table);
  }

  void operator()(const ReportChart& block) {
    const ChartHead& head = head_of(block.chart);
    pugi::xml_node figure = add_element(parent_, "figure", "chart");
    set_attribute(figure, "id", head.id);
    set_attribute(figure, "data-block", "chart");
    pugi::xml_node caption = add_element(figure, "figcaption");
    add_text(caption, "span", head.title, "title");
    add_text(caption, "span", head.unit, "unit");
    add_text(figure, "p", head.summary, "summary");
    add_drawing(add_element(figure, "div", "drawing"), block.chart);
    add_text(figure, "p", head.source, "source");
    add_tables(figure, block);
  }

  void operator()(const ReportStory& block) {
    pugi::xml_node story = add_element(parent_, "div", "story");
    add_text(story, "h3", block.title);
    for (const std::string& line : block.lines) add_text(story, "p", line);
  }

  void operator()(const SliderBlock&) {
    pugi::xml_node figure = add_element(parent_, "figure", "sliders");
    set_attribute(figure, "id", "sliders-" + std::to_string(++sliders_));
    set_attribute(figure, "data-block", "sliders");
    add_text(figure, "p",
             message("Here one moves sliders where scripts run. The table has every point that was "
                     "simulated.")
                 .in(language_),
             "note");
  }

 private:
  void add_drawing(pugi::xml_node parent, const Chart& chart) const {
    const DrawingStyle style{.purpose = DrawingStyle::Purpose::page, .language = language_};
    for (const std::string& svg : svg_parts_of(chart, style)) {
      pugi::xml_document drawing;
      drawing.load_buffer(svg.data(), svg.size());
      parent.append_copy(drawing.document_element());
    }
  }

  void add_folded(pugi::xml_node parent, const ReportTable& table, const std::string& summary) {
    if (table.rows.empty()) return;
    pugi::xml_node details = add_element(parent, "details", "numbers");
    add_text(details, "summary", summary);
    add_table(details, table);
  }

  /// Those of what only the script draws are not printed: neither is the drawing.
  void add_tables(pugi::xml_node figure, const ReportChart& block) {
    if (block.table.rows.empty()) return;
    const auto* const time = std::get_if<TimeChart>(&block.chart);
    const std::size_t drawn = time && time->drawn > 0 ? time->drawn - 1 : 0;
    const std::size_t count = block.more_tables.size();
    pugi::xml_node details = add_element(figure, "details", "numbers");
    add_text(details, "summary", message("The numbers as a table").in(language_));
    add_table(details, block.table);
    for (std::size_t i = 0; i < std::min(drawn, count); ++i)
      add_table(details, block.more_tables[i]);
    if (count <= drawn) return;
    pugi::xml_node others = add_element(figure, "details", "numbers on-screen");
    add_text(others, "summary",
             message("The numbers of the others, each in a table").in(language_));
    for (std::size_t i = drawn; i < count; ++i) add_table(others, block.more_tables[i]);
  }

  /// In a frame that scrolls where the page is narrow.
  void add_table(pugi::xml_node parent, const ReportTable& table) {
    pugi::xml_node scroller = add_element(parent, "div", "scroller");
    set_attribute(scroller, "role", "group");
    set_attribute(scroller, "aria-labelledby", table.id + "-caption");
    set_attribute(scroller, "tabindex", "0");
    pugi::xml_node element = add_element(scroller, "table");
    set_attribute(element, "id", table.id);
    pugi::xml_node caption = add_text(element, "caption", table.caption);
    set_attribute(caption, "id", table.id + "-caption");
    add_heads(element, table);
    pugi::xml_node body = add_element(element, "tbody");
    for (const ReportRow& row : table.rows) add_row(body, table, row);
    add_text(parent, "p", table.note, "note");
  }

  static void add_heads(pugi::xml_node element, const ReportTable& table) {
    pugi::xml_node row = add_element(add_element(element, "thead"), "tr");
    pugi::xml_node corner = add_element(row, table.corner.empty() ? "td" : "th");
    if (!table.corner.empty()) {
      set_attribute(corner, "scope", "col");
      corner.append_child(pugi::node_pcdata).set_value(table.corner.c_str());
    }
    for (const ReportColumn& column : table.columns) {
      pugi::xml_node head = add_element(row, "th", column.numeric ? "number" : "");
      set_attribute(head, "scope", "col");
      head.append_child(pugi::node_pcdata).set_value(with_signs_together(column.label).c_str());
    }
  }

  static void add_row(pugi::xml_node body, const ReportTable& table, const ReportRow& row) {
    pugi::xml_node element = add_element(body, "tr");
    pugi::xml_node head = add_element(element, "th");
    set_attribute(head, "scope", "row");
    head.append_child(pugi::node_pcdata).set_value(with_signs_together(row.header).c_str());
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const bool numeric = i < table.columns.size() && table.columns[i].numeric;
      pugi::xml_node cell = add_element(element, "td", numeric ? "" : "words");
      cell.append_child(pugi::node_pcdata).set_value(number_words(row.cells[i].text).c_str());
    }
  }

  pugi::xml_node parent_;
  Language language_;
  int& sliders_;
};

}  // namespace

void add_blocks(pugi::xml_node parent, const ReportSection& section, Language language,
                int& sliders) {
  BlockWriter write(parent, language, sliders);
  for (const ReportBlock& block : section.blocks) std::visit(write, block);
}

}  // namespace doorstroom
