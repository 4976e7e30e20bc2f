#include "engine/error.hpp"

#include <string_view>
#include <utility>

namespace doorstroom {
namespace {

/// A file's path within the source tree, whatever folder the build was made from: this very file
/// tells where the tree begins.
std::string_view within_source_tree(std::string_view file) {
  constexpr std::string_view here = __FILE__;
  constexpr std::string_view name = "engine/error.cpp";
  static_assert(here.ends_with(name));
  constexpr std::string_view root = here.substr(0, here.size() - name.size());
  if (file.starts_with(root)) file.remove_prefix(root.size());
  return file;
}

}  // namespace

Failure::Failure(Message message)
    : std::runtime_error(filled_in(message)), message_(std::move(message)) {}

void contract_broken(const char* condition, const char* file, int line) {
  std::string message = "contract broken: ";
  message += condition;
  message += " (";
  message += within_source_tree(file);
  message += ':';
  message += std::to_string(line);
  message += ')';
  throw ContractError(message);
}

}  // namespace doorstroom
