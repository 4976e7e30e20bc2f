#pragma once
/// What the messages about a scenario share.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/issues.hpp"
#include "models/text.hpp"
#include "models/value.hpp"

namespace doorstroom {

/// A value as a message names it: a scalar as written, shortened; else what it is.
std::string shown(const Value& value);

/// The candidate that was probably meant. Looks for none once there are many issues: nobody reads
/// that far, and a file that is all wrong is told in time.
std::optional<std::string> suggest(const Issues& issues, std::string_view word,
                                   const std::vector<std::string>& candidates);

}  // namespace doorstroom
