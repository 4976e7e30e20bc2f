#include "results/file/text_file.hpp"

#include <limits>

#include "engine/regular_file.hpp"
#include "models/messages/message.hpp"
#include "results/file/output_file.hpp"

namespace doorstroom {

std::string read_text_file(const std::string& path) {
  const RegularFile opened = open_regular_file(path);
  std::string text;
  if (opened.file.is_open() &&
      !read_whole(opened.file, std::numeric_limits<std::size_t>::max(), text))
    text.clear();
  return text;
}

void write_text_file(const std::string& path, const std::string& text, bool replace) {
  OutputFile file(path, replace);
  file.write(text);
  file.publish();
}

}  // namespace doorstroom
