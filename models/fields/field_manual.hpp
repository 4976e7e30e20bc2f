#pragma once
/// The manual of scenario files, made from the field table: what each key says, how it is written,
/// what holds without it, and where it may stand.

#include <optional>
#include <string>
#include <string_view>

#include "models/messages/language.hpp"

namespace doorstroom {

/// Every section with its keys, as Markdown: a table each.
std::string manual(Language language);

/// What the table says of a key, "stay", or of a path, "arrangements.oza.stay", for each section
/// that has it; nothing for a key that no section has.
std::optional<std::string> explained(std::string_view key, Language language);

/// The known key that was probably meant.
std::optional<std::string> nearest_key(std::string_view key);

}  // namespace doorstroom
