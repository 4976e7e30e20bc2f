#include "results/file/kept_inputs.hpp"

#include <filesystem>

#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

void refuse_if_same(const fs::path& out, const fs::path& input) {
  std::error_code ignored;
  if (!fs::equivalent(out, input, ignored)) return;
  throw input_error(message(
      "{0} is a file that is read here ({1}): it would be replaced by what is made of it\n  "
      "give what is written another name",
      out.string(), input.string()));
}

}  // namespace

void refuse_to_replace(const std::string& out, const std::vector<std::string>& inputs) {
  std::error_code ignored;
  if (out.empty() || !fs::exists(out, ignored)) return;
  for (const std::string& input : inputs) {
    if (input.empty()) continue;
    refuse_if_same(out, input);
    for (const fs::path& folder : {fs::path(input), fs::path(input) / "emulators"})
      for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (!entry.is_directory(ignored)) refuse_if_same(out, entry.path());
  }
}

std::vector<std::string> paths_of(const std::vector<Document>& documents) {
  std::vector<std::string> paths;
  for (const Document& document : documents) paths.push_back(document.path);
  return paths;
}

}  // namespace doorstroom
