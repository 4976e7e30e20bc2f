#pragma once
/// What a process may do that reads a file which somebody else may have made up: not more memory
/// than the machine has, no rights beyond those of the user, no image of its memory on the disk
/// when it crashes, and no writing but where the user said.

#include <string>
#include <vector>

#include "models/messages/message.hpp"

namespace doorstroom {

/// Confines this process and all that it starts, for good.
/// @param outputs  files and folders that the user named as output, or an empty text for the folder
///                 where he stands. They, their folders and the folders of temporary files may be
///                 written; with no outputs, nothing may but devices
/// @return what could not be done although this system should be able to; empty when all was. A
///         kernel without Landlock (before 5.13) lets it write everywhere; that is not told
std::vector<LocalizedText> confine(const std::vector<std::string>& outputs);

}  // namespace doorstroom
