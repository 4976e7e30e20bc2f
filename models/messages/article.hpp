#pragma once
/// Names that begin with an article, such as "the youth team": sentences need it, tables and
/// headings do without.

#include <string>

#include "models/messages/language.hpp"

namespace doorstroom {

/// "the youth team" becomes "Youth team"; a name that begins with no article stays as it is.
std::string without_article(const std::string& name, Language language);

/// Begins each sentence that begins with an article with a capital: "the youth team decided. the
/// case was closed." becomes "The youth team decided. The case was closed."
std::string with_capital_articles(std::string text, Language language);

}  // namespace doorstroom
