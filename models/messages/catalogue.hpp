#pragma once
/// The texts of the program in Dutch. A text is a sentence with `{}` where something is filled in,
/// and its translation has the same, in the same order. One part for each circle of subjects.

#include <span>
#include <string_view>

namespace doorstroom {

struct Translation {
  std::string_view en;
  std::string_view nl;
};

namespace catalogues {
extern const std::span<const Translation> files;        ///< files and YAML
extern const std::span<const Translation> shapes;       ///< keys, quantities, what a value may be
extern const std::span<const Translation> scenarios;    ///< what values mean together
extern const std::span<const Translation> sections;     ///< names of sections, for the manual
extern const std::span<const Translation> answers;      ///< what the commands answer
extern const std::span<const Translation> experiments;  ///< sweeps and comparisons
extern const std::span<const Translation> runs;         ///< runs that go on, or are done again
extern const std::span<const Translation> refusals;     ///< results that cannot be read or written
extern const std::span<const Translation> orders;       ///< what is asked for and cannot be had
extern const std::span<const Translation> help;         ///< what --help says
}  // namespace catalogues

/// All translations, part by part.
std::span<const std::span<const Translation>> catalogue();

}  // namespace doorstroom
