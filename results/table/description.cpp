#include "results/table/description.hpp"

namespace doorstroom {

std::string Description::in(Language language) const {
  if (const auto* words = std::get_if<LocalizedText>(&held_)) return words->in(language);
  const auto& texts = std::get<Texts>(held_);
  for (const Language each : {language, Language::en})
    if (const auto text = texts.find(each.code()); text != texts.end() && !text->second.empty())
      return text->second;
  return "";
}

Description::Texts Description::texts() const {
  if (const auto* texts = std::get_if<Texts>(&held_)) return *texts;
  Texts texts;
  for (const Language each : Language::all()) texts.emplace(each.code(), in(each));
  return texts;
}

}  // namespace doorstroom
