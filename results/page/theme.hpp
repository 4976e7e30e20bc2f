#pragma once
/// The looks that an organisation gives a report: its colours, its typeface, its logo. A theme is
/// CSS of which only a list of custom properties is taken, so that it can bring nothing else into
/// the page:
///
///     --accent: #154273;
///     --font: "Fira Sans", sans-serif;
///     --logo: data:image/svg+xml;base64,PHN2...;

#include <string>

namespace doorstroom {

/// What of a theme goes into the page.
/// @param name  of the file, for messages
/// @param css   its text
/// @throws InputError when it holds anything but such properties, or text in its colours has less
///         contrast than 4.5 to 1 with the paper, or lines less than 3 to 1 (WCAG 2.2, 1.4.3 and
///         1.4.11); lists all that is wrong
std::string checked_theme(const std::string& name, const std::string& css);

/// Contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
/// @param first, second  "#rrggbb"
double contrast(const std::string& first, const std::string& second);

}  // namespace doorstroom
