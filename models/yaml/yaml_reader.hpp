#pragma once
/// Reads one YAML file into a Value, within limits that are checked on the event stream before a
/// tree is built: at most 1 MiB, one document, 64 levels, 100,000 nodes, UTF-8, no anchors, aliases
/// or tags. Duplicate keys are errors at the second.

#include <memory>
#include <string>
#include <vector>

#include "models/yaml/issues.hpp"
#include "models/yaml/value.hpp"

namespace doorstroom {

/// @param path       as the user wrote it; a directory, a missing or an empty file is an error
/// @param documents  the file is appended, even if it is wrong (for the excerpt)
/// @return the top-level map, or null after an error that leaves nothing to look at
std::shared_ptr<Value> read_yaml_file(const std::string& path, std::vector<Document>& documents,
                                      Issues& issues);

/// The same for text that came from elsewhere (an argument, a result file); `name` stands for its
/// path.
std::shared_ptr<Value> read_yaml_text(const std::string& name, std::string text,
                                      std::vector<Document>& documents, Issues& issues);

}  // namespace doorstroom
