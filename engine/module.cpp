#include "engine/module.hpp"

#include <dlfcn.h>

#include <cerrno>
#include <string>

#include "engine/error.hpp"
#include "engine/system_error.hpp"

namespace doorstroom {
namespace {

/// What the system refused, by the words of the loader, which keeps errno to itself; 0 when it was
/// nothing of these.
int refused_in(const std::string& words) {
  const auto says = [&](const char* part) { return words.find(part) != std::string::npos; };
  if (says("map segment") || says("allocate")) return ENOMEM;
  return says("Too many open files") ? EMFILE : 0;
}

}  // namespace

void* function_of_module(const char* module, const char* function) {
  // Where to look, the run path of the program says.
  void* const loaded = ::dlopen(module, RTLD_LAZY | RTLD_LOCAL);
  const std::string why = loaded == nullptr ? ::dlerror() : "";
  if (const int refused = refused_in(why); refused != 0)
    throw RunError(
        Message("cannot load a part of the program, {0}: {1}", module, system_error(refused)));
  void* const found = loaded == nullptr ? nullptr : ::dlsym(loaded, function);
  if (found == nullptr)
    throw RunError(
        Message("cannot load a part of the program: {0}\n  keep {1} beside the program, "
                "or build or install it again",
                loaded == nullptr ? why : std::string(::dlerror()), module));
  return found;
}

}  // namespace doorstroom
