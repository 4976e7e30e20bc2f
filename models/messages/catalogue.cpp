#include "models/messages/catalogue.hpp"

#include <array>
#include <functional>
#include <unordered_map>

#include "models/messages/language.hpp"

namespace doorstroom {
namespace {

using Dutch = std::unordered_map<std::string_view, std::string_view>;

Dutch by_english() {
  Dutch dutch;
  for (const std::span<const Translation> part : catalogue())
    for (const Translation& each : part) dutch.emplace(each.en, each.nl);
  return dutch;
}

}  // namespace

std::span<const std::span<const Translation>> catalogue() {
  static const std::array parts{catalogues::files,    catalogues::shapes,   catalogues::scenarios,
                                catalogues::sections, catalogues::answers,  catalogues::experiments,
                                catalogues::runs,     catalogues::refusals, catalogues::orders,
                                catalogues::help};
  return parts;
}

std::string_view in(Language language, std::string_view english) {
  if (language == Language::en) return english;
  static const Dutch dutch = by_english();
  const auto found = dutch.find(english);
  return found == dutch.end() ? english : found->second;
}

}  // namespace doorstroom
