#pragma once
/// Elements of a page. Whatever is put into one is text: markup in it is shown, not obeyed.

#include <pugixml.hpp>
#include <string>

namespace doorstroom {

/// A new element at the end of its parent. @param css_class  empty: none
pugi::xml_node add_element(pugi::xml_node parent, const char* name, const char* css_class = "");
/// The same with a text. @return the element; none is added for an empty text
pugi::xml_node add_text(pugi::xml_node parent, const char* name, const std::string& text,
                        const char* css_class = "");
void set_attribute(pugi::xml_node element, const char* name, const std::string& value);

/// The children of a node as HTML.
std::string html_in(pugi::xml_node node);

}  // namespace doorstroom
