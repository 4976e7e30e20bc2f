#pragma once
/// The translations of the program's texts, as po/compile_messages.py writes them into a source
/// when the program is built. Nothing of them is read or made when the program runs.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace doorstroom {

/// A pattern in another language.
struct Translation {
  std::string_view context;  ///< empty unless one English text has several meanings
  std::string_view english;  ///< the pattern as it stands in the sources; of a plural, of one
  std::string_view text;     ///< of a plural, the first form
  std::span<const std::string_view> more_forms = {};  ///< of a plural, in their order
};

struct Translations {
  std::string_view code;                        ///< "nl"
  std::size_t (*plural_form)(std::uint64_t n);  ///< which form a count takes, from 0
  std::span<const Translation> sorted;          ///< by context, then English

  /// @return null when there is none
  const Translation* find(std::string_view context, std::string_view english) const;
};

/// One for each po file, by their codes.
std::span<const Translations> all_translations();

}  // namespace doorstroom
