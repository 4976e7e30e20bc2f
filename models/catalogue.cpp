#include "models/catalogue.hpp"

#include <algorithm>

#include "models/language.hpp"

namespace doorstroom {
namespace {

constexpr Translation manual[] = {
    {"the file's name", "de naam van het bestand"},
    {"the first level", "het eerste niveau"},
};

constexpr std::span<const Translation> parts[] = {manual};

}  // namespace

std::span<const std::span<const Translation>> catalogue() {
  return parts;
}

std::string_view in(Language language, std::string_view english) {
  if (language == Language::en) return english;
  for (const std::span<const Translation> part : catalogue()) {
    const auto found = std::ranges::find(part, english, &Translation::en);
    if (found != part.end()) return found->nl;
  }
  return english;
}

}  // namespace doorstroom
