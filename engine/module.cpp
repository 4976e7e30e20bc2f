#include "engine/module.hpp"

#include <dlfcn.h>

#include <cerrno>

#include "engine/error.hpp"
#include "engine/system_error.hpp"

namespace doorstroom {

void* function_of_module(const char* module, const char* function) {
  // Where to look, the run path of the program says.
  errno = 0;
  void* const loaded = ::dlopen(module, RTLD_LAZY | RTLD_LOCAL);
  const int refused = loaded == nullptr ? errno : 0;
  if (refused == EMFILE || refused == ENFILE || refused == ENOMEM || refused == EIO)
    throw RunError(
        Message("cannot load a part of the program, {0}: {1}", module, system_error(refused)));
  void* const found = loaded == nullptr ? nullptr : ::dlsym(loaded, function);
  if (found == nullptr)
    throw RunError(
        Message("cannot load a part of the program: {0}\n  keep {1} beside the program, "
                "or build or install it again",
                std::string(::dlerror()), module));
  return found;
}

}  // namespace doorstroom
