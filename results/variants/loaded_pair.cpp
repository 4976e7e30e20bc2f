#include "results/variants/loaded_pair.hpp"

#include <algorithm>

#include "models/messages/message.hpp"
#include "models/messages/utf8.hpp"
#include "models/yaml/yaml_reader.hpp"
#include "results/comparison/comparable.hpp"
#include "results/figures/targets.hpp"
#include "results/variants/causes.hpp"
#include "results/variants/scenario_folder.hpp"
#include "results/variants/variant_mistakes.hpp"

namespace doorstroom {
namespace {

/// Before anything that it names is read.
void check_extends(const WhatIfPlace& place, const ScenarioText& overlay) {
  std::vector<Document> documents;
  Issues issues;
  const std::shared_ptr<Value> root = read_yaml_text(overlay.path, overlay.text, documents, issues);
  const auto throw_if_wrong = [&] {
    if (issues.has_errors()) throw VariantMistakes{issues.all(), documents};
  };
  throw_if_wrong();
  const Entry* const extends = root ? root->find("extends") : nullptr;
  const LocalizedText advice =
      message("write `extends: {0}`, or an overlay of it in the same folder", file_of(place));
  if (extends == nullptr)
    issues.error({.file = 0, .line = 1, .column = 1}, message("the variant extends no file"),
                 advice);
  else if (!extends->value->is_scalar() || !may_be_extended(place, extends->value->text))
    issues.error(
        extends->value->location,
        message("a variant may not extend {0}",
                extends->value->is_scalar() ? shown(extends->value->text) : std::string("that")),
        advice);
  throw_if_wrong();
}

LoadedScenario load_variant(const ScenarioTree& tree, const ScenarioText& overlay) {
  try {
    return tree.load(report_wrong_kpi_names);
  } catch (const InputError&) {
    std::vector<Issue> issues = tree.mistakes(report_wrong_kpi_names);
    if (issues.empty()) throw;
    place_at_causes(issues, overlay, report_wrong_kpi_names);
    throw VariantMistakes{std::move(issues), tree.documents()};
  }
}

/// Those that the scenario alone does not have.
std::vector<Issue> new_notes(std::vector<Issue> of_variant, const std::vector<Issue>& of_base) {
  std::erase_if(of_variant, [&](const Issue& note) {
    return std::ranges::any_of(of_base, [&](const Issue& known) {
      return known.problem.in(Language::en) == note.problem.in(Language::en);
    });
  });
  return of_variant;
}

}  // namespace

std::string file_for(const WhatIfVariant& variant, const std::string& asked) {
  if (!asked.empty()) return asked;
  WhatIfVariant other = variant;
  std::string file = file_name_for(other);
  if (file != variant.extends) return file;
  other.name += " 2";  // it cannot extend itself
  return file_name_for(other);
}

LoadedScenario load_base(const WhatIfPlace& place) {
  return load_scenario(place.scenario, {}, report_wrong_kpi_names);
}

LoadedPair load_pair(const WhatIfPlace& place, const WhatIfVariant& variant,
                     const std::string& file) {
  if (!is_overlay_name(file))
    throw input_error(
        message("{0} is no name for a file here\n  write letters, digits, hyphens, "
                "dots and underscores, ending in .yaml",
                file));
  const ScenarioText overlay{.path = beside(place, file),
                             .text = overlay_text(variant, file_of(place))};
  check_extends(place, overlay);
  LoadedScenario base = load_base(place);
  ScenarioTree tree(overlay);
  LoadedScenario loaded = load_variant(tree, overlay);
  loaded.scenario.seed = base.scenario.seed;
  check_comparable(futures_of(base.scenario, file_of(place)), futures_of(loaded.scenario, file));
  return {.overlay = overlay.text,
          .file = file,
          .base = std::move(base.scenario),
          .variant = std::move(loaded.scenario),
          .tree = std::move(tree),
          .notes = new_notes(std::move(loaded.warnings), base.warnings)};
}

}  // namespace doorstroom
