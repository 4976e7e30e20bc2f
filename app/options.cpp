#include "app/options.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string>

namespace doorstroom {

CLI::Validator whole_number(std::uint32_t least, std::uint32_t most) {
  return {[least, most](const std::string& text) {
            std::uint32_t value = 0;
            const char* end = text.data() + text.size();
            const auto [stopped, error] = std::from_chars(text.data(), end, value);
            const bool good = error == std::errc() && stopped == end;
            if (good && value >= least && value <= most) return std::string();
            return fmt::format("{} is no whole number from {} to {}", text, least, most);
          },
          ""};
}

}  // namespace doorstroom
