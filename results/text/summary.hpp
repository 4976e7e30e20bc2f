#pragma once
/// The text that is printed when a run has ended: key figures of the region and of every desk and
/// arrangement, at most 100 characters wide.

#include <string>

#include "models/messages/language.hpp"
#include "results/file/result_reader.hpp"

namespace doorstroom {

/// @throws InputError when the file lacks a table or attribute of a result
std::string summary(ResultReader& file, Language language = Language::en);

}  // namespace doorstroom
