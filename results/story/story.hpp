#pragma once
/// The story of one youth in plain words, told from the rows of a result file: what happened when,
/// why it took as long as it did, and what it cost whom.

#include <cstdint>
#include <optional>
#include <string>

#include "models/messages/language.hpp"
#include "results/file/result_reader.hpp"

namespace doorstroom {

/// @throws InputError when the file keeps no rows of that replication or youth, or is damaged
std::string story_of(ResultReader& file, std::int32_t replication, std::int64_t youth,
                     Language language);

/// A few youths whose stories are worth reading: who waited longest, took most steps, was absent
/// longest; with how to read them.
std::string worth_reading(ResultReader& file, std::int32_t replication, Language language);

}  // namespace doorstroom
