#include "results/drawing/svg_element.hpp"

#include <fmt/format.h>

#include <cmath>

#include "models/messages/utf8.hpp"

namespace doorstroom {

std::string svg_number(double value) {
  const double rounded = std::round(value * 100) / 100;
  return fmt::format("{}", rounded == 0 ? 0.0 : rounded);
}

SvgElement SvgElement::add(const char* name) const {
  pugi::xml_node node = node_;
  return SvgElement(node.append_child(name));
}

const SvgElement& SvgElement::set(const char* name, double value) const {
  return set(name, svg_number(value));
}

const SvgElement& SvgElement::set(const char* name, const std::string& value) const {
  pugi::xml_node node = node_;
  node.append_attribute(name) = value.c_str();
  return *this;
}

const SvgElement& SvgElement::text(const std::string& content) const {
  pugi::xml_node node = node_;
  node.append_child(pugi::node_pcdata).set_value(shown(content).c_str());
  return *this;
}

SvgPath& SvgPath::move_to(double x, double y) {
  text_ += fmt::format("M{},{}", svg_number(x), svg_number(y));
  return *this;
}

SvgPath& SvgPath::line_to(double x, double y) {
  text_ += fmt::format(" {},{}", svg_number(x), svg_number(y));
  return *this;
}

SvgPath& SvgPath::close() {
  text_ += 'Z';
  return *this;
}

}  // namespace doorstroom
