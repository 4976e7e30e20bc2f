#include "results/what_if/check_json.hpp"

#include <nlohmann/json.hpp>

#include "models/messages/message.hpp"
#include "models/yaml/yaml_reader.hpp"
#include "results/variants/loaded_pair.hpp"
#include "results/variants/scenario_folder.hpp"
#include "results/variants/variant_mistakes.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

/// An overlay as settings; null where it holds more, or cannot be read.
OrderedJson settings_of(const std::string& overlay, const WhatIfPlace& place) {
  std::vector<Document> documents;
  Issues issues;
  const std::shared_ptr<Value> own = read_yaml_text("", overlay, documents, issues);
  if (!own || issues.has_errors()) return {};
  const auto variant = settings_alone(*own, file_of(place));
  if (!variant) return {};
  OrderedJson sets = OrderedJson::array();
  for (const VariantSetting& set : variant->sets)
    sets.push_back({{"path", set.path}, {"value", set.value}});
  return {{"name", variant->name}, {"extends", variant->extends}, {"sets", std::move(sets)}};
}

}  // namespace

OrderedJson check_json(const WhatIfPlace& place, const WhatIfRequest& request) {
  const Language language = request.language;
  const std::string file = file_for(request.variant, request.file);
  std::string overlay;
  OrderedJson mistakes = OrderedJson::array();
  OrderedJson notes = OrderedJson::array();
  try {
    overlay = overlay_text(request.variant, file_of(place));
    const LoadedPair pair = load_pair(place, request.variant, file);
    notes = mistakes_json({pair.notes, pair.tree.documents()}, language);
  } catch (const VariantMistakes& wrong) {
    mistakes = mistakes_json(wrong, language);
  } catch (const InputError& error) {
    mistakes.push_back(mistake_alone(without_folder(LocalizedText(error).in(language), place)));
  }
  OrderedJson settings = settings_of(overlay, place);
  return {{"overlay", std::move(overlay)},
          {"file", file},
          {"mistakes", std::move(mistakes)},
          {"notes", std::move(notes)},
          {"settings", std::move(settings)}};
}

}  // namespace doorstroom
