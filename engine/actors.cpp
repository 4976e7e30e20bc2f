#include "engine/actors.hpp"

#include "engine/error.hpp"
#include "engine/module.hpp"

namespace doorstroom {
namespace {

/// What makes actors; null if there are some already.
using Make = Actors* (*)(bool keep_platform);

bool keeps_platform = false;

Make maker() {
  static const Make loaded =
      reinterpret_cast<Make>(function_of_module("doorstroom_simgrid.so", "doorstroom_make_actors"));
  return loaded;
}

}  // namespace

void load_simgrid() {
  maker();
}

void keep_simgrid_engine() {
  keeps_platform = true;
}

std::unique_ptr<Actors> make_actors() {
  std::unique_ptr<Actors> actors(maker()(keeps_platform));
  DOORSTROOM_EXPECT(actors != nullptr);
  return actors;
}

}  // namespace doorstroom
