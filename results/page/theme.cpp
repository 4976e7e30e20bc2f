#include "results/page/theme.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <regex>
#include <string_view>

#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

/// Contrast that a colour needs on the paper.
constexpr double for_text = 4.5;
constexpr double for_lines = 3;

struct ThemeColour {
  std::string_view name;
  double contrast;  ///< with the paper, at least; 0: any
};

constexpr std::array colours{
    ThemeColour{"--ink", for_text},     ThemeColour{"--ink-soft", for_text},
    ThemeColour{"--accent", for_text},  ThemeColour{"--paper", 0},
    ThemeColour{"--grid", 0},           ThemeColour{"--line-1", for_lines},
    ThemeColour{"--line-2", for_lines}, ThemeColour{"--line-3", for_lines},
    ThemeColour{"--line-4", for_lines}, ThemeColour{"--line-5", for_lines},
    ThemeColour{"--line-6", for_lines}, ThemeColour{"--good", for_lines},
    ThemeColour{"--bad", for_lines},    ThemeColour{"--undecided", for_lines},
};

const ThemeColour* colour_of(std::string_view name) {
  const auto* const found = std::ranges::find(colours, name, &ThemeColour::name);
  return found == colours.end() ? nullptr : found;
}

/// Luminance of a colour (WCAG 2.2, "relative luminance"). @param colour  "#rrggbb"
double luminance(const std::string& colour) {
  constexpr std::array weights{0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double part = std::stoi(colour.substr(1 + 2 * i, 2), nullptr, 16) / 255.0;
    sum += weights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

/// "#abc" as "#aabbcc".
std::string in_full(const std::string& colour) {
  constexpr std::size_t short_form = 4;
  if (colour.size() != short_form) return colour;
  std::string full = "#";
  for (const char digit : colour.substr(1)) full += std::string(2, digit);
  return full;
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// The properties of a theme, read one by one.
class Theme {
 public:
  explicit Theme(std::string name) : name_(std::move(name)) {}

  void read(std::string css) {
    css = std::regex_replace(css, std::regex(R"(/\*[^*]*\*+([^/*][^*]*\*+)*/)"), "");
    static const std::regex root(R"(^\s*:root\s*\{([^{}]*)\}\s*$)");
    std::smatch inside;
    if (std::regex_match(css, inside, root)) css = inside[1].str();
    static const std::regex property(
        R"(\s*(--[a-z0-9-]+)\s*:\s*((?:data:[^\s;]+;base64,)?[^;{}]*);?)");
    std::size_t at = 0;
    std::smatch found;
    while (at < css.size() && !trimmed(css.substr(at)).empty()) {
      const std::string rest = css.substr(at);
      if (!std::regex_search(rest, found, property, std::regex_constants::match_continuous)) {
        wrong(message("`{0}` is no property", trimmed(rest).substr(0, 40)));
        return;
      }
      take(found[1], trimmed(found[2]));
      at += static_cast<std::size_t>(found.length());
    }
  }

  void check_contrast() {
    const auto paper = values_.find("--paper");
    const std::string ground = paper == values_.end() ? "#ffffff" : in_full(paper->second);
    for (const auto& [name, value] : values_) {
      const ThemeColour* const colour = colour_of(name);
      if (colour == nullptr || colour->contrast == 0) continue;
      const double there = contrast(in_full(value), ground);
      if (there < colour->contrast)
        wrong(message("{0}: {1} on {2} has a contrast of {3} to 1, and needs {4}", name, value,
                      ground, fmt::format("{:.1f}", there), fmt::format("{}", colour->contrast)));
    }
  }

  /// @throws InputError when anything was wrong
  std::string css() const {
    if (!wrong_.empty()) throw input_error(joined(wrong_));
    if (values_.empty()) return {};
    std::string css = "@media (prefers-color-scheme: light), print { :root {\n";
    for (const auto& [name, value] : values_)
      css += name == "--logo"
                 ? fmt::format("  --logo: url(\"{}\");\n  --logo-height: 3.5rem;\n", value)
                 : fmt::format("  {}: {};\n", name, value);
    return css + "} }\n";
  }

 private:
  void wrong(const LocalizedText& what) {
    wrong_.push_back(wrong_.empty() ? message("{0}: {1}", name_, what)
                                    : message("\n{0}: {1}", name_, what));
  }

  void take(const std::string& name, const std::string& value) {
    static const std::regex colour("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
    static const std::regex typefaces(R"([A-Za-z0-9 ,"'-]+)");
    static const std::regex picture("data:image/(png|jpeg|svg\\+xml);base64,[A-Za-z0-9+/]+=*");
    if (colour_of(name) != nullptr) {
      if (!std::regex_match(value, colour))
        return wrong(message("{0} is `{1}`; write a colour as #rrggbb", name, value.substr(0, 40)));
    } else if (name == "--font") {
      if (!std::regex_match(value, typefaces))
        return wrong(message("{0} is `{1}`; write names of typefaces", name, value.substr(0, 40)));
    } else if (name == "--logo") {
      if (!std::regex_match(value, picture))
        return wrong(
            message("--logo is no picture that stands in the file\n  write it as "
                    "data:image/png;base64,... (or jpeg, or svg+xml)"));
    } else {
      return wrong(message("a theme cannot set {0}", name));
    }
    values_[name] = value;
  }

  std::string name_;
  std::map<std::string, std::string> values_{};
  std::vector<LocalizedText> wrong_{};
};

}  // namespace

double contrast(const std::string& first, const std::string& second) {
  const auto [darker, lighter] = std::minmax({luminance(first), luminance(second)});
  constexpr double glare = 0.05;
  return (lighter + glare) / (darker + glare);
}

std::string checked_theme(const std::string& name, const std::string& css) {
  Theme theme(name);
  theme.read(css);
  theme.check_contrast();
  return theme.css();
}

}  // namespace doorstroom
