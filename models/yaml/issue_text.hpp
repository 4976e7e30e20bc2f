#pragma once
/// Helpers that messages about a scenario share.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/messages/utf8.hpp"
#include "models/yaml/issues.hpp"
#include "models/yaml/value.hpp"

namespace doorstroom {

/// A value as a message names it: a scalar as written, shortened; else what it is.
LocalizedText shown(const Value& value);

/// Whether there are so many issues that nobody reads further ones. The reader then looks for no
/// more suggestions, so that a file full of mistakes is answered soon.
bool too_many_to_read(const Issues& issues);

/// The candidate that was probably meant.
std::optional<std::string> suggest(const Issues& issues, std::string_view word,
                                   const std::vector<std::string>& candidates);

}  // namespace doorstroom
