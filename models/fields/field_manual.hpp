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

/// The paragraphs about a key ("stay") or a path ("arrangements.oza.stay"), one for each section
/// that has the key; nothing when no section has it.
std::optional<std::string> explained(std::string_view key, Language language);

/// The known key that is nearest to a misspelt one; nothing when none is near.
std::optional<std::string> nearest_key(std::string_view key);

}  // namespace doorstroom
