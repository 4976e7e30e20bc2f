#pragma once
/// The field table of a scenario file and of a sweep, section by section.

#include <string_view>

#include "models/reading/field.hpp"
#include "models/reading/shared_fields.hpp"

namespace doorstroom {

/// The sections by name.
namespace sections {
extern const Section scenario;
extern const Section sweep;
extern const Section source;
extern const Section desk;
extern const Section arrangement;
extern const Section exit;
extern const Section choice;
extern const Section routes;
extern const Section route;
extern const Section branch;
extern const Section condition;
extern const Section also;
extern const Section helps;
extern const Section waiting;
extern const Section absence;
extern const Section found;
extern const Section today;
extern const Section intervention;
extern const Section effect;
extern const Section afterwards;
extern const Section clock;
extern const Section budget;
extern const Section evidence;
extern const Section target;
extern const Section intervention_cost;
}  // namespace sections

/// The field that a concrete path of keys names in a scenario file; null for no key of the format.
const Field* field_at(std::string_view path);

}  // namespace doorstroom
