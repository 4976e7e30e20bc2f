#pragma once
/// What is wrong with a variant, each at its place in the overlay and under the parameter that it
/// is about.

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "models/messages/language.hpp"
#include "models/yaml/issues.hpp"

namespace doorstroom {

/// Thrown when a variant cannot be loaded.
struct VariantMistakes {
  std::vector<Issue> issues;
  std::vector<Document> documents;  ///< the overlay first
};

/// A list: `file` without its folder, `line` and `column` (from 1; 0: none), `path` (of the
/// setting; empty: it is about none) and `text`. At most 50.
nlohmann::ordered_json mistakes_json(const VariantMistakes& mistakes, Language language);

/// One of that list that has no place.
nlohmann::ordered_json mistake_alone(const std::string& text);

}  // namespace doorstroom
