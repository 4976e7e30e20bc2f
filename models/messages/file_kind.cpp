#include "models/messages/file_kind.hpp"

namespace doorstroom {

TranslatableText file_kind(std::filesystem::file_type type) {
  switch (type) {
    case std::filesystem::file_type::directory:
      return translatable("a directory");
    case std::filesystem::file_type::fifo:
      return translatable("a pipe");
    case std::filesystem::file_type::character:
    case std::filesystem::file_type::block:
      return translatable("a device");
    case std::filesystem::file_type::socket:
      return translatable("a socket");
    default:
      return translatable("no regular file");
  }
}

}  // namespace doorstroom
