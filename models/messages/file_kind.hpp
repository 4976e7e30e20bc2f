#pragma once
/// What stands where a regular file should, in words: "a directory", "a pipe".

#include <filesystem>

#include "models/messages/message.hpp"

namespace doorstroom {

TranslatableText file_kind(std::filesystem::file_type type);

}  // namespace doorstroom
