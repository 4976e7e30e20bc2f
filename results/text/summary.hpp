#pragma once
/// The text that is printed when a run has ended: key figures of the region and of every desk and
/// arrangement.

#include <string>

#include "models/messages/language.hpp"
#include "results/file/result_reader.hpp"
#include "results/text/text_table.hpp"

namespace doorstroom {

/// @throws InputError when the file lacks a table or attribute of a result
/// @param width  of tables and of lines [character]
std::string summary(ResultReader& file, Language language = Language::en,
                    std::size_t width = customary_width);

}  // namespace doorstroom
