#include "results/page/html_node.hpp"

#include <sstream>

namespace doorstroom {

pugi::xml_node add_element(pugi::xml_node parent, const char* name, const char* css_class) {
  pugi::xml_node element = parent.append_child(name);
  if (*css_class != '\0') element.append_attribute("class").set_value(css_class);
  return element;
}

pugi::xml_node add_text(pugi::xml_node parent, const char* name, const std::string& text,
                        const char* css_class) {
  if (text.empty()) return {};
  pugi::xml_node element = add_element(parent, name, css_class);
  element.append_child(pugi::node_pcdata).set_value(text.c_str());
  return element;
}

void set_attribute(pugi::xml_node element, const char* name, const std::string& value) {
  element.append_attribute(name).set_value(value.c_str());
}

std::string html_in(pugi::xml_node node) {
  std::ostringstream html;
  // HTML knows no <p/>: every element that is not void has an end tag, and void ones are not used.
  for (const pugi::xml_node child : node.children())
    child.print(html, "", pugi::format_raw | pugi::format_no_empty_element_tags,
                pugi::encoding_utf8);
  return html.str();
}

}  // namespace doorstroom
