#pragma once
/// What the messages about a scenario share.

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

/// Whether there are so many issues that nobody reads what comes after: then no time is spent on
/// what was probably meant, so that a file that is all wrong is told in time.
bool is_told_at_length(const Issues& issues);

/// The candidate that was probably meant.
std::optional<std::string> suggest(const Issues& issues, std::string_view word,
                                   const std::vector<std::string>& candidates);

}  // namespace doorstroom
