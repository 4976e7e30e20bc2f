#include "results/file/text_file.hpp"

#include <cerrno>
#include <limits>

#include "engine/regular_file.hpp"
#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/file/output_file.hpp"

namespace doorstroom {

std::string read_text_file(const std::string& path) {
  const RegularFile opened = open_regular_file(path);
  const auto cannot_read = [&](int error) {
    return input_error(message("cannot read {0}: {1}", path, system_error(error)));
  };
  if (opened.error != 0) throw cannot_read(opened.error);
  std::string text;
  if (opened.file.is_open() &&
      !read_whole(opened.file, std::numeric_limits<std::size_t>::max(), text))
    throw cannot_read(errno);
  return text;
}

void write_text_file(const std::string& path, const std::string& text, bool replace) {
  OutputFile file(path, replace);
  file.write(text);
  file.publish();
}

}  // namespace doorstroom
