#include "engine/actors.hpp"

#include <dlfcn.h>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

using Make = Actors* (*)();

/// Beside the program, or where its libraries are installed: the program's run path says.
constexpr const char* module_name = "doorstroom_simgrid.so";

/// The function of the module that makes actors; null if there are some already.
Make load_maker() {
  void* const module = ::dlopen(module_name, RTLD_LAZY | RTLD_LOCAL);
  void* const maker = module == nullptr ? nullptr : ::dlsym(module, "doorstroom_make_actors");
  if (maker == nullptr)
    throw RunError(
        Message("cannot load what simulates: {0}\n  keep {1} beside the program, or "
                "build or install it again",
                std::string(::dlerror()), module_name));
  return reinterpret_cast<Make>(maker);
}

Make maker() {
  static const Make loaded = load_maker();
  return loaded;
}

}  // namespace

void load_simgrid() {
  maker();
}

std::unique_ptr<Actors> make_actors() {
  std::unique_ptr<Actors> actors(maker()());
  DOORSTROOM_EXPECT(actors != nullptr);
  return actors;
}

}  // namespace doorstroom
