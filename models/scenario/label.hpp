#pragma once
/// What a scenario calls a thing. A scenario may name it in Dutch and in English, whatever other
/// languages the program speaks.

#include <string>

#include "models/messages/language.hpp"

namespace doorstroom {

struct Label {
  std::string nl;
  std::string en;
};

/// The name in a language; in another that the label has where it lacks that one.
/// @param id  the name where the label has none
std::string name_in(Language language, const Label& label, const std::string& id);

}  // namespace doorstroom
