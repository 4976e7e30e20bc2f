#pragma once
/// What a planner sees when a run has ended: the key figures of the region and of every desk and
/// arrangement, as text of at most 100 columns.

#include <string>

#include "models/messages/language.hpp"
#include "results/file/result_reader.hpp"

namespace doorstroom {

/// @throws InputError when the file lacks what a result holds
std::string summary(ResultReader& file, Language language = Language::en);

}  // namespace doorstroom
