#include "results/page/what_if_page.hpp"

#include "models/messages/message.hpp"
#include "results/page/html_node.hpp"

namespace doorstroom {

std::string what_if_page(Language language, std::string_view style, std::string_view nonce) {
  pugi::xml_document head;
  add_text(head, "title", message("What if?").in(language));
  pugi::xml_document body;
  set_attribute(add_element(body, "div"), "id", "what-if");
  const pugi::xml_node without = add_element(body, "noscript");
  add_text(
      without, "p",
      message("This page works with script (JavaScript), which is switched off here.").in(language),
      "warning");

  std::string html = "<!DOCTYPE html>\n<html lang=\"";
  html += language.code();
  html += "\">\n<head>\n<meta charset=\"utf-8\">\n";
  html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  html += "<link rel=\"icon\" href=\"data:,\">\n";  // else browsers ask for one, which the header
                                                    // forbids
  html += html_in(head) + "\n<style nonce=\"";
  html += nonce;
  html += "\">\n";
  html += style;
  html += "</style>\n<script src=\"what-if.js\" defer=\"\"></script>\n</head>\n";
  html += "<body class=\"what-if\">\n" + html_in(body) + "\n</body>\n</html>\n";
  return html;
}

}  // namespace doorstroom
