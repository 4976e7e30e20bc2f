#include "results/report/report_page.hpp"

namespace doorstroom {

std::string report_page(const Report& /*report*/, const PageParts& /*parts*/) {
  return {};
}

}  // namespace doorstroom
