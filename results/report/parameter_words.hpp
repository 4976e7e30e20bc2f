#pragma once
/// What a parameter of a scenario is called where a path of keys would mean nothing to a reader.

#include <string>

#include "models/messages/language.hpp"
#include "results/text/kpi_labels.hpp"
#include "results/text/parameter_text.hpp"

namespace doorstroom {

/// "Special primary education: places" of `arrangements.oza.places`. Of a parameter that has no
/// word of its own, what the manual says that it is.
/// @param labels  of the scenario that has it
std::string parameter_label(const std::string& path, const KpiLabels& labels, Language language);

}  // namespace doorstroom
