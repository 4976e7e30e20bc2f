#pragma once
/// Compares two result files: every link, kind of object, type (the names of an enum
/// too), shape, attribute and value outside /run. A NaN equals a NaN; all else is compared bit by
/// bit. How a file stores its values (chunks, filters) is not compared.

#include <string>
#include <vector>

#include "models/messages/message.hpp"

namespace doorstroom {

struct Difference {
  std::string path;    ///< of the object: "/waiting/asked"; an attribute as "/waiting/asked@units"
  LocalizedText what;  ///< in words, the first file's side first
};

/// All differences, by path; empty when the files are the same.
/// @throws InputError when a file does not exist or is not HDF5; RunError when it is damaged
std::vector<Difference> differences(const std::string& first, const std::string& second);

/// "/waiting/asked: 2 of 40 values differ, the first at 7: 12 against 13"
LocalizedText to_text(const Difference& difference);

}  // namespace doorstroom
