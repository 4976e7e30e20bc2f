#include "app/page_parts.hpp"

#include <string_view>

namespace doorstroom {

/// Defined in the source that app/page/embed.cmake writes.
namespace embedded {
extern const std::string_view page_style;
extern const std::string_view page_script;
extern const std::string_view what_if_style;
extern const std::string_view what_if_script;
}  // namespace embedded

PageParts page_parts() {
  return {.style = std::string(embedded::page_style),
          .script = std::string(embedded::page_script),
          .theme = {}};
}

std::string what_if_style() {
  return std::string(embedded::page_style) + std::string(embedded::what_if_style);
}

std::string_view what_if_script() {
  return embedded::what_if_script;
}

}  // namespace doorstroom
