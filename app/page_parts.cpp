#include "app/page_parts.hpp"

#include <string_view>

namespace doorstroom {

/// Defined in the source that app/page/embed.cmake writes.
namespace embedded {
extern const std::string_view page_style;
extern const std::string_view page_script;
}  // namespace embedded

PageParts page_parts() {
  return {.style = std::string(embedded::page_style),
          .script = std::string(embedded::page_script),
          .theme = {}};
}

}  // namespace doorstroom
