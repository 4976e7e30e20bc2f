#pragma once
/// An element of a drawing. Texts become texts, whatever stands in them; numbers have two decimals
/// at most.

#include <pugixml.hpp>

#include <string>

namespace doorstroom {

/// "12.5", never "-0".
std::string svg_number(double value);

class SvgElement {
 public:
  explicit SvgElement(pugi::xml_node node) : node_(node) {}

  SvgElement add(const char* name) const;
  const SvgElement& set(const char* name, double value) const;
  const SvgElement& set(const char* name, const std::string& value) const;
  const SvgElement& text(const std::string& content) const;

 private:
  pugi::xml_node node_;
};

/// The path of a polyline: "M1,2 3,4".
class SvgPath {
 public:
  SvgPath& move_to(double x, double y);
  SvgPath& line_to(double x, double y);
  SvgPath& close();
  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }

 private:
  std::string text_;
};

}  // namespace doorstroom
