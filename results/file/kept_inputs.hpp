#pragma once
/// What a command reads must not be replaced by what it writes, whatever --force says.

#include <string>
#include <vector>

#include "models/messages/source_location.hpp"

namespace doorstroom {

/// @param out  file that will be written; empty: none
/// @param inputs  files that are read; of a folder, such as that of a sweep, what lies in it
/// @throws InputError when `out` is one of them, by whatever name: through a link, too
void refuse_to_replace(const std::string& out, const std::vector<std::string>& inputs);

/// The paths of documents.
std::vector<std::string> paths_of(const std::vector<Document>& documents);

}  // namespace doorstroom
