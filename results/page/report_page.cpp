#include "results/page/report_page.hpp"

#include <boost/algorithm/string/replace.hpp>

#include "models/messages/message.hpp"
#include "results/file/digest.hpp"
#include "results/page/html_blocks.hpp"

namespace doorstroom {
namespace {

/// What the page may do: run the one script that stands in it, and nothing from elsewhere.
std::string security_policy(const PageParts& parts) {
  const std::string scripts =
      parts.script.empty() ? "'none'" : "'sha256-" + sha256_base64(parts.script) + "'";
  return "default-src 'none'; script-src " + scripts +
         "; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
}

/// JSON in which nothing ends the element that it stands in.
std::string inside_script(std::string json) {
  boost::replace_all(json, "<", "\\u003c");
  boost::replace_all(json, ">", "\\u003e");
  boost::replace_all(json, "&", "\\u0026");
  boost::replace_all(json, "\u2028", "\\u2028");
  boost::replace_all(json, "\u2029", "\\u2029");
  return json;
}

/// What the script reads: tables stand in the page, so their rows do not stand in it again.
Report for_script(Report report) {
  for (ReportSection& section : report.sections)
    for (ReportBlock& block : section.blocks) {
      if (auto* const table = std::get_if<ReportTable>(&block)) table->rows.clear();
      if (auto* const chart = std::get_if<ReportChart>(&block)) {
        chart->table.rows.clear();
        chart->more_tables.clear();
      }
    }
  return report;
}

class Page {
 public:
  Page(const Report& report, const PageParts& parts) : report_(report), parts_(parts) {}

  std::string html() {
    std::string html = "<!DOCTYPE html>\n<html lang=\"";
    html += report_.language.code();
    html += "\">\n<head>\n";
    html += head();
    html += "</head>\n<body>\n";
    html += body();
    if (!parts_.script.empty()) {
      html += "\n<script type=\"application/json\" id=\"report\">";
      html += inside_script(report_json(for_script(report_)));
      html += "</script>\n<script>";
      html += parts_.script;
      html += "</script>";
    }
    return html + "\n</body>\n</html>\n";
  }

 private:
  std::string text(const LocalizedText& text) const { return text.in(report_.language); }

  std::string head() const {
    pugi::xml_document head;
    add_text(head, "title", report_.title + " - " + text(message("report")));
    std::string html = R"(<meta http-equiv="Content-Security-Policy" content=")" +
                       security_policy(parts_) + "\">\n";
    html += "<meta charset=\"utf-8\">\n";
    html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    html += html_in(head);
    html += "\n<style>\n" + parts_.style + parts_.theme + "</style>\n";
    return html;
  }

  std::string body() {
    pugi::xml_document body;
    pugi::xml_node skip = add_text(body, "a", text(message("Go to the report")), "skip");
    set_attribute(skip, "href", "#main");
    add_header(body);
    add_contents(body);
    pugi::xml_node main = add_element(body, "main");
    set_attribute(main, "id", "main");
    int sliders = 0;
    for (const ReportSection& section : report_.sections) {
      pugi::xml_node element = add_element(main, "section");
      set_attribute(element, "id", section.id);
      set_attribute(element, "aria-labelledby", section.id + "-title");
      pugi::xml_node title = add_text(element, "h2", section.title);
      set_attribute(title, "id", section.id + "-title");
      add_blocks(element, section, report_.language, sliders);
    }
    add_footer(body);
    return html_in(body);
  }

  void add_header(pugi::xml_node body) const {
    pugi::xml_node header = add_element(body, "header");
    add_element(header, "div", "logo");
    add_text(header, "h1", report_.title);
    add_text(header, "p", report_.subtitle, "subtitle");
  }

  void add_contents(pugi::xml_node body) const {
    pugi::xml_node nav = add_element(body, "nav");
    set_attribute(nav, "aria-label", text(message("Contents")));
    pugi::xml_node list = add_element(nav, "ol");
    for (const ReportSection& section : report_.sections) {
      pugi::xml_node link = add_text(add_element(list, "li"), "a", section.title);
      set_attribute(link, "href", "#" + section.id);
    }
  }

  void add_footer(pugi::xml_node body) const {
    pugi::xml_node footer = add_element(body, "footer");
    add_text(footer, "p", report_.program);
    if (parts_.script.empty())
      add_text(footer, "p",
               text(message("This page was made without script: its pictures do not react, and it "
                            "has no sliders.")));
  }

  const Report& report_;
  const PageParts& parts_;
};

}  // namespace

std::string report_page(const Report& report, const PageParts& parts) {
  return Page(report, parts).html();
}

}  // namespace doorstroom
