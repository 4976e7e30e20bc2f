#include "models/scenario/names.hpp"

namespace doorstroom {

LocalizedText level_without_label(const std::string& level) {
  if (level == "light") return message_in("severity", "light");
  if (level == "middle") return message_in("severity", "middle");
  if (level == "complex") return message_in("severity", "complex");
  return level;
}

}  // namespace doorstroom
