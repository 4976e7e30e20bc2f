#pragma once
/// The known word that somebody probably meant.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace doorstroom {

/// The candidate with the fewest insertions, deletions, replacements and swaps of neighbours, the
/// first of equals; none when that is more than a third of the word.
std::optional<std::string> did_you_mean(std::string_view word,
                                        const std::vector<std::string>& candidates);

}  // namespace doorstroom
