#pragma once
/// JSON Schemas (draft-07) of the files that people write, made from the field table, for editors
/// that check and complete while somebody types. They describe the shape of a file; only the
/// command `check` knows what its values mean together.

#include <string>

#include "models/messages/language.hpp"

namespace doorstroom {

enum class FileKind {
  scenario,
  overlay,  ///< every key may be left out or be taken away with `~`; `extends` must be there
  sweep,
};

/// The schema as JSON, with a line break at its end.
std::string schema_of(FileKind file, Language language);

}  // namespace doorstroom
