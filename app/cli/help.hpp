#pragma once
/// The text of `--help` in the language of the user. Commands and options are described in English;
/// the catalogue holds the Dutch of each description, and of each paragraph below the options.

#include <string>
#include <string_view>

#include "models/messages/language.hpp"

namespace doorstroom {

/// The paragraphs below the options: each is translated by itself. Of a paragraph that begins with
/// "Example:" or "Examples:", the heading and the lines below it are translated apart, because most
/// examples are the same in every language.
std::string localize_paragraphs(std::string_view english, Language language);

}  // namespace doorstroom
