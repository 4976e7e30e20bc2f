#pragma once
/// Tells which desks and arrangements admit nobody for part of the year, as money is spent.

#include "models/messages/message.hpp"
#include "results/file/result_reader.hpp"

namespace doorstroom {

/// A line for each of them, with a heading; empty when money lasts.
/// @throws InputError when the file is damaged
LocalizedText unfunded_text(ResultReader& file, Language language);

}  // namespace doorstroom
