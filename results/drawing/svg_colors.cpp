#include <map>

#include "engine/error.hpp"
#include "results/drawing/svg_canvas.hpp"

namespace doorstroom {

std::string standard_color(const std::string& name) {
  static const std::map<std::string, std::string> lines{{"1", "#1b4f72"}, {"2", "#b3420d"},
                                                        {"3", "#2a7549"}, {"4", "#7a3e8e"},
                                                        {"5", "#806300"}, {"6", "#0d7480"}};
  static const std::map<std::string, std::string> others{
      {"ink", "#1d2329"},       {"ink-soft", "#555e68"}, {"paper", "#ffffff"},
      {"grid", "#dde1e5"},      {"good", "#2a7549"},     {"bad", "#a8321f"},
      {"undecided", "#5f6872"}, {"flow", "#8a96a1"},     {"load-1", "#7a95a8"},
      {"load-2", "#54809f"},    {"load-3", "#2f6690"},   {"load-4", "#a65a00"},
      {"load-5", "#9c1f14"}};
  const auto other = others.find(name);
  if (other != others.end()) return other->second;
  const auto line = lines.find(name.substr(name.find('-') + 1));
  DOORSTROOM_EXPECT((name.starts_with("line-") || name.starts_with("band-")) &&
                    line != lines.end());
  return line->second;
}

}  // namespace doorstroom
