#pragma once
/// Describes in words what happened to one youth, from the rows of a result file: what happened
/// when, why it took as long as it did, what it cost and who paid.

#include <cstddef>
#include <cstdint>
#include <string>

#include "models/messages/language.hpp"
#include "results/file/result_reader.hpp"
#include "results/text/text_table.hpp"

namespace doorstroom {

/// @throws InputError when the file keeps no rows of that replication or youth, or is damaged
/// @param width  of lines [character]
std::string story_of(ResultReader& file, std::int32_t replication, std::int64_t youth,
                     Language language, std::size_t width = customary_width);

/// Lists a few youths to read about: those who waited longest, took most steps and were absent
/// longest; with a command that prints a story.
std::string suggested_youths(ResultReader& file, std::int32_t replication, Language language,
                             std::size_t width = customary_width);

}  // namespace doorstroom
