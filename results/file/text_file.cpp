#include "results/file/text_file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/file/part_file.hpp"

namespace doorstroom {

std::string read_text_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void write_text_file(const std::string& path, const std::string& text, bool replace) {
  PartFile part(path, replace);
  std::ofstream file(part.part_path(), std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file) throw run_error(message("cannot write {0}: {1}", path, system_error(errno)));
  part.publish();
}

}  // namespace doorstroom
